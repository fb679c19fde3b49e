/** What belongs to the work on a deal: products and the lines of a deal, who takes part in it, projects. */
import type { Day, Id, RecordBase } from './record-base.js';

/** How a line of a deal is charged; all but `oneTime` come again. */
export const frequencies = ['oneTime', 'annually', 'semiAnnually', 'quarterly', 'monthly', 'weekly'] as const;
export type Frequency = (typeof frequencies)[number];

/** What a product costs in one currency. */
export interface ProductPrice {
  /** ISO 4217; one price a currency. */
  readonly currency: string;
  /** A decimal string, as in `Money`. */
  readonly price: string;
  /** What it costs whoever sells it; null = not known. */
  readonly cost: string | null;
}

/** Another size, colour, plan of a product, with prices of its own. */
export interface ProductVariation {
  readonly id: Id;
  readonly name: string;
  /** In a currency that is not among them the product's own price counts. */
  readonly prices: readonly ProductPrice[];
}

/** An entry of the catalogue. */
export interface Product extends RecordBase {
  readonly name: string;
  readonly code: string;
  readonly description: string;
  /** What one of it is: "hours", "per seat and year". */
  readonly unit: string;
  /** Percent as a decimal string, 0 to 100: `19`, `7.5`. */
  readonly tax: string;
  readonly category: string;
  /** One that is not is no longer offered; the lines that have it stay as they are. */
  readonly active: boolean;
  readonly prices: readonly ProductPrice[];
  readonly variations: readonly ProductVariation[];
  readonly frequency: Frequency;
  /** As in {@link DealProduct}. */
  readonly cycles: number | null;
}

/** A line of a deal: so much of a product, at a price. It keeps what it says, whatever becomes of the product. */
export interface DealProduct extends RecordBase {
  readonly dealId: Id;
  /** null = it is in no catalogue. */
  readonly productId: Id | null;
  readonly variationId: Id | null;
  /** As the product was called when it was put here, and its unit. */
  readonly name: string;
  readonly unit: string;
  /** A decimal string, 0 or more. */
  readonly price: string;
  readonly quantity: string;
  /** Percent as a decimal string, 0 to 100. Whether it is on top or in the price says `Deal.taxing`. */
  readonly tax: string;
  /** A decimal string, 0 or more: percent, or an amount off the whole line. */
  readonly discount: string;
  readonly discountType: 'percentage' | 'amount';
  /** One that is not is shown and not counted. */
  readonly enabled: boolean;
  readonly comment: string;
  /** Place among the lines (`rank.ts`). */
  readonly rank: string;
  /** ISO 4217; one in another currency than its deal's (it came with a merged deal) is not counted. */
  readonly currency: string;
  readonly frequency: Frequency;
  /** How often it is charged: null where once, and where it goes on until somebody ends it; else 1 to 208. */
  readonly cycles: number | null;
  readonly billingStart: Day | null;
}

/** Is tax on top of the prices, in them, or is there none? It is the same for all lines of a deal. */
export const taxings = ['exclusive', 'inclusive', 'none'] as const;
export type Taxing = (typeof taxings)[number];

/** Off the sum of all lines. */
export interface DealDiscount {
  readonly id: Id;
  readonly type: 'percentage' | 'amount';
  /** A decimal string, more than 0. */
  readonly amount: string;
  readonly description: string;
}

/** Which lines a deal has: who changes one of them changes this as well, so that no sum is made of lines that have changed. */
export interface DealLines {
  readonly count: number;
  /** The command that last touched them. */
  readonly by: Id;
}

/** A person who takes part in a deal beside its own one. */
export interface Participant extends RecordBase {
  readonly dealId: Id;
  readonly personId: Id;
  readonly role: string;
}

export interface ProjectTask {
  readonly id: Id;
  readonly title: string;
  readonly done: boolean;
  readonly due: Day | null;
  readonly ownerId: Id | null;
}

/** Work that follows from deals. */
export interface Project extends RecordBase {
  readonly title: string;
  readonly description: string;
  readonly status: 'open' | 'completed' | 'canceled';
  readonly phase: string;
  readonly startDate: Day | null;
  readonly endDate: Day | null;
  readonly dealIds: readonly Id[];
  readonly personId: Id | null;
  readonly organizationId: Id | null;
  readonly ownerId: Id | null;
  readonly tasks: readonly ProjectTask[];
}

/** What a project begins with. */
export interface ProjectTemplate extends RecordBase {
  readonly name: string;
  readonly phases: readonly string[];
  /** `days` after the start it is due; null = without a day. */
  readonly tasks: readonly { readonly title: string; readonly days: number | null }[];
}
