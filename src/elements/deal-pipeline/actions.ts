import type { Deal, Id } from '../../domain/records.js';
import type { Columns } from './columns.js';
import type { BoardFocus } from './focus.js';
import type { Lazy } from './lazy.js';
import type { Lift } from './lift.js';
import type { CardActions, Menus } from './menus.js';
import type { BoardModel } from './model.js';
import type { Moves } from './moves.js';
import type { Zone } from './pointer.js';

/** The controllers that the actions lead to; made together by the element. */
export interface Hands {
  readonly model: BoardModel;
  readonly columns: Columns;
  readonly focus: BoardFocus;
  readonly lazy: Lazy;
  readonly lift: () => Lift;
  readonly moves: () => Moves;
  readonly menus: () => Menus;
}

/** What pointer, keys and menus ask for, said once. */
export class Actions implements CardActions {
  readonly home: () => HTMLElement | null;
  readonly lose: (deal: Deal) => void;

  constructor(readonly hands: Hands) {
    this.home = hands.focus.home;
    this.lose = hands.lazy.lose;
  }

  readonly open = (id: Id): void => {
    this.hands.model.crm.open('deal', id);
  };

  readonly win = (deal: Deal): void => {
    void this.hands.model.commands.run('deal-win', { ids: [deal.id] });
  };

  readonly remove = (deal: Deal): void => {
    void this.hands.lazy.remove(deal);
  };

  readonly moveTo = (deal: Deal, stageId: Id): void => {
    const found = this.hands.columns.find(deal.id);
    const from = found ? { stageId: found.column.stageId, index: found.index } : { stageId: deal.stageId, index: 0 };
    void this.hands.moves().move({ deal, from, stageId });
  };

  /** A card dropped on one of the zones below the board. */
  readonly zone = (zone: Zone, deal: Deal): void => {
    if (zone === 'won') this.win(deal);
    else if (zone === 'lost') this.lose(deal);
    else this.remove(deal);
  };

  /** M: where the focused card may go. False: no card has the focus. */
  moveMenu(): boolean {
    const { focus, menus } = this.hands;
    const { here } = focus;
    const deal = here?.id ? here.column.dealAt(here.index) : undefined;
    const card = here?.id ? here.column.cardOf(here.id) : null;
    if (!deal || !card) return false;
    menus().moveTo(card.querySelector('[data-do=menu]') ?? card, deal);
    return true;
  }

  /** The card that was moved keeps the focus, wherever it stands by now. */
  readonly follow = (id: Id, stageId: Id, index: number | null, had: boolean): void => {
    const { columns, focus } = this.hands;
    const column = columns.of(stageId);
    if (!column) return;
    column.prepare();
    const at = column.indexOf(id);
    if (had) focus.to(column, at >= 0 ? at : (index ?? 0), id);
    else if (at >= 0) column.reveal(at);
  };

  readonly click = (event: MouseEvent): void => {
    const deal = this.#dealOf(event);
    if (!deal || event.defaultPrevented || this.hands.lift().active) return;
    const control = (event.target as Element).closest<HTMLElement>('[data-do]');
    if (control?.dataset['do'] === 'menu') this.hands.menus().card(control, deal);
    else this.open(deal.id);
  };

  readonly contextMenu = (event: MouseEvent): void => {
    const deal = this.#dealOf(event);
    if (!deal || this.hands.lift().active) return;
    event.preventDefault();
    const card = (event.target as Element).closest('.card')?.getBoundingClientRect();
    // By key there is no point: then it opens at the card.
    const atPointer = event.clientX > 0 || event.clientY > 0;
    const point = atPointer ? { x: event.clientX, y: event.clientY } : { x: card?.left ?? 0, y: card?.bottom ?? 0 };
    this.hands.menus().card(point, deal);
  };

  /** Space lifts; the browser's own click on its release would open the deal. */
  readonly keyup = (event: KeyboardEvent): void => {
    if (event.key === ' ' && (event.target as Element).matches('.card .title')) event.preventDefault();
  };

  /** The deal of the card that an event comes from. */
  #dealOf(event: Event): Deal | undefined {
    const card = (event.target as Element).closest<HTMLElement>('.card[data-id]');
    const column = this.hands.columns.of(card?.closest<HTMLElement>('.stage')?.dataset['stage'] ?? '');
    const index = column?.indexOf(card?.dataset['id'] ?? '') ?? -1;
    return index < 0 ? undefined : column?.dealAt(index);
  }

  /** On a narrow board: brings a stage into sight. */
  readonly showStage = (stageId: Id): void => {
    const { model } = this.hands;
    model.shownStage = stageId;
    this.#sight(`.stage[data-stage="${CSS.escape(stageId)}"]`, 'start');
    model.update();
  };

  /** On a narrow board: which stage one has come to. */
  readonly scrolled = (event: Event): void => {
    const { model } = this.hands;
    const { stages } = model;
    const board = event.currentTarget as HTMLElement;
    const at = Math.round((Math.abs(board.scrollLeft) / Math.max(1, board.scrollWidth)) * stages.length);
    const shown = stages[Math.min(at, stages.length - 1)]?.id ?? null;
    if (shown === model.shownStage) return;
    model.shownStage = shown;
    model.update();
    this.#sight(`[data-step="${CSS.escape(shown ?? '')}"]`, 'nearest');
  };

  #sight(selector: string, inline: ScrollLogicalPosition): void {
    this.hands.model.host.shadowRoot?.querySelector(selector)?.scrollIntoView({ inline, block: 'nearest' });
  }
}
