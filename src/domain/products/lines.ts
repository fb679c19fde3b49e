/** Lines of a deal: put on it, changed, taken off, sorted. */
import { patchOf, same, withFields } from '../change.js';
import type { Change } from '../change.js';
import { CommandDraft } from '../drafts.js';
import { tidy } from '../edit.js';
import type { Draft, Problem } from '../plan.js';
import { ranksAfter, ranksBetween, rebalance } from '../rank.js';
import type { DealProduct, Id } from '../records.js';
import { byIds } from '../rule.js';
import type { Env, Found, Rule } from '../rule.js';
import { fieldProblems } from '../validate.js';
import { lineReasons, maxRecurring } from './checks.js';
import { newProduct, productProblems } from './catalogue.js';
import { currencyOf } from './deal-value.js';
import { blankLine, lineFields, made, type LineFields } from './new-line.js';
import type { LinesDraft } from './on-deal.js';
import { dealNeeds, dealPatch, linesDraft, linesOf } from './on-deal.js';

type Values = Record<string, unknown>;

/** Whatever of these changes, the sum may. */
const SUMMED: readonly (keyof DealProduct)[] = ['price', 'quantity', 'discount', 'discountType', 'enabled', 'currency'];

export const dealProductsAdd: Rule<'deal-products-add'> = {
  optimistic: false,
  bulk: false,
  replans: true,
  needs: ({ dealId, lines }) => [
    ...dealNeeds(dealId),
    ...byIds(
      'product',
      lines.map((line) => line.productId),
    ),
  ],
  draft: (input, found, env) => {
    const deal = found.get('deal', input.dealId);
    const currency = deal === null ? env.currency : currencyOf(deal, env.currency);
    const ids: Record<string, Id> = {};
    const lines = input.lines.map((line, i) => {
      ids[`line${i}`] = env.newId();
      if (line.product !== undefined) ids[`product${i}`] = env.newId();
      return lineFields(line, found, currency);
    });
    const draft = linesDraft(input.dealId, found, { lines }, ids);
    dealProductsAdd.check(draft, found, env, input);
    return [draft];
  },
  check: (draft, found, env) => {
    const own = draft as LinesDraft;
    own.renew(found);
    const lines = draft.fields['lines'] as readonly LineFields[];
    if (own.record === null) return void (own.problems = [{ code: 'not-found' }]);
    if (lines.length === 0) return void (own.problems = [{ code: 'invalid', field: 'lines' }]);
    const said = lines.flatMap((line, i) => under(`lines.${i}`, newProblems(line, found, env)));
    const there = linesOf(found, draft.id);
    const all = [...there, ...lines.map(({ product: _product, ...line }) => ({ ...blankLine, ...line }))];
    own.problems = said.length > 0 ? said : tooMany(there, all, `lines.${lines.length - 1}.frequency`);
  },
  changes: (draft, found, env) => {
    const own = draft as LinesDraft;
    const { record: deal, ids } = own;
    if (deal === null) return [];
    const there = linesOf(found, deal.id);
    const fields = draft.fields['lines'] as readonly LineFields[];
    const ranks = ranksAfter(there.at(-1)?.rank ?? null, fields.length);
    const products = fields.flatMap(({ product }, i): readonly Change[] => {
      if (product === undefined) return [];
      const record = newProduct(ids[`product${i}`]!, product, env);
      return [{ op: 'create', kind: 'product', id: record.id, record }];
    });
    const currency = currencyOf(deal, env.currency);
    const lines = fields.map((line, i) =>
      made(
        line,
        { id: ids[`line${i}`]!, productId: ids[`product${i}`], dealId: deal.id, rank: ranks[i]!, currency },
        env,
      ),
    );
    return [
      ...products,
      ...lines.map((record): Change => ({ op: 'create', kind: 'dealProduct', id: record.id, record })),
      ...dealPatch(deal, [...there, ...lines], env),
    ];
  },
};

function newProblems({ product, ...line }: LineFields, found: Found, env: Env): readonly Problem[] {
  if (line.productId !== null && found.get('product', line.productId) === null)
    return [{ code: 'not-found', field: 'productId' }];
  return [
    ...(product === undefined ? [] : under('product', productProblems(product))),
    ...lineProblems({ ...blankLine, ...line }, null, env),
  ];
}

function under(path: string, problems: readonly Problem[]): readonly Problem[] {
  return problems.map((problem) => ({
    ...problem,
    field: problem.field === undefined ? path : `${path}.${problem.field}`,
  }));
}

/** What a line may say, field by field, and the fields with one another. @param before as it is stored; null = a new one */
function lineProblems(line: DealProduct, before: DealProduct | null, env: Env): readonly Problem[] {
  const {
    id: _id,
    rev: _rev,
    createdAt: _made,
    updatedAt: _at,
    dealId: _deal,
    rank: _rank,
    currency: _in,
    ...fields
  } = line;
  const problems = fieldProblems('dealProduct', fields, before, []);
  if (problems.length > 0) return problems;
  const known = before === null ? [] : lineReasons(before, env.today).map(([field]) => field);
  return lineReasons(line, env.today)
    .filter(
      ([field]) =>
        !known.includes(field) || !same(before?.[field as keyof DealProduct], line[field as keyof DealProduct]),
    )
    .map(([field, detail]) => ({ code: detail === 'needed' ? 'required' : 'invalid', field, detail }));
}

/** No more of them than a deal may have, unless it has more already. */
function tooMany(before: readonly DealProduct[], after: readonly DealProduct[], field: string): readonly Problem[] {
  const n = (lines: readonly DealProduct[]): number => lines.filter(({ frequency }) => frequency !== 'oneTime').length;
  const now = n(after);
  return now > maxRecurring && now > n(before) ? [{ code: 'invalid', field, detail: 'recurring' }] : [];
}

export const dealProductEdit: Rule<'deal-product-edit'> = {
  optimistic: false,
  bulk: false,
  replans: true,
  needs: (input) => byIds('dealProduct', [input.id]),
  then: (_input, found) => dealNeeds(found.all('dealProduct')[0]?.dealId),
  draft: (input, found, env) => {
    const record = found.get('dealProduct', input.id);
    const fields: Values = { ...input.fields };
    const draft = new CommandDraft('dealProduct', input.id, record, fields) as Draft;
    dealProductEdit.check(draft, found, env, input);
    return [draft];
  },
  check: (draft, found, env) => {
    const own = draft as CommandDraft<'dealProduct'>;
    const seen = own.record;
    const line = found.get('dealProduct', own.id);
    const deal = line && found.get('deal', line.dealId);
    if (seen === null || line === null || deal === null) return void (own.problems = [{ code: 'not-found' }]);
    // What somebody else has changed of it meanwhile stays, as long as it is something else.
    if (Object.keys(own.fields).every((name) => same(line[name as keyof DealProduct], seen[name as keyof DealProduct])))
      (own as { record: DealProduct }).record = line;
    const next = changed(own.record!, own.fields, currencyOf(deal, env.currency));
    const strange = Object.keys(own.fields).filter((name) => !(name in blankLine) || KEPT.has(name));
    const problems = [
      ...strange.map((field): Problem => ({ code: 'invalid', field, detail: 'read-only' })),
      ...lineProblems(next, own.record, env),
    ];
    const there = linesOf(found, deal.id);
    own.problems = problems.length > 0 ? problems : tooMany(there, replaced(there, next), 'frequency');
  },
  changes: (draft, found, env) => {
    const { record: line, fields } = draft as CommandDraft<'dealProduct'>;
    const deal = line && found.get('deal', line.dealId);
    if (line === null || deal === null) return [];
    const next = changed(line, fields, currencyOf(deal, env.currency));
    const patch = patchOf('dealProduct', line, next as unknown as Values);
    if (patch === null) return [];
    const counted = [...SUMMED, 'frequency'].some((name) => name in patch.fields);
    return [patch, ...(counted ? dealPatch(deal, replaced(linesOf(found, deal.id), next), env) : [])];
  },
};

/** Set by other commands, or by none. */
const KEPT: ReadonlySet<string> = new Set(['id', 'rev', 'createdAt', 'updatedAt', 'dealId', 'rank', 'currency']);

function changed(line: DealProduct, given: Readonly<Values>, currency: string): DealProduct {
  const fields = tidy(given);
  const once = fields['frequency'] === 'oneTime' ? { cycles: null, billingStart: null } : {};
  // A price that somebody types is one in the deal's currency.
  const priced = 'price' in fields ? { currency } : {};
  return withFields(line, { ...once, ...priced, ...fields });
}

function replaced(lines: readonly DealProduct[], next: DealProduct): readonly DealProduct[] {
  return lines.map((line) => (line.id === next.id ? next : line));
}

export const dealProductsDelete: Rule<'deal-products-delete'> = {
  optimistic: false,
  bulk: false,
  replans: true,
  needs: ({ dealId }) => dealNeeds(dealId),
  draft: (input, found, env) => {
    const draft = linesDraft(input.dealId, found, { ids: input.ids });
    dealProductsDelete.check(draft, found, env, input);
    return [draft];
  },
  check: (draft, found) => {
    const own = draft as LinesDraft;
    own.renew(found);
    own.problems = own.record === null || chosen(own, found).length === 0 ? [{ code: 'not-found' }] : [];
  },
  changes: (draft, found, env) => {
    const own = draft as LinesDraft;
    const { record: deal } = own;
    if (deal === null) return [];
    const gone = chosen(own, found);
    return [
      ...gone.map((line): Change => ({ op: 'delete', kind: 'dealProduct', id: line.id, record: line, rev: line.rev })),
      ...dealPatch(
        deal,
        linesOf(found, deal.id).filter((line) => !gone.includes(line)),
        env,
      ),
    ];
  },
};

/** Those that are named and there, as they stand. */
function chosen({ id, fields }: LinesDraft, found: Found): readonly DealProduct[] {
  const ids = new Set(fields['ids'] as readonly Id[]);
  return linesOf(found, id).filter((line) => ids.has(line.id));
}

export const dealProductsSort: Rule<'deal-products-sort'> = {
  optimistic: false,
  bulk: false,
  replans: true,
  needs: ({ dealId }) => dealNeeds(dealId),
  draft: (input, found, env) => {
    const draft = linesDraft(input.dealId, found, { ids: input.ids, before: input.before });
    dealProductsSort.check(draft, found, env, input);
    return [draft];
  },
  check: (draft, found) => {
    const own = draft as LinesDraft;
    own.renew(found);
    own.problems = own.record === null || chosen(own, found).length === 0 ? [{ code: 'not-found' }] : [];
  },
  changes: (draft, found) => {
    const own = draft as LinesDraft;
    const moving = chosen(own, found);
    const rest = linesOf(found, own.id).filter((line) => !moving.includes(line));
    const at = rest.findIndex((line) => line.id === own.fields['before']);
    const place = at < 0 ? rest.length : at;
    const order = [...rest.slice(0, place), ...moving, ...rest.slice(place)];
    const before = linesOf(found, own.id);
    if (order.every((line, i) => line === before[i])) return [];
    const between = ranksBetween(rest[place - 1]?.rank ?? null, rest[place]?.rank ?? null, moving.length);
    // No room between two that stand at the same place: all of them get a new one.
    const ranks = between ?? rebalance(order.map(({ rank }) => rank));
    const lines = between === null ? order : moving;
    return lines.flatMap((line, i) => patchOf('dealProduct', line, { rank: ranks[i] }) ?? []);
  },
};
