/** Formula fields in queries: a name that says how it is worked out. */
import { computedName } from '../../domain/formula/computed.js';
import { formulasOf } from '../../domain/formula/fields.js';
import type { Change } from '../../domain/change.js';
import { aDeal, aField, creation, edit, money, today } from '../fixtures.js';
import { breaking, equal, ids, mapConditions, ok, type CheckDefinition } from './check.js';

const fields = [
  aField({ id: 'seats', name: 'Seats', type: 'number' }),
  aField({ id: 'each', name: 'Each', type: 'formula', formula: '#{value} / #{custom.seats}' }),
  aField({ id: 'left', name: 'Left', type: 'formula', formula: '#{expectedClose} - TODAY()' }),
];

function nameOf(id: string, day = today, sum = false): string {
  const around = { today: day, zone: 'UTC', currency: 'EUR', chances: new Map<string, number>() };
  const name = computedName(formulasOf(fields), `custom.${id}`, around, sum);
  ok(name, 'The formula is right');
  return name;
}

/** 100, 25, none (no seats), 60 euros a seat; 7, 1, 3 days left, and no day. */
const deals: readonly Change[] = [
  aDeal({ id: '1', value: money('1000'), custom: { seats: 10 }, expectedClose: '2026-11-30' }),
  aDeal({ id: '2', value: money('1000'), custom: { seats: 40 }, expectedClose: '2026-11-24' }),
  aDeal({ id: '3', value: money('9000'), custom: {}, expectedClose: '2026-11-26' }),
  aDeal({ id: '4', value: money('60'), custom: { seats: 1 }, expectedClose: null }),
].map((deal) => creation('deal', deal));

export const formulaChecks: readonly CheckDefinition[] = [
  {
    id: 'formula.order',
    title: 'a list is sorted by what a formula gives, those without a value last',
    needs: 'formulas',
    async run({ adapter }) {
      await adapter.commit(deals);
      const order = async (id: string, descending = false): Promise<string> =>
        (await ids(adapter, 'deal', { order: [{ field: nameOf(id), descending }] })).join('');
      equal(await order('each'), '2413', 'ascending');
      equal(await order('each', true), '1423', 'descending');
      equal(await order('left'), '2314', 'by days');
    },
    broken: (inner) => breaking(inner, { query: (query) => ({ ...query, order: [{ field: 'id' }] }) }),
  },
  {
    id: 'formula.where',
    title: 'a list is narrowed by what a formula gives, and a change counts at once',
    needs: 'formulas',
    async run({ adapter }) {
      await adapter.commit(deals);
      const found = async (op: 'gte' | 'empty', value?: string): Promise<string> =>
        (await ids(adapter, 'deal', { where: { field: nameOf('each'), op, value }, order: [{ field: 'id' }] })).join(
          '',
        );
      equal(await found('gte', '60'), '14', 'at least 60');
      equal(await found('empty'), '3', 'without a value');
      await adapter.commit([edit('deal', '3', { 'custom.seats': [null, 100] })]);
      equal(await found('gte', '60'), '134', 'after an edit');
    },
    broken: (inner) => mapConditions(inner, (one) => (one.field.startsWith('=') ? { ...one, field: 'value' } : one)),
  },
  {
    id: 'formula.today',
    title: 'TODAY is the day that the name says',
    needs: 'formulas',
    async run({ adapter }) {
      await adapter.commit(deals);
      const soon = async (day: string): Promise<string> =>
        (
          await ids(adapter, 'deal', {
            where: { field: nameOf('left', day), op: 'lte', value: 1 },
            order: [{ field: 'id' }],
          })
        ).join('');
      equal(await soon(today), '2', 'today');
      equal(await soon('2026-11-25'), '23', 'two days later');
    },
    broken: (inner) =>
      mapConditions(inner, (one) => ({ ...one, field: one.field.replace('2026-11-25', '2026-11-23') })),
  },
  {
    id: 'formula.sum',
    title: 'what a formula gives is added up exactly, over those that have a value',
    needs: 'formulas',
    async run({ adapter }) {
      if (!adapter.abilities.summarize) return;
      await adapter.commit(deals);
      const sumOf = async (): Promise<string> => {
        const where = { field: nameOf('each'), op: 'filled' } as const;
        const window = { offset: 0, limit: 0 } as const;
        const asked = { kind: 'deal', where, sum: nameOf('each', today, true), today, window } as const;
        const [{ count, sums } = { count: 0, sums: [] }] = await adapter.summarize!(asked, '');
        return [count, ...sums.map(({ amount, currency }) => `${amount} ${currency}`)].join(', ');
      };
      equal(await sumOf(), '3, 185.00 EUR', 'all of them');
      await adapter.commit([edit('deal', '3', { 'custom.seats': [null, 7] })]);
      equal(await sumOf(), '4, 1470.71 EUR', 'after an edit');
    },
    broken: (inner) => breaking(inner, { query: ({ sum: _, ...query }) => query }),
  },
];
