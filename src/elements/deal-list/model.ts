import { readFilter } from '../../domain/filter-check.js';
import type { Filter } from '../../domain/filter.js';
import type { CommandName } from '../../domain/plan.js';
import type { Order } from '../../domain/query.js';
import type { AnyRecord, Deal, Field, Id, Pipeline } from '../../domain/records.js';
import type { Format } from '../../i18n/format.js';
import type { Commands } from '../../shared/commands.js';
import type { DealPlace } from '../../shared/deals/place.js';
import { computedIn, fieldsFor } from '../../shared/formula/here.js';
import type { Localize } from '../../shared/localize.js';
import type { SetupKeeper } from '../../shared/setup-keeper.js';
import { keepSoon } from '../../shared/setup-keeping.js';
import type { StoreController } from '../../shared/store-controller.js';
import type { HeadsModel } from '../../shared/table/head-menus.js';
import { sized } from '../../shared/table/kept.js';
import type { Running, TableModel } from '../../shared/table/model.js';
import { Selection } from '../../shared/table/selection.js';
import type { CrmStore, ListQuery, LiveList } from '../../store/api.js';
import { namesIn } from '../../shared/record-names.js';
import { allColumns, columnOf } from './columns.js';
import type { DealColumn } from './columns.js';
import { ListFormulas } from './formulas.js';
import type { DealListHost } from './host.js';
import { pipelineIn, queryOf } from './query.js';
import { readSetup } from './read-setup.js';
import { columnsIn, orderIn } from './setup.js';
import type { DealListSetup, DealSegment } from './first-setup.js';
import type { DealListWords } from './words.js';

/**
 * The state of one list of deals and what follows from it. The template functions read it, the commands change it; it knows
 * nothing of markup.
 */
export class DealListModel implements TableModel<Deal, DealColumn>, HeadsModel<DealColumn>, DealPlace {
  readonly selection = new Selection((count) => {
    const { dealList: said } = this.t;
    return count === undefined ? said.selectedAll : said.selectionSaid(count);
  });
  active: Id | null = null;
  activeIndex = 0;
  slow = false;
  /** The set-up kept for this user is known. */
  known = false;
  running: Running | null = null;
  /** Where it is narrow: the sums of all currencies are shown, not the first ones. */
  allSums = false;
  keeper: SetupKeeper | undefined;
  readonly formulas = new ListFormulas(this);
  /** What was asked last: another question lets go of what was chosen. */
  #asked = '';
  #query: ListQuery<'deal'> | undefined;
  #key = '';

  constructor(
    readonly host: DealListHost,
    readonly crm: StoreController,
    readonly words: Localize<DealListWords>,
    readonly commands: Commands,
    readonly live: () => LiveList<'deal'> | null,
    /** What was found is looked at from its beginning. */
    readonly toTop: () => void,
  ) {}

  get store(): CrmStore | null {
    return this.crm.store;
  }
  get t(): DealListWords {
    return this.words.t;
  }
  get format(): Format {
    return this.words.format;
  }
  get today(): string {
    return this.store?.today() ?? '';
  }
  get setup(): DealListSetup {
    return this.host.setup;
  }
  get segment(): DealSegment {
    return this.setup.segment;
  }
  get list(): LiveList<'deal'> | null {
    return this.live();
  }
  /** Nothing could be read that could be shown. */
  get failed(): boolean {
    return this.crm.state === 'failed' || this.list?.state === 'error' || this.formulas.failed;
  }
  get ready(): boolean {
    return this.known && this.list !== null && this.store?.directory.ready === true;
  }
  get total(): number | undefined {
    return this.list?.total;
  }
  /** All rows; while nobody knows how many that are, those that have been read from the top. */
  get places(): number | undefined {
    const { list } = this;
    if (list?.total !== undefined || list?.state !== 'ready') return list?.total;
    let read = 0;
    while (list.row(read) !== undefined) read++;
    return read;
  }

  get pipelines(): readonly Pipeline[] {
    return this.store?.directory.pipelines ?? [];
  }
  /** The one that is looked at; undefined = all of them. */
  get pipeline(): Pipeline | undefined {
    const id = pipelineIn(this.setup, this.store?.directory);
    return id === null ? undefined : this.pipelines.find((each) => each.id === id);
  }

  /** Something narrows the list: no rows then means "no match", not "nothing there". */
  get narrowed(): boolean {
    return this.setup.search.trim() !== '' || this.setup.filter.length > 0;
  }
  get selecting(): boolean {
    return !this.selection.empty(this.total);
  }
  get open(): Id | null {
    return this.crm.current.deal;
  }

  /** The same object as long as it asks the same. */
  get query(): ListQuery<'deal'> {
    const query = queryOf(this.setup, this.store, computedIn(this.store));
    const key = JSON.stringify(query);
    if (key !== this.#key || !this.#query) [this.#key, this.#query] = [key, query];
    return this.#query;
  }

  /** Before each drawing: what of it cannot be shown is left out. A page is told of it (`shared/check-state.ts`). */
  #readSetup(): void {
    if (this.setup === this.#known) return;
    const {
      segment = 'open',
      orders = {},
      columns = {},
      widths = {},
      pipelineId = null,
    } = readSetup({ ...this.setup });
    const search = `${this.setup.search ?? ''}`;
    const read = { ...this.setup, segment, search, pipelineId, orders, columns, widths };
    // What is right stays the same: rows are drawn anew where columns are.
    if (JSON.stringify(read) !== JSON.stringify(this.setup)) this.host.setup = read;
    this.#known = this.setup;
  }
  #known: DealListSetup | undefined;

  /** Before each drawing: what is no filter is left out, and the page is told. */
  #readFilter(): void {
    const { filter } = this.setup;
    if (filter === this.#read) return;
    const { filter: known, problems } = readFilter(filter);
    if (problems.length > 0) {
      console.warn('crm-elements: <deal-list> was given a filter of which some parts cannot be read.', problems);
      this.host.setup = { ...this.setup, filter: known };
    }
    this.#read = this.setup.filter;
  }
  #read: Filter | undefined;

  /** Before each drawing: asks what the set-up says now. */
  check(): void {
    this.#readSetup();
    this.#readFilter();
    this.formulas.check();
    const { list } = this;
    if (!this.formulas.settled) {
      // What was chosen is out of sight.
      if (this.formulas.failed) this.#letGo();
      return;
    }
    if (!list) return;
    const { query } = this;
    if (list.query === query) return;
    const asked = JSON.stringify([query.where, query.search]);
    if (this.#asked !== '' && asked !== this.#asked) {
      // What was chosen under another question is let go, so that nothing unseen is ever changed.
      this.#letGo();
    }
    this.#asked = asked;
    this.toTop();
    list.setQuery(query);
  }

  #letGo(): void {
    this.selection.asked();
    this.active = null;
  }

  /** The custom fields that deals have. */
  get fields(): readonly Field[] {
    return fieldsFor(this.store, 'deal');
  }

  /** The same list as long as nothing about it changes: rows compare it to know whether they have to be drawn. */
  get columns(): readonly DealColumn[] {
    this.#readSetup();
    const { fields } = this;
    const { widths } = this.setup;
    const ids = columnsIn(this.setup);
    const rests = [ids, fields, widths, this.store && namesIn(this.store).version];
    if (rests.every((part, at) => part === this.#rests[at])) return this.#columns;
    this.#rests = rests;
    this.#columns = [...new Set(['title', ...ids])].flatMap((id) => {
      const column = columnOf(id, fields, this.store?.abilities.formulas);
      return column ? sized(column, widths[id]) : [];
    });
    return this.#columns;
  }
  #rests: readonly unknown[] = [];
  #columns: readonly DealColumn[] = [];

  at(index: number): Deal | undefined {
    return this.list?.row(index);
  }

  titleOf(deal: Deal): string {
    return deal.title || deal.organizationName || deal.personName || this.t.pipeline.untitled;
  }

  /** Why the command is refused for this record, or at all; null = it is not. */
  why(name: CommandName, record: AnyRecord | null): string | null {
    const may = this.store?.settings.can(name, record) ?? true;
    if (may === true) return null;
    return typeof may === 'string' && may !== '' ? may : this.t.pipeline.notAllowed;
  }

  /** Set up by a person here: kept for this user. */
  arrange(part: Partial<DealListSetup>): void {
    this.host.setup = { ...this.setup, ...part };
    if (this.keeper) keepSoon(this.keeper);
    this.update();
  }

  setColumns(ids: readonly string[] | undefined): void {
    this.arrange({ columns: { ...this.setup.columns, [this.segment]: ids } });
  }

  setSegment(segment: DealSegment): void {
    if (segment !== this.segment) this.arrange({ segment });
  }

  setSearch(search: string): void {
    this.host.setup = { ...this.setup, search };
    this.update();
  }

  /** As the head of a column asks: ascending, then descending. Amounts and days that are over begin with the largest. */
  sortBy(column: DealColumn, descending?: boolean): void {
    const [now] = orderIn(this.setup);
    const next =
      descending ?? (now?.field === column.id ? !now.descending : column.cell === 'money' || isPast.has(column.id));
    const order = [{ field: column.id, descending: next }];
    this.arrange({ orders: { ...this.setup.orders, [this.segment]: order } });
    this.say(this.t.dealList.sortedSaid(column.name(this.t), next));
  }

  get allColumns(): readonly DealColumn[] {
    return allColumns(this.fields, this.store?.abilities.formulas);
  }
  get ordered(): Order | undefined {
    return orderIn(this.setup)[0];
  }
  nameOfColumn({ name }: DealColumn): string {
    return name(this.t);
  }
  sortNameOf(column: DealColumn): string {
    return column.id === 'title' ? this.t.common.title : column.name(this.t);
  }

  /** What a column is called; a field that is gone has its own name. */
  columnName(id: string): string {
    return columnOf(id, this.fields)?.name(this.t) ?? id;
  }

  update(): void {
    this.host.requestUpdate();
  }

  say(text: string): void {
    this.commands.announce(text);
  }
}

const isPast: ReadonlySet<string> = new Set([
  'createdAt',
  'updatedAt',
  'touchedAt',
  'closedAt',
  'wonAt',
  'lostAt',
  'stageChangedAt',
]);
