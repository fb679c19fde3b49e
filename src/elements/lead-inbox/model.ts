import type { Condition, Order } from '../../domain/query.js';
import type { Field, Id, Lead, Trash } from '../../domain/records.js';
import type { Format } from '../../i18n/format.js';
import type { CrmStore, LiveList } from '../../store/api.js';
import type { Commands } from '../../shared/commands.js';
import type { Localize } from '../../shared/localize.js';
import type { CrmHost, StoreController } from '../../shared/store-controller.js';
import { moreColumnsCode } from './columns-code.js';
import { columnsOf, defaultColumns, firstColumns } from './columns.js';
import type { Column } from './columns.js';
import { Selection } from './selection.js';
import { defaultSetup, queryOf } from './setup.js';
import type { InboxSegment, InboxSetup } from './setup.js';
import type { InboxWords } from './words.js';

export { areas, type InboxWords } from './words.js';

export type InboxList = LiveList<'lead'> | LiveList<'trash'>;

const none: readonly Field[] = [];

/** A command over many leads that is being carried out. */
export interface Running {
  readonly text: string;
  readonly done: number;
  readonly of: number;
  readonly stop: () => void;
}

/** The element's own members that its parts use. */
export type InboxHost = CrmHost;

/**
 * The state of one inbox and what follows from it. The template functions read it, the commands change it; it knows
 * nothing of markup.
 */
export class InboxModel {
  segment: InboxSegment = 'inbox';
  search = '';
  setup: InboxSetup = defaultSetup;
  readonly selection = new Selection();
  /** The row that has the tab stop, by id; it survives every change of the list. */
  active: Id | null = null;
  /** Its place when it was last seen: where the focus goes when it is gone. */
  activeIndex = 0;
  /** Many were chosen at once: the line that offers all the rest is shown. */
  offerAll = false;
  /** Where it is narrow: the sums of all currencies are shown, not the first ones. */
  allSums = false;
  /** Loading has taken so long that it must be shown. */
  slow = false;
  /** The set-up kept for this user is known. */
  known = false;
  running: Running | null = null;
  /** How many leads another segment has for the same question; undefined = not asked. */
  elsewhere: number | undefined;
  /** Commands that have ended: what was counted in the storage before may be old. */
  ended = 0;
  /** Called when filter, order or columns were changed by a person. */
  onSetup: (() => void) | undefined;
  /** Called when another question is asked: what was found is looked at from its beginning. */
  onAsk: (() => void) | undefined;

  constructor(
    readonly host: InboxHost,
    readonly stores: StoreController,
    readonly words: Localize<InboxWords>,
    readonly commands: Commands,
    readonly live: () => InboxList | null,
  ) {}

  /** It is known how the list is set up, and what shows that is here: before that, rows might jump. */
  get ready(): boolean {
    return this.known && this.unknown === undefined;
  }
  get store(): CrmStore | null {
    return this.stores.store;
  }
  get t(): InboxWords {
    return this.words.t;
  }
  get format(): Format {
    return this.words.format;
  }
  get list(): InboxList | null {
    return this.live();
  }
  get query(): ReturnType<typeof queryOf> {
    return queryOf(this.segment, this.setup, this.search);
  }
  /** How many rows the list has; undefined = not known yet. */
  get total(): number | undefined {
    return this.list?.total;
  }
  /** How many leads the segment that is shown has; undefined = not known, or not asked because something narrows the list. */
  get counted(): number | undefined {
    const { list } = this;
    return this.narrowed || list?.state === 'error' ? undefined : (list?.total ?? list?.summary?.count);
  }
  /** Rows that can be drawn: all; while nobody knows how many that are, those that have been read from the top. */
  get places(): number | undefined {
    const { list } = this;
    if (list?.total !== undefined || list?.state !== 'ready') return list?.total;
    let read = 0;
    while (list.row(read) !== undefined) read++;
    return read;
  }
  /** The same list as long as nothing about it changes: rows compare it to know whether they have to be drawn. */
  get columns(): readonly Column[] {
    const more = moreColumnsCode.here;
    if (this.segment === 'trash') return more?.trashColumns ?? firstColumns;
    const rests = [this.setup.columns, this.store?.directory.fields, more];
    if (rests.some((one, i) => one !== this.#columnsOf[i])) {
      this.#columnsOf = rests;
      const next = columnsOf(this.setup.columns, (id) => this.column(id));
      if (next.length !== this.#columns.length || next.some((one, i) => one !== this.#columns[i])) this.#columns = next;
    }
    return this.#columns;
  }
  #columns: readonly Column[] = [];
  #columnsOf: readonly unknown[] = [];

  /** A column that is not among the first; undefined where nobody knows it, or what knows it is on its way. */
  column(id: string): Column | undefined {
    return moreColumnsCode.here?.moreColumn(id, this.store?.directory.fields ?? none);
  }

  /** Fetches what only set-ups of one's own show, where this is one. undefined = everything is here, or cannot be had. */
  get unknown(): Promise<void> | undefined {
    if (moreColumnsCode.here || this.#lost) return undefined;
    const { columns, filter, order } = this.setup;
    const named = [...columns, ...[...filter, ...order].map(({ field }) => field)];
    const ours = named.every((id) => defaultColumns.includes(id));
    if (ours && this.segment !== 'trash') return undefined;
    this.#fetching ??= moreColumnsCode
      .need()
      .catch(() => (this.#lost = true))
      .then(() => this.update());
    return this.#fetching;
  }
  #fetching: Promise<void> | undefined;
  /** They could not be fetched: better without them than not at all. */
  #lost = false;

  /** Something narrows the list: no rows then means "no match", not "nothing there". */
  get narrowed(): boolean {
    return this.search.trim() !== '' || (this.segment !== 'trash' && this.setup.filter.length > 0);
  }
  get selecting(): boolean {
    return !this.selection.empty(this.total);
  }
  /** The lead that is open beside the list. */
  get open(): Id | null {
    return this.segment === 'trash' ? null : this.stores.current.lead;
  }

  /** The lead in a place; from the trash, the lead as it was. */
  lead(index: number): Lead | undefined {
    return leadOf(this.list?.row(index));
  }

  update(): void {
    this.host.requestUpdate();
  }

  say(text: string): void {
    this.commands.announcer.say(text);
  }

  clearSelection(): void {
    this.selection.clear();
    this.offerAll = false;
    this.update();
  }

  setSearch(words: string): void {
    if (words === this.search) return;
    this.search = words;
    this.#asked();
  }

  setFilter(filter: readonly Condition[]): void {
    this.setup = { ...this.setup, filter };
    this.onSetup?.();
    this.#asked();
  }

  setOrder(order: readonly Order[]): void {
    this.setup = { ...this.setup, order };
    this.onSetup?.();
    this.ask();
  }

  /** Set up by the page: shown, and not kept as the person's own. */
  arrange(part: Partial<InboxSetup>): void {
    this.setup = { ...this.setup, ...part };
    if (part.filter) this.#asked();
    else this.ask();
  }

  setColumns(columns: readonly string[]): void {
    this.setup = { ...this.setup, columns };
    this.onSetup?.();
    this.update();
  }

  setSegment(segment: InboxSegment): void {
    if (segment === this.segment) return;
    this.segment = segment;
    this.active = null;
    this.#asked();
  }

  /**
   * A choice of all is one of what the list answers. While it still shows the rows of an earlier question, the choice
   * waits for the answer; another question forgets it.
   */
  whenAnswered(choose: () => void): void {
    if (this.list?.state === 'loading') this.#choose = choose;
    else choose();
  }
  #choose: (() => void) | null = null;
  #unanswered = false;

  /** Called with every drawing: the first with an answer lets go what was chosen of rows that are not in it. */
  answered(): void {
    const { list, selection } = this;
    if (!this.#unanswered || list?.state !== 'ready') return;
    this.#unanswered = false;
    selection.forget((selection.ids ?? []).filter((id) => list.indexOf(id) < 0));
    this.#choose?.();
    this.#choose = null;
  }

  /** Another question: what was chosen under the old one is let go, so that nothing unseen is ever archived or deleted. */
  #asked(): void {
    this.selection.clear();
    this.#choose = null;
    this.#unanswered = true;
    this.offerAll = false;
    this.elsewhere = undefined;
    this.ask();
  }

  /** A list that was just made reads what is in sight. */
  begin(list: InboxList, [start, end]: readonly [number, number]): InboxList {
    if (end > start) list.setWindow(start, end);
    return list;
  }

  /** Ends when the list has its first answer, or none can be had. */
  read(): Promise<void> {
    const { list } = this;
    return new Promise((resolve) => {
      if (list?.state !== 'loading') return resolve();
      const off = list.subscribe(() => {
        if (list.state === 'loading') return;
        off();
        resolve();
      });
    });
  }

  /** Asks the list what the set-up and the words say now. */
  ask(): void {
    const { list, query } = this;
    // The kinds of list and query go together: another kind makes another list (lead-inbox.ts).
    this.onAsk?.();
    if (list && list.query.kind === query.kind) (list as { setQuery(query: unknown): void }).setQuery(query);
    this.update();
  }
}

/** A lead in the trash, with when it was deleted and until when it is kept. */
export interface TrashedLead extends Lead {
  readonly deletedAt: string;
  readonly expiresAt: string;
}
const trashed = new WeakMap<Trash, TrashedLead>();

/** The lead of a row; of one in the trash as it was, the same object each time. */
export function leadOf(record: Lead | Trash | undefined): Lead | undefined {
  if (record === undefined || !('record' in record)) return record;
  let lead = trashed.get(record);
  if (!lead) {
    const { createdAt: deletedAt, expiresAt } = record;
    trashed.set(record, (lead = { ...(record.record as Lead), deletedAt, expiresAt }));
  }
  return lead;
}
