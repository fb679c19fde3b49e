/** Windows and totals: which part of the rows is asked for, and how many there are. */
import type { Page } from '../../domain/query.js';
import { aLead, creation, deletion, minutesAfter } from '../fixtures.js';
import { breaking, equal, ok, one, page, rows, type CheckDefinition } from './check.js';

/** Seven leads, newest last, titles A to G. */
const seven = [...'ABCDEFG'].map((title, i) =>
  creation('lead', aLead({ id: `lead-${i}`, title, createdAt: minutesAfter(i) })),
);
const byTitle = { order: [{ field: 'title' }] } as const;
const titles = (records: readonly { title: string }[]): string => records.map((lead) => lead.title).join('');

export const windowChecks: readonly CheckDefinition[] = [
  {
    id: 'window.empty',
    title: 'an empty storage answers with an empty page',
    needs: null,
    async run({ adapter }) {
      const answer = await page(adapter, 'lead');
      equal(answer.records, [], 'records');
      ok(answer.total === 0 || answer.total === undefined, `The total of nothing is ${String(answer.total)}`);
      for (const name of ['persons', 'organizations', 'users', 'labels'] as const)
        ok(answer.related[name] instanceof Map, `related.${name} is no Map`);
    },
    broken: (inner) => breaking(inner, { page: (answer) => ({ ...answer, related: {} as never }) }),
  },
  {
    id: 'window.offset',
    title: 'a window by offset is that slice of the order',
    needs: 'seek',
    async run({ adapter }) {
      await adapter.commit(seven);
      const slice = (offset: number, limit: number) =>
        rows(adapter, 'lead', { ...byTitle, window: { offset, limit } }).then(titles);
      equal(await slice(0, 3), 'ABC', 'offset 0');
      equal(await slice(2, 3), 'CDE', 'offset 2');
      equal(await slice(5, 3), 'FG', 'the last rows');
    },
    broken: (inner) =>
      breaking(inner, {
        query: (query) => ('offset' in query.window ? { ...query, window: { ...query.window, offset: 0 } } : query),
      }),
  },
  {
    id: 'window.beyond',
    title: 'a window beyond the end is empty and keeps the total',
    needs: 'seek',
    async run({ adapter }) {
      await adapter.commit(seven);
      const answer = await page(adapter, 'lead', { ...byTitle, window: { offset: 50, limit: 10 } });
      equal(answer.records, [], 'rows');
      ok(answer.total === 7 || answer.total === undefined, `The total became ${String(answer.total)}`);
    },
    broken: (inner) => breaking(inner, { page: (answer) => ({ ...answer, total: answer.records.length }) }),
  },
  {
    id: 'window.limit',
    title: 'no more rows than asked for',
    needs: null,
    async run({ adapter }) {
      await adapter.commit(seven);
      equal(titles(await rows(adapter, 'lead', { ...byTitle, window: { after: null, limit: 2 } })), 'AB', 'rows');
    },
    broken: (inner) => breaking(inner, { query: (query) => ({ ...query, window: { ...query.window, limit: 100 } }) }),
  },
  {
    id: 'window.after',
    title: 'windows by what came before give every row once and end with null',
    needs: null,
    async run({ adapter }) {
      await adapter.commit(seven);
      let after: string | null = null;
      let seen = '';
      for (let turn = 0; turn < 10; turn++) {
        const answer: Page<'lead'> = await page(adapter, 'lead', { ...byTitle, window: { after, limit: 3 } });
        seen += titles(answer.records);
        ok(answer.next !== undefined, 'The page does not say where the next one begins');
        after = answer.next;
        if (after === null) break;
      }
      equal([seen, after], ['ABCDEFG', null], 'all windows together, and the last `next`');
    },
    broken: (inner) =>
      breaking(inner, { query: (query) => ({ ...query, window: { after: null, limit: query.window.limit } }) }),
  },
  {
    id: 'window.after-deleted',
    title: 'the next window is right although the row before it has gone',
    needs: null,
    async run({ adapter }) {
      await adapter.commit(seven);
      const first = await page(adapter, 'lead', { ...byTitle, window: { after: null, limit: 3 } });
      await adapter.commit([deletion('lead', await one(adapter, 'lead', 'lead-2'))]);
      equal(
        titles(await rows(adapter, 'lead', { ...byTitle, window: { after: first.next ?? null, limit: 3 } })),
        'DEF',
        'rows after C, which is deleted',
      );
    },
    broken(inner) {
      const limit = 3;
      // Counts rows instead of remembering the place.
      return breaking(inner, {
        query: (query) =>
          'after' in query.window && query.window.after !== null
            ? { ...query, window: { offset: limit, limit } }
            : query,
      });
    },
  },
  {
    id: 'window.total',
    title: 'the total counts all rows that match, not those of the window',
    needs: null,
    async run({ adapter }) {
      await adapter.commit(seven);
      const where = { field: 'title', op: 'in', value: ['A', 'C', 'E', 'G'] } as const;
      const answer = await page(adapter, 'lead', { where, ...byTitle, window: { after: null, limit: 2 } });
      ok(answer.total === 4 || answer.total === undefined, `total is ${String(answer.total)} of 4`);
    },
    broken: (inner) => breaking(inner, { page: (answer) => ({ ...answer, total: answer.records.length }) }),
  },
];
