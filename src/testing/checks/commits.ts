/** What a commit stores, and what it answers. */
import type { Change, Create, Patch } from '../../domain/change.js';
import { aDeal, aLead, anActivity, aPerson, creation, deletion, edit, later, money } from '../fixtures.js';
import { absent, breaking, equal, ids, mapRows, ok, one, refused, rows, type CheckDefinition } from './check.js';

const title = aLead().title;
const newTitle = edit('lead', 'lead-1', { title: [title, 'New'] });

export const commitChecks: readonly CheckDefinition[] = [
  {
    id: 'commit.answer',
    title: 'the answer is the changes as stored, in order, with `rev` and `updatedAt`',
    needs: null,
    async run({ adapter }) {
      const made = await adapter.commit([creation('person', aPerson()), creation('lead', aLead())]);
      equal(
        made.slice(0, 2).map((change) => [change.op, change.kind, change.id]),
        [
          ['create', 'person', 'person-1'],
          ['create', 'lead', 'lead-1'],
        ],
        'changes',
      );
      const [, lead] = made as readonly Create[];
      equal(lead?.record.rev, 1, 'rev of a new record');
      ok(lead && !Number.isNaN(Date.parse(lead.record.updatedAt)), 'updatedAt is no instant');
      const [patch] = (await adapter.commit([newTitle])) as readonly Patch[];
      const stored = await one(adapter, 'lead', 'lead-1');
      equal([patch?.rev, patch?.updatedAt], [2, stored.updatedAt], 'rev and updatedAt of a patch');
    },
    broken: (inner) => breaking(inner, { answer: (_, changes) => changes }),
  },
  {
    id: 'commit.read',
    title: 'what was answered can be read at once',
    needs: null,
    async run({ adapter }) {
      await adapter.commit([creation('lead', aLead())]);
      await adapter.commit([newTitle]);
      equal((await one(adapter, 'lead', 'lead-1')).title, 'New', 'title');
    },
    broken: (inner) => breaking(inner, { changes: (changes) => changes.filter((change) => change.op !== 'patch') }),
  },
  {
    id: 'commit.fields',
    title: 'a patch changes its fields and no others',
    needs: null,
    async run({ adapter }) {
      await adapter.commit([creation('lead', aLead({ value: money('10') }))]);
      await adapter.commit([newTitle]);
      const lead = await one(adapter, 'lead', 'lead-1');
      equal(
        [lead.value, lead.sourceName, lead.createdAt],
        [money('10'), aLead().sourceName, aLead().createdAt],
        'the other fields',
      );
    },
    broken: (inner) => mapRows(inner, (row) => (row['rev'] === 2 ? { ...row, value: null } : row)),
  },
  {
    id: 'commit.custom',
    title: 'one custom field is set, or taken out, without the others',
    needs: null,
    async run({ adapter }) {
      await adapter.commit([creation('lead', aLead({ custom: { a: 1, b: 'x', c: ['p'] } }))]);
      await adapter.commit([
        edit('lead', 'lead-1', { 'custom.a': [1, 2], 'custom.b': ['x', null], 'custom.d': [null, true] }),
      ]);
      equal((await one(adapter, 'lead', 'lead-1')).custom, { a: 2, c: ['p'], d: true }, 'custom fields');
    },
    broken: (inner) => mapRows(inner, (row) => ({ ...row, custom: { ...(row['custom'] as object), b: null } })),
  },
  {
    id: 'commit.delete',
    title: 'a deleted record is gone from every answer',
    needs: null,
    async run({ adapter }) {
      await adapter.commit([creation('lead', aLead()), creation('lead', aLead({ id: 'lead-2' }))]);
      await adapter.commit([deletion('lead', await one(adapter, 'lead', 'lead-1'))]);
      await absent(adapter, 'lead', 'lead-1', 'by id');
      equal(await ids(adapter, 'lead'), ['lead-2'], 'in a list');
    },
    broken: (inner) => breaking(inner, { changes: (changes) => changes.filter((change) => change.op !== 'delete') }),
  },
  {
    id: 'commit.atomic',
    title: 'all or nothing: one refused change keeps all of them out',
    needs: 'atomic',
    async run({ adapter }) {
      await adapter.commit([creation('lead', aLead())]);
      const changes = [creation('person', aPerson()), newTitle, edit('lead', 'nobody', { title: ['a', 'b'] })];
      await refused(['not-found', 'conflict'], () => adapter.commit(changes), 'a commit with a patch of nothing');
      equal((await one(adapter, 'lead', 'lead-1')).title, title, 'title');
      await absent(adapter, 'person', 'person-1', 'the person of the refused commit');
    },
    broken: (inner) =>
      breaking(inner, {
        async commit(changes, options) {
          const answers: Change[] = [];
          for (const change of changes) answers.push(...(await inner.commit([change], options)));
          return answers;
        },
      }),
  },
  {
    id: 'commit.sequence',
    title: 'changes of one commit build on each other',
    needs: 'atomic',
    async run({ adapter }) {
      await adapter.commit([creation('lead', aLead()), newTitle, edit('lead', 'lead-1', { title: ['New', 'Newer'] })]);
      equal((await one(adapter, 'lead', 'lead-1')).title, 'Newer', 'title');
      const stored = await one(adapter, 'lead', 'lead-1');
      await adapter.commit([deletion('lead', stored), creation('lead', aLead({ title: 'Again' }))]);
      equal((await one(adapter, 'lead', 'lead-1')).title, 'Again', 'title after it was deleted and made again');
    },
    broken: (inner) =>
      breaking(inner, { changes: (changes) => [...new Map(changes.map((change) => [change.id, change])).values()] }),
  },
  {
    id: 'commit.empty',
    title: 'nothing to do is no error',
    needs: null,
    async run({ adapter }) {
      equal(await adapter.commit([]), [], 'the answer');
    },
    broken: (inner) =>
      breaking(inner, {
        commit: (changes, options) =>
          changes.length === 0 ? Promise.resolve([creation('lead', aLead())]) : inner.commit(changes, options),
      }),
  },
  {
    id: 'commit.rev',
    title: 'every stored version counts one up',
    needs: null,
    async run({ adapter }) {
      await adapter.commit([creation('lead', aLead())]);
      for (let i = 0; i < 3; i++)
        await adapter.commit([edit('lead', 'lead-1', { title: [i === 0 ? title : `${i - 1}`, `${i}`] })]);
      equal((await one(adapter, 'lead', 'lead-1')).rev, 4, 'rev');
    },
    broken: (inner) => mapRows(inner, (row) => ({ ...row, rev: Math.min(3, row['rev'] as number) })),
  },
  {
    id: 'commit.updated',
    title: '`updatedAt` is set by the storage; `createdAt` is kept',
    needs: null,
    async run({ adapter }) {
      await adapter.commit([creation('lead', aLead({ updatedAt: '1999-01-01T00:00:00.000Z' }))]);
      const lead = await one(adapter, 'lead', 'lead-1');
      equal(lead.createdAt, aLead().createdAt, 'createdAt');
      ok(lead.updatedAt > '2000', `updatedAt is still ${lead.updatedAt}`);
    },
    broken: (inner) => mapRows(inner, (row) => ({ ...row, createdAt: row['updatedAt'] })),
  },
  {
    id: 'commit.key',
    title: 'the same key again: the same answer, stored once',
    needs: null,
    async run({ adapter }) {
      const changes = [creation('lead', aLead())];
      const first = (await adapter.commit(changes, { key: 'key-1' })) as readonly Create[];
      const again = (await adapter.commit(changes, { key: 'key-1' })) as readonly Create[];
      equal(again[0]?.record, first[0]?.record, 'the record in the second answer');
      equal((await one(adapter, 'lead', 'lead-1')).rev, 1, 'rev');
    },
    broken: (inner) => breaking(inner, { commitOptions: () => ({}) }),
  },
  {
    id: 'commit.key-patch',
    title: 'a key covers edits and deletions too',
    needs: null,
    async run({ adapter }) {
      await adapter.commit([creation('lead', aLead())]);
      const [first] = (await adapter.commit([newTitle], { key: 'key-2' })) as readonly Patch[];
      const [again] = (await adapter.commit([newTitle], { key: 'key-2' })) as readonly Patch[];
      equal([again?.rev, again?.fields], [first?.rev, first?.fields], 'the answers to the edit');
      const gone = [deletion('lead', await one(adapter, 'lead', 'lead-1'))];
      await adapter.commit(gone, { key: 'key-3' });
      equal((await adapter.commit(gone, { key: 'key-3' }))[0]?.op, 'delete', 'the second answer to the deletion');
    },
    broken: (inner) => breaking(inner, { commitOptions: () => ({}) }),
  },
  {
    id: 'commit.key-other',
    title: 'another key is another commit',
    needs: null,
    async run({ adapter }) {
      await adapter.commit([creation('lead', aLead())], { key: 'key-1' });
      await adapter.commit([creation('lead', aLead({ id: 'lead-2' }))], { key: 'key-2' });
      equal((await rows(adapter, 'lead')).length, 2, 'leads');
    },
    broken(inner) {
      let first: Promise<readonly Change[]> | undefined;
      return breaking(inner, {
        commit: (changes, options) =>
          options?.key === undefined ? inner.commit(changes, options) : (first ??= inner.commit(changes, options)),
      });
    },
  },
  {
    id: 'commit.key-refused',
    title: 'a refused commit does not use its key up',
    needs: 'guarded',
    async run({ adapter }) {
      await refused(
        ['not-found', 'conflict'],
        () => adapter.commit([newTitle], { key: 'key-1' }),
        'an edit of nothing',
      );
      await adapter.commit([creation('lead', aLead())]);
      await adapter.commit([newTitle], { key: 'key-1' });
      equal((await one(adapter, 'lead', 'lead-1')).title, 'New', 'title');
    },
    broken(inner) {
      const used = new Set<string>();
      return breaking(inner, {
        async commit(changes, options) {
          const key = options?.key;
          if (key !== undefined && used.has(key)) return changes;
          if (key !== undefined) used.add(key);
          return inner.commit(changes, options);
        },
      });
    },
  },
  {
    id: 'commit.many',
    title: 'two thousand changes in one commit',
    needs: 'atomic',
    async run({ adapter }) {
      const many = [...Array(1000).keys()].flatMap((i) => [
        creation('person', aPerson({ id: `p${i}`, name: `Person ${i}` })),
        creation('lead', aLead({ id: `l${i}`, personId: `p${i}`, title: `Lead ${i}` })),
      ]);
      equal((await adapter.commit(many)).length, 2000, 'changes in the answer');
      const last = await one(adapter, 'lead', 'l999');
      equal([last.title, last.personName], ['Lead 999', 'Person 999'], 'the last lead');
    },
    broken: (inner) => breaking(inner, { changes: (changes) => changes.slice(0, 500) }),
  },
  {
    id: 'commit.aborted',
    title: 'a commit that was given up before it began stores nothing',
    needs: null,
    async run({ adapter }) {
      const gone = new AbortController();
      gone.abort();
      await refused(
        'aborted',
        () => adapter.commit([creation('lead', aLead())], { signal: gone.signal }),
        'a commit with an aborted signal',
      );
      await absent(adapter, 'lead', 'lead-1', 'the lead');
    },
    broken: (inner) => breaking(inner, { commitOptions: (options) => ({ ...options, signal: undefined }) }),
  },
  {
    id: 'commit.frozen',
    title: 'what the caller does to a change afterwards does not matter',
    needs: null,
    async run({ adapter }) {
      const lead = { ...aLead(), labelIds: ['label-1'] };
      const done = adapter.commit([creation('lead', lead)]);
      lead.title = 'Edited meanwhile';
      lead.labelIds.push('label-2');
      await done;
      lead.title = 'Edited afterwards';
      const stored = await one(adapter, 'lead', 'lead-1');
      equal([stored.title, stored.labelIds], [title, ['label-1']], 'the stored record');
    },
    broken: (inner) =>
      breaking(inner, {
        commit: async (changes, options) => (await Promise.resolve(), inner.commit(changes, options)),
      }),
  },
  {
    id: 'commit.durable',
    title: '`durable` and `author` change nothing in what is stored',
    needs: null,
    async run({ adapter }) {
      await adapter.commit(
        [creation('deal', aDeal()), creation('activity', anActivity({ leadId: null, dealId: 'deal-1' }))],
        {
          durable: true,
          author: { userId: 'user-1', at: later, from: 'host', bulk: true, command: 'command-1' },
        },
      );
      equal((await one(adapter, 'activity', 'activity-1')).subject, anActivity().subject, 'subject');
    },
    broken: (inner) =>
      breaking(inner, {
        commit: (changes, options) => (options?.durable ? Promise.resolve(changes) : inner.commit(changes, options)),
      }),
  },
];
