import type { Id } from '../../domain/records.js';
import type { BoardModel } from './model.js';

type Named = 'user' | 'person' | 'organization';

/** Names of those whom custom fields of cards name: read together, once each, when a card first asks. */
export class RecordNames {
  /** Grows with what has come. */
  version = 0;
  readonly #names = new Map<Id, string>();
  readonly #wanted = { person: new Set<Id>(), organization: new Set<Id>() };
  #asked = false;

  constructor(readonly model: BoardModel) {}

  /** '' while nobody knows it. */
  of(id: Id, kind: Named): string {
    const { store, t } = this.model;
    if (kind === 'user') {
      const user = store?.directory.user(id);
      return user ? user.name || t.common.you : '';
    }
    const known = this.#names.get(id);
    if (known !== undefined) return known;
    this.#wanted[kind].add(id);
    if (!this.#asked) {
      this.#asked = true;
      queueMicrotask(() => void this.#read());
    }
    return '';
  }

  async #read(): Promise<void> {
    const { store } = this.model;
    const wanted = (['person', 'organization'] as const).map((kind) => [kind, [...this.#wanted[kind]]] as const);
    for (const ids of Object.values(this.#wanted)) ids.clear();
    this.#asked = false;
    for (const [kind, ids] of wanted) {
      if (ids.length === 0) continue;
      // Whoever is not there any more has no name: it is not asked for with each drawing.
      for (const id of ids) this.#names.set(id, '');
      const where = { field: 'id', op: 'in', value: ids } as const;
      const page = await store?.read({ kind, where, window: { offset: 0, limit: ids.length } }).catch(() => null);
      for (const { id, name } of page?.records ?? []) this.#names.set(id, name);
    }
    this.version++;
    this.model.update();
  }
}
