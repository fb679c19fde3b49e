/** The catalogue: entries that lines of deals are made of, and that say nothing about the lines there are. */
import type { Change } from '../change.js';
import { CommandDraft } from '../drafts.js';
import { editRule, oneLine, tidy } from '../edit.js';
import type { Draft, Problem } from '../plan.js';
import type { Product, ProductPrice } from '../records.js';
import { byIds } from '../rule.js';
import type { Env, Rule } from '../rule.js';
import { fieldProblems } from '../validate.js';
import { cyclesReason } from './checks.js';
import type { ProductInput } from './inputs.js';

type Values = Record<string, unknown>;

/** All that a product says, with what was left out. */
export function productFields(input: ProductInput): Values {
  const { name, code = '', description = '', unit = '', tax = '0', category = '', active = true } = input;
  const { prices = [], variations = [], frequency = 'oneTime', cycles = null } = input;
  return { name, code, description, unit, tax, category, active, prices, variations, frequency, cycles };
}

export function productProblems(fields: Readonly<Values>): readonly Problem[] {
  const problems = fieldProblems('product', tidyProduct(fields), null, []);
  return problems.length > 0 ? problems : termProblems(fields as unknown as Product);
}

function termProblems(product: Product): readonly Problem[] {
  const why = cyclesReason(product);
  return why === null ? [] : [{ code: 'invalid', field: 'cycles', detail: why }];
}

function tidyProduct(fields: Readonly<Values>): Values {
  const tidied = tidy(fields);
  for (const name of ['code', 'unit', 'category'])
    if (typeof tidied[name] === 'string') tidied[name] = oneLine(tidied[name]);
  return tidied;
}

export function newProduct(id: string, fields: Readonly<Values>, env: Env): Product {
  return {
    id,
    rev: 0,
    createdAt: env.now,
    updatedAt: env.now,
    ...(tidyProduct(fields) as unknown as Omit<Product, 'id' | 'rev' | 'createdAt' | 'updatedAt'>),
  };
}

/** What it costs in a currency: the variation's price, else the product's own; undefined = it has none. */
export function priceIn(
  product: Pick<Product, 'prices' | 'variations'> | null,
  variationId: string | null,
  currency: string,
): string | undefined {
  const of = (prices: readonly ProductPrice[]): string | undefined =>
    prices.find((one) => one.currency === currency)?.price;
  const variation = product?.variations.find((one) => one.id === variationId);
  return of(variation?.prices ?? []) ?? of(product?.prices ?? []);
}

export const productAdd: Rule<'product-add'> = {
  optimistic: false,
  bulk: false,
  needs: () => [],
  draft: (input, found, env) => {
    const draft = new CommandDraft('product', env.newId(), null, productFields(input), {
      title: oneLine(input.name),
    }) as Draft;
    productAdd.check(draft, found, env, input);
    return [draft];
  },
  check: (draft) => {
    (draft as CommandDraft).problems = productProblems(draft.fields);
  },
  changes: (draft, _found, env) => {
    const record = newProduct(draft.id, draft.fields, env);
    return [{ op: 'create', kind: 'product', id: record.id, record }];
  },
};

export const productEdit: Rule<'product-edit'> = editRule({
  kind: 'product',
  optimistic: false,
  ids: (input) => [input.id],
  fields: (product, input) => {
    const fields = tidyProduct({ ...input.fields });
    // One that is charged once has no term.
    return fields['frequency'] === 'oneTime' && product.cycles !== null ? { cycles: null, ...fields } : fields;
  },
  problems: (_product, next) => termProblems(next),
});

export const productDelete: Rule<'product-delete'> = {
  optimistic: false,
  bulk: false,
  needs: (input) => byIds('product', [input.id]),
  draft: (input, found, env) => {
    const draft = new CommandDraft('product', input.id, found.get('product', input.id), {}) as Draft;
    productDelete.check(draft, found, env, input);
    return [draft];
  },
  check: (draft, found) => {
    const gone = draft.record === null || found.get('product', draft.id) === null;
    (draft as CommandDraft).problems = gone ? [{ code: 'not-found' }] : [];
  },
  changes: (draft) => {
    const { record } = draft;
    return record === null ? [] : [{ op: 'delete', kind: 'product', id: record.id, record, rev: record.rev } as Change];
  },
};
