import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { common } from '../../i18n/en/common.js';
import { pipeline } from '../../i18n/en/pipeline.js';
import { checkState } from '../../shared/check-state.js';
import * as cardMoving from '../../shared/card-moving.js';
import { clearWords } from '../../shared/cross.js';
import { Commands } from '../../shared/commands.js';
import { filterChipStyles } from '../../shared/filter/filter.styles.js';
import { Keys } from '../../shared/keys.js';
import type { Shortcuts } from '../../shared/keys.js';
import { Menu } from '../../shared/menu.js';
import { keepSoon, startAnew } from '../../shared/setup-keeping.js';
import type { CrmHost } from '../../shared/store-controller.js';
import * as told from '../../shared/told.js';
import { check } from '../../styles/controls/check.js';
import { chipMore } from '../../styles/controls/chip-more.js';
import { checkMore } from '../../styles/controls/check-more.js';
import { drag } from '../../styles/controls/drag.js';
import { overlay } from '../../styles/overlay.js';
import { Actions } from './actions.js';
import { Asking } from './asking.js';
import type { BoardHands, OwnCard, SumsOf } from './arriving.js';
import { breakdownStyles } from './breakdown.js';
import { cardsCode } from './cards-code.js';
import { Bulk } from './bulk.js';
import { bulkBar } from './bulk-bar.js';
import { bulkStyles } from './bulk.styles.js';
import { Chosen } from './chosen.js';
import { Clicks } from './clicks.js';
import type { Column } from './column.js';
import type { Columns } from './columns.js';
import { dock, hint } from './dock.js';
import { BoardFocus } from './focus.js';
import { Filtering } from './filtering.js';
import { Held } from './held.js';
import { shortcuts } from './keyboard.js';
import type { Layout } from './layout.js';
import { Lazy } from './lazy.js';
import { Lift } from './lift.js';
import { Menus } from './menus.js';
import { Midnight } from './midnight.js';
import type { BoardHost, BoardModel } from './model.js';
import { Moves } from './moves.js';
import { answers } from './hands.styles.js';
import { moving } from './moving.styles.js';
import { overall } from './overall.js';
import { OwnCards, ownCardStyles } from './own-card.js';
import { markAway, Pointer } from './pointer.js';
import { orderSaid } from './sort-menu.js';
import { Views } from './view-hands.js';
import { Weights } from './weights.js';
import { skeletonLines, skeletons, waiting } from './skeletons.js';
import { columnError, emptyBoard, news, noMatch, noPipeline } from './states.js';

/** Before the styles of the board itself, which say more about some of it. */
export { overlay as overlayStyles };
export const handStyles = [
  check,
  checkMore,
  answers,
  moving,
  drag,
  bulkStyles,
  breakdownStyles,
  chipMore,
  filterChipStyles,
  ownCardStyles,
];

/**
 * What can be done on the board, as against what it shows first: moving by pointer and by key, menus, dialogs, and what
 * stands in place of cards. It is fetched when the board has been painted, or with the first press.
 */
export class Hands implements BoardHands {
  readonly asking: Asking;
  readonly clicks: Clicks;
  readonly focus: BoardFocus;
  readonly chosen: Chosen;
  readonly filtering: Filtering;
  readonly held: Held;
  readonly lift: Lift;
  readonly lazy: Lazy;
  readonly menus: Menus;
  readonly shortcuts: Shortcuts;
  readonly weights: Weights;
  readonly views: Views;
  readonly keepSoon = keepSoon;
  /** Tells the page what it has set wrong. */
  readonly check = (state: unknown): void => checkState(this.#model.host, state);
  readonly waiting = waiting;
  readonly skeletons = skeletons;
  readonly coming = skeletonLines;
  readonly #model: BoardModel;
  readonly #actions: Actions;
  readonly #cards: OwnCards;
  readonly #menu: Menu;
  readonly #bulk: Bulk;
  readonly #pointer: Pointer;
  readonly #states: CustomStateSet;

  constructor(host: CrmHost & BoardHost, model: BoardModel, columns: Columns) {
    this.#model = model;
    this.#cards = new OwnCards(model);
    this.held = new Held(model);
    this.chosen = new Chosen(model, columns);
    this.clicks = new Clicks(model, columns, this.chosen);
    const focus = (this.focus = new BoardFocus(model, columns));
    // A card that is held is put back when the focus goes elsewhere; it never hangs in the air.
    focus.onLeave = () => this.lift.cancel(undefined, false);
    model.words.extend({ common, pipeline });
    model.commands = new Commands(model.telling);
    model.commands.bring(told);
    startAnew(model.crm);
    cardsCode.give(cardMoving);
    // After the columns: it goes by their lists.
    host.addController(focus);
    host.addController(new Midnight(model));
    this.weights = new Weights(model);
    this.#menu = new Menu(host);
    this.lazy = new Lazy(host, model, focus.home, this.weights);
    this.filtering = new Filtering(model, this.lazy.filter);
    this.asking = new Asking(model, columns, this.weights);
    const actions: Actions = (this.#actions = new Actions({
      model,
      columns,
      focus,
      chosen: this.chosen,
      lazy: this.lazy,
      lift: () => this.lift,
      moves: () => moves,
      menus: () => this.menus,
    }));
    const moves = new Moves(model, columns, this.lazy.answers, actions.follow);
    this.lift = new Lift(model, columns, moves, (stageId, id, later) => actions.follow(id, stageId, null, true, later));
    moves.onMoved = (ids) => this.chosen.forget(ids);
    this.views = new Views(model, focus, this.chosen, () => this.lift, this.lazy);
    this.#pointer = new Pointer(host, model, columns, moves, this.lift, this.chosen, actions.zone);
    this.menus = new Menus(this.#menu, model, actions);
    this.#bulk = new Bulk(model, actions, this.#menu);
    this.shortcuts = shortcuts(model, columns, focus, this.lift, moves, this.chosen, {
      add: () => this.lazy.add(focus.here?.column.stageId ?? model.stop?.stageId ?? null),
      search: () => host.shadowRoot?.querySelector<HTMLInputElement>('input[type=search]')?.select(),
      searchAll: () => this.lazy.search(),
      moveMenu: () => actions.moveMenu(),
      wait: () => actions.waitHere(),
      merge: () => actions.mergeHere(),
      view: (number) => this.views.nth(number),
      help: () => this.lazy.keys(),
    });
    this.#states = host.attachInternals().states;
    new Keys(host, this.shortcuts);
    this.lazy.soon();
  }

  get layout(): Layout | null {
    return this.views.forecast;
  }

  totals(sumsOf: SumsOf): TemplateResult {
    return this.weights.totals(this.overall(), sumsOf, this.lazy.totals);
  }

  overall(): ReturnType<typeof overall> {
    return overall(this.#model);
  }

  get ownCard(): OwnCard | undefined {
    return this.#cards.now;
  }

  orderName(): string {
    return orderSaid(this.#model);
  }

  emptyBoard(noAdd: string | null, add: () => void): TemplateResult {
    return emptyBoard(this.#model, noAdd, add);
  }

  noMatch(clear: () => void): TemplateResult {
    return noMatch(this.#model, clear);
  }

  noPipeline(): TemplateResult {
    return noPipeline(this.#model, () => this.lazy.edit(this.#model.pipeline ?? null));
  }

  columnError(column: Pick<Column, 'list'>): TemplateResult {
    return columnError(column, this.#model);
  }

  clearSearch(clear: () => void): TemplateResult {
    return clearWords(this.#model.t.pipeline.clearSearch, clear);
  }

  news(column: Pick<Column, 'list'>): TemplateResult {
    return news(column, this.#model);
  }

  over(): TemplateResult {
    return html`${dock(this.#model)}${this.lift.active ? hint(this.#model, this.lift) : nothing}`;
  }

  render(): TemplateResult {
    return html`${bulkBar(this.#model, this.chosen, this.#bulk)}${this.#menu.render()}${this.lazy.render()}`;
  }

  /** Where cards have been taken from. */
  #mark(): void {
    const { preview, host } = this.#model;
    const away = this.#pointer.carried ?? (preview?.lifted ? preview.others : undefined) ?? this.#actions.zoned;
    if (away || this.#marked) markAway(host.shadowRoot, new Set(away?.map(({ id }) => id)));
    this.#marked = away !== undefined;
  }
  #marked = false;

  updated(): void {
    this.focus.updated();
    this.#mark();
    if (this.#model.preview?.lifted) this.#states.add('lifted');
    else this.#states.delete('lifted');
  }
}
