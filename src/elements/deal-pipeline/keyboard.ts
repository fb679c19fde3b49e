import type { Shortcuts } from '../../shared/keys.js';
import type { Chosen } from './chosen.js';
import type { Columns } from './columns.js';
import type { BoardFocus } from './focus.js';
import type { Lift } from './lift.js';
import type { BoardModel } from './model.js';
import type { Moves } from './moves.js';
import { beside, besideOpen, edgeWords, sortedWords } from './reach.js';

export interface KeyActions {
  readonly add: () => void;
  readonly search: () => void;
  readonly searchAll: () => void;
  readonly moveMenu: () => boolean;
  readonly wait: () => boolean;
  readonly merge: () => boolean;
  /** By its number in the switch; false: it cannot be shown. */
  readonly view: (number: number) => boolean | void;
  readonly help: () => void;
}

/** The keys of the board. They go through `Keys`: only while the focus is inside, and never while somebody types. */
export function shortcuts(
  model: BoardModel,
  columns: Columns,
  focus: BoardFocus,
  lift: Lift,
  moves: Moves,
  chosen: Chosen,
  actions: KeyActions,
): Shortcuts {
  /** The stage to the left is the one before, except where the text runs the other way. */
  const ahead = (step: 1 | -1): 1 | -1 => (model.host.matches(':dir(rtl)') ? (-step as 1 | -1) : step);
  const unlifted = (run: () => boolean | void) => (): boolean | void => (lift.active ? undefined : run());

  const across = (step: 1 | -1) => (): boolean | void => {
    if (lift.active) return lift.across(ahead(step));
    const { here } = focus;
    if (!here) return false;
    const next = beside(columns, here.column.stageId, ahead(step));
    if (next) focus.to(next, Math.max(0, here.index));
  };
  const along = (step: 1 | -1) => (): boolean | void => {
    if (lift.active) return lift.along(step);
    const { here } = focus;
    if (!here) return false;
    if (here.index + step < 0) return here.column.count > 0 && here.index < 0 ? undefined : focus.toHead(here.column);
    focus.to(here.column, here.index + step);
  };
  const ends = (last: boolean) => (): boolean | void => {
    const { here } = focus;
    if (!here || lift.active) return lift.active ? undefined : false;
    focus.to(here.column, last ? here.column.count - 1 : 0);
  };
  const page = (step: 1 | -1) => (): boolean | void => {
    const { here } = focus;
    if (!here || lift.active) return lift.active ? undefined : false;
    focus.to(here.column, Math.max(0, here.index + step * (here.column.window.moves?.page ?? 1)));
  };

  /** Alt with an arrow moves at once. */
  const moveAcross = (step: 1 | -1) => (): boolean | void => {
    const { here } = focus;
    const deal = here?.id ? here.column.dealAt(here.index) : undefined;
    if (!here || !deal || lift.active) return lift.active ? undefined : false;
    const next = besideOpen(columns, model, here.column.stageId, ahead(step));
    if (!next) return model.say(edgeWords(model, ahead(step)));
    const deals = chosen.with(deal);
    if (deals.length > 1) return void moves.moveAll({ deals, lead: deal, stageId: next.stageId });
    const from = { stageId: here.column.stageId, index: here.index };
    const index = Math.min(here.index, next.count);
    const at = model.byHand ? { index, before: lift.belowOf(next.stageId, index, deal) } : undefined;
    void moves.move({ deal, from, stageId: next.stageId, ...(at && { at }) });
  };
  const moveAlong = (step: 1 | -1) => (): boolean | void => {
    const { here } = focus;
    const deal = here?.id ? here.column.dealAt(here.index) : undefined;
    if (!here || !deal || lift.active) return lift.active ? undefined : false;
    if (!model.byHand) return model.say(sortedWords(model));
    const { column } = here;
    const index = here.index + step;
    if (index < 0 || index >= column.count) return model.say(moves.placeWords(column.stageId, here.index, false));
    const from = { stageId: column.stageId, index: here.index };
    void moves.move({
      deal,
      from,
      stageId: column.stageId,
      at: { index, before: lift.belowOf(column.stageId, index, deal) },
    });
  };

  const space = (): boolean | void => {
    if (lift.active) return lift.drop();
    const { here } = focus;
    if (!here?.id || !focus.onCard) return false;
    const deal = here.column.dealAt(here.index);
    lift.lift(here.column, here.index, deal ? chosen.with(deal) : []);
  };
  const redo = unlifted(() => void model.commands.redo());
  const choose = (): boolean | void => {
    const { here } = focus;
    const deal = here?.id ? here.column.dealAt(here.index) : undefined;
    if (lift.active || !deal) return lift.active ? undefined : false;
    chosen.toggle(deal);
  };
  /** Shift with an arrow chooses on the way. */
  const extend = (step: 1 | -1) => (): boolean | void => {
    const { here } = focus;
    const deal = here?.id ? here.column.dealAt(here.index) : undefined;
    if (!here || !deal || lift.active) return lift.active ? undefined : false;
    if (!chosen.has(deal.id)) chosen.toggle(deal);
    const index = here.index + step;
    if (index < 0 || index >= here.column.count) return;
    chosen.to(here.column, index);
    focus.to(here.column, index);
  };
  const escape = (): boolean | void => {
    if (lift.active) return lift.cancel();
    if (chosen.size === 0) return false;
    chosen.clear();
  };
  return {
    arrowleft: across(-1),
    arrowright: across(1),
    arrowup: along(-1),
    arrowdown: along(1),
    home: ends(false),
    end: ends(true),
    pageup: page(-1),
    pagedown: page(1),
    'alt+arrowleft': moveAcross(-1),
    'alt+arrowright': moveAcross(1),
    'alt+arrowup': moveAlong(-1),
    'alt+arrowdown': moveAlong(1),
    space,
    enter: () => (lift.active ? lift.drop() : false),
    escape,
    x: choose,
    'shift+arrowdown': extend(1),
    'shift+arrowup': extend(-1),
    1: unlifted(() => actions.view(1)),
    2: unlifted(() => actions.view(2)),
    3: unlifted(() => actions.view(3)),
    '/': unlifted(actions.search),
    'mod+k': unlifted(actions.searchAll),
    n: unlifted(actions.add),
    m: () => (lift.active ? undefined : actions.moveMenu()),
    'shift+m': () => (lift.active ? undefined : actions.merge()),
    w: () => (lift.active ? undefined : actions.wait()),
    z: unlifted(() => void model.commands.undo()),
    'mod+z': unlifted(() => void model.commands.undo()),
    'shift+z': redo,
    'mod+shift+z': redo,
    'mod+y': redo,
    '?': unlifted(actions.help),
  };
}
