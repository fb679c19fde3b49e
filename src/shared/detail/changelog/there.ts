import { same } from '../../../domain/same.js';
import type { AttachedFile, ChangelogRow, Id } from '../../../domain/records.js';
import type { DetailModel } from '../model.js';

type Asked = 'person' | 'organization' | 'deal' | 'project' | 'product' | 'blob';
/** A file of the open record, by what it is or by what it holds. */
type AskedFile = 'id' | 'ref';
type Found = AttachedFile | boolean;

/**
 * Which of the records that rows name are there, and its files that they are about, of however many it has: asked for together, and
 * once more whenever rows were read anew.
 */
export class There {
  /** Raised with each answer: what was drawn before is drawn anew. */
  version = 0;
  readonly #known = new Map<string, Found>();
  readonly #asking = new Map<Asked | AskedFile, Set<Id>>();
  #rows: readonly ChangelogRow[] = [];
  #of: Id | null = null;

  constructor(readonly model: DetailModel) {}

  /** undefined while it is read, and where nobody can say. */
  has(kind: Asked, id: Id): boolean | undefined {
    return this.#find(kind, id) as boolean | undefined;
  }

  /** null = the open record has none such; undefined while it is read, and where nobody can say. */
  file(by: AskedFile, value: string): AttachedFile | null | undefined {
    const found = this.#find(by, value);
    return found === false ? null : (found as AttachedFile | undefined);
  }

  renew(rows: readonly ChangelogRow[]): void {
    if (rows === this.#rows) return;
    this.#rows = rows;
    const { id } = this.model;
    // Whose files they are is another record's by now.
    if (id !== this.#of) this.#known.clear();
    this.#of = id;
    for (const key of this.#known.keys()) {
      const [kind, ...named] = key.split(' ');
      this.#ask(kind as Asked, named.join(' '));
    }
  }

  #find(kind: Asked | AskedFile, id: Id): Found | undefined {
    const found = this.#known.get(`${kind} ${id}`);
    if (found === undefined) this.#ask(kind, id);
    return found;
  }

  #ask(kind: Asked | AskedFile, id: Id): void {
    if (this.#asking.size === 0) queueMicrotask(() => this.#read());
    const ids = this.#asking.get(kind);
    if (ids === undefined) this.#asking.set(kind, new Set([id]));
    else ids.add(id);
  }

  #read(): void {
    const asking = [...this.#asking];
    this.#asking.clear();
    for (const [kind, ids] of asking) void this.#look(kind, [...ids]);
  }

  async #there(kind: Asked | AskedFile, ids: readonly Id[]): Promise<ReadonlyMap<string, Found> | undefined> {
    const { store, kind: whose, id } = this.model;
    if (!store) return undefined;
    if (kind === 'blob') return new Map([...(await store.hasBlobs(ids))].map((ref) => [ref, true]));
    if (kind === 'id' || kind === 'ref') {
      const here = { field: `${whose}Id`, op: 'is', value: id } as const;
      const where = { all: [here, { field: kind, op: 'in', value: ids }] } as const;
      // What was put back more than once holds the same.
      const window = { offset: 0, limit: 2 * ids.length };
      const page = await store.read({ kind: 'file', where, window, related: false });
      return new Map(page.records.map((file) => [file[kind], file]));
    }
    const where = { field: 'id', op: 'in', value: ids } as const;
    const page = await store.read({ kind, where, window: { offset: 0, limit: ids.length }, related: false });
    return new Map(page.records.map(({ id: found }) => [found, true]));
  }

  async #look(kind: Asked | AskedFile, ids: readonly Id[]): Promise<void> {
    const { id: of } = this.model;
    const found = await this.#there(kind, ids).catch(() => undefined);
    if (!found || of !== this.model.id) return;
    let news = false;
    for (const id of ids) {
      const key = `${kind} ${id}`;
      const is = found.get(id) ?? false;
      news ||= !same(this.#known.get(key), is);
      this.#known.set(key, is);
    }
    if (!news) return;
    this.version++;
    this.model.update();
  }
}
