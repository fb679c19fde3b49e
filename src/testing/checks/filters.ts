/** `where`: every operator, on every sort of value. */
import type { CrmAdapter } from '../../adapters/adapter.js';
import type { Change } from '../../domain/change.js';
import type { Where } from '../../domain/query.js';
import type { Lead, Project } from '../../domain/records.js';
import { aLead, anActivity, aProject, creation, money } from '../fixtures.js';
import { breaking, equal, ids, mapConditions, mapRows, type CheckDefinition } from './check.js';

const leads = (...fields: Partial<Lead>[]): Change[] =>
  fields.map((one, i) => creation('lead', aLead({ id: `${i + 1}`, ...one })));
async function found(
  adapter: CrmAdapter,
  where: Where,
  kind: 'lead' | 'deal' | 'project' = 'lead',
  today?: string,
): Promise<string> {
  return (
    await ids(adapter, kind, { where, order: [{ field: 'id' }], ...(today === undefined ? {} : { today }) })
  ).join('');
}

/** A broken adapter that takes one operator for another. */
const confuses = (from: string, to: string) => (inner: CrmAdapter) =>
  mapConditions(inner, (condition) => (condition.op === from ? { ...condition, op: to } : condition));

export const filterChecks: readonly CheckDefinition[] = [
  {
    id: 'where.is',
    title: '`is` and `not`, with null for "empty"',
    needs: null,
    async run({ adapter }) {
      await adapter.commit(leads({ ownerId: 'user-1' }, { ownerId: 'user-2' }, { ownerId: null }));
      equal(await found(adapter, { field: 'ownerId', op: 'is', value: 'user-1' }), '1', 'is');
      equal(await found(adapter, { field: 'ownerId', op: 'not', value: 'user-1' }), '23', 'not');
      equal(await found(adapter, { field: 'ownerId', op: 'is', value: null }), '3', 'is null');
    },
    // As SQL does: a comparison with NULL is never true.
    broken: (inner) =>
      mapConditions(inner, (one) => (one.op === 'not' ? { all: [one, { field: one.field, op: 'filled' }] } : one)),
  },
  {
    id: 'where.flag',
    title: 'a yes/no field: `false` is a value, not emptiness',
    needs: null,
    async run({ adapter }) {
      await adapter.commit(leads({ seen: false }, { seen: true }));
      equal(await found(adapter, { field: 'seen', op: 'is', value: false }), '1', 'is false');
      equal(await found(adapter, { field: 'seen', op: 'filled' }), '12', 'filled');
    },
    broken: (inner) =>
      mapConditions(inner, (one) => (one.op === 'filled' ? { field: one.field, op: 'is', value: true } : one)),
  },
  {
    id: 'where.in',
    title: '`in` and `notIn`',
    needs: null,
    async run({ adapter }) {
      await adapter.commit(
        leads({ sourceName: 'Web' }, { sourceName: 'Fair' }, { sourceName: '' }, { sourceName: 'Call' }),
      );
      equal(await found(adapter, { field: 'sourceName', op: 'in', value: ['Web', 'Call'] }), '14', 'in');
      equal(await found(adapter, { field: 'sourceName', op: 'notIn', value: ['Web', 'Call'] }), '23', 'notIn');
      equal(await found(adapter, { field: 'sourceName', op: 'in', value: [] }), '', 'in nothing');
    },
    broken: confuses('notIn', 'in'),
  },
  {
    id: 'where.has',
    title: '`has` and `hasNot` look into lists',
    needs: null,
    async run({ adapter }) {
      await adapter.commit(leads({ labelIds: ['a', 'b'] }, { labelIds: ['c'] }, { labelIds: [] }));
      equal(await found(adapter, { field: 'labelIds', op: 'has', value: ['b', 'c'] }), '12', 'has one of them');
      equal(await found(adapter, { field: 'labelIds', op: 'hasNot', value: ['b'] }), '23', 'hasNot');
      const of = (...dealIds: readonly string[]): Partial<Project> => ({ dealIds });
      await adapter.commit(
        [of('a', 'b'), of('c'), of()].map((one, i) => creation('project', aProject({ id: `${i + 1}`, ...one }))),
      );
      // As many as a bulk command asks for: each record once.
      const many = [...Array(60).keys()].map((i) => `d-${i}`);
      const where = (op: 'has' | 'hasNot', value: readonly string[]): Where => ({ field: 'dealIds', op, value });
      equal(await found(adapter, where('has', ['b']), 'project'), '1', 'the projects of a deal');
      equal(await found(adapter, where('has', ['a', 'b', 'c', ...many]), 'project'), '12', 'of many deals');
      equal(await found(adapter, where('hasNot', ['c']), 'project'), '13', 'those that are not of a deal');
    },
    broken: confuses('hasNot', 'has'),
  },
  {
    id: 'where.text',
    title: '`contains` and `starts` compare folded text',
    needs: null,
    async run({ adapter }) {
      await adapter.commit(leads({ title: 'Crème brûlée' }, { title: 'A crème' }, { title: 'Cream' }));
      equal(await found(adapter, { field: 'title', op: 'contains', value: 'CREME' }), '12', 'contains');
      equal(await found(adapter, { field: 'title', op: 'starts', value: 'cre' }), '13', 'starts');
    },
    broken: confuses('starts', 'contains'),
  },
  {
    id: 'where.empty',
    title: '`empty` and `filled`: null, no text, no item',
    needs: null,
    async run({ adapter }) {
      await adapter.commit(
        leads({ sourceName: '', labelIds: [], value: null }, { sourceName: 'Web', labelIds: ['a'], value: money('0') }),
      );
      for (const field of ['sourceName', 'labelIds', 'value']) {
        equal(await found(adapter, { field, op: 'empty' }), '1', `empty ${field}`);
        equal(await found(adapter, { field, op: 'filled' }), '2', `filled ${field}`);
      }
    },
    broken: (inner) =>
      mapConditions(inner, (one) =>
        one.field === 'labelIds' && one.op === 'empty' ? { ...one, op: 'is', value: 0 } : one,
      ),
  },
  {
    id: 'where.activity',
    title: 'the state of the next activity: overdue, today, planned, none',
    needs: null,
    async run({ adapter }) {
      await adapter.commit([...leads({}, {}, {}, {}, {}), ...dues('2026-11-22', '2026-11-23', '2026-11-24', null)]);
      const by = (...value: string[]) => found(adapter, { field: 'nextActivity', op: 'activity', value });
      equal(
        [await by('overdue'), await by('today'), await by('planned'), await by('none')],
        ['1', '2', '34', '5'],
        'one state each',
      );
      equal(await by('overdue', 'none'), '15', 'two states');
    },
    broken: (inner) =>
      mapConditions(inner, (one) =>
        one.op === 'activity' && (one.value as string[])[0] === 'none' ? { field: 'nextActivity', op: 'filled' } : one,
      ),
  },
  {
    id: 'where.today',
    title: '"today" is the day of the question, not of the storage',
    needs: null,
    async run({ adapter }) {
      await adapter.commit([...leads({}), ...dues('2026-11-23')]);
      const overdue = { field: 'nextActivity', op: 'activity', value: ['overdue'] } as const;
      equal(await found(adapter, overdue, 'lead', '2026-11-23'), '', 'on the day');
      equal(await found(adapter, overdue, 'lead', '2026-11-24'), '1', 'a day later');
    },
    broken: (inner) => breaking(inner, { query: (query) => ({ ...query, today: '2026-11-23' }) }),
  },
  {
    id: 'where.nested',
    title: '`all` and `any`, one inside the other; an empty `all` is everything, an empty `any` nothing',
    needs: null,
    async run({ adapter }) {
      await adapter.commit(
        leads({ title: 'A', seen: true }, { title: 'B', seen: true }, { title: 'A' }, { title: 'C' }),
      );
      const title = (value: string): Where => ({ field: 'title', op: 'is', value });
      equal(
        await found(adapter, { any: [{ all: [title('A'), { field: 'seen', op: 'is', value: true }] }, title('C')] }),
        '14',
        'any of all',
      );
      equal(
        await found(adapter, { all: [{ any: [title('A'), title('B')] }, { field: 'seen', op: 'is', value: false }] }),
        '3',
        'all of any',
      );
      equal([await found(adapter, { all: [] }), await found(adapter, { any: [] })], ['1234', ''], 'empty lists');
    },
    broken: (inner) =>
      breaking(inner, {
        query: (query) =>
          query.where && 'any' in query.where ? { ...query, where: query.where.any[0] ?? { all: [] } } : query,
      }),
  },
  {
    id: 'where.custom',
    title: 'custom fields by id, dots in it included; a missing value is empty',
    needs: null,
    async run({ adapter }) {
      await adapter.commit(leads({ custom: { 'a.b': 'x', n: 5 } }, { custom: { n: 7 } }, { custom: {} }));
      equal(await found(adapter, { field: 'custom.a.b', op: 'is', value: 'x' }), '1', 'an id with a dot');
      equal(await found(adapter, { field: 'custom.n', op: 'gte', value: 5 }), '12', 'a number');
      equal(await found(adapter, { field: 'custom.n', op: 'empty' }), '3', 'empty');
    },
    broken: (inner) => mapConditions(inner, (one) => ({ ...one, field: one.field.split('.').slice(0, 2).join('.') })),
  },
  {
    id: 'where.attached',
    title: 'what hangs on a lead, and what hangs on a deal',
    needs: null,
    async run({ adapter }) {
      await adapter.commit([
        creation('activity', anActivity({ id: '1' })),
        creation('activity', anActivity({ id: '2', leadId: null, dealId: 'lead-1' })),
        creation('activity', anActivity({ id: '3', leadId: 'lead-2' })),
      ]);
      equal(
        await ids(adapter, 'activity', { where: { field: 'leadId', op: 'is', value: 'lead-1' } }),
        ['1'],
        'activities of the lead',
      );
      equal(
        await ids(adapter, 'activity', { where: { field: 'dealId', op: 'is', value: 'lead-1' } }),
        ['2'],
        'activities of the deal',
      );
    },
    broken: (inner) =>
      mapConditions(inner, (one) => (one.field === 'dealId' ? { any: [one, { ...one, field: 'leadId' }] } : one)),
  },
  {
    id: 'where.shape',
    title: 'rows come whole: every field of the record that was stored',
    needs: null,
    async run({ adapter }) {
      await adapter.commit(
        leads({ value: money('12.50', 'TRY'), custom: { a: ['x', 'y'], b: money('1') }, channelId: 'c-1' }),
      );
      const [row] = (await adapter.read({ kind: 'lead', today: '2026-11-23', window: { after: null, limit: 1 } }))
        .records;
      equal(
        [row?.value, row?.custom, row?.channelId],
        [money('12.50', 'TRY'), { a: ['x', 'y'], b: money('1') }, 'c-1'],
        'value, custom, channelId',
      );
    },
    // Amounts through a float.
    broken: (inner) =>
      mapRows(inner, (row) => ({ ...row, value: { currency: 'TRY', amount: String(Number('12.50')) } })),
  },
];

function dues(...days: readonly (string | null)[]): Change[] {
  return days.map((due, i) => creation('activity', anActivity({ id: `a${i}`, leadId: `${i + 1}`, due })));
}
