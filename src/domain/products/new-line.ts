/** A line as it is made: what its product says, and what was said otherwise. */
import type { DealProduct, Id } from '../records.js';
import type { Env, Found } from '../rule.js';
import { oneLine } from '../edit.js';
import { priceIn, productFields } from './catalogue.js';
import type { LineInput } from './inputs.js';

/** What a draft holds for each line: all that it is going to say, and the product that is made with it. */
export type LineFields = Omit<
  DealProduct,
  'id' | 'rev' | 'createdAt' | 'updatedAt' | 'dealId' | 'rank' | 'currency'
> & {
  readonly product?: Readonly<Record<string, unknown>>;
};

/** Nothing said of it. */
export const blankLine: DealProduct = {
  ...{ id: '', rev: 0, createdAt: '', updatedAt: '', dealId: '', rank: '', currency: '' },
  ...{ productId: null, variationId: null, name: '', unit: '', price: '0', quantity: '1', tax: '0', discount: '0' },
  ...{ discountType: 'percentage', enabled: true, comment: '', frequency: 'oneTime', cycles: null, billingStart: null },
};

export function lineFields(input: LineInput, found: Found, currency: string): LineFields {
  const { product: fresh, productId = null, variationId = null, ...said } = input;
  const known = found.get('product', productId);
  const given = fresh === undefined ? null : productFields(fresh);
  const product = known ?? (given as Partial<typeof known>);
  const variation = known?.variations.find((one) => one.id === variationId);
  const { name = '', unit = '', tax = '0', frequency = 'oneTime', cycles = null } = product ?? {};
  return {
    productId,
    variationId: variation === undefined ? null : variationId,
    name: oneLine(variation === undefined ? name : `${name}, ${variation.name}`),
    unit,
    price: priceIn(product, variationId, currency) ?? '0',
    quantity: '1',
    tax,
    discount: '0',
    discountType: 'percentage',
    enabled: true,
    comment: '',
    frequency,
    cycles,
    billingStart: null,
    ...withoutNothing(said),
    ...(given === null ? {} : { product: given }),
  };
}

/** What is undefined was left out. */
function withoutNothing(values: object): object {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

export function made(
  { product: _product, ...fields }: LineFields,
  place: {
    readonly id: Id;
    /** Of the product that is made with it. */
    readonly productId: Id | undefined;
    readonly dealId: Id;
    readonly rank: string;
    readonly currency: string;
  },
  env: Env,
): DealProduct {
  const { productId = fields.productId, ...where } = place;
  return {
    ...where,
    rev: 0,
    createdAt: env.now,
    updatedAt: env.now,
    ...fields,
    name: oneLine(fields.name),
    productId,
  };
}
