/** What holds for all lines of a deal: their currency, whether tax is on top of them, what is taken off their sum. */
import { patchOf, same } from '../change.js';
import { isCurrency } from '../money.js';
import type { Problem } from '../plan.js';
import { taxings } from '../records.js';
import type { Deal, DealDiscount, DealProduct, Id, Product, Taxing } from '../records.js';
import { byIds } from '../rule.js';
import type { Env, Found, Rule } from '../rule.js';
import { amountReason, discountReasons } from './checks.js';
import { priceIn } from './catalogue.js';
import { currencyOf } from './deal-value.js';
import { dealNeeds, dealPatch, linesDraft, linesOf } from './on-deal.js';
import type { LinesDraft } from './on-deal.js';

interface Pricing {
  readonly taxing?: Taxing;
  readonly discounts?: readonly DealDiscount[];
  readonly currency?: string;
  readonly prices?: Readonly<Record<Id, string>>;
  readonly lineDiscounts?: Readonly<Record<Id, string>>;
}

/** What lines cost in another currency: by their products; `missing` have no price in it. */
export function pricesIn(
  currency: string,
  lines: readonly DealProduct[],
  productOf: (id: Id | null) => Product | null,
): { readonly prices: Readonly<Record<Id, string>>; readonly missing: readonly DealProduct[] } {
  const prices: Record<Id, string> = {};
  const missing: DealProduct[] = [];
  for (const line of lines) {
    const price = priceIn(productOf(line.productId), line.variationId, currency);
    if (price === undefined) missing.push(line);
    else prices[line.id] = price;
  }
  return { prices, missing };
}

export const dealPricing: Rule<'deal-pricing'> = {
  optimistic: false,
  bulk: false,
  replans: true,
  needs: (input) => dealNeeds(input.id),
  then: ({ currency }, found) =>
    currency === undefined
      ? []
      : byIds(
          'product',
          found.all('dealProduct').map(({ productId }) => productId),
        ),
  draft: ({ id, ...given }, found, env) => {
    const fields = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
    const draft = linesDraft(id, found, fields);
    dealPricing.check(draft, found, env, { id, ...given });
    return [draft];
  },
  check: (draft, found, env) => {
    const own = draft as LinesDraft;
    const fresh = found.get('deal', own.id);
    if (own.record === null || fresh === null) return void (own.problems = [{ code: 'not-found' }]);
    // Where it is about to change what somebody else has changed meanwhile, that is told.
    if (Object.keys(own.fields).every((name) => same(now(fresh, name, env), now(own.record!, name, env))))
      own.renew(found);
    own.problems = problemsOf(own.fields);
  },
  changes: (draft, found, env) => {
    const own = draft as LinesDraft;
    const { record: deal } = own;
    if (deal === null) return [];
    const { currency: given, prices, lineDiscounts, ...fields } = own.fields as Pricing;
    const before = currencyOf(deal, env.currency);
    const currency = given ?? before;
    const lines = linesOf(found, deal.id);
    const next = currency === before ? lines : repriced(lines, before, currency, { prices, lineDiscounts }, found);
    return [
      ...next.flatMap((line, i) => patchOf('dealProduct', lines[i]!, line as never) ?? []),
      ...dealPatch(deal, next, env, { ...fields, currency }),
    ];
  },
};

function now(deal: Deal, name: string, env: Env): unknown {
  if (name === 'currency') return currencyOf(deal, env.currency);
  return name === 'taxing' || name === 'discounts' ? (deal[name] ?? null) : null;
}

/** Lines that were in the deal's currency, or are in its new one already, go along; others stay what they are. */
function repriced(
  lines: readonly DealProduct[],
  before: string,
  currency: string,
  given: Pick<Pricing, 'prices' | 'lineDiscounts'>,
  found: Found,
): readonly DealProduct[] {
  const { prices } = pricesIn(currency, lines, (id) => found.get('product', id));
  return lines.map((line) => {
    if (line.currency !== before) return line;
    const off = line.discountType === 'amount' ? given.lineDiscounts?.[line.id] : undefined;
    const price = given.prices?.[line.id] ?? prices[line.id] ?? line.price;
    return { ...line, currency, price, discount: off ?? line.discount };
  });
}

function problemsOf({ taxing, discounts, currency, prices, lineDiscounts }: Pricing): readonly Problem[] {
  const problems: Problem[] = [];
  const wrong = (field: string, detail: string): void => void problems.push({ code: 'invalid', field, detail });
  if (taxing !== undefined && !taxings.includes(taxing)) wrong('taxing', 'option');
  if (currency !== undefined && !isCurrency(currency)) wrong('currency', 'currency');
  if (discounts !== undefined) {
    if (!Array.isArray(discounts)) wrong('discounts', 'type');
    else
      for (const [field, detail] of discountReasons(discounts))
        problems.push({ code: detail === 'needed' ? 'required' : 'invalid', field, detail });
  }
  for (const [name, amounts] of Object.entries({ prices, lineDiscounts }))
    for (const [id, amount] of Object.entries(amounts ?? {})) {
      const why = amountReason(amount);
      if (why !== null) wrong(`${name}.${id}`, why);
    }
  return problems;
}
