import type { Summary } from '../../domain/query.js';
import type { TemplateResult } from 'lit';
import type { Deal, Id } from '../../domain/records.js';
import type { Shortcuts } from '../../shared/keys.js';
import type { Anchor } from '../../shared/place.js';
import type { LiveList } from '../../store/api.js';

interface Listed {
  readonly list: LiveList<'deal'> | null;
}

/** A stage, as far as a held card goes by it. */
export interface Stacked extends Listed {
  readonly stageId: Id;
  readonly total: number | undefined;
  readonly window: { readonly range: readonly [start: number, end: number] };
}

/** Where a held card is shown in a stage (null = nowhere), and which place it has left (-1 = none). */
export interface HeldPlaces {
  readonly guest: number | null;
  readonly away: number;
}

/** What the board knows of its hands (hands.ts) before they have come. */
export interface BoardHands {
  /** The stages added up; undefined until each is known. */
  overall(): Pick<Summary, 'count' | 'sums'> | undefined;
  readonly shortcuts: Shortcuts;
  readonly lift: { words(): string; check(): void; cancel(why?: string, refocus?: boolean): void };
  readonly lazy: { add(stageId: Id | null): void };
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
  held(column: Stacked): HeldPlaces;
  /** Others' new deals in a stage. */
  news(column: Listed): TemplateResult;
  /** Grey shapes: in the place of the stages, of the cards of one, in a card. */
  waiting(): TemplateResult;
  skeletons(): TemplateResult;
  coming(): TemplateResult;
}
