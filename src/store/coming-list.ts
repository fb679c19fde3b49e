import type { Page, Query } from '../domain/query.js';
import type { Id, Kind, RecordOf } from '../domain/records.js';
import type { ListQuery, LiveList, Located, LocateOptions } from './api.js';
import { askedBy, atFirst, firstRange } from './asked.js';
import { Coming, noRelated, type Views } from './coming.js';
import type { Begin } from './start.js';

/** Shows the first rows of a list before its code is here. The list then takes over what was read for them. */
export class ComingList<K extends Kind> extends Coming<LiveList<K>> implements LiveList<K> {
  readonly related = noRelated;
  readonly waiting = 0;
  hold = false;
  #window: { readonly start: number; readonly end: number } = atFirst;
  /** The rows that were asked for. */
  #range = firstRange(atFirst);
  /** What came, which of them that is, and what was asked. */
  #page: Page<K> | null = null;
  #held = this.#range;
  #answered: ListQuery<K> | null = null;
  #summed = false;

  constructor(
    start: Begin<Views>,
    public query: ListQuery<K>,
  ) {
    super(start);
  }

  protected readonly make = (views: Views): LiveList<K> => {
    const { start: offset, end } = this.#held;
    const page = this.#answered === this.query && this.#page;
    const list = views.list(this.query, page ? { page, offset, limit: end - offset } : undefined);
    list.hold = this.hold;
    if (this.#summed) void list.summary;
    list.setWindow(this.#window.start, this.#window.end);
    return list;
  };

  override get state(): LiveList<K>['state'] {
    return !this.error && this.#answered === this.query ? 'ready' : super.state;
  }
  get total(): number | undefined {
    const page = this.#page;
    const { start, end } = this.#held;
    return page?.total ?? (page && page.records.length < end - start ? start + page.records.length : undefined);
  }
  get summary(): undefined {
    this.#summed = true;
    return undefined;
  }
  pending(): boolean {
    return false;
  }
  showWaiting(): void {}

  row(index: number): RecordOf[K] | undefined {
    return this.#page?.records[index - this.#held.start];
  }

  indexOf(id: Id): number {
    const place = this.#page?.records.findIndex((row) => row.id === id) ?? -1;
    return place < 0 ? -1 : place + this.#held.start;
  }

  async locate(id: Id, options?: LocateOptions<K>): Promise<Located | null> {
    await this.start.need();
    return this.face.locate(id, options);
  }

  setQuery(query: ListQuery<K>): void {
    // Written in another order it is read once more, which does no harm.
    if (JSON.stringify(query) === JSON.stringify(this.query)) return;
    this.query = query;
    this.#window = { start: 0, end: this.#window.end - this.#window.start };
    if (this.active) this.ask();
  }

  setWindow(start: number, end: number): void {
    this.#window = { start: Math.max(0, start), end: Math.max(start, end) };
    const loading = this.state === 'loading';
    const until = loading ? end : Math.min(end, this.total ?? end);
    if (!this.active || (this.#range.start <= this.#window.start && until <= this.#range.end)) return;
    if (loading) this.ask();
    else this.need();
  }

  protected override ask(): void {
    const { query, start } = this;
    // What is sorted by names, or options, which are not here, is told the storage by ids.
    if (query.related !== false || query.order?.some(({ field }) => /Ids?$|^custom\./.test(field))) return this.need();
    const range = (this.#range = firstRange(this.#window));
    const window = { offset: range.start, limit: range.end - range.start };
    void start.page<K>({ ...askedBy(query, start.today()), window } as Query<K>).then((page) => {
      if (query !== this.query || range !== this.#range) return;
      // The list may be shorter than where one looks, or the storage in need of patience.
      if (page === null || (page.records.length === 0 && range.start > 0)) return this.need();
      this.#page = page;
      this.#held = range;
      this.#answered = query;
      start.shown();
      this.tell();
    });
  }
}
