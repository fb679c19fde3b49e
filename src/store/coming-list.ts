import type { CrmError } from '../domain/errors.js';
import { same } from '../domain/same.js';
import type { Related, Summary } from '../domain/query.js';
import type { Day, Id, Kind, RecordOf } from '../domain/records.js';
import type { ListQuery, LiveList, Located, LocateOptions } from './api.js';
import type { Expected } from './arrival.js';
import type { Begun } from './begun.js';
import { Coming, noRelated, type Views } from './coming.js';
import { sortsByName } from './named.js';
import { askedBy, sliceOf, type Slice } from './slice.js';
import { atFirst, covers, rangeFor, type Wanted } from './window.js';

/** Shows the first rows of a list before its code is here. The list then takes over what was read for them. */
export class ComingList<K extends Kind> extends Coming<LiveList<K>> implements LiveList<K> {
  #wanted: Wanted = atFirst;
  /** What the read was begun for. */
  #asked: Wanted = atFirst;
  #shown: Slice | null = null;
  /** What was asked when these rows were read. */
  #answered: ListQuery<K> | null = null;
  /** The list, while the rows that are shown are still not its own. */
  #next: LiveList<K> | null = null;
  #summed = false;
  #hold = false;

  constructor(
    arrival: Expected<Views>,
    private readonly begun: Begun,
    private readonly today: () => Day,
    private question: ListQuery<K>,
  ) {
    super(arrival);
  }

  protected make(views: Views): LiveList<K> {
    return views.list(this.question);
  }

  protected override get early(): 'loading' | 'ready' {
    return this.#answered === this.question ? 'ready' : 'loading';
  }
  override get state(): LiveList<K>['state'] {
    return this.#next?.state === 'error' ? 'error' : super.state;
  }
  override get error(): CrmError | null {
    return this.#next?.error ?? super.error;
  }
  override get late(): boolean {
    return this.#next?.late ?? super.late;
  }
  get #list(): LiveList<K> | null {
    return this.here ?? this.#next;
  }

  get query(): ListQuery<K> {
    return this.question;
  }
  get hold(): boolean {
    return this.#hold;
  }
  set hold(hold: boolean) {
    this.#hold = hold;
    if (this.#list) this.#list.hold = hold;
  }
  get total(): number | undefined {
    return this.here ? this.here.total : this.#shown?.total;
  }
  get related(): Related {
    return this.here?.related ?? noRelated;
  }
  get waiting(): number {
    return this.here?.waiting ?? 0;
  }
  get summary(): Summary | undefined {
    this.#summed = true;
    return this.here?.summary;
  }
  pending(id: Id): boolean {
    return this.here?.pending(id) ?? false;
  }
  showWaiting(): void {
    this.here?.showWaiting();
  }

  row(index: number): RecordOf[K] | undefined {
    if (this.here) return this.here.row(index);
    return this.#shown?.rows[index - this.#shown.offset] as RecordOf[K] | undefined;
  }

  indexOf(id: Id): number {
    if (this.here) return this.here.indexOf(id);
    const place = this.#shown?.rows.findIndex((row) => row.id === id) ?? -1;
    return place < 0 ? -1 : place + this.#shown!.offset;
  }

  async locate(id: Id, options?: LocateOptions<K>): Promise<Located | null> {
    const views = await this.arrival.need();
    return (this.#list ?? this.make(views)).locate(id, options);
  }

  setQuery(query: ListQuery<K>): void {
    if (same(query, this.question)) return;
    this.question = query;
    this.#wanted = { ...this.#wanted, start: 0, end: this.#wanted.end - this.#wanted.start };
    if (this.#list) this.#list.setQuery(query);
    else if (this.entries.size > 0) this.ask();
  }

  setWindow(start: number, end: number): void {
    this.#wanted = { start: Math.max(0, start), end: Math.max(start, end), travel: 0 };
    if (this.#list) this.#list.setWindow(start, end);
    else if (this.entries.size === 0) return;
    else if (this.early === 'loading') {
      const range = rangeFor(this.#asked, 0, true);
      if (range.start > start || end > range.end) this.ask();
    } else if (!covers(this.#span, this.#wanted)) this.need();
  }

  get #span(): Parameters<typeof covers>[0] {
    const { offset: start, rows, total, complete } = this.#shown!;
    return { start, rows, total, complete };
  }

  override retry(): void {
    if (this.#next) this.#next.retry();
    else super.retry();
  }

  protected override ask(): void {
    const { question, begun } = this;
    if (!begun.adapter.abilities.seek || question.related !== false || sortsByName(question.order)) return this.need();
    const asked = (this.#asked = this.#wanted);
    const { start, end } = rangeFor(asked, 0, true);
    const query = { ...askedBy(question, this.today()), window: { offset: start, limit: end - start } };
    void begun.page(query).then((page) => {
      if (this.#list || question !== this.question || asked !== this.#asked) return;
      // The list may be shorter than where one looks, or the storage in need of patience.
      if (page === null || (page.records.length === 0 && start > 0)) return this.need();
      this.#shown = sliceOf(page, start, end - start);
      this.#answered = question;
      this.arrival.shown();
      this.tell();
    });
  }

  protected override arrive(list: LiveList<K>): void {
    list.hold = this.#hold;
    if (this.#summed) void list.summary;
    list.setWindow(this.#asked.start, this.#asked.end);
    if (this.#shown === null) return this.#settle(list);
    // These rows stay until the list has its own: mostly the very same, which nobody has to be told of.
    this.#next = list;
    const off = list.subscribe(() => {
      if (list.state !== 'ready') return this.tell();
      this.#settle(list);
      off();
    });
  }

  #settle(list: LiveList<K>): void {
    const { state, total } = this;
    const before = this.#shown?.rows;
    super.arrive(list);
    this.#next = null;
    list.setWindow(this.#wanted.start, this.#wanted.end);
    const alike = before?.every((row, i) => row === list.row(i + this.#shown!.offset)) ?? true;
    if (state !== list.state || total !== list.total || !alike) this.tell();
    this.#shown = null;
  }
}
