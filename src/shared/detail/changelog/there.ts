import type { ChangelogRow, Id } from '../../../domain/records.js';
import type { DetailModel } from '../model.js';

type Asked = 'person' | 'organization' | 'deal' | 'project' | 'product' | 'blob';

/** Which of the records that rows name are there: asked for together, and once more whenever rows were read anew. */
export class There {
  /** Raised with each answer: what was drawn before is drawn anew. */
  version = 0;
  readonly #known = new Map<string, boolean>();
  readonly #asking = new Map<Asked, Set<Id>>();
  #rows: readonly ChangelogRow[] = [];

  constructor(readonly model: DetailModel) {}

  /** undefined while it is read, and where nobody can say. */
  has(kind: Asked, id: Id): boolean | undefined {
    const key = `${kind} ${id}`;
    if (!this.#known.has(key)) this.#ask(kind, id);
    return this.#known.get(key);
  }

  renew(rows: readonly ChangelogRow[]): void {
    if (rows === this.#rows) return;
    this.#rows = rows;
    for (const key of this.#known.keys()) {
      const [kind, ...id] = key.split(' ');
      this.#ask(kind as Asked, id.join(' '));
    }
  }

  #ask(kind: Asked, id: Id): void {
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

  async #find(kind: Asked, ids: readonly Id[]): Promise<ReadonlySet<string> | undefined> {
    const { store } = this.model;
    if (kind === 'blob') return store?.hasBlobs(ids);
    const where = { field: 'id', op: 'in', value: ids } as const;
    const page = await store?.read({ kind, where, window: { offset: 0, limit: ids.length }, related: false });
    return page && new Set(page.records.map(({ id }) => id));
  }

  async #look(kind: Asked, ids: readonly Id[]): Promise<void> {
    const found = await this.#find(kind, ids).catch(() => undefined);
    if (!found) return;
    const before = ids.map((id) => this.#known.get(`${kind} ${id}`));
    for (const id of ids) this.#known.set(`${kind} ${id}`, found.has(id));
    if (ids.every((id, i) => before[i] === found.has(id))) return;
    this.version++;
    this.model.update();
  }
}
