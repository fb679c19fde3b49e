import { html, LitElement, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Filter } from '../../domain/filter.js';
import type { PeriodUnit } from '../../domain/forecast.js';
import type { Id } from '../../domain/records.js';
import type { BoardListState, BoardState } from '../../domain/view-state.js';
import { drawsSoon } from '../../shared/code.js';
import { watchDirectory } from '../../shared/directory-view.js';
import { keepKeys } from '../../shared/early-keys.js';
import { Late, type Arriving } from '../../shared/late.js';
import { Localize } from '../../shared/localize.js';
import { StoreController } from '../../shared/store-controller.js';
import { takeState } from '../../shared/take-state.js';
import { Telling } from '../../shared/telling.js';
import type { CrmStore } from '../../store/api.js';
import { handsCode } from './code.js';
import { boardView, strip } from './board.js';
// The sheets before the cards: see `define/order.ts`.
import { pipelineStyles } from './deal-pipeline.styles.js';
import { cards } from './card.js';
import { defaultFields, fieldsOf } from './card-fields.js';
import { Columns } from './columns.js';
import type { Hands } from './hands.js';
import { head } from './head.js';
import { areas, BoardModel, needed } from './model.js';
import { isBoardOrder, type BoardDirection, type BoardOrder } from './order.js';
import { isBoardView, type BoardView } from './view-names.js';
import { setupKeeper } from './setup-keeper.js';
import { nextFrame, Waiting } from './waiting.js';

/** Keys that are kept until what they do has come. Those that work a button by themselves are not among them. */
const early = 'arrowleft arrowright arrowup arrowdown home end pageup pagedown 1 2 3 / n m w x z mod+z mod+k ?';

/**
 * The board of deals: stages with count and totals over all their deals, cards that move by mouse, finger, pen, keyboard
 * and menu. It takes its deals from the provider around it, or from the page's default store; it asks its own width, not
 * the window's, how to show them. Give it a height: `deal-pipeline { block-size: 100% }`; without one it is 44 rem high.
 *
 * Keys, while the focus is inside and nobody types: arrows go from card to card, `Enter` opens, `Space` lifts and drops,
 * `Esc` puts back, `Alt` with an arrow moves at once, `M` Move to, `W` Wait until, `/` search, `N` new, `Z` undo,
 * `Shift+Z` redo, `1` board, `2` list, `3` forecast, `Ctrl+K` search everywhere, `?` all of them.
 *
 * @fires {CustomEvent<{ id: string | null }>} deal-open - A deal is about to be opened. Cancelable.
 * @fires {IntentEvent} deal-move - A deal is about to be moved. Cancelable; so are all intents of `events.ts`.
 * @fires {CustomEvent} deal-moved - A deal was moved.
 * @fires {IntentEvent} deal-wait - A deal is about to wait until a day, for a reason, or to wait no longer. Cancelable.
 * @fires {IntentEvent} deals-convert - Deals are about to go back to the leads. Cancelable.
 * @fires {IntentEvent} deals-merge - Deals are about to become one. Cancelable.
 * @fires {IntentEvent} trash-restore - A deleted deal is about to come back, from "More actions". Cancelable.
 * @fires {IntentEvent} pipeline-save - A pipeline with its stages is about to be made or changed. Cancelable.
 * @fires {IntentEvent} pipeline-delete - A pipeline is about to be deleted. Cancelable.
 * @fires {IntentEvent} pipelines-sort - Pipelines are about to be put in another order. Cancelable.
 * @fires {IntentEvent} deals-expect - Deals are about to be expected to close on other days: moved in the forecast. Cancelable.
 * @fires {IntentEvent} deals-move - Deals are about to leave a stage or pipeline that is going to be deleted. Cancelable.
 * @fires {CustomEvent<BoardState>} view-changed - A person has set the board up: filter, order, fields, pipeline, period, what is shown; `detail` is `viewState`.
 * @slot list - What shows the deals as a table; empty: a `<deal-list>` is made, if it is defined.
 * @slot empty - The host's own ways to begin, beside "Add deal", while there are no deals at all.
 * @csspart head - Pipeline, totals, view, search, owner, filter, order, more, add.
 * @csspart filters - What narrows the board, a chip each.
 * @csspart totals - Count and totals over all deals.
 * @csspart views - The switch between board, list and forecast.
 * @csspart periods - In the forecast: weeks, months or quarters, and which of them.
 * @csspart list - The box of the table.
 * @csspart steps - The strip of stages on a narrow board.
 * @csspart board - The box that scrolls sideways.
 * @csspart stage - A stage.
 * @csspart stage-header - Its name, count and totals.
 * @csspart cards - The box that its cards scroll in.
 * @csspart card - A deal.
 * @csspart dock - Won, lost, delete, and another pipeline or the leads, while cards are dragged.
 * @csspart bulk - The bar in the head's place while cards are chosen.
 * @csspart empty - What stands where there are no deals.
 * @cssproperty --crm-accent - The one accent.
 * @cssproperty --crm-surface - The ground.
 * @cssproperty --crm-text - The text.
 * @cssproperty --crm-border - The lines.
 * @cssproperty --crm-radius - The corners; 0 squares them all.
 * @cssproperty --crm-font - The typeface.
 * @cssstate lifted - The keyboard holds a card.
 */
export class DealPipeline extends LitElement {
  static override styles = pipelineStyles;
  static override properties: PropertyDeclarations = {
    store: { attribute: false },
    pipelineId: { attribute: 'pipeline-id' },
    filter: { attribute: false },
    heading: {},
    theme: { reflect: true },
    density: { reflect: true },
    order: {},
    direction: {},
    period: {},
    fields: { attribute: false },
    view: {},
    search: {},
    viewState: { attribute: false },
  };

  /** A store of the page's own; stands before any provider. */
  store?: CrmStore | null;
  /** Which pipeline; null or an unknown one = the first. */
  pipelineId: Id | null = null;
  /** What narrows the board: conditions and groups that all hold. Kept for each user, unless the page has set it. */
  filter: Filter = [];
  /** What the forecast is in: `week`, `month` (default) or `quarter`. */
  period: PeriodUnit = 'month';
  /** Stands in the place of the pipeline's name. */
  heading = '';
  /** Colours: `light`, `dark`; empty = as the page. */
  theme = '';
  /** Room: `comfortable`; empty = compact, or for fingers where the pointer is coarse. */
  density = '';
  /** Which way the cards are sorted: `ascending`, `descending`; empty = as it is read best, amounts and ages from the top. */
  direction: BoardDirection = '';

  readonly #crm = new StoreController(this);
  readonly #words = new Localize(this, areas);
  readonly #telling = new Telling(this, this.#crm);
  readonly #summaries = this.#crm.live(
    (store) => (this.#waiting.painted && this.#model.askable ? store.summaries(this.#model.question, 'stageId') : null),
    { deps: () => [this.#waiting.painted && this.#model.askable] },
  );
  readonly #model: BoardModel = new BoardModel(
    this,
    this.#crm,
    this.#words,
    this.#telling,
    () => this.#summaries.value,
    () => this.#hands,
  );
  readonly #keeper = setupKeeper(this.#model);
  readonly #columns: Columns = new Columns(this.#model, this.#keeper, cards);
  readonly #waiting: Waiting = new Waiting(this, this.#model, this.#columns);
  readonly #hands: Arriving<Hands> = new Late(
    this,
    handsCode,
    ({ Hands }) => new Hands(this, this.#model, this.#columns),
    ({ handStyles }) => handStyles,
    ({ overlayStyles }) => overlayStyles,
  );
  #order: BoardOrder = 'nextActivity';
  #view: BoardView = 'board';
  /** @internal the page, or somebody here, has said how to sort */
  orderSet = false;
  /** @internal so with what is shown */ viewSet = false;

  constructor() {
    super();
    watchDirectory(this.#crm);
    keepKeys(this, this.#hands, early);
  }

  /** `nextActivity` (default), `rank` (by hand), `value`, `title`, `expectedClose`, `createdAt`, `ownerId` (by name), `personName`, `organizationName`. */
  get order(): BoardOrder {
    return this.#order;
  }
  set order(order: BoardOrder) {
    this.#order = isBoardOrder(order) ? order : 'nextActivity';
    this.orderSet = true;
    this.requestUpdate();
  }

  /** `board` (default), `list`, `forecast`. A list is only shown where `<deal-list>` is defined, or the slot `list` is filled. */
  get view(): BoardView {
    return this.#view;
  }
  set view(view: BoardView) {
    this.#view = isBoardView(view) ? view : 'board';
    this.viewSet = true;
    this.requestUpdate();
  }

  /**
   * What cards show besides their title, seven at most, by the names of the fields: `labelIds`, `organizationName`, `personName`,
   * `expectedClose`, `ownerId`, `value`, `nextActivity` (these by default), `weighted`, `probability`, `createdAt` (age),
   * `stageChangedAt` (days in the stage), `sourceName`, `custom.<id>`. Kept for each user, unless the page has set it.
   */
  get fields(): readonly string[] {
    return this.#fields;
  }
  set fields(fields: readonly string[]) {
    this.#fields = fieldsOf(fields);
    this.fieldsSet = true;
    this.requestUpdate();
  }
  #fields = defaultFields;
  /** @internal as `orderSet` */ fieldsSet = false;
  /** @internal how its list is to be set up, until there is one */
  list?: BoardListState | undefined;

  /** The words that are looked for. */
  get search(): string {
    return this.#model.search;
  }
  set search(words: string) {
    this.#model.search = `${words ?? ''}`;
    this.requestUpdate();
  }

  /** How all of it is set up, to be kept and set on another board; what is left out when it is set stays as it is. */
  get viewState(): BoardState {
    const { search, list } = this;
    return { ...this.#keeper.setup.state(), search, list: this.#hands.here?.views.listState ?? list } as never;
  }
  set viewState(state: Partial<BoardState>) {
    takeState(this, this.viewState, state);
    this.#hands.use(({ check }) => check(state));
  }

  /** The focus goes to the card one was at last, else to the first, as soon as they are there. */
  override focus(options?: FocusOptions): void {
    const { activeElement } = document;
    this.#hands.use(({ views }) => views.arrive(options, activeElement));
  }

  connectedMoveCallback(): void {
    this.#crm.moved();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#hands.here?.lift.cancel(undefined, false);
    this.#keeper.flush?.();
  }

  /**
   * While a card is moved each step of the command asks for a drawing: the first is done at once, and what else comes up before
   * the next frame is drawn once, in that frame. For another question it waits for the answers (asking.ts).
   */
  protected override scheduleUpdate(): void | Promise<unknown> {
    const { preview } = this.#model;
    const first = this.hasUpdated ? (preview ? this.#frame : this.#hands.here?.asking.begin()) : this.#crm.opened();
    if (first) return first.then(() => super.scheduleUpdate());
    if (preview) this.#frame = nextFrame().then(() => (this.#frame = undefined));
    return super.scheduleUpdate();
  }
  /** Ends with the frame that was drawn for; undefined = that is over. */
  #frame: Promise<unknown> | undefined;

  protected override willUpdate(): void {
    if (!Array.isArray(this.filter)) this.filter = [];
    this.#hands.here?.filtering.check();
    if (!this.#model.askable) this.#hands.use();
    else this.#summaries.value?.setQuery(this.#model.question);
    this.#hands.here?.views.check();
    this.#hands.here?.chosen.check();
    this.#hands.here?.lift.check();
  }

  protected override render(): TemplateResult {
    const model = this.#model;
    const hands = this.#hands;
    const noAdd = model.store ? model.why('deal-add', null) : '';
    const clear = (): void => {
      model.arrange({ filter: [] });
      this.search = '';
    };
    const add = (stageId?: Id | null): void => hands.use(({ lazy }) => lazy.add(stageId || null));
    const actions = { clear, noAdd, add };
    return html`<div class="crm pipe">
      <div class="banners">${this.#telling.banners()}${hands.notice()}</div>
      ${head(model, {
        heading: this.heading,
        noAdd,
        bare: !model.narrowed && model.overall?.count === 0,
        add,
        choosePipeline: (pipelineId) => model.arrange({ pipelineId }),
        openOwners: (anchor) => hands.use(({ menus }) => menus.owners(anchor)),
        openFilter: (anchor) => hands.use(({ lazy }) => lazy.filter(anchor)),
        openSort: (anchor) => hands.use(({ menus }) => menus.sort(anchor)),
        openMore: (anchor) => hands.use(({ menus }) => menus.more(anchor)),
        search: (words) => (this.search = words),
        toCards: () => hands.use(({ views }) => views.enter()),
      })}
      ${model.view === 'list' ? needed(hands)?.views.list() : html`${strip(model)}${boardView(model, this.#columns, actions)}`}
      ${hands.here?.render()}${this.#telling.render()}
    </div>`;
  }

  protected override updated(): void {
    const model = this.#model;
    this.#hands.here?.updated();
    if (!this.#painted && (model.crm.state === 'failed' || (model.store?.directory.ready && this.#columns.settled)))
      this.#after();
  }

  /** The stages are painted first; then there is time for what can be done with them. */
  #after(): void {
    this.#painted = true;
    this.#drawn();
    this.#hands.soon();
  }
  #painted = false;
  readonly #drawn = drawsSoon();
}

declare global {
  interface HTMLElementTagNameMap {
    'deal-pipeline': DealPipeline;
  }
}
