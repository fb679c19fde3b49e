import type { nothing, TemplateResult } from 'lit';
import type { Summary, Where } from '../../domain/query.js';
import type { Day, Deal, Id } from '../../domain/records.js';
import type { CommandResult } from '../../store/api.js';

/** What stands beside others on the board, and holds cards. */
export interface Lane {
  readonly id: Id;
  readonly name: string;
}

/** Where cards can be put: what is asked and written for it. */
export interface Target {
  readonly name: string;
  /** Why these may not be put there; null = they may. */
  why(deals: readonly Deal[]): string | null;
  /** It stands there already. */
  stands(deal: Deal): boolean;
  /**
   * One command. Falsy = nothing was done.
   * @param before by hand: the deal that comes to stand below; null = last; undefined = the sorted place
   * @param said what is told when it is done
   */
  put(
    deals: readonly Deal[],
    before: Id | null | undefined,
    said: () => string,
  ): Promise<CommandResult | null | undefined>;
}

export interface LaneActions {
  readonly add: (id: Id) => void;
  /** Why no deal can be added; null = it can. */
  readonly noAdd: string | null;
  /** As the first paint writes them. */
  readonly sumsOf: (summary: Pick<Summary, 'sums'> | undefined) => TemplateResult;
}

/** Another way to stand side by side than in stages: what the board asks of it wherever it would ask a stage. */
export interface Layout {
  /** From the first to the last; empty = not known yet. */
  readonly lanes: readonly Lane[];
  /** What stands in a lane. */
  where(id: Id): Where;
  laneOf(deal: Deal): Id;
  nameOf(id: Id): string | undefined;
  /** Deals in it; undefined = not known yet. */
  count(id: Id): number | undefined;
  /** Cards can be put there; undefined: they cannot. */
  target(id: Id): Target | undefined;
  /** Where cards may go, for their menu. */
  readonly places: readonly Lane[];
  /** What a deal that is added in a lane is expected to close on. */
  dayFor(id: Id): Day | null;
  /** Why a card may not be taken up; null = it may. */
  why(deal: Deal | null): string | null;
  /** At the end of the head of the board. */
  bar(): TemplateResult | typeof nothing;
  head(lane: Lane, actions: LaneActions): TemplateResult;
  readonly words: {
    /** In an empty lane that cards can be put into. */
    readonly empty: string;
    readonly first: string;
    readonly last: string;
    /** What the arrows go to. */
    readonly across: string;
    readonly moved: (title: string, place: string, deal: Deal, id: Id) => string;
  };
}
