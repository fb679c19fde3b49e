import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { Order } from '../../domain/query.js';
import type { Deal, Id } from '../../domain/records.js';
import { checkState } from '../../shared/check-state.js';
import { Code } from '../../shared/code.js';
import { Commands } from '../../shared/commands.js';
import { Dialog } from '../../shared/dialog.js';
import type { FirstParts } from '../../shared/first-parts.js';
import { Keys } from '../../shared/keys.js';
import { FilterLedOn } from '../../shared/filter/led-on.js';
import { Menu } from '../../shared/menu.js';
import * as rowMoving from '../../shared/row-moving.js';
import type { StoreController } from '../../shared/store-controller.js';
import { pickAllLine } from '../../shared/table/bulk-parts.js';
import { News } from '../../shared/table/news.js';
import { announceSelection, clearSelection } from '../../shared/table/choose.js';
import { FocusKeeper } from '../../shared/table/focus-keeper.js';
import { Grid } from '../../shared/table/grid.js';
import { GridBox } from '../../shared/table/grid-box.js';
import { Minutes } from '../../shared/table/minutes.js';
import * as told from '../../shared/told.js';
import { View } from '../../shared/view.js';
import type { LiveList } from '../../store/api.js';
import { Actions } from './actions.js';
import { bulkBar } from './bulk-bar.js';
import { ChosenDeals } from './chosen.js';
import type { DealColumn } from './columns.js';
import { Counts } from './counts.js';
import { chips } from './filtering.js';
import { foot } from './foot.js';
import { FormulaSums } from './formula-sums.js';
import { head, toolbar } from './head.js';
import type { ToolActions } from './head.js';
import type { DealListHost } from './host.js';
import { shortcuts } from './keyboard.js';
import { Lazy } from './lazy.js';
import { drawRow, listView, shownIn, skeletonRow } from './list.js';
import type { DealGrid } from './list.js';
import { Menus } from './menus.js';
import { DealListModel } from './model.js';
import { newsOf } from './news.js';
import { headActions } from '../../shared/table/column-head.js';
import type { HeadActions } from '../../shared/table/column-head.js';
import { HeadMenus, widthsOf } from '../../shared/table/head-menus.js';
import { Resize } from '../../shared/table/resize.js';
import { rowActions } from './row-actions.js';
import { setupKeeper } from './setup-keeper.js';
import { orderIn } from './setup.js';
import { instead, newsBanner } from './states.js';
import { Weights } from './weights.js';
import { areas } from './words.js';

export { dealListStyles } from './deal-list.styles.js';

const rowsCode = new Code(() => Promise.resolve(rowMoving));
rowsCode.give(rowMoving);

/** What `<deal-list>` shows, and what is done there. */
export class DealListView extends View<DealListHost> {
  readonly #crm: StoreController;
  readonly #commands: Commands;
  readonly #model: DealListModel;
  readonly #list: { readonly value: LiveList<'deal'> | null };
  readonly #box: DealGrid;
  readonly #grid: Grid<Deal>;
  readonly #keeper: ReturnType<typeof setupKeeper>;
  readonly #menu: Menu;
  readonly #question: Dialog;
  readonly #menus: Menus;
  readonly #lazy: Lazy;
  readonly #actions: Actions;
  readonly #resize: Resize<DealColumn>;
  readonly #chosen: ChosenDeals;
  readonly #weights: Weights;
  readonly #formulaSums: FormulaSums;
  readonly #counts: Counts;
  readonly #tools: ToolActions;
  readonly #heads: HeadActions<DealColumn>;
  readonly #states: CustomStateSet;
  /** The first rows have been painted: now there is time for numbers, and for what is opened later. */
  #painted = false;

  constructor(host: DealListHost, parts: FirstParts) {
    super(host, parts);
    const { Localize, RowWindow, StoreController, Telling, watchDirectory } = parts;
    this.#crm = new StoreController(host);
    const words = new Localize(host, areas);
    this.#commands = new Commands(new Telling(host, this.#crm));
    this.#commands.bring(told);
    const rows = new RowWindow(host, {
      moving: rowsCode,
      box: () => this.#box.find(),
      row: (index) => drawRow(index, this.#model, this.#box, rowActions),
      shows: (index) => shownIn(index, this.#model, this.#box, rowActions),
      onRange: (start, end) => this.#list.value?.setWindow(start, end),
    });
    const model = new DealListModel(
      host,
      this.#crm,
      words,
      this.#commands,
      () => this.#list.value,
      () => rows.scrollTo(0, 'start'),
    );
    this.#model = model;
    // After the model: where the element stands in the page already, the query is made at once.
    this.#list = this.#crm.live<LiveList<'deal'>>(
      (store) => {
        if (!model.known || !model.formulas.settled) return null;
        const list = store.list(model.query);
        const [start, end] = rows.range;
        if (end > start) list.setWindow(start, end);
        return list;
      },
      { deps: () => [model.known && model.formulas.settled] },
    );
    this.#box = new GridBox<Deal, DealColumn>(model, rows, (work) => work?.(this.#grid));
    this.#box.skeleton = skeletonRow;
    this.#keeper = setupKeeper(model);
    watchDirectory(this.#crm);
    this.#menu = new Menu(host);
    this.#question = new Dialog(host);
    this.#grid = new Grid(this.#box, {
      open: (id) => this.#actions.open(id),
      act: (name, id, anchor) => this.#act(name, id, anchor),
      heading: '.title, .toolbar [aria-pressed=true]',
    });
    const grid = (): Grid<Deal> => this.#grid;
    this.#chosen = new ChosenDeals(model);
    this.#lazy = new Lazy(model, () => this.#actions, grid);
    this.#actions = new Actions(model, this.#chosen, grid, () => this.#lazy, this.#question);
    const resize = (this.#resize = new Resize<DealColumn>(model, widthsOf(model)));
    this.#menus = new Menus(this.#menu, model, this.#actions, this.#lazy, grid);
    const heads = new HeadMenus<DealColumn>(this.#menu, model, resize, grid);
    new News(model, newsOf(model));
    new FilterLedOn({
      crm: this.#crm,
      get filter() {
        return model.setup.filter;
      },
      setFilter: (filter) => {
        host.setup = { ...model.setup, filter };
        model.update();
      },
    });
    new Minutes(this.#box);
    new FocusKeeper(host, grid);
    this.#weights = new Weights(model);
    this.#formulaSums = new FormulaSums(model, this.#chosen);
    this.#counts = new Counts(model);
    new Keys(host, shortcuts(model, grid, { actions: this.#actions, lazy: this.#lazy, menus: this.#menus, heads }));
    this.#states = host.attachInternals().states;
    this.#tools = {
      sort: heads.sort,
      columns: this.#lazy.columns,
      more: this.#menus.more,
      filter: this.#lazy.filter,
      count: (segment) => this.#counts.of(segment),
      toRows: () => void this.#grid.focusStop(),
    };
    this.#heads = headActions(model, grid, heads);
  }

  /** What the segment that is shown is sorted by. */
  get order(): readonly Order[] {
    return orderIn(this.#model.setup);
  }

  /** Ids of the columns of the segment that is shown. */
  get columns(): readonly string[] {
    return this.#model.columns.map(({ id }) => id);
  }

  /** Tells the page what it has set wrong. */
  readonly check = (state: unknown): void => checkState(this.host, state);

  /** Ids of the selected deals; null = all that match, but for some. */
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
    this.#keeper.check();
    this.#model.check();
    this.#counts.check();
    this.#box.prepare();
  }

  override render(): TemplateResult {
    const model = this.#model;
    const { list, crm } = model;
    const none = model.ready && list?.state === 'ready' && list.total === 0;
    const chosen = model.selecting || model.running !== null;
    return html`<div class="crm deal-list">
      <div class="banners" part="banners">${this.#commands.banners()}${newsBanner(model)}</div>
      ${head(model, this.#tools)}
      ${chosen ? bulkBar(model, this.#actions, this.#menus, this.#clear) : toolbar(model, this.#tools)}${chips(model, this.#lazy.filter)}
      <div class="body">
        ${
          model.failed || none
            ? instead(model, this.#counts.of('all'))
            : listView(model, this.#box, this.#heads, pickAllLine(model, model.t.dealList))
        }
      </div>
      ${crm.store ? foot(model, this.#chosen, this.#weights, this.#formulaSums) : nothing}${this.#menu.render()}${this.#lazy.render()}${this.#question.render()}${this.#commands.render()}
    </div>`;
  }

  override updated(): void {
    this.#resize.updated();
    if (this.#model.selecting) this.#states.add('selecting');
    else this.#states.delete('selecting');
    if (!this.#painted && (this.#model.list?.state === 'ready' || this.#crm.state === 'failed')) this.#after();
  }

  #after(): void {
    this.#painted = true;
    requestAnimationFrame(() =>
      setTimeout(() => {
        this.#counts.begun = this.#weights.begun = this.#formulaSums.begun = true;
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

  /** A button of a row. */
  #act(name: string, id: Id, anchor: HTMLElement): void {
    if (name === 'move') this.#menus.move(anchor, id);
    else if (name === 'reopen') void this.#actions.reopen(id);
    else this.#menus.row(anchor, id);
  }
}
