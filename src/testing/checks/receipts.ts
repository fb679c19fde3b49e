/** Conversions happen once, and the changelog tells who did what. */
import type { Change } from '../../domain/change.js';
import { CrmError } from '../../domain/errors.js';
import type { Conversion } from '../../domain/records.js';
import {
  aConversion,
  aDeal,
  aLead,
  anActivity,
  aNote,
  anOrganization,
  aPerson,
  aView,
  creation,
  deletion,
  edit,
  later,
} from '../fixtures.js';
import { absent, breaking, equal, ids, mapRows, ok, one, refused, rows, type CheckDefinition } from './check.js';
import type { CrmAdapter } from '../../adapters/adapter.js';

const author = { userId: 'user-1', at: later, from: 'lead-detail', bulk: false, command: 'command-7' };

async function prepare(adapter: CrmAdapter): Promise<(dealId: string) => Change[]> {
  await adapter.commit([
    creation('person', aPerson()),
    creation('organization', anOrganization()),
    creation('lead', aLead()),
    creation('activity', anActivity()),
    creation('note', aNote()),
  ]);
  const lead = await one(adapter, 'lead', 'lead-1');
  return (dealId) => [
    creation('conversion', aConversion({ lead, dealId, movedNotes: ['note-1'], movedActivities: ['activity-1'] })),
    creation('deal', aDeal({ id: dealId, title: lead.title })),
    edit('activity', 'activity-1', { leadId: ['lead-1', null], dealId: [null, dealId] }),
    edit('note', 'note-1', { leadId: ['lead-1', null], dealId: [null, dealId] }),
    deletion('lead', lead),
  ];
}

/** The receipt gets an id of its own: nothing keeps a second one out. */
const ownIds = (inner: CrmAdapter): CrmAdapter => {
  let serial = 0;
  return breaking(inner, {
    changes: (changes) =>
      changes.flatMap((change): Change[] => {
        if (change.op !== 'create' && change.kind === 'lead' && serial > 1) return [];
        if (change.op !== 'create' && serial > 0 && change.kind !== 'lead') return [];
        if (change.kind !== 'conversion' || change.op !== 'create') return [change];
        const id = `receipt-${serial++}`;
        return [{ ...change, id, record: { ...change.record, id } }];
      }),
  });
};

export const receiptChecks: readonly CheckDefinition[] = [
  {
    id: 'conversion.whole',
    title: 'a conversion moves everything in one commit',
    needs: 'atomic',
    async run({ adapter }) {
      const convert = await prepare(adapter);
      await adapter.commit(convert('deal-1'), { key: 'k', durable: true });
      await absent(adapter, 'lead', 'lead-1', 'the lead');
      const deal = await one(adapter, 'deal', 'deal-1');
      equal(
        [deal.title, deal.personName, deal.nextActivity?.id],
        [aLead().title, aPerson().name, 'activity-1'],
        'the deal',
      );
      equal(
        await ids(adapter, 'note', { where: { field: 'dealId', op: 'is', value: 'deal-1' } }),
        ['note-1'],
        'notes of the deal',
      );
      const receipt = await one(adapter, 'conversion', 'lead-1');
      equal([receipt.dealId, receipt.lead.title], ['deal-1', aLead().title], 'the receipt');
      equal(
        await ids(adapter, 'conversion', { where: { field: 'dealId', op: 'is', value: 'deal-1' } }),
        ['lead-1'],
        'receipts of the deal',
      );
    },
    broken: (inner) => breaking(inner, { changes: (changes) => changes.filter((change) => change.op !== 'delete') }),
  },
  {
    id: 'conversion.once',
    title: 'a second conversion is refused with the first receipt',
    needs: 'guarded',
    async run({ adapter }) {
      const convert = await prepare(adapter);
      await adapter.commit(convert('deal-1'));
      const error = await refused('conflict', () => adapter.commit(convert('deal-2')), 'the second conversion');
      equal((error.current as Conversion | null)?.dealId, 'deal-1', 'the deal of the receipt in the error');
      equal(await ids(adapter, 'deal'), ['deal-1'], 'deals');
    },
    broken: (inner) => breaking(inner, { failure: (error) => new CrmError('conflict', error.message) }),
  },
  {
    id: 'conversion.race',
    title: 'two conversions of one lead at the same moment make one deal',
    needs: 'guarded',
    async run({ adapter }) {
      const convert = await prepare(adapter);
      const outcomes = await Promise.allSettled(
        ['deal-1', 'deal-2', 'deal-3'].map((id) => adapter.commit(convert(id))),
      );
      equal(outcomes.filter((outcome) => outcome.status === 'fulfilled').length, 1, 'conversions that went through');
      equal((await rows(adapter, 'deal')).length, 1, 'deals');
    },
    broken: ownIds,
  },
  {
    id: 'conversion.two',
    title: 'from two places at the same moment, too',
    needs: 'guarded',
    two: true,
    async run({ adapter, second }) {
      const convert = await prepare(adapter);
      const other = await second!();
      const outcomes = await Promise.allSettled([adapter.commit(convert('deal-1')), other.commit(convert('deal-2'))]);
      const lost = outcomes.filter((outcome) => outcome.status === 'rejected');
      equal(lost.length, 1, 'conversions that were refused');
      equal((lost[0]?.reason as CrmError | undefined)?.code, 'conflict', 'code');
      equal((await rows(other, 'deal')).length, 1, 'deals');
    },
    broken: (inner) => breaking(inner, { failure: (error) => new CrmError('not-found', error.message) }),
  },
  {
    id: 'conversion.back',
    title: 'undone, the lead is there again as it was',
    needs: 'atomic',
    async run({ adapter }) {
      const convert = await prepare(adapter);
      const before = await one(adapter, 'lead', 'lead-1');
      await adapter.commit(convert('deal-1'));
      const deal = await one(adapter, 'deal', 'deal-1');
      await adapter.commit([
        creation('lead', before),
        edit('activity', 'activity-1', { leadId: [null, 'lead-1'], dealId: ['deal-1', null] }),
        edit('note', 'note-1', { leadId: [null, 'lead-1'], dealId: ['deal-1', null] }),
        deletion('deal', deal),
        edit('conversion', 'lead-1', { state: ['active', 'undone'] }),
      ]);
      const { rev: _, updatedAt: __, ...after } = await one(adapter, 'lead', 'lead-1');
      const { rev: ___, updatedAt: ____, ...was } = before;
      equal(after, was, 'the lead');
      await absent(adapter, 'deal', 'deal-1', 'the deal');
    },
    broken: (inner) =>
      mapRows(inner, (row) => (row['rev'] !== 1 && 'nextActivity' in row ? { ...row, nextActivity: null } : row)),
  },
  {
    id: 'changelog.fields',
    title: 'every changed field has a row: before, after, who, when, from where',
    needs: null,
    async run({ adapter }) {
      await adapter.commit([creation('lead', aLead())]);
      await adapter.commit([edit('lead', 'lead-1', { title: [aLead().title, 'New'], 'custom.a': [null, 5] })], {
        author,
      });
      const log = await rows(adapter, 'changelog', {
        where: { field: 'recordId', op: 'is', value: 'lead-1' },
        order: [{ field: 'field' }],
      });
      const patches = log.filter((row) => row.op === 'patch');
      equal(
        patches.map((row) => [row.of, row.field, row.before, row.after]),
        [
          ['lead', 'custom.a', null, 5],
          ['lead', 'title', aLead().title, 'New'],
        ],
        'rows',
      );
      ok(patches[0]?.userId && patches[0].at, 'The rows do not say who and when');
    },
    broken: (inner) => breaking(inner, { commitOptions: (options) => ({ ...options, author: undefined }) }),
  },
  {
    id: 'changelog.made',
    title: 'a record made or deleted has one row; derived fields have none',
    needs: null,
    async run({ adapter }) {
      await adapter.commit([creation('person', aPerson()), creation('lead', aLead())], { author });
      await adapter.commit([creation('activity', anActivity())], { author: { ...author, command: 'command-8' } });
      const activity = await one(adapter, 'activity', 'activity-1');
      await adapter.commit([deletion('activity', activity), deletion('lead', await one(adapter, 'lead', 'lead-1'))], {
        author: { ...author, command: 'command-9' },
      });
      const log = await rows(adapter, 'changelog', { where: { field: 'recordId', op: 'is', value: 'lead-1' } });
      equal(log.map((row) => row.op).sort(), ['create', 'delete'], 'rows of the lead');
      const where = { field: 'recordId', op: 'in', value: ['lead-1', 'person-1'] } as const;
      equal(
        (await rows(adapter, 'changelog', { where })).map((row) => `${row.op} ${row.recordId}`).sort(),
        ['create lead-1', 'create person-1', 'delete lead-1'],
        'rows of several records, each once',
      );
    },
    broken: (inner) =>
      breaking(inner, {
        page: (page, query) =>
          query.kind === 'changelog' ? { ...page, records: [...page.records, ...page.records] } : page,
      }),
  },
  {
    id: 'changelog.quiet',
    title: 'the set-up of a view is not written into the changelog',
    needs: null,
    async run({ adapter }) {
      await adapter.commit([creation('view', aView())], { author });
      equal(await ids(adapter, 'changelog'), [], 'rows');
    },
    broken: (inner) =>
      breaking(inner, {
        changes: (changes) => [
          ...changes,
          ...changes.filter((change) => change.kind === 'view').map(() => creation('lead', aLead({ id: 'logged' }))),
        ],
      }),
  },
  {
    id: 'changelog.refused',
    title: 'a refused commit leaves no row',
    needs: 'atomic',
    async run({ adapter }) {
      await refused(
        ['not-found', 'conflict'],
        () => adapter.commit([creation('lead', aLead()), edit('lead', 'nobody', { title: ['a', 'b'] })], { author }),
        'the commit',
      );
      equal(await ids(adapter, 'changelog'), [], 'rows');
    },
    broken: (inner) =>
      breaking(inner, {
        async commit(changes, options) {
          await inner.commit(changes.slice(0, 1), options);
          return inner.commit(changes, options);
        },
      }),
  },
];
