/**
 * A person who has been everywhere: imported, converted, merged, written about, edited, deleted, taken back. What a copy has to
 * bring together, and what erasing has to find again.
 */
import type { Change } from '../../src/domain/change.js';
import type { On } from '../../src/domain/plan.js';
import type { Id } from '../../src/domain/records.js';
import type { CrmStore } from '../../src/store/api.js';
import { aParticipant, aProject } from '../../src/testing/deal-work.js';
import {
  aBoard,
  aContactPoint,
  aDeal,
  aField,
  aLead,
  aNote,
  anOrganization,
  aPerson,
  aTrash,
  creation,
} from '../../src/testing/fixtures.js';

export const her = 'zerrin';
export const herName = 'Zerrin Çalışkan';
export const herEmail = 'zerrin@ornek.example';
export const herPhone = '+90 532 555 01 77';

/** What is left of her where any of it occurs: as it is written, as it is folded, and by digits. */
export const traces = [
  ...['Zerrin', 'zerrin', 'ZERRİN', 'Çalışkan', 'çalışkan', 'caliskan', 'ornek.example'],
  ...['555 01 77', '905325550177', '5325550177', 'Zeliha'],
] as const;

/** What of it occurs in a text, a record, a whole database. */
export function tracesIn(value: unknown): readonly string[] {
  const text = typeof value === 'string' ? value : JSON.stringify(value, inMaps);
  return traces.filter((trace) => text.includes(trace));
}

function inMaps(_key: string, value: unknown): unknown {
  if (value instanceof Map) return [...(value as Map<unknown, unknown>)];
  return value instanceof Set ? [...(value as Set<unknown>)] : value;
}

const person = aPerson({
  ...{ id: her, name: herName, organizationId: null, ownerId: 'user-1', jobTitle: 'Analyst' },
  emails: [aContactPoint(herEmail)],
  phones: [aContactPoint(herPhone)],
  mergedIds: ['twin'],
});
const merged = aPerson({
  ...{ id: 'twin', name: 'Zeliha Ç.', organizationId: null },
  emails: [aContactPoint('zeliha@ornek.example')],
  phones: [],
});

/** Others, who stay, and what was there before any command. */
export const others: readonly Change[] = [
  creation('organization', anOrganization({ id: 'north', name: 'Northwind' })),
  creation('person', aPerson({ id: 'bob', name: 'Bob Stone', emails: [], phones: [] })),
  creation('deal', aDeal({ id: 'bobs', title: 'Pump', personId: 'bob', organizationId: null })),
  creation('lead', aLead({ id: 'bobs-lead', title: 'Roof', personId: 'bob', organizationId: 'north' })),
  creation('note', aNote({ id: 'bobs-note', leadId: null, dealId: 'bobs', text: 'Bob has a pump.' })),
  creation('field', aField({ id: 'sponsor', name: 'Sponsor', type: 'person' })),
  creation('field', aField({ id: 'remark', name: 'Remark', type: 'text', rank: 'a1' })),
];
const hers: readonly Change[] = [
  creation('person', person),
  creation('trash', aTrash({ of: 'person', record: merged, mergedInto: her, mergedTitle: herName })),
  creation('participant', aParticipant({ id: 'part', dealId: 'bobs', personId: her, role: `Sister of ${herName}` })),
  creation(
    'project',
    aProject({
      ...{ id: 'project', title: `House of ${herName}`, personId: her, dealIds: ['bobs'], organizationId: 'north' },
      tasks: [{ id: 'task', title: `Ask ${herEmail}`, done: false, due: null, ownerId: null }],
    }),
  ),
];

/** An empty storage's first records. */
export const begun: readonly Change[] = [...aBoard(), ...others];

const lead = (id: string, title: string, organizationId: string | null) =>
  creation('lead', aLead({ id, title, personId: her, organizationId, createdAt: '2026-11-20T09:00:00.000Z' }));

/** Everything that can happen to a person, by commands; the last of them can still be taken back and done again. */
export async function live(store: CrmStore): Promise<void> {
  await store.adapter.commit(hers, {
    author: { userId: 'user-1', at: store.now(), from: 'host', bulk: false, command: 'c0' },
  });
  await store.importRows({
    ...{ importId: 'import-1', fileName: `${herName}.csv`, fileHash: 'cafe', total: 2 },
    rows: [
      {
        ...{ key: 'row-1', line: 2, title: herName, action: 'create' },
        changes: [lead('hers', herName, null)],
      },
      {
        ...{ key: 'row-2', line: 3, title: herName, action: 'update' },
        changes: [{ op: 'patch', kind: 'person', id: her, fields: { jobTitle: ['Analyst', `Head, says ${herName}`] } }],
      },
    ],
  });
  await store.adapter.commit([
    lead('hers-alone', `Garden, ${herName}`, null),
    lead('hers-north', `Shed for ${herName}`, 'north'),
    lead('hers-twice', `${herName} again`, null),
    lead('hers-first', `${herName} first`, 'north'),
    lead('hers-second', `${herName} second`, 'north'),
    lead('hers-gone', `${herName} gone`, null),
  ]);
  await store.execute('note-add', { on: { leadId: 'hers' }, text: `${herName} rang.` });
  await store.execute('note-add', { on: { personId: her }, text: 'Likes tea.' });
  await store.execute('note-add', { on: { leadId: 'hers-alone' }, text: 'Big garden.' });
  await store.execute('activity-add', {
    on: { leadId: 'hers' },
    type: 'call',
    subject: `Ring ${herPhone}`,
    due: '2026-11-24',
  });
  await store.execute('activity-add', {
    on: { leadId: 'hers' },
    type: 'task',
    subject: 'Send the offer',
    due: '2026-11-30',
  });
  const attach = async (on: On, name: string, text: string, description = ''): Promise<Id> => {
    const files = [{ blob: new Blob([text]), name, description }];
    return (await store.execute('file-add', { on, files })).outcomes[0]!.id;
  };
  await attach({ leadId: 'hers' }, `Letter of ${herName}.txt`, 'Dear all');
  await attach({ leadId: 'hers' }, 'Minutes.txt', `Present: ${herName}, ${herPhone}`);
  await attach({ leadId: 'hers' }, 'House.pdf', '%PDF-1.7 a house');
  await attach({ leadId: 'hers-alone' }, 'Plan.txt', `The garden of ${herName}`);
  await attach({ leadId: 'hers-gone' }, 'Old plan.txt', `The pond of ${herName}`);
  await attach({ dealId: 'bobs' }, 'Guests.csv', `name\n${herName}\nBob`);
  await attach({ dealId: 'bobs' }, 'Pump.pdf', '%PDF-1.7 a pump', `From ${herName}`);
  await attach({ dealId: 'bobs' }, 'Drawing.txt', 'A pump');
  const deleted = await attach({ dealId: 'bobs' }, `${herName}.txt`, herName);
  await store.execute('file-delete', { id: deleted });
  const converted = await store.convertLeads(['hers', 'hers-north']);
  const deal = converted.outcomes[0]!.dealId!;
  await store.execute('deal-edit', { id: deal, fields: { title: `House, ${herName}` } });
  await store.execute('deal-edit', {
    id: deal,
    fields: { title: `Pool, ${herName}`, value: { amount: '70', currency: 'EUR' } },
  });
  await store.execute('note-add', { on: { dealId: deal }, text: `Write to ${herEmail}` });
  await store.execute('note-add', { on: { dealId: deal }, text: 'They want blue tiles.' });
  await store.execute('leads-merge', { ids: ['hers-first', 'hers-second'] });
  await store.execute('leads-delete', { ids: ['hers-gone'] });
  await store.execute('deal-edit', {
    id: 'bobs',
    fields: { 'custom.sponsor': her, 'custom.remark': `Knows ${herName}` },
  });
  await store.execute('note-add', { on: { dealId: 'bobs' }, text: `${herName} brought us here.` });
  // What is taken off is known by the changelog alone from then on: by its name, and by all that it said.
  const line = { name: `Course of ${herName}`, price: '5', comment: `Ring ${herPhone}` };
  const put = await store.execute('deal-products-add', { dealId: 'bobs', lines: [line] });
  const ids = put.changes.flatMap(({ kind, id }) => (kind === 'dealProduct' ? [id] : []));
  await store.execute('deal-products-delete', { dealId: 'bobs', ids });
  await store.execute('participant-delete', { id: 'part' });
  await store.undo();
  await store.execute('person-edit', { id: her, fields: { name: 'Zerrin Er' } });
  await store.execute('person-edit', { id: her, fields: { name: herName } });
  await store.execute('filter-save', {
    name: `Leads of ${herName}`,
    subject: 'lead',
    filter: [{ field: 'personName', op: 'contains', value: herName }],
  });
  await store.execute('view-save', { name: 'lead-inbox', state: { search: herName, order: 'title' } });
  await store.execute('lead-edit', { id: 'bobs-lead', fields: { title: 'Roof and shed' } });
  await store.execute('lead-edit', { id: 'hers-first', fields: { title: `${herName}, once more` } });
  await store.execute('lead-edit', { id: 'hers-alone', fields: { title: 'Garden' } });
  await store.undo();
}
