import type { Id, Lead } from '../../domain/records.js';
import type { Format } from '../../i18n/format.js';
import type { CrmStore, Live, LiveList } from '../../store/api.js';
import type { Commands } from '../../shared/commands.js';
import type { Telling } from '../../shared/telling.js';
import type { Localize } from '../../shared/localize.js';
import type { CrmHost, StoreController } from '../../shared/store-controller.js';
import type { SetupKeeper } from '../../shared/setup-keeper.js';
import type { LiveView } from '../../shared/live-view.js';
import { firstColumns } from './columns.js';
import type { Column } from './columns.js';
import type { OwnColumns } from './more-columns.js';
import { ownSetupCode } from './own-setup-code.js';
import type { GridBox } from '../../shared/table/grid-box.js';
import type { Running, TableModel } from '../../shared/table/model.js';
import type { Selection } from '../../shared/table/selection.js';
import { defaultSetup, segmentOf } from './setup.js';
import type { InboxSegment, InboxSetup } from './setup.js';
import type { InboxWords } from './words.js';

export { areas, type InboxWords } from './words.js';

export type InboxList = LiveList<'lead'> | LiveList<'trash'>;

/** Nothing can be chosen before hands come, with a selection of their own. */
const none = {
  all: false,
  ids: [],
  has: () => false,
  count: () => 0,
  empty: () => true,
  asked: () => undefined,
} satisfies Partial<Selection> as unknown as Selection;

/** The element's own members that its parts use. */
export interface InboxHost extends CrmHost {
  readonly detail: 'inside' | 'none';
}
export type InboxGrid = GridBox<Lead, Column>;

/**
 * The state of one inbox and what follows from it. The template functions read it, the commands change it; it knows
 * nothing of markup.
 */
export class InboxModel implements TableModel<Lead, Column> {
  segment: InboxSegment = 'inbox';
  search = '';
  setup: InboxSetup = defaultSetup;
  selection = none;
  /** The row that has the tab stop, by id; it survives every change of the list. */
  active: Id | null = null;
  /** Its place when it was last seen: where the focus goes when it is gone. */
  activeIndex = 0;
  /** Where it is narrow: the sums of all currencies are shown, not the first ones. */
  allSums = false;
  /** Loading has taken so long that it must be shown. */
  slow = false;
  /** The first rows have been painted: there is time for numbers. */
  painted = false;
  /** The set-up kept for this user is known. */
  known = false;
  running: Running | null = null;
  /** How many leads another segment has for the same question; undefined = not asked. */
  elsewhere: number | undefined;
  /** Commands that have ended: what was counted in the storage before may be old. */
  ended = 0;
  /** What brings back how it was set up. */
  keeper: SetupKeeper | undefined;
  /** Called when another question is asked: what was found is looked at from its beginning. */
  onAsk: (() => void) | undefined;

  /** Hands bring them. */
  commands!: Commands;

  constructor(
    readonly host: InboxHost,
    readonly stores: StoreController,
    readonly words: Localize<InboxWords>,
    readonly telling: Telling,
    readonly live: () => LiveView<InboxList>,
  ) {}

  /** There is a list, it is known how it is set up, and what shows that is here: before that, rows might jump. */
  get ready(): boolean {
    const usual = this.segment !== 'trash' && (this.#lost || this.setup === defaultSetup);
    return this.known && this.list !== null && (usual || (this.own !== undefined && this.#columns!.ordered));
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
    return this.live().value;
  }
  get query(): InboxList['query'] {
    return this.own?.queryOf(this) ?? segmentOf(this.segment, this.setup.order);
  }
  /** A list of other records is another list. One that cannot be asked for yet leaves in sight what was there before. */
  get trash(): boolean {
    return this.askable ? this.segment === 'trash' : this.list?.query.kind === 'trash';
  }
  /** What is asked can be asked: whatever narrows the list, and the trash, needs code that may be on its way. */
  get askable(): boolean {
    return this.own ? this.#columns!.settled : !this.narrowed && this.segment !== 'trash';
  }
  /** Nothing could be read that could be shown. */
  get failed(): boolean {
    return this.stores.state === 'failed' || this.list?.state === 'error' || !!this.lost;
  }
  /** What the question rests on cannot be had: tries again; undefined = it can. */
  get lost(): (() => void) | undefined {
    return this.own && this.#columns!.lost;
  }
  /** It could not be asked when it was to be. */
  unasked = false;
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
  /** The same list as long as nothing about it changes. */
  get columns(): readonly Column[] {
    void this.own;
    return this.#columns?.of() ?? firstColumns;
  }
  #columns: OwnColumns | undefined;
  /** What only set-ups of one's own ask for, with the words for it; undefined = on its way, or nobody has asked. */
  get own(): typeof ownSetupCode.here {
    const { here } = ownSetupCode;
    if (here) this.#columns ??= new here.OwnColumns(this);
    return here;
  }

  /** Fetches what only set-ups of one's own ask for, where this is one. undefined = everything is here, or cannot be had. */
  get unknown(): Promise<void> | undefined {
    if (this.own || (this.askable && (this.#lost || this.setup === defaultSetup))) return undefined;
    this.#fetching ??= ownSetupCode.need().then(
      () => this.ask(),
      () => {
        this.#lost = true;
        this.update();
      },
    );
    return this.#fetching;
  }
  #fetching: Promise<void> | undefined;
  /** It could not be fetched: columns that are missing are better than no leads at all. Else the hands' notice offers another try. */
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
  at(index: number): Lead | undefined {
    const row = this.list?.row(index);
    return row && 'record' in row ? this.own?.leadOf(row) : row;
  }

  update(): void {
    this.host.requestUpdate();
  }

  say(text: string): void {
    this.telling.say(text);
  }

  setSearch(words: string): void {
    if (words === this.search) return;
    this.search = words;
    this.asked();
  }

  /** Set up by the page: shown, and not kept as the person's own. */
  arrange(part: Partial<InboxSetup>): void {
    this.setup = { ...this.setup, ...part };
    if (part.filter) this.asked();
    else this.ask();
  }

  setSegment(segment: InboxSegment): void {
    if (segment === this.segment) return;
    this.segment = segment;
    this.active = null;
    this.asked();
  }

  /** Another question: what was chosen under the old one is let go, so that nothing unseen is ever archived or deleted. */
  asked(): void {
    this.selection.asked();
    this.elsewhere = undefined;
    this.ask();
  }

  /** A list that was just made reads what is in sight. */
  begin(list: InboxList, [start, end]: readonly [number, number]): InboxList {
    if (end > start) list.setWindow(start, end);
    return list;
  }

  /** What is there at once is drawn at once, and once: laying out the empty list first takes as long as reading its rows. */
  async firstRows(): Promise<void> {
    await this.keeper!.known();
    await this.unknown;
    await this.read();
  }

  /** Ends when the list has its first answer, or none can be had. */
  async read(): Promise<void> {
    const { list, store } = this;
    if (list) await until(list, () => list.state !== 'loading');
    // Labels and owners come with the rows: to draw these twice takes longer than to read the names.
    if (list?.row(0) && store) await until(store.directory, () => store.directory.ready);
  }

  /** Asks the list what the set-up and the words say now. */
  ask(): void {
    const { list, query, askable } = this;
    this.onAsk?.();
    this.unasked = !askable;
    if (askable) {
      // The kinds of list and query go together: another kind makes another list (lead-inbox.ts).
      if (list?.query.kind === query.kind) (list as { setQuery(query: unknown): void }).setQuery(query);
      else if (!list) this.live().renew();
    }
    this.update();
  }
}

function until(source: Pick<Live, 'subscribe'>, done: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    if (done()) return resolve();
    const off = source.subscribe(() => {
      if (!done()) return;
      off();
      resolve();
    });
  });
}
