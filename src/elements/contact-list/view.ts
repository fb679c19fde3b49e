import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { homeCountry } from '../../domain/home-country.js';
import type { Order } from '../../domain/query.js';
import type { Id } from '../../domain/records.js';
import { Code } from '../../shared/code.js';
import { Connection } from '../../shared/connection.js';
import { Finding } from '../../shared/contacts/finding.js';
import { Commands } from '../../shared/commands.js';
import type { FirstParts } from '../../shared/first-parts.js';
import { Keys } from '../../shared/keys.js';
import { Menu } from '../../shared/menu.js';
import * as rowMoving from '../../shared/row-moving.js';
import type { StoreController } from '../../shared/store-controller.js';
import { pickAllLine } from '../../shared/table/bulk-parts.js';
import { News } from '../../shared/table/news.js';
import { announceSelection, clearSelection } from '../../shared/table/choose.js';
import { headActions } from '../../shared/table/column-head.js';
import type { HeadActions } from '../../shared/table/column-head.js';
import { FocusKeeper } from '../../shared/table/focus-keeper.js';
import { Grid } from '../../shared/table/grid.js';
import { GridBox } from '../../shared/table/grid-box.js';
import { HeadMenus, widthsOf } from '../../shared/table/head-menus.js';
import { Minutes } from '../../shared/table/minutes.js';
import { Resize } from '../../shared/table/resize.js';
import * as told from '../../shared/told.js';
import { View } from '../../shared/view.js';
import type { LiveList } from '../../store/api.js';
import { Actions } from './actions.js';
import { bulkBar } from './bulk-bar.js';
import type { ContactColumn } from './columns.js';
import { Counts } from './counts.js';
import { head, toolbar } from './head.js';
import type { ToolActions } from './head.js';
import type { ContactListHost } from './host.js';
import { shortcuts } from './keyboard.js';
import { Lazy } from './lazy.js';
import { drawRow, listView, shownIn, skeletonRow } from './list.js';
import type { ContactGrid } from './list.js';
import { Menus } from './menus.js';
import { ContactListModel } from './model.js';
import type { Contact } from './model.js';
import { newsOf } from './news.js';
import { orderIn } from './query.js';
import type { ContactKind } from './query.js';
import { Ranks } from './ranks.js';
import { Search } from './search.js';
import { setupKeeper } from './setup-keeper.js';
import { instead, newsBanner } from './states.js';
import { UnderWay } from './under-way.js';
import { areas } from './words.js';

export { contactListStyles } from './contact-list.styles.js';

const rowsCode = new Code(() => Promise.resolve(rowMoving));
rowsCode.give(rowMoving);

/** What `<contact-list>` shows, and what is done there. */
export class ContactListView extends View<ContactListHost> {
  readonly #crm: StoreController;
  readonly #commands: Commands;
  readonly #model: ContactListModel;
  readonly #list: { readonly value: LiveList<ContactKind> | null };
  readonly #box: ContactGrid;
  readonly #grid: Grid<Contact>;
  readonly #keeper: ReturnType<typeof setupKeeper>;
  readonly #menu: Menu;
  readonly #lazy: Lazy;
  readonly #actions: Actions;
  readonly #search: Search;
  readonly #ranks: Ranks;
  readonly #underWay: UnderWay;
  readonly #counts: Counts;
  readonly #tools: ToolActions;
  readonly #states: CustomStateSet;
  /** The first rows have been painted: now there is time for numbers, and for what is opened later. */
  #painted = false;
  #settled = false;
  #finding: Finding | null = null;
  /** What is sorted by is known, too. */
  #ranked = true;

  constructor(host: ContactListHost, parts: FirstParts) {
    super(host, parts);
    const { Localize, RowWindow, StoreController, Telling, watchDirectory } = parts;
    this.#crm = new StoreController(host);
    const words = new Localize(host, areas);
    this.#commands = new Commands(new Telling(host, this.#crm));
    this.#commands.bring(told);
    const rows = new RowWindow(host, {
      moving: rowsCode,
      box: () => this.#box.find(),
      row: (index) => drawRow(index, this.#model, this.#box, this.#underWay),
      shows: (index) => shownIn(index, this.#model, this.#box, this.#underWay),
      onRange: (start, end) => {
        this.#list.value?.setWindow(start, end);
        this.#underWay.look(start, end);
      },
    });
    const model = new ContactListModel(
      host,
      this.#crm,
      words,
      this.#commands,
      () => this.#list.value,
      () => rows.scrollTo(0, 'start'),
    );
    this.#model = model;
    this.#underWay = new UnderWay(model);
    this.#search = new Search(model);
    this.#ranks = new Ranks(model);
    // After the model: where the element stands in the page already, the query is made at once.
    this.#list = this.#crm.live<LiveList<ContactKind>>(
      (store) => {
        if (!model.known || !this.#begins) return null;
        const list = store.list<ContactKind>(model.query);
        const [start, end] = rows.range;
        if (end > start) list.setWindow(start, end);
        return list;
      },
      { deps: () => [model.known && this.#begins, model.segment] },
    );
    this.#box = new GridBox<Contact, ContactColumn>(model, rows, (work) => work?.(this.#grid));
    this.#box.skeleton = skeletonRow;
    this.#keeper = setupKeeper(model);
    watchDirectory(this.#crm);
    this.#menu = new Menu(host);
    this.#grid = new Grid<Contact>(this.#box, {
      open: (id) => this.#actions.open(id),
      act: (_name, id, anchor) => this.#menus.row(anchor, id),
      heading: '.title, .toolbar [aria-pressed=true]',
    });
    const grid = (): Grid<Contact> => this.#grid;
    this.#lazy = new Lazy(model, grid, () => this.#findingHere());
    this.#actions = new Actions(model, grid, this.#lazy.question, this.#lazy);
    this.#resize = new Resize<ContactColumn>(model, widthsOf(model));
    this.#menus = new Menus(this.#menu, model, this.#actions, this.#lazy, grid);
    const heads = new HeadMenus<ContactColumn>(this.#menu, model, this.#resize, grid);
    this.#heads = headActions(model, grid, heads);
    new News(model, newsOf(model));
    new Minutes(this.#box);
    new FocusKeeper(host, grid);
    this.#counts = new Counts(model);
    new Keys(host, shortcuts(model, grid, { actions: this.#actions, lazy: this.#lazy, heads }));
    this.#states = host.attachInternals().states;
    new Connection(host, () => () => {
      this.#finding?.end();
      this.#finding = null;
    });
    this.#tools = {
      add: this.#lazy.add,
      sort: heads.sort,
      columns: this.#lazy.columns,
      more: this.#menus.more,
      duplicates: this.#lazy.duplicates,
      proposed: () => (this.#finding?.state === 'ready' ? this.#finding.groups?.length : undefined),
      count: (segment) => this.#counts.of(segment),
      toRows: () => void this.#grid.focusStop(),
    };
  }

  readonly #menus: Menus;
  readonly #resize: Resize<ContactColumn>;
  readonly #heads: HeadActions<ContactColumn>;

  /** What the segment that is shown is sorted by. */
  get order(): readonly Order[] {
    return orderIn(this.#model.setup);
  }

  /** Ids of the columns of the segment that is shown. */
  get columns(): readonly string[] {
    return this.#model.columns.map(({ id }) => id);
  }

  /** Ids of what is selected; null = all that match, but for some. */
  get selected(): readonly Id[] | null {
    return this.#model.selection.ids;
  }

  protected override get enterable(): boolean {
    return this.#crm.state === 'failed' || this.#grid.settled;
  }
  /** Into the rows, to the one that had the focus last. */
  protected override goIn(): Promise<void> {
    return this.#grid.focusStop();
  }

  override moved(): void {
    this.#crm.moved();
  }

  override willUpdate(): void {
    const model = this.#model;
    this.#keeper.check();
    model.readSetup();
    this.#search.check();
    const byOrganization = orderIn(model.setup).some(({ field }) => field === 'organizationId');
    this.#ranked = this.#ranks.check(byOrganization);
    model.ranks = this.#ranks.ids;
    // Until it is known what is asked, and in which order, what was asked before stands.
    if (this.#begins) model.check();
    this.#counts.check();
    this.#box.prepare();
  }

  /** All that the first question needs is known; a later one waits beside what is shown. */
  get #begins(): boolean {
    return this.#ranked && (this.#search.answered || this.#list?.value != null);
  }

  override render(): TemplateResult {
    const model = this.#model;
    const { list, crm } = model;
    const failed = crm.state === 'failed' || list?.state === 'error';
    const none = model.ready && list?.state === 'ready' && list.total === 0;
    const chosen = model.selecting || model.running !== null;
    return html`<div class="crm contact-list">
      <div class="banners" part="banners">${this.#commands.banners()}${newsBanner(model)}</div>
      ${head(model, this.#tools)}
      ${chosen ? bulkBar(model, this.#actions, this.#lazy, this.#clear) : toolbar(model, this.#tools)}
      <div class="body">
        ${
          failed || none
            ? instead(model, this.#tools)
            : listView(model, this.#box, this.#heads, pickAllLine(model, model.t.contacts))
        }
      </div>
      ${crm.store && !failed && !none ? this.#foot() : nothing}${this.#menu.render()}${this.#lazy.render()}${this.#commands.render()}
    </div>`;
  }

  #foot(): TemplateResult {
    const { t, total, kind, format, selecting, selection } = this.#model;
    const count = selecting ? selection.count(total) : total;
    const word = kind === 'person' ? t.contacts.personsWord : t.contacts.organizationsWord;
    return html`<div class="foot" part="foot">
      <span data-total dir="auto">${
        count === undefined
          ? html`<b aria-hidden="true">&hellip;</b><span class="sr">${t.dealList.countPending}</span> ${word(2)}`
          : html`<b>${format.number(count)}</b> ${word(count)}`
      }${selecting ? html` <span data-of-selected>${t.dealList.ofSelected}</span>` : nothing}</span>
    </div>`;
  }

  override updated(): void {
    this.#resize.updated();
    if (this.#model.selecting) this.#states.add('selecting');
    else this.#states.delete('selecting');
    if (!this.#painted && (this.#model.list?.state === 'ready' || this.#crm.state === 'failed')) this.#after();
    if (this.#model.list?.state === 'ready') this.#underWay.look(...this.#box.rows.range);
    this.#lookThrough();
  }

  /** Of what is shown: another storage, or the other segment, is looked through anew. */
  #findingHere(): Finding | null {
    const { store, kind } = this.#model;
    if (this.#finding && (this.#finding.store !== store || this.#finding.kind !== kind)) {
      this.#finding.end();
      this.#finding = null;
    }
    if (store && !this.#finding)
      this.#finding = new Finding(store, kind, homeCountry(this.#model.words.lang, store.settings.currency), () => {
        this.host.requestUpdate();
        this.#lazy.proposals?.();
      });
    return this.#finding;
  }

  /** When nobody waits for anything else, and the rows stand still. */
  #lookThrough(): void {
    const { total } = this.#model;
    if (!this.#settled || total === undefined || this.#model.narrowed) return;
    this.#findingHere()?.begin(total);
  }

  #after(): void {
    this.#painted = true;
    requestAnimationFrame(() =>
      setTimeout(() => {
        this.#counts.begun = this.#underWay.begun = this.#settled = true;
        this.host.requestUpdate();
        this.#lazy.soon();
      }),
    );
  }

  readonly #clear = (): void => {
    clearSelection(this.#model);
    announceSelection(this.#model);
    void this.#grid.focusStop();
  };
}
