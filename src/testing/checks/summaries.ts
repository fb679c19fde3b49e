/** Counts and sums over all rows, and what is heard of others. */
import type { CrmAdapter } from '../../adapters/adapter.js';
import type { Change } from '../../domain/change.js';
import type { Query, Summary } from '../../domain/query.js';
import type { Deal } from '../../domain/records.js';
import { aDeal, creation, deletion, edit, money, today } from '../fixtures.js';
import { breaking, equal, one, type CheckDefinition } from './check.js';

const deals = (...fields: Partial<Deal>[]): Change[] =>
  fields.map((one, i) => creation('deal', aDeal({ id: `${i + 1}`, ...one })));

function summaries(adapter: CrmAdapter, by: string, ask: Partial<Query<'deal'>> = {}): Promise<readonly Summary[]> {
  const query = { kind: 'deal', today, window: { offset: 0, limit: 0 }, ...ask } as Query;
  return adapter.summarize!(query, by);
}
/** Sums as floats. */
const floats = (inner: CrmAdapter): CrmAdapter =>
  breaking(inner, {
    summaries: (all) =>
      all.map((one) => ({
        ...one,
        sums: one.sums.map(({ amount, currency }) => ({ amount: String(Number(amount)), currency })),
      })),
  });

export const summaryChecks: readonly CheckDefinition[] = [
  {
    id: 'summary.groups',
    title: 'counts for each value of a field, over all rows that match',
    needs: 'summarize',
    async run({ adapter }) {
      await adapter.commit(deals({}, { stageId: 'stage-2' }, {}, { status: 'won' }));
      const open = await summaries(adapter, 'stageId', { where: { field: 'status', op: 'is', value: 'open' } });
      equal(
        open.map(({ group, count }) => [group, count]),
        [
          ['stage-1', 2],
          ['stage-2', 1],
        ],
        'open deals by stage',
      );
    },
    broken: (inner) => breaking(inner, { query: (query) => ({ ...query, where: undefined }) }),
  },
  {
    id: 'summary.window',
    title: 'the window does not matter',
    needs: 'summarize',
    async run({ adapter }) {
      await adapter.commit(deals({}, {}, {}));
      equal((await summaries(adapter, 'stageId', { window: { offset: 2, limit: 1 } }))[0]?.count, 3, 'count');
    },
    broken: (inner) =>
      breaking(inner, {
        summaries: (all, { window }) =>
          all.map((one) => ({ ...one, count: Math.min(one.count, Math.max(1, window.limit)) })),
      }),
  },
  {
    id: 'summary.currencies',
    title: 'sums for each currency, never across: with none, two and three decimals',
    needs: 'summarize',
    async run({ adapter }) {
      await adapter.commit(
        deals(
          { value: money('10.10', 'EUR') },
          { value: money('0.20', 'EUR') },
          { value: money('1500', 'JPY') },
          { value: money('500', 'JPY') },
          { value: money('1.005', 'KWD') },
          { value: money('2', 'KWD') },
          { value: null },
        ),
      );
      const [all] = await summaries(adapter, '');
      equal(
        all,
        { group: null, count: 7, sums: [money('10.30', 'EUR'), money('2000', 'JPY'), money('3.005', 'KWD')] },
        'summary',
      );
    },
    broken: floats,
  },
  {
    id: 'summary.large',
    title: 'sums beyond 2^53 and far behind the point are exact',
    needs: 'summarize',
    async run({ adapter }) {
      await adapter.commit(
        deals(
          { value: money('9007199254740993.01') },
          { value: money('9007199254740993.02') },
          { value: money('0.1') },
          { value: money('0.2') },
        ),
      );
      equal((await summaries(adapter, ''))[0]?.sums, [money('18014398509481986.33')], 'sum');
    },
    broken: floats,
  },
  {
    id: 'summary.negative',
    title: 'negative amounts count; a sum of nothing has no entry',
    needs: 'summarize',
    async run({ adapter }) {
      await adapter.commit(deals({ value: money('5') }, { value: money('-7.5') }, { value: null, stageId: 'stage-2' }));
      const all = await summaries(adapter, 'stageId');
      equal(
        all.map((one) => one.sums),
        [[money('-2.50')], []],
        'sums',
      );
    },
    broken: (inner) =>
      breaking(inner, {
        summaries: (all) => all.map((one) => (one.sums.length > 0 ? one : { ...one, sums: [money('0.00')] })),
      }),
  },
  {
    id: 'summary.search',
    title: '`search` narrows summaries as it narrows rows',
    needs: 'summarize',
    async run({ adapter }) {
      await adapter.commit(deals({ title: 'Boiler' }, { title: 'Roof' }));
      equal((await summaries(adapter, '', { search: 'BOIL' }))[0]?.count, 1, 'count');
    },
    broken: (inner) => breaking(inner, { query: (query) => ({ ...query, search: undefined }) }),
  },
  {
    id: 'summary.empty',
    title: 'the group of all is there even when it is empty; an empty field is the group null',
    needs: 'summarize',
    async run({ adapter }) {
      equal(await summaries(adapter, ''), [{ group: null, count: 0, sums: [] }], 'nothing');
      await adapter.commit(deals({ ownerId: null }, { ownerId: 'user-1' }));
      equal(
        (await summaries(adapter, 'ownerId')).map(({ group, count }) => [group, count]),
        [
          ['user-1', 1],
          [null, 1],
        ],
        'by owner',
      );
    },
    broken: (inner) => breaking(inner, { summaries: (all) => all.filter((one) => one.count > 0) }),
  },
  {
    id: 'summary.labels',
    title: 'a record with two labels is in both groups',
    needs: 'summarize',
    async run({ adapter }) {
      await adapter.commit(deals({ labelIds: ['a', 'b'] }, { labelIds: ['b'] }));
      equal(
        (await summaries(adapter, 'labelIds')).map(({ group, count }) => [group, count]),
        [
          ['a', 1],
          ['b', 2],
        ],
        'by label',
      );
    },
    broken: (inner) => breaking(inner, { summaries: (all) => all.slice(0, 1) }),
  },
  {
    id: 'summary.follows',
    title: 'a commit is in the next summary',
    needs: 'summarize',
    async run({ adapter }) {
      await adapter.commit(deals({ value: money('5') }, { value: money('6') }, {}));
      equal((await summaries(adapter, ''))[0], { group: null, count: 3, sums: [money('11.00')] }, 'before');
      await adapter.commit([
        edit('deal', '1', { value: [money('5'), money('50')], stageId: ['stage-1', 'stage-2'] }),
        deletion('deal', await one(adapter, 'deal', '3')),
        creation('deal', aDeal({ id: '4', value: money('1') })),
      ]);
      equal(
        (await summaries(adapter, 'stageId')).map(({ group, count, sums }) => [group, count, sums[0]?.amount]),
        [
          ['stage-1', 2, '7.00'],
          ['stage-2', 1, '50.00'],
        ],
        'after',
      );
    },
    broken(inner) {
      const first = new Map<string, readonly Summary[]>();
      return breaking(inner, { summaries: (all) => (first.has('') ? first.get('')! : (first.set('', all), all)) });
    },
  },
];
