import type { Deal, Id, Money, Pipeline } from '../../domain/records.js';
import { missingToWin, runAsking, wonQuestion } from '../../shared/deals/asking.js';
import { openDealIn } from '../../shared/deals/opened-from.js';
import type { Point } from '../../shared/drag.js';
import type { CommandResult } from '../../store/api.js';
import type { Chosen } from './chosen.js';
import type { Columns } from './columns.js';
import type { BoardFocus } from './focus.js';
import type { Lazy } from './lazy.js';
import type { Lift } from './lift.js';
import type { CardActions, Menus } from './menus.js';
import type { BoardModel } from './model.js';
import type { Moves } from './moves.js';
import type { Zone } from './pointer.js';
import { cardOf, findDeal, reveal } from './reach.js';
import { wonMark } from './won-mark.js';

/** The controllers that the actions lead to; made together by the element. */
export interface Hands {
  readonly model: BoardModel;
  readonly columns: Columns;
  readonly focus: BoardFocus;
  readonly chosen: Chosen;
  readonly lazy: Lazy;
  readonly lift: () => Lift;
  readonly moves: () => Moves;
  readonly menus: () => Menus;
}

/** More than these cannot be looked at side by side. */
export const MOST_MERGED = 5;
/** So many won cards leave with a mark at once. */
const mostMarks = 6;

/** What pointer, keys and menus ask for, said once. */
export class Actions implements CardActions {
  readonly home: () => HTMLElement | null;
  readonly toLead: (ids: readonly Id[]) => void;
  readonly trash: () => void;
  readonly searchAll: () => void;
  readonly keys: () => void;
  readonly fields: (anchor: HTMLElement) => void;
  readonly ownFields: () => void;
  readonly edit: (pipeline: Pipeline | null) => void;
  readonly pipelines: () => void;

  constructor(readonly hands: Hands) {
    this.home = hands.focus.home;
    this.toLead = hands.lazy.toLead;
    this.trash = hands.lazy.trash;
    this.searchAll = hands.lazy.search;
    this.keys = hands.lazy.keys;
    this.fields = hands.lazy.fields;
    this.ownFields = hands.lazy.ownFields;
    this.edit = hands.lazy.edit;
    this.pipelines = hands.lazy.pipelines;
  }

  readonly open = (deal: Deal): void => {
    const { model } = this.hands;
    openDealIn(model.queryOf(model.laneOf(deal)), model.crm, deal.id);
  };

  readonly win = (deals: readonly Deal[]): void => void this.#win(deals);
  readonly lose = (deals: readonly Deal[]): void => void this.hands.lazy.lose(deals);
  readonly remove = (deals: readonly Deal[]): void => void this.#remove(deals);

  async #win(deals: readonly Deal[]): Promise<void> {
    const { model, lazy, chosen } = this.hands;
    const { wonZone, wonSaid } = model.t.pipeline;
    const marks = deals.slice(0, mostMarks).flatMap(({ id }) => {
      const card = this.#cardOf(id);
      return card ? [wonMark(card, wonZone)] : [];
    });
    const [deal, another] = deals;
    const said = ({ plan }: CommandResult<'deal-win'>): string => {
      // What it is worth may have been answered just now.
      const value = (plan.drafts[0]?.fields['value'] as Money | undefined) ?? deal!.value;
      return wonSaid(model.titleOf(deal!), value ? model.format.money(value) : '');
    };
    const result = await runAsking(
      model,
      'deal-win',
      { ids: deals.map(({ id }) => id) },
      {
        deals,
        missing: (each) => missingToWin(each, model.store),
        ask: lazy.answers,
        question: wonQuestion(deals.length, model),
        options: { onCommit: () => marks.forEach((show) => show()), ...(!another && { said }) },
      },
    );
    chosen.forget(doneOf(result));
  }

  async #remove(deals: readonly Deal[]): Promise<void> {
    this.hands.chosen.forget(doneOf(await this.hands.lazy.remove(deals)));
  }

  readonly wait = (deal: Deal): void => {
    if (this.hands.model.why('deal-wait', deal) === null) this.hands.lazy.wait(deal);
  };

  readonly endWait = (deal: Deal): void => {
    const { model } = this.hands;
    const said = (): string => model.t.pipeline.waitEnded(model.titleOf(deal));
    void model.commands.run('deal-wait', { ids: [deal.id], until: null }, { said });
  };

  /** Side by side where there are several; one with another, that is looked for first. */
  readonly merge = (deals: readonly Deal[]): void => {
    const { model, lazy, chosen } = this.hands;
    const { length } = deals;
    if (length === 0 || length > MOST_MERGED || model.why('deals-merge', length > 1 ? null : deals[0]!) !== null)
      return;
    void lazy.merge(deals).then((result) => {
      // Of those that are gone nothing is chosen any more.
      if (result && doneOf(result).length > 0) chosen.forget(deals.map(({ id }) => id));
    });
  };

  readonly chosen = (deal: Deal): boolean => this.hands.chosen.has(deal.id);
  readonly choose = (deal: Deal): void => this.hands.chosen.toggle(deal);

  readonly moveTo = (deals: readonly Deal[], stageId: Id): void => {
    const [deal, another] = deals;
    if (!deal) return;
    if (another) {
      const lead = deals.find(({ id }) => id === this.hands.focus.here?.id);
      return void this.hands.moves().moveAll({ deals, lead, stageId });
    }
    const found = findDeal(this.hands.columns, deal.id);
    const from = found
      ? { stageId: found.column.stageId, index: found.index }
      : { stageId: this.hands.model.laneOf(deal), index: 0 };
    void this.hands.moves().move({ deal, from, stageId });
  };

  /** Cards dropped on one of the zones below the board. */
  readonly zone = (zone: Zone, deals: readonly Deal[], point: Point): void => {
    if (zone === 'move') return this.hands.menus().elsewhere(point, deals);
    const { lazy } = this.hands;
    const run = zone === 'won' ? this.#win(deals) : zone === 'lost' ? lazy.lose(deals) : this.#remove(deals);
    this.#await(deals);
    void run.finally(() => this.zoned === deals && this.#await(undefined));
  };

  /** Cards that were put into a zone, while what it asks for is answered: they are not back in their places. */
  zoned: readonly Deal[] | undefined;

  #await(deals: readonly Deal[] | undefined): void {
    this.zoned = deals;
    this.hands.model.update();
  }

  /** W: until when, and why the focused deal waits. False: no card has the focus. */
  waitHere(): boolean {
    const { here } = this.hands.focus;
    const deal = here?.id ? here.column.dealAt(here.index) : undefined;
    if (deal) this.wait(deal);
    return deal !== undefined;
  }

  /** Shift+M: what is chosen, or the focused deal and another one. False: no card has the focus. */
  mergeHere(): boolean {
    const { focus, chosen } = this.hands;
    const { here } = focus;
    const deal = here?.id ? here.column.dealAt(here.index) : undefined;
    const deals = chosen.size > 0 ? chosen.deals : deal ? [deal] : [];
    this.merge(deals);
    return deals.length > 0;
  }

  #cardOf(id: Id): HTMLElement | null {
    const found = findDeal(this.hands.columns, id);
    return found && cardOf(found.column, id);
  }

  /** M: where the focused card may go. False: no card has the focus. */
  moveMenu(): boolean {
    const { focus, menus } = this.hands;
    const { here } = focus;
    const deal = here?.id ? here.column.dealAt(here.index) : undefined;
    const card = here?.id ? cardOf(here.column, here.id) : null;
    if (!deal || !card) return false;
    menus().moveTo(card.querySelector('[data-do=menu]') ?? card, this.hands.chosen.with(deal));
    return true;
  }

  /**
   * The card that was moved keeps the focus, wherever it stands by now.
   * @param later when an answer has come: whoever has gone elsewhere meanwhile, to a menu say, stays there
   */
  readonly follow = (id: Id, stageId: Id, index: number | null, had: boolean, later = false): void => {
    const { columns, focus } = this.hands;
    const column = columns.of(stageId);
    if (!column) return;
    column.prepare();
    const at = column.indexOf(id);
    if (had && (!later || focus.isWith(id))) focus.to(column, at >= 0 ? at : (index ?? 0), id);
    else if (at >= 0) reveal(column, at);
  };
}

/** The records for which it was done. */
export function doneOf(result: CommandResult | null | undefined): readonly Id[] {
  return result?.outcomes.filter(({ state }) => state === 'done').map(({ id }) => id) ?? [];
}
