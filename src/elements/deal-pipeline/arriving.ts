import type { Summary } from '../../domain/query.js';
import type { nothing, TemplateResult } from 'lit';
import type { Deal, Id, Stage } from '../../domain/records.js';
import type { Where } from '../../domain/query.js';
import type { Shortcuts } from '../../shared/keys.js';
import type { Anchor } from '../../shared/place.js';
import type { keepSoon } from '../../shared/setup-keeping.js';
import type { LiveList } from '../../store/api.js';
import type { Layout } from './layout.js';
import type { BoardView } from './view-names.js';

/** As the first paint writes sums: handed to late parts, for an import of it would split what the elements rest on. */
export type SumsOf = (summary: Pick<Summary, 'sums'> | undefined) => TemplateResult;

interface Listed {
  readonly list: LiveList<'deal'> | null;
}

/** A stage, as far as a held card goes by it. */
export interface Stacked extends Listed {
  readonly stageId: Id;
  readonly total: number | undefined;
  readonly window: { readonly range: readonly [start: number, end: number] };
  /** The card that has the focus. */
  readonly focused: { readonly deal: Deal; readonly index: number } | null;
  /** The card that a pointer holds. */
  readonly held: Id | null;
  /** The place of a deal as it is shown; -1 = not here. */
  indexOf(id: Id): number;
}

/** Cards with the fields that somebody has chosen. */
export interface OwnCard {
  readonly labels: boolean;
  /** Of owner, value and next activity those that are shown, in order. */
  readonly foot: readonly string[];
  /** All that makes it as tall as it is. */
  kindOf(deal: Deal): string;
  /** @param close draws when it is expected to close */
  lines(deal: Deal, close: () => TemplateResult | typeof nothing): TemplateResult | typeof nothing;
}

/** What the board knows of its hands (hands.ts) before they have come. */
export interface BoardHands {
  /** The stages added up; undefined until each is known. */
  overall(): Pick<Summary, 'count' | 'sums'> | undefined;
  /** undefined = cards show what the first paint shows. */
  readonly ownCard: OwnCard | undefined;
  /** What the cards are sorted by, and which way. */
  orderName(): string;
  /** Sums at the head of the board, weighted ones with them. */
  totals(sumsOf: SumsOf): TemplateResult;
  /** Asks what is asked now; ends when it is time to draw. */
  readonly asking: { begin(): Promise<void> | undefined };
  readonly weights: { line(stage: Stage, sumsOf: SumsOf): TemplateResult };
  readonly shortcuts: Shortcuts;
  readonly keepSoon: typeof keepSoon;
  readonly check: (state: unknown) => void;
  readonly focus: { focusin(): void; focusout(event: FocusEvent): void };
  readonly lift: { words(): string; check(): void; cancel(why?: string, refocus?: boolean): void };
  /** What is pressed and scrolled on the board. */
  readonly clicks: {
    click(event: MouseEvent, target: Element): void;
    contextmenu(event: MouseEvent, target: Element): void;
    scrolled(board: HTMLElement): void;
    showStage(stageId: Id): void;
  };
  /** Which cards are chosen, and the box that chooses one. */
  readonly chosen: {
    readonly version: number;
    /** Whether it is chosen; undefined = its card has no box just now. @param stop the card that is the tab stop */
    boxed(id: Id, stop: Id | null | undefined): boolean | undefined;
    check(): void;
    box(deal: Deal, tab: '0' | '-1'): TemplateResult;
  };
  /** What stands in the place of the stages; null = its code is still to come, or nothing does. */
  readonly layout: Layout | null;
  /** Which of board, list and forecast is shown. */
  readonly views: {
    closed(segment: 'won' | 'lost'): void;
    choose(view: BoardView): void;
    check(): void;
    /** From the search into what is shown. */
    enter(): void;
    /** `focus()` of the board. */
    arrive(options: FocusOptions | undefined, from: Element | null): void;
    list(): TemplateResult;
  };
  readonly lazy: { add(stageId: Id | null): void; filter(anchor: HTMLElement): void };
  /** What narrows the board besides an owner: as a query, and as chips. */
  readonly filtering: {
    /** All is here that the query is made of: formulas may be among it. */
    readonly settled: boolean;
    /** What stands in the place of the stages where some of it cannot be had. */
    lost(): TemplateResult | undefined;
    wheres(): readonly Where[];
    check(): void;
    chips(): TemplateResult | typeof nothing;
  };
  readonly menus: {
    card(anchor: Anchor, deal: Deal): void;
    owners(anchor: HTMLElement): void;
    sort(anchor: HTMLElement): void;
    more(anchor: HTMLElement): void;
  };
  /** Over the cards: what is only there while one is moved. */
  over(): TemplateResult;
  /** At the end of the view. */
  render(): TemplateResult;
  updated(): void;
  emptyBoard(noAdd: string | null, add: () => void): TemplateResult;
  noMatch(clear: () => void): TemplateResult;
  noPipeline(): TemplateResult;
  clearSearch(clear: () => void): TemplateResult;
  columnError(column: Listed): TemplateResult;
  /** What the stages show while a card is held, or not stored yet (held.ts). */
  readonly held: {
    more(column: Stacked): number;
    dealAt(column: Stacked, index: number): Deal | undefined;
    quickly(column: Stacked, index: number): Deal | undefined;
    indexOf(column: Stacked, id: Id): number;
    pinned(column: Stacked): number;
  };
  /** Others' new deals in a stage. */
  news(column: Listed): TemplateResult;
  /** Grey shapes: in the place of the stages, of the cards of one, in a card. */
  waiting(): TemplateResult;
  skeletons(): TemplateResult;
  coming(): TemplateResult;
}
