/** What the stories of both details show: one lead and one deal with all that can hang on them. */
import { memoryAdapter } from '../src/adapters/memory.js';
import type { CrmAdapter } from '../src/adapters/adapter.js';
import type { Change } from '../src/domain/change.js';
import type { Deal, Field, Lead } from '../src/domain/records.js';
import { createStore } from '../src/store/store.js';
import type { CrmStore, StoreOptions } from '../src/store/api.js';
import {
  aDeal,
  aField,
  aLabel,
  aLead,
  anActivity,
  aNote,
  anOrganization,
  aParticipant,
  aPerson,
  aPipeline,
  aStage,
  aUser,
  creation,
} from '../src/testing/fixtures.js';
import { ago, clock, day } from './support/clock.js';

/** An instant, days from now and minutes before that. */
export const at = (days: number, minutes = 0): string => ago(-24 * days + minutes / 60);

const stages = ['Qualified', 'Contact made', 'Demo', 'Proposal sent', 'Negotiation', 'Contract out'];
const users = { me: 'Elif Kaya', jonas: 'Jonas Brandt', maya: 'Maya Okafor' };
const options = [
  { id: 'o1', name: 'Cold store' },
  { id: 'o2', name: 'High bay' },
  { id: 'o3', name: 'Cross dock' },
];
const fields: readonly Partial<Field>[] = [
  { id: 'pallets', name: 'Pallet places', type: 'number' },
  { id: 'city', name: 'Go-live city', type: 'text' },
  { id: 'kind', name: 'Kind of site', type: 'options', options },
  { id: 'site', name: 'Site visit', type: 'dateRange' },
  { id: 'budget', name: 'Budget approved', type: 'yesNo' },
  { id: 'page', name: 'Web page', type: 'link' },
];

export const ground = (required: readonly string[] = []): Change[] => [
  creation('pipeline', aPipeline({ name: 'New business' })),
  ...stages.map((name, i) =>
    creation(
      'stage',
      aStage({
        id: `stage-${i}`,
        name,
        rank: `a${i}`,
        probability: 15 * (i + 1),
        requiredFields: i === 3 ? required : [],
      }),
    ),
  ),
  ...Object.entries(users).map(([id, name]) => creation('user', aUser({ id, name }))),
  creation('label', aLabel({ id: 'warm', name: 'Warm', color: 'orange' })),
  creation('label', aLabel({ id: 'hot', name: 'Hot', color: 'red' })),
  creation('label', aLabel({ id: 'roll', name: 'Enterprise rollout', color: 'purple' })),
  ...fields.map((field, i) => creation('field', aField({ rank: `a${i}`, options: [], ...field }))),
  creation(
    'organization',
    anOrganization({
      id: 'kordon',
      name: 'Kordon Lojistik A.Ş.',
      address: 'Alsancak Mah., Konak, İzmir',
      website: 'kordon.example',
    }),
  ),
  creation(
    'organization',
    anOrganization({
      id: 'berg',
      name: 'Bergström & Söhne Maschinenbau GmbH & Co. KG',
      address: 'Detmolder Straße 118, 33604 Bielefeld',
      website: '',
    }),
  ),
  creation(
    'person',
    aPerson({
      id: 'aysegul',
      name: 'Ayşegül Yıldırımoğlu',
      jobTitle: 'Depo Operasyonları Müdürü',
      organizationId: 'kordon',
      emails: [{ value: 'aysegul@kordon.example', label: 'work', primary: true }],
      phones: [
        { value: '+90 232 555 01 44', label: 'work', primary: true },
        { value: '+90 532 555 77 10', label: 'mobile', primary: false },
      ],
    }),
  ),
  creation(
    'person',
    aPerson({
      id: 'annegret',
      name: 'Dr. Annegret Freifrau von Hohenstein-Weißenfels',
      jobTitle: 'Leiterin Finanzen und Controlling',
      organizationId: 'berg',
      emails: [{ value: 'a.hohenstein@bergstroem.example', label: 'work', primary: true }],
      phones: [{ value: '+49 521 555 0', label: 'work', primary: true }],
    }),
  ),
];

export const theLead = (parts: Partial<Lead> = {}): Change[] => [
  creation(
    'lead',
    aLead({
      id: 'lead',
      title: 'Kordon Lojistik: depo otomasyonu, 2. faz',
      personId: 'aysegul',
      organizationId: 'kordon',
      ownerId: 'me',
      labelIds: ['warm'],
      value: { amount: '1250000', currency: 'TRY' },
      expectedClose: day(25),
      sourceName: 'Chatbot, “Depo planla” playbook',
      channel: 'Newsletter, November',
      custom: { pallets: 4200, kind: ['o1', 'o3'], budget: true, page: 'https://kordon.example/depo' },
      createdAt: at(-4, 200),
      seen: true,
      ...parts,
    }),
  ),
];
export const leadWork = (): Change[] => [
  creation(
    'activity',
    anActivity({
      id: 'call',
      leadId: 'lead',
      type: 'call',
      subject: 'confirm dock count',
      due: day(0),
      time: '14:30',
      duration: 20,
      ownerId: 'me',
    }),
  ),
  creation(
    'activity',
    anActivity({
      id: 'visit',
      leadId: 'lead',
      type: 'meeting',
      subject: 'Site visit with the operations team',
      due: day(6),
      time: '10:00',
      duration: 120,
      ownerId: 'jonas',
    }),
  ),
  creation(
    'activity',
    anActivity({
      id: 'first',
      leadId: 'lead',
      type: 'call',
      subject: 'first talk',
      due: day(-3),
      done: true,
      doneAt: at(-3),
      duration: 35,
      note: 'They decide together with the landlord.',
      ownerId: 'me',
    }),
  ),
  creation(
    'note',
    aNote({
      id: 'pinned',
      leadId: 'lead',
      authorId: 'me',
      pinned: true,
      createdAt: at(0, 90),
      text: 'Second phase covers docks 5 to 9. Budget is approved for this year, so the order must be signed by 18 December.',
    }),
  ),
  creation(
    'note',
    aNote({
      id: 'plan',
      leadId: 'lead',
      authorId: 'jonas',
      createdAt: at(-2),
      text: 'Plan of the hall: https://kordon.example/plan.pdf\nQuestions to aysegul@kordon.example.',
    }),
  ),
];

export const theDeal = (parts: Partial<Deal> = {}): Change[] => [
  creation(
    'deal',
    aDeal({
      id: 'deal',
      title: 'Umstellung der Bestandsverwaltung auf mandantenfähiges Rechnungswesen',
      personId: 'annegret',
      organizationId: 'berg',
      ownerId: 'jonas',
      followerIds: ['me', 'maya'],
      labelIds: ['hot', 'roll'],
      value: { amount: '84500', currency: 'EUR' },
      expectedClose: day(7),
      stageId: 'stage-1',
      sourceName: 'Web form',
      createdAt: at(-15),
      stageChangedAt: at(-11),
      stageHistory: [
        { stageId: 'stage-0', at: at(-15) },
        { stageId: 'stage-1', at: at(-11) },
      ],
      custom: { pallets: 900 },
      ...parts,
    }),
  ),
];
export const dealWork = (): Change[] => [
  ...[
    { id: 'thorsten', name: 'Thorsten Kühnapfel', jobTitle: 'IT-Leitung', role: '' },
    { id: 'gulsen', name: 'Gülşen Akıncıoğlu', jobTitle: '', role: 'Steuerberatung Akıncıoğlu' },
  ].flatMap(({ role, ...person }) => [
    creation('person', aPerson(person)),
    creation('participant', aParticipant({ id: `beside-${person.id}`, dealId: 'deal', personId: person.id, role })),
  ]),
  creation(
    'activity',
    anActivity({
      ...{ id: 'terms', leadId: null, dealId: 'deal' },
      type: 'email',
      subject: 'Send revised licence terms',
      due: day(-3),
      ownerId: 'jonas',
    }),
  ),
  creation(
    'activity',
    anActivity({
      id: 'shop',
      leadId: null,
      dealId: 'deal',
      type: 'meeting',
      subject: 'Workshop: Kontenrahmen und Mandantenstruktur',
      due: day(3),
      time: '10:00',
      duration: 150,
      ownerId: 'jonas',
    }),
  ),
  creation(
    'activity',
    anActivity({
      id: 'need',
      leadId: null,
      dealId: 'deal',
      type: 'call',
      subject: 'Bedarf und Zeitplan',
      due: day(-12),
      done: true,
      doneAt: at(-12),
      duration: 35,
      note: 'Cut-over is fixed to 1 April. They want one chart of accounts for all four plants.',
      createdAt: at(-14),
    }),
  ),
  creation(
    'note',
    aNote({
      id: 'council',
      leadId: null,
      dealId: 'deal',
      authorId: 'jonas',
      pinned: true,
      createdAt: at(-6),
      text: 'Needs the works council’s approval before signing',
    }),
  ),
  creation(
    'note',
    aNote({
      id: 'plants',
      leadId: null,
      dealId: 'deal',
      authorId: 'me',
      createdAt: at(-17),
      text: 'Four plants, two of them on the old system since 2009. Annegret decides, Thorsten advises.',
    }),
  ),
];

export async function storeWith(changes: readonly Change[], options: Partial<StoreOptions> = {}): Promise<CrmStore> {
  const adapter: CrmAdapter = options.adapter ?? memoryAdapter();
  if (changes.length > 0) await adapter.commit([...changes]);
  const user = { id: 'me', name: 'Elif Kaya' };
  return createStore({ user, currency: 'EUR', timeZone: 'UTC', clock, ...options, adapter });
}
