/** What a page brings along, and reads by id, at the same time, and given up. */
import type { Kind } from '../../domain/records.js';
import {
  aChangelogRow,
  aConversion,
  aDeal,
  aField,
  aLabel,
  aLead,
  anActivity,
  aNote,
  anImport,
  anImportChunk,
  anOrganization,
  aPerson,
  aPipeline,
  aSavedFilter,
  aStage,
  aTrash,
  aUser,
  aView,
  creation,
  minutesAfter,
} from '../fixtures.js';
import { breaking, equal, ids, one, page, refused, rows, withRows, type CheckDefinition } from './check.js';

/** Seven leads, newest last, titles A to G. */
const seven = [...'ABCDEFG'].map((title, i) =>
  creation('lead', aLead({ id: `lead-${i}`, title, createdAt: minutesAfter(i) })),
);
const byTitle = { order: [{ field: 'title' }] } as const;
const titles = (records: readonly { title: string }[]): string => records.map((lead) => lead.title).join('');

export const pageChecks: readonly CheckDefinition[] = [
  {
    id: 'window.related',
    title: 'a page brings the persons, organizations, users and labels its rows name',
    needs: null,
    async run({ adapter }) {
      await adapter.commit([
        creation('user', aUser()),
        creation('label', aLabel()),
        creation('person', aPerson()),
        creation('organization', anOrganization()),
        creation('lead', aLead({ organizationId: 'organization-1', labelIds: ['label-1', 'label-gone'] })),
      ]);
      const { related } = await page(adapter, 'lead');
      equal(related.persons.get('person-1')?.name, aPerson().name, 'person');
      equal(related.organizations.get('organization-1')?.name, anOrganization().name, 'organization');
      equal(related.users.get('user-1')?.name, aUser().name, 'owner');
      equal(related.labels.get('label-1')?.name, aLabel().name, 'label');
    },
    broken: (inner) =>
      breaking(inner, { page: (answer) => ({ ...answer, related: { ...answer.related, labels: new Map() } }) }),
  },
  {
    id: 'window.pick',
    title: '`pick` never leaves out the id or what was picked',
    needs: null,
    async run({ adapter }) {
      await adapter.commit([creation('lead', aLead({ title: 'Kept' }))]);
      const [lead] = await rows(adapter, 'lead', { pick: ['title'] });
      equal([lead?.id, lead?.title], ['lead-1', 'Kept'], 'id and title');
    },
    broken: (inner) =>
      breaking(inner, {
        page: (answer, query) =>
          withRows(answer, (all) =>
            query.pick === undefined ? all : all.map((row) => ({ title: (row as { title?: string }).title })),
          ),
      }),
  },
  {
    id: 'window.by-ids',
    title: 'records are read by id; missing ones are left out',
    needs: null,
    async run({ adapter }) {
      await adapter.commit(seven);
      const found = await ids(adapter, 'lead', {
        where: { field: 'id', op: 'in', value: ['lead-5', 'nobody', 'lead-1'] },
        ...byTitle,
      });
      equal(found, ['lead-1', 'lead-5'], 'ids');
      equal(
        await ids(adapter, 'lead', { where: { field: 'id', op: 'is', value: 'nobody' } }),
        [],
        'an id that is not there',
      );
    },
    broken: (inner) => breaking(inner, { query: (query) => ({ ...query, where: undefined }) }),
  },
  {
    id: 'window.many-ids',
    title: 'a thousand ids in one question',
    needs: null,
    async run({ adapter }) {
      await adapter.commit(seven);
      const value = [...Array(1000).keys()].map((i) => `lead-${i + 3}`);
      equal(
        await ids(adapter, 'lead', { where: { field: 'id', op: 'in', value }, ...byTitle }),
        ['lead-3', 'lead-4', 'lead-5', 'lead-6'],
        'ids',
      );
    },
    broken: (inner) =>
      breaking(inner, {
        page: (answer, query) => {
          const { where } = query;
          const long =
            where !== undefined && 'value' in where && Array.isArray(where.value) && where.value.length > 500;
          return long ? withRows(answer, () => []) : answer;
        },
      }),
  },
  {
    id: 'window.kinds',
    title: 'every kind of record is stored and read back',
    needs: null,
    async run({ adapter }) {
      const records = {
        lead: aLead(),
        deal: aDeal(),
        person: aPerson(),
        organization: anOrganization(),
        user: aUser(),
        pipeline: aPipeline(),
        stage: aStage(),
        label: aLabel(),
        field: aField(),
        activity: anActivity(),
        note: aNote(),
        conversion: aConversion({ id: 'lead-9' }),
        trash: aTrash(),
        import: anImport(),
        importChunk: anImportChunk(),
        view: aView(),
        filter: aSavedFilter(),
        changelog: aChangelogRow(),
      };
      for (const [kind, record] of Object.entries(records) as [Kind, typeof records.lead][]) {
        await adapter.commit([creation(kind, record as never)]);
        equal(await ids(adapter, kind, { where: { field: 'id', op: 'is', value: record.id } }), [record.id], kind);
      }
    },
    broken: (inner) =>
      breaking(inner, {
        page: (answer, query) => (query.kind === 'importChunk' ? withRows(answer, () => []) : answer),
      }),
  },
  {
    id: 'window.aborted',
    title: 'a caller that has given up is told `aborted`',
    needs: null,
    async run({ adapter }) {
      await adapter.commit(seven);
      const gone = new AbortController();
      gone.abort();
      await refused(
        'aborted',
        () => page(adapter, 'lead', {}, { signal: gone.signal }),
        'a read with an aborted signal',
      );
      equal((await rows(adapter, 'lead')).length, 7, 'rows of the next read');
    },
    broken: (inner) => breaking(inner, { readOptions: () => ({}) }),
  },
  {
    id: 'window.concurrent',
    title: 'reads at the same time are answered each with its own rows',
    needs: null,
    async run({ adapter }) {
      await adapter.commit(seven);
      const asked = [...'GABFC'];
      const answers = await Promise.all(
        asked.map((value) => rows(adapter, 'lead', { where: { field: 'title', op: 'is', value } })),
      );
      equal(answers.map(titles), asked, 'titles');
    },
    broken(inner) {
      let last: Promise<unknown> | null = null;
      // One read at a time; whoever asks meanwhile gets the answer to somebody else's question.
      return {
        ...breaking(inner, {}),
        read: (query, options) => (last ??= inner.read(query, options).finally(() => (last = null))) as never,
      };
    },
  },
  {
    id: 'window.copies',
    title: 'a caller that edits what it got does not edit the storage',
    needs: null,
    async run({ adapter }) {
      await adapter.commit([creation('lead', aLead({ labelIds: ['label-1'] }))]);
      const lead = (await one(adapter, 'lead', 'lead-1')) as unknown as { title: string; labelIds: string[] };
      for (const edit of [() => (lead.title = 'Edited'), () => lead.labelIds.push('label-2')]) {
        try {
          edit();
        } catch {
          // Frozen: the clearest of all answers.
        }
      }
      const again = await one(adapter, 'lead', 'lead-1');
      equal([again.title, again.labelIds], [aLead().title, ['label-1']], 'the record read again');
    },
    broken(inner) {
      const kept = new Map<string, unknown>();
      return breaking(inner, {
        page: (answer) =>
          withRows(answer, (all) =>
            all.map((row) => kept.get(row.id) ?? (kept.set(row.id, structuredClone(row)), kept.get(row.id))),
          ),
      });
    },
  },
];
