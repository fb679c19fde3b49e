import type { Id } from '../../domain/records.js';
import type { AnyDetail } from './model.js';

/** Names of persons and organizations that custom fields point to: the records of a view bring only their own. */
export class Names {
  readonly #known = new Map<Id, string>();
  readonly #asked = new Set<Id>();

  constructor(readonly model: AnyDetail) {}

  /** How many are known: what was drawn with fewer is drawn anew. */
  get known(): number {
    return this.#known.size;
  }

  /** '' while it is read; the id where it is not to be had. */
  of(kind: 'person' | 'organization', id: Id): string {
    const known = this.#known.get(id);
    if (known !== undefined || this.#asked.has(id)) return known ?? '';
    this.#asked.add(id);
    void this.#read(kind, id);
    return '';
  }

  learn(id: Id, name: string): void {
    this.#known.set(id, name);
  }

  async #read(kind: 'person' | 'organization', id: Id): Promise<void> {
    const where = { field: 'id', op: 'is', value: id } as const;
    const page = await this.model.store?.read({ kind, where, window: { offset: 0, limit: 1 } }).catch(() => null);
    this.#known.set(id, (page?.records[0] as { name?: string } | undefined)?.name ?? id);
    this.model.update();
  }
}
