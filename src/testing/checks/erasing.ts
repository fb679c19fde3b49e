/** A person is taken out of everything that is stored. */
import type { CrmAdapter, EraseOptions } from '../../adapters/adapter.js';
import type { Erasure, ErasureReport } from '../../domain/erasing/erasure.js';
import { kinds, type AnyRecord, type Kind } from '../../domain/records.js';
import { aParticipant } from '../deal-work.js';
import {
  aContactPoint,
  aConversion,
  aDeal,
  aLead,
  anActivity,
  anImportChunk,
  aNote,
  anOrganization,
  aPerson,
  aTrash,
  aView,
  creation,
  edit,
  later,
} from '../fixtures.js';
import { breaking, equal, ok, refused, rows, type CheckDefinition } from './check.js';

const name = 'Ottilie Quast';
const author = { userId: 'user-1', at: later, from: 'host', bulk: false, command: 'command-1' };
const person = aPerson({
  ...{ id: 'person-q', name, organizationId: null },
  emails: [aContactPoint('ottilie@quast.example')],
  phones: [aContactPoint('+49 30 555 01 99')],
});
const erasure: Erasure = { personId: person.id, userId: 'user-1', at: later, from: 'host', command: 'erase-1' };
/** What would be left of her: as it is written, as it is folded, and by digits. */
const traces = ['Ottilie', 'ottilie', 'quast', '5550199', '555 01 99', person.id];

/** She is in every kind that can name somebody, and others beside her. */
async function fill(adapter: CrmAdapter): Promise<void> {
  const own = aLead({ id: 'lead-q', title: `Asked: ${name}`, personId: person.id, organizationId: null });
  await adapter.commit(
    [
      creation('organization', anOrganization()),
      creation('person', aPerson()),
      creation('person', person),
      creation('lead', own),
      creation('lead', aLead({ id: 'lead-o', title: 'Shed', personId: person.id, organizationId: 'organization-1' })),
      creation('deal', aDeal({ id: 'deal-q', title: `House of ${name}`, personId: person.id, organizationId: null })),
      creation('deal', aDeal({ id: 'deal-1', title: 'Pump', personId: 'person-1', organizationId: null })),
      creation('participant', aParticipant({ id: 'part-q', dealId: 'deal-1', personId: person.id, role: name })),
      creation('note', aNote({ id: 'note-q', leadId: null, dealId: 'deal-q', text: `${name} rang.` })),
      creation('note', aNote({ id: 'note-1', leadId: null, dealId: 'deal-q', text: 'Blue tiles.' })),
      creation(
        'activity',
        anActivity({ id: 'act-q', leadId: 'lead-q', dealId: null, subject: 'Ring +49 30 555 01 99' }),
      ),
      creation('conversion', aConversion({ lead: { ...own, id: 'lead-was' }, dealId: 'deal-q' })),
      creation('trash', aTrash({ record: { ...own, id: 'lead-gone' }, title: own.title })),
      creation(
        'importChunk',
        anImportChunk({ patched: [{ kind: 'person', id: person.id, fields: { name: ['Ottilie Q.', name] } }] }),
      ),
      creation('view', aView({ state: { search: name } })),
    ],
    { author, key: 'fill' },
  );
  await adapter.commit([edit('deal', 'deal-q', { title: [`House of ${name}`, `Pool of ${name}`] })], { author });
  await adapter.commit([edit('person', person.id, { name: [name, 'Ottilie Quast-Er'] })], { author });
}

async function everything(adapter: CrmAdapter): Promise<readonly (readonly [Kind, AnyRecord])[]> {
  const all: (readonly [Kind, AnyRecord])[] = [];
  for (const kind of kinds) for (const record of await rows(adapter, kind)) all.push([kind, record]);
  return all;
}

function erase(adapter: CrmAdapter, options?: EraseOptions, given = erasure): Promise<ErasureReport> {
  ok(adapter.erasePerson, 'The ability "erase" is claimed, and there is no erasePerson()');
  return adapter.erasePerson(given, options);
}

/** @param instead what is done in its place */
const erasingWith = (inner: CrmAdapter, instead: NonNullable<CrmAdapter['erasePerson']>): CrmAdapter => ({
  ...breaking(inner, {}),
  erasePerson: instead,
});

export const erasingChecks: readonly CheckDefinition[] = [
  {
    id: 'erase.everywhere',
    title: 'nothing that is stored names a person who was erased',
    needs: 'erase',
    async run({ adapter }) {
      await fill(adapter);
      await erase(adapter);
      for (const [kind, record] of await everything(adapter)) {
        const text = JSON.stringify(record);
        const left = traces.find((trace) => text.includes(trace));
        ok(left === undefined, `The ${kind} "${record.id}" still says "${left}": ${text.slice(0, 300)}`);
      }
    },
    broken: (inner) =>
      erasingWith(inner, async (given, options) => {
        const report = await inner.erasePerson!(given, options);
        // A receipt that was looked over.
        const lead = aLead({ id: 'lead-was', title: name });
        await inner.commit([creation('conversion', aConversion({ lead }))]);
        return report;
      }),
  },
  {
    id: 'erase.others',
    title: 'what is the business of others stays, without the person who was erased',
    needs: 'erase',
    async run({ adapter }) {
      await fill(adapter);
      await erase(adapter, {}, { ...erasure, called: { deal: 'A deal' } });
      const of = async <K extends Kind>(kind: K) =>
        new Map((await rows(adapter, kind)).map((record) => [record.id, record]));
      const [leads, deals, notes, persons] = [await of('lead'), await of('deal'), await of('note'), await of('person')];
      equal([...leads.keys()], ['lead-o'], 'leads of an organization');
      equal(
        [leads.get('lead-o')?.personId, leads.get('lead-o')?.organizationId],
        [null, 'organization-1'],
        'its links',
      );
      equal([...deals.keys()].sort(), ['deal-1', 'deal-q'], 'deals');
      equal([deals.get('deal-q')?.title, deals.get('deal-q')?.personId], ['A deal', null], 'her deal');
      equal([deals.get('deal-1')?.title, deals.get('deal-1')?.personId], ['Pump', 'person-1'], 'the other one');
      equal([...notes.keys()], ['note-1'], 'notes that do not name her');
      equal([...persons.keys()], ['person-1'], 'persons');
    },
    broken: (inner) =>
      erasingWith(inner, async (given, options) => {
        const report = await inner.erasePerson!(given, options);
        const [note] = await rows(inner, 'note');
        if (note) await inner.commit([{ op: 'delete', kind: 'note', id: note.id, record: note, rev: note.rev }]);
        return report;
      }),
  },
  {
    id: 'erase.preview',
    title: 'what erasing would do is told without doing it, and then done as it was told',
    needs: 'erase',
    async run({ adapter }) {
      await fill(adapter);
      const before = await everything(adapter);
      const told = await erase(adapter, { preview: true });
      equal(await everything(adapter), before, 'records after a preview');
      equal(told.names[0], 'Ottilie Quast-Er', 'the name');
      equal(await erase(adapter), told, 'what was done');
      const after = await everything(adapter);
      const kept = new Set(after.map(([kind, { id }]) => `${kind} ${id}`));
      for (const kind of kinds) {
        const gone = before.filter(([of, { id }]) => of === kind && !kept.has(`${kind} ${id}`)).length;
        equal(told.deleted[kind] ?? 0, gone, `records of kind "${kind}" that are gone`);
      }
    },
    broken: (inner) => erasingWith(inner, (given) => inner.erasePerson!(given)),
  },
  {
    id: 'erase.once',
    title: 'of it there is one row of the changelog that says who and when, however often it is asked for',
    needs: 'erase',
    async run({ adapter }) {
      await fill(adapter);
      await erase(adapter);
      const again = await erase(adapter);
      equal([again.deleted, again.changed], [{}, {}], 'what the second call has done');
      const told = (await rows(adapter, 'changelog')).filter(({ field }) => field === 'erased');
      equal(
        told.map(({ of, op, recordId, userId, at, from, before, after }) => [
          of,
          op,
          recordId,
          userId,
          at,
          from,
          before,
          after,
        ]),
        [['person', 'delete', 'erase-1', 'user-1', later, 'host', null, null]],
        'the rows that tell of it',
      );
      await refused('not-found', () => erase(adapter, {}, { ...erasure, command: 'erase-2' }), 'another command');
    },
    broken: (inner) => {
      let calls = 0;
      return erasingWith(inner, (given, options) => inner.erasePerson!({ ...given, command: `${calls++}` }, options));
    },
  },
  {
    id: 'erase.told',
    title: 'others are told that somebody was erased, and to read again',
    needs: 'erase',
    two: true,
    async run({ adapter, second, patience }) {
      await fill(adapter);
      const other = await second!();
      await rows(other, 'lead');
      const told = new Promise<boolean>((resolve) => {
        const timer = setTimeout(() => resolve(false), patience);
        let resync = other.watch === undefined;
        let erased = false;
        const end = (): void => {
          if (!resync || !erased) return;
          clearTimeout(timer);
          resolve(true);
        };
        other.watch?.((heard) => {
          resync ||= heard === 'resync';
          end();
        });
        other.erasures?.(() => {
          erased = true;
          end();
        });
      });
      await erase(adapter);
      ok(await told, 'Nothing was heard of it');
      equal((await rows(other, 'person')).length, 1, 'persons that the other one reads');
    },
    broken: (inner) => ({ ...breaking(inner, {}), erasures: () => () => undefined }),
  },
];
