import type { PropertyValues, TemplateResult } from 'lit';
import { html, LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import type { Condition } from '../../domain/query.js';
import type { Id } from '../../domain/records.js';
import { Commands } from '../../shared/commands.js';
import { Keys } from '../../shared/keys.js';
import { Localize } from '../../shared/localize.js';
import { Menu } from '../../shared/menu.js';
import { StoreController } from '../../shared/store-controller.js';
import type { CrmStore, Live } from '../../store/api.js';
import { Actions } from './actions.js';
import { boardView, strip } from './board.js';
import type { BoardActions } from './board.js';
import { drawCard } from './card.js';
import { Columns } from './columns.js';
import { pipelineStyles } from './deal-pipeline.styles.js';
import { BoardFocus } from './focus.js';
import { head, overall } from './head.js';
import { shortcuts } from './keyboard.js';
import { Lazy } from './lazy.js';
import { Lift } from './lift.js';
import { Menus } from './menus.js';
import { areas, BoardModel } from './model.js';
import { Moves } from './moves.js';
import type { BoardOrder } from './order.js';
import { isBoardOrder } from './order.js';
import { Pointer } from './pointer.js';
import { Waiting } from './waiting.js';

/**
 * The board of deals: stages with count and totals over all their deals, cards that move by mouse, finger, pen, keyboard
 * and menu. It takes its deals from the provider around it, or from the page's default store; it asks its own width, not
 * the window's, how to show them. Give it a height: `deal-pipeline { block-size: 100% }`; without one it is 44 rem high.
 *
 * Keys, while the focus is inside and nobody types: arrows go from card to card, `Enter` opens, `Space` lifts and drops,
 * `Esc` puts back, `Alt` with an arrow moves at once, `M` Move to, `/` search, `N` new, `Z` undo, `?` all of them.
 *
 * @fires {CustomEvent<{ id: string | null }>} deal-open - A deal is about to be opened. Cancelable.
 * @fires {IntentEvent} deal-move - A deal is about to be moved. Cancelable; so are all intents of `events.ts`.
 * @fires {CustomEvent} deal-moved - A deal was moved.
 * @slot empty - The host's own ways to begin, beside "Add deal", while there are no deals at all.
 * @csspart head - Pipeline, totals, search, owner, order, add.
 * @csspart totals - Count and totals over all deals.
 * @csspart steps - The strip of stages on a narrow board.
 * @csspart board - The box that scrolls sideways.
 * @csspart stage - A stage.
 * @csspart stage-header - Its name, count and totals.
 * @csspart cards - The box that its cards scroll in.
 * @csspart card - A deal.
 * @csspart dock - Won, lost and delete, while a card is dragged.
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

  /** A store of the page's own; stands before any provider. */
  @property({ attribute: false }) store?: CrmStore | null;
  /** Which pipeline; null or an unknown one = the first. */
  @property({ attribute: 'pipeline-id' }) pipelineId: Id | null = null;
  /** What narrows the board: conditions that all hold. */
  @property({ attribute: false }) filter: readonly Condition[] = [];
  /** Stands in the place of the pipeline's name. */
  @property() heading = '';
  /** Colours: `light`, `dark`; empty = as the page. */
  @property({ reflect: true }) theme = '';
  /** Room: `comfortable`; empty = compact, or for fingers where the pointer is coarse. */
  @property({ reflect: true }) density = '';

  readonly #crm = new StoreController(this);
  readonly #words = new Localize(this, areas);
  readonly #commands = new Commands(this, this.#crm);
  readonly #summaries = this.#crm.live((store) => store.summaries(this.#model.question, 'stageId'));
  readonly #model: BoardModel = new BoardModel(
    this,
    this.#crm,
    this.#words,
    this.#commands,
    () => this.#summaries.value,
  );
  readonly #columns: Columns = new Columns(this.#model, (column, index) => drawCard(column, index, this.#lift.words()));
  readonly #menu = new Menu(this);
  readonly #focus = new BoardFocus(this.#model, this.#columns);
  readonly #lazy = new Lazy(this, this.#model, this.#focus.home);
  readonly #actions: Actions = new Actions({
    model: this.#model,
    columns: this.#columns,
    focus: this.#focus,
    lazy: this.#lazy,
    lift: () => this.#lift,
    moves: () => this.#moves,
    menus: () => this.#menus,
  });
  readonly #moves = new Moves(this.#model, this.#columns, this.#lazy.answers, this.#actions.follow);
  readonly #lift: Lift = new Lift(this.#model, this.#columns, this.#moves, (stageId, id) =>
    this.#actions.follow(id, stageId, null, true),
  );
  readonly #pointer = new Pointer(this, this.#model, this.#columns, this.#moves, this.#lift, this.#actions.zone);
  readonly #menus = new Menus(this.#menu, this.#model, this.#actions);
  readonly #internals = this.attachInternals();
  #order: BoardOrder = 'nextActivity';

  constructor() {
    super();
    this.#crm.live(liveDirectory);
    this.addController(this.#columns);
    new Waiting(this, this.#model, this.#columns);
    new Keys(
      this,
      shortcuts(this.#model, this.#columns, this.#focus, this.#lift, this.#moves, {
        add: () => this.#lazy.add(this.#focus.here?.column.stageId ?? this.#model.stop?.stageId ?? null),
        search: () => this.renderRoot.querySelector<HTMLInputElement>('input[type=search]')?.select(),
        moveMenu: () => this.#actions.moveMenu(),
        help: () => this.#lazy.keys(),
      }),
    );
    // A card that is held is put back when the focus goes elsewhere; it never hangs in the air.
    this.#focus.onLeave = () => this.#lift.cancel(undefined, false);
  }

  /** `nextActivity` (default), `rank` (by hand), `value`, `title`, `expectedClose`, `createdAt`. */
  @property()
  get order(): BoardOrder {
    return this.#order;
  }
  set order(order: BoardOrder) {
    const before = this.#order;
    this.#order = isBoardOrder(order) ? order : 'nextActivity';
    this.requestUpdate('order', before);
  }

  /** The words that are looked for. */
  @property()
  get search(): string {
    return this.#model.search;
  }
  set search(words: string) {
    const before = this.#model.search;
    this.#model.search = words ?? '';
    this.requestUpdate('search', before);
  }

  connectedMoveCallback(): void {
    this.#crm.moved();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#lift.cancel(undefined, false);
  }

  protected override willUpdate(_changed: PropertyValues): void {
    this.#summaries.value?.setQuery(this.#model.question);
    this.#lift.check();
    const { stop, stages } = this.#model;
    const first = stages.find((stage) => (this.#columns.of(stage.id)?.count ?? 0) > 0);
    if (!stop && first)
      this.#model.stop = { stageId: first.id, id: this.#columns.of(first.id)?.dealAt(0)?.id ?? null, index: 0 };
  }

  protected override render(): TemplateResult {
    const model = this.#model;
    const noAdd = model.store ? model.why('deal-add', null) : '';
    return html`<div class="crm pipe">
      <div class="banners">${this.#commands.banners()}</div>
      ${head(model, {
        heading: this.heading,
        noAdd,
        bare: !model.narrowed && overall(model)?.count === 0,
        add: () => this.#lazy.add(null),
        choosePipeline: (id) => (this.pipelineId = id),
        openOwners: this.#menus.owners,
        openSort: this.#menus.sort,
        search: (words) => (this.search = words),
        toCards: () => this.#focus.enter(),
      })}
      ${strip(model, this.#actions.showStage)}
      ${boardView(model, this.#columns, this.#focus, this.#lift, this.#boardActions(noAdd))}
      ${this.#menu.render()}${this.#lazy.render()}${this.#commands.render()}
    </div>`;
  }

  protected override updated(): void {
    this.#focus.updated();
    this.#pointer.updated();
    const { states } = this.#internals;
    if (this.#lift.active) states.add('lifted');
    else states.delete('lifted');
  }

  #boardActions(noAdd: string | null): BoardActions {
    const { click, contextMenu, keyup, scrolled } = this.#actions;
    const clear = (): void => {
      this.filter = [];
      this.search = '';
    };
    return { click, contextMenu, keyup, scrolled, clear, noAdd, add: (stageId) => this.#lazy.add(stageId || null) };
  }
}

/** The directory as a live query: stages, labels and users that are read or changed draw the board again. */
function liveDirectory(store: CrmStore): Live {
  return {
    state: 'ready',
    error: null,
    late: false,
    subscribe: (listener) => store.directory.subscribe(listener),
    retry: () => undefined,
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'deal-pipeline': DealPipeline;
  }
}
