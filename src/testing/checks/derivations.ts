/** Derived fields: made by the storage, in the same commit, from what the record names and what hangs on it. */
import type { CrmAdapter } from '../../adapters/adapter.js';
import type { Patch } from '../../domain/change.js';
import type { Lead } from '../../domain/records.js';
import { aDeal, aLead, anActivity, aNote, anOrganization, aPerson, creation, deletion, edit } from '../fixtures.js';
import { breaking, equal, ids, mapRows, ok, one, type CheckDefinition } from './check.js';

const lead = (adapter: CrmAdapter): Promise<Lead> => one(adapter, 'lead', 'lead-1');
const start = [
  creation('person', aPerson()),
  creation('organization', anOrganization()),
  creation('lead', aLead({ organizationId: 'organization-1' })),
];

/** Derived once, when the record was made, and never again. */
function rigid(inner: CrmAdapter, field: keyof Lead): CrmAdapter {
  const first = new Map<string, unknown>();
  return mapRows(inner, (row, query) => {
    const key = `${query.kind}${String(row['id'])}`;
    if (!first.has(key)) first.set(key, row[field]);
    return { ...row, [field]: first.get(key) };
  });
}
/** As if the field had never been derived. */
const without = (field: keyof Lead, empty: unknown) => (inner: CrmAdapter) =>
  mapRows(inner, (row) => (field in row ? { ...row, [field]: empty } : row));

export const derivationChecks: readonly CheckDefinition[] = [
  {
    id: 'derived.names',
    title: 'a new lead carries the names of its person and organization',
    needs: null,
    async run({ adapter }) {
      await adapter.commit(start);
      const { personName, organizationName } = await lead(adapter);
      equal([personName, organizationName], [aPerson().name, anOrganization().name], 'names');
    },
    broken: without('organizationName', ''),
  },
  {
    id: 'derived.own',
    title: 'what the caller says about derived fields does not count',
    needs: null,
    async run({ adapter }) {
      await adapter.commit([
        ...start.slice(0, 2),
        creation(
          'lead',
          aLead({
            personName: 'Nonsense',
            searchText: 'nonsense',
            nextActivity: { id: 'x', type: 'call', subject: 'x', due: null, time: null },
          }),
        ),
      ]);
      const { personName, nextActivity } = await lead(adapter);
      equal([personName, nextActivity], [aPerson().name, null], 'name and next activity');
      equal(await ids(adapter, 'lead', { search: 'nonsense' }), [], 'found by the text of the caller');
    },
    broken: (inner) => mapRows(inner, (row) => ({ ...row, personName: 'Nonsense' })),
  },
  {
    id: 'derived.rename',
    title: 'renaming a person reaches the leads and deals that name it',
    needs: null,
    async run({ adapter }) {
      await adapter.commit([...start, creation('deal', aDeal())]);
      await lead(adapter);
      await adapter.commit([edit('person', 'person-1', { name: [aPerson().name, 'Alan Turing'] })]);
      equal(
        [(await lead(adapter)).personName, (await one(adapter, 'deal', 'deal-1')).personName],
        ['Alan Turing', 'Alan Turing'],
        'names',
      );
    },
    broken: (inner) => rigid(inner, 'personName'),
  },
  {
    id: 'derived.rename-organization',
    title: 'renaming an organization does too',
    needs: null,
    async run({ adapter }) {
      await adapter.commit(start);
      await lead(adapter);
      await adapter.commit([edit('organization', 'organization-1', { name: [anOrganization().name, 'Contoso'] })]);
      equal((await lead(adapter)).organizationName, 'Contoso', 'name');
    },
    broken: (inner) => rigid(inner, 'organizationName'),
  },
  {
    id: 'derived.search',
    title: 'the search follows a new name, address and title',
    needs: null,
    async run({ adapter }) {
      await adapter.commit(start);
      await adapter.commit([
        edit('person', 'person-1', {
          name: [aPerson().name, 'Alan Turing'],
          emails: [aPerson().emails, [{ value: 'alan@example.org', label: 'work', primary: true }]],
        }),
        edit('lead', 'lead-1', { title: [aLead().title, 'Enigma'] }),
      ]);
      equal(await ids(adapter, 'lead', { search: 'turing enigma alan@' }), ['lead-1'], 'found by what is new');
      equal(await ids(adapter, 'lead', { search: 'solar' }), [], 'found by what was before');
    },
    broken: (inner) =>
      breaking(inner, {
        query: (query) =>
          query.search === undefined
            ? query
            : { ...query, search: query.search.split(' ').at(-1) === 'solar' ? '' : query.search },
      }),
  },
  {
    id: 'derived.relink',
    title: 'a lead that is given to another person carries that name',
    needs: null,
    async run({ adapter }) {
      await adapter.commit([...start, creation('person', aPerson({ id: 'person-2', name: 'Grace Hopper' }))]);
      await lead(adapter);
      await adapter.commit([edit('lead', 'lead-1', { personId: ['person-1', 'person-2'] })]);
      equal((await lead(adapter)).personName, 'Grace Hopper', 'name');
      await adapter.commit([edit('lead', 'lead-1', { personId: ['person-2', null] })]);
      equal((await lead(adapter)).personName, '', 'name without a person');
    },
    broken: (inner) => rigid(inner, 'personName'),
  },
  {
    id: 'derived.activity',
    title: 'the next activity is the undone one that is due first',
    needs: null,
    async run({ adapter }) {
      await adapter.commit([...start, creation('activity', anActivity({ id: '1', due: '2026-12-05' }))]);
      equal((await lead(adapter)).nextActivity?.id, '1', 'with one');
      await adapter.commit([
        creation('activity', anActivity({ id: '2', due: '2026-12-01' })),
        creation('activity', anActivity({ id: '3', due: null })),
      ]);
      equal(
        (await lead(adapter)).nextActivity,
        { id: '2', type: 'call', subject: 'Call back', due: '2026-12-01', time: null },
        'with three',
      );
    },
    broken: (inner) => rigid(inner, 'nextActivity'),
  },
  {
    id: 'derived.done',
    title: 'done, the next one takes its place; after the last there is none',
    needs: null,
    async run({ adapter }) {
      await adapter.commit([
        ...start,
        creation('activity', anActivity({ id: '1' })),
        creation('activity', anActivity({ id: '2', due: '2026-12-01' })),
      ]);
      await adapter.commit([
        edit('activity', '1', { done: [false, true], doneAt: [null, '2026-11-23T10:00:00.000Z'] }),
      ]);
      equal((await lead(adapter)).nextActivity?.id, '2', 'after the first');
      await adapter.commit([deletion('activity', await one(adapter, 'activity', '2'))]);
      equal((await lead(adapter)).nextActivity, null, 'after the last was deleted');
    },
    broken: (inner) => rigid(inner, 'nextActivity'),
  },
  {
    id: 'derived.due',
    title: 'a new due day or subject shows at the lead',
    needs: null,
    async run({ adapter }) {
      await adapter.commit([...start, creation('activity', anActivity())]);
      await lead(adapter);
      await adapter.commit([
        edit('activity', 'activity-1', { due: [anActivity().due, '2026-12-24'], subject: ['Call back', 'Visit'] }),
      ]);
      const { nextActivity } = await lead(adapter);
      equal([nextActivity?.due, nextActivity?.subject], ['2026-12-24', 'Visit'], 'due and subject');
    },
    broken: (inner) => rigid(inner, 'nextActivity'),
  },
  {
    id: 'derived.move',
    title: 'an activity that moves to a deal leaves the one and shows at the other',
    needs: null,
    async run({ adapter }) {
      await adapter.commit([...start, creation('deal', aDeal()), creation('activity', anActivity())]);
      await lead(adapter);
      await adapter.commit([edit('activity', 'activity-1', { leadId: ['lead-1', null], dealId: [null, 'deal-1'] })]);
      equal(
        [(await lead(adapter)).nextActivity, (await one(adapter, 'deal', 'deal-1')).nextActivity?.id],
        [null, 'activity-1'],
        'next activities',
      );
    },
    broken: (inner) => rigid(inner, 'nextActivity'),
  },
  {
    id: 'derived.touched',
    title: 'an edit, a note and a done activity are told by `touchedAt`',
    needs: null,
    async run({ adapter }) {
      await adapter.commit([...start, creation('activity', anActivity())]);
      const first = (await lead(adapter)).touchedAt;
      await adapter.commit([creation('note', aNote({ createdAt: '2026-11-10T12:00:00.000Z' }))]);
      const noted = (await lead(adapter)).touchedAt;
      ok(noted > first, 'A note does not count');
      await adapter.commit([
        edit('activity', 'activity-1', { done: [false, true], doneAt: [null, '2026-11-11T12:00:00.000Z'] }),
      ]);
      const done = (await lead(adapter)).touchedAt;
      ok(done > noted, 'A done activity does not count');
      await adapter.commit([edit('lead', 'lead-1', { seen: [false, true] })]);
      ok((await lead(adapter)).touchedAt > done, 'An edit does not count');
    },
    broken: (inner) => rigid(inner, 'touchedAt'),
  },
  {
    id: 'derived.touched-rank',
    title: 'a deal that only changes its place by hand is not touched by that',
    needs: null,
    async run({ adapter }) {
      await adapter.commit([creation('person', aPerson()), creation('deal', aDeal({ rank: 'a1' }))]);
      const first = (await one(adapter, 'deal', 'deal-1')).touchedAt;
      await adapter.commit([edit('deal', 'deal-1', { rank: ['a1', 'a2'] })]);
      equal((await one(adapter, 'deal', 'deal-1')).touchedAt, first, 'touchedAt after another rank');
      await adapter.commit([edit('deal', 'deal-1', { stageId: [aDeal().stageId, 'stage-2'], rank: ['a2', 'a3'] })]);
      ok((await one(adapter, 'deal', 'deal-1')).touchedAt > first, 'A move to another stage does not count');
    },
    // By its version, and not by the clock: two commits may be of one millisecond.
    broken: (inner) =>
      mapRows(inner, (row) =>
        'rank' in row ? { ...row, touchedAt: new Date(Date.UTC(2030, 0, row['rev'] as number)).toISOString() } : row,
      ),
  },
  {
    id: 'derived.rev',
    title: 'derived fields are no new version: `rev` and `updatedAt` stay',
    needs: null,
    async run({ adapter }) {
      await adapter.commit(start);
      const before = await lead(adapter);
      await adapter.commit([creation('activity', anActivity())]);
      const after = await lead(adapter);
      equal([after.rev, after.updatedAt], [before.rev, before.updatedAt], 'rev and updatedAt');
    },
    broken: (inner) =>
      mapRows(inner, (row) => ({ ...row, rev: (row['rev'] as number) + Number(Boolean(row['nextActivity'])) })),
  },
  {
    id: 'derived.answer',
    title: 'the answer tells of every lead and deal that was touched from the side',
    needs: null,
    async run({ adapter }) {
      await adapter.commit(start);
      const answer = await adapter.commit([creation('activity', anActivity())]);
      const patch = answer.find(
        (change): change is Patch<'lead'> => change.op === 'patch' && change.kind === 'lead' && change.id === 'lead-1',
      );
      ok(patch, 'There is no patch of the lead in the answer');
      const [before, after] = patch.fields['nextActivity'] ?? [];
      equal([before, (after as Lead['nextActivity'])?.id, patch.rev], [null, 'activity-1', 1], 'before, after, rev');
    },
    broken: (inner) => breaking(inner, { answer: (answer, changes) => answer.slice(0, changes.length) }),
  },
  {
    id: 'derived.created',
    title: 'a created record is answered with its derived fields in it',
    needs: null,
    async run({ adapter }) {
      const answer = await adapter.commit(start);
      const made = answer.find((change) => change.kind === 'lead' && change.op === 'create');
      const { searchText: _, ...known } = (made as { record: Lead } | undefined)?.record ?? aLead();
      const { searchText: __, ...stored } = await lead(adapter);
      equal(known, stored, 'the record in the answer');
    },
    broken: (inner) =>
      breaking(inner, {
        answer: (answer, changes) =>
          answer.map((change, i) => (change.op === 'create' ? (changes[i] ?? change) : change)),
      }),
  },
];
