/** `where` on numbers, days, instants and money. */
import type { CrmAdapter } from '../../adapters/adapter.js';
import type { Change } from '../../domain/change.js';
import type { Where } from '../../domain/query.js';
import type { Deal, Lead } from '../../domain/records.js';
import { aDeal, aLead, creation, money } from '../fixtures.js';
import { equal, ids, mapConditions, type CheckDefinition } from './check.js';

const leads = (...fields: Partial<Lead>[]): Change[] =>
  fields.map((one, i) => creation('lead', aLead({ id: `${i + 1}`, ...one })));
const deals = (...fields: Partial<Deal>[]): Change[] =>
  fields.map((one, i) => creation('deal', aDeal({ id: `${i + 1}`, ...one })));

async function found(
  adapter: CrmAdapter,
  where: Where,
  kind: 'lead' | 'deal' = 'lead',
  today?: string,
): Promise<string> {
  return (
    await ids(adapter, kind, { where, order: [{ field: 'id' }], ...(today === undefined ? {} : { today }) })
  ).join('');
}

/** A broken adapter that takes one operator for another. */
const confuses = (from: string, to: string) => (inner: CrmAdapter) =>
  mapConditions(inner, (condition) => (condition.op === from ? { ...condition, op: to } : condition));

export const comparisonChecks: readonly CheckDefinition[] = [
  {
    id: 'where.number',
    title: '`lt`, `lte`, `gt`, `gte`, `between` on numbers; empty is none of them',
    needs: null,
    async run({ adapter }) {
      await adapter.commit(
        deals({ probability: 10 }, { probability: 50 }, { probability: 90 }, { probability: null }, { probability: 0 }),
      );
      const by = (op: 'lt' | 'lte' | 'gt' | 'gte' | 'between', value: unknown) =>
        found(adapter, { field: 'probability', op, value }, 'deal');
      equal(await by('lt', 50), '15', 'lt');
      equal(await by('lte', 50), '125', 'lte');
      equal(await by('gt', 50), '3', 'gt');
      equal(await by('gte', 50), '23', 'gte');
      equal(await by('between', [10, 50]), '12', 'between');
    },
    broken: confuses('lte', 'lt'),
  },
  {
    id: 'where.day',
    title: 'days are compared as calendar days, both ends included',
    needs: null,
    async run({ adapter }) {
      await adapter.commit(
        leads(
          { expectedClose: '2026-01-31' },
          { expectedClose: '2026-02-01' },
          { expectedClose: '2026-02-28' },
          { expectedClose: null },
        ),
      );
      equal(
        await found(adapter, { field: 'expectedClose', op: 'between', value: ['2026-02-01', '2026-02-28'] }),
        '23',
        'February',
      );
    },
    broken: (inner) =>
      mapConditions(inner, (one) =>
        one.op === 'between'
          ? {
              all: [
                { ...one, op: 'gt', value: (one.value as unknown[])[0] },
                { ...one, op: 'lte', value: (one.value as unknown[])[1] },
              ],
            }
          : one,
      ),
  },
  {
    id: 'where.instant',
    title: 'a day asked of an instant is that day in UTC',
    needs: null,
    async run({ adapter }) {
      await adapter.commit(
        leads(
          { createdAt: '2026-02-01T00:00:00.000Z' },
          { createdAt: '2026-02-01T23:59:59.999Z' },
          { createdAt: '2026-02-02T00:00:00.000Z' },
        ),
      );
      equal(await found(adapter, { field: 'createdAt', op: 'lte', value: '2026-02-01' }), '12', 'until the 1st');
      equal(
        await found(adapter, { field: 'createdAt', op: 'between', value: ['2026-02-01', '2026-02-01'] }),
        '12',
        'on the 1st',
      );
    },
    broken: (inner) =>
      mapConditions(inner, (one) =>
        one.op === 'lte' && one.value === '2026-02-01' ? { ...one, value: '2026-02-01T00:00:00.000Z' } : one,
      ),
  },
  {
    id: 'where.money',
    title: 'money is compared by amount, exactly and as a number',
    needs: null,
    async run({ adapter }) {
      await adapter.commit(
        leads({ value: money('9') }, { value: money('10.00') }, { value: money('10.001') }, { value: null }),
      );
      equal(await found(adapter, { field: 'value', op: 'lte', value: '10' }), '12', 'lte 10');
      equal(await found(adapter, { field: 'value', op: 'gt', value: '9.5' }), '23', 'gt 9.5');
      equal(await found(adapter, { field: 'value', op: 'lte', value: money('10') }), '12', 'lte 10 EUR');
      equal(await found(adapter, { field: 'value', op: 'lte', value: money('10', 'JPY') }), '', 'no other currency');
    },
    broken: (inner) =>
      mapConditions(inner, (one) => (one.op === 'gt' && one.field === 'value' ? { ...one, value: '91' } : one)),
  },
];
