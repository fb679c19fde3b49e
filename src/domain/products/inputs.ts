/** What the commands of products are given. */
import type {
  Day,
  DealDiscount,
  DealProduct,
  Frequency,
  Id,
  Product,
  ProductPrice,
  ProductVariation,
  Taxing,
} from '../records.js';

/** A new entry of the catalogue; what is left out is empty, active, charged once. */
export interface ProductInput {
  readonly name: string;
  readonly code?: string;
  readonly description?: string;
  readonly unit?: string;
  /** Percent as a decimal string, 0 to 100. */
  readonly tax?: string;
  readonly category?: string;
  readonly active?: boolean;
  readonly prices?: readonly ProductPrice[];
  readonly variations?: readonly ProductVariation[];
  readonly frequency?: Frequency;
  /** As in `DealProduct.cycles`. */
  readonly cycles?: number | null;
}

/** A line to be put on a deal. What is left out is the product's: name, unit, price in the deal's currency, tax, frequency. */
export interface LineInput {
  /** One of the catalogue; left out or null = of none. */
  readonly productId?: Id | null;
  readonly variationId?: Id | null;
  /** One that goes into the catalogue in the same commit; it is the line's. */
  readonly product?: ProductInput;
  readonly name?: string;
  readonly unit?: string;
  /** Decimal strings. */
  readonly price?: string;
  readonly quantity?: string;
  readonly tax?: string;
  readonly discount?: string;
  readonly discountType?: DealProduct['discountType'];
  readonly enabled?: boolean;
  readonly comment?: string;
  readonly frequency?: Frequency;
  readonly cycles?: number | null;
  readonly billingStart?: Day | null;
}

/** By the names of their intents; a part of `CommandInputs` (plan.ts). */
export interface ProductCommands {
  'product-add': ProductInput;
  'product-edit': { readonly id: Id; readonly fields: Readonly<Partial<Product>> };
  /** Lines that have it keep what they say. */
  'product-delete': { readonly id: Id };
  /** Behind the lines there are. */
  'deal-products-add': { readonly dealId: Id; readonly lines: readonly LineInput[] };
  'deal-product-edit': { readonly id: Id; readonly fields: Readonly<Partial<DealProduct>> };
  'deal-products-delete': { readonly dealId: Id; readonly ids: readonly Id[] };
  /** `ids`, in their order, in front of a line; null = last. */
  'deal-products-sort': { readonly dealId: Id; readonly ids: readonly Id[]; readonly before: Id | null };
  /**
   * What holds for all lines of a deal. What is left out stays. `currency`: each line takes its product's price in it; those without
   * one keep their number, unless `prices` says another by the id of the line. So do amounts off a line, unless `lineDiscounts` says
   * another, and those off the sum, unless `discounts` does.
   */
  'deal-pricing': {
    readonly id: Id;
    readonly taxing?: Taxing;
    readonly discounts?: readonly DealDiscount[];
    readonly currency?: string;
    readonly prices?: Readonly<Record<Id, string>>;
    readonly lineDiscounts?: Readonly<Record<Id, string>>;
  };
}
