/**
 * The records that both sides of a comparison work on: whole, with their derived fields, the same for the same seed.
 * Few people and firms have many leads each, so that preparing 100,000 of them does not take longer than the bench.
 */
import { morePlaces } from '../../../demo/sample/places-more.js';
import { places } from '../../../demo/sample/places.js';
import { Chance } from '../../../demo/sample/random.js';
import { sources } from '../../../demo/sample/talk.js';
import type { Change } from '../../../src/domain/change.js';
import { defaultChanges } from '../../../src/domain/defaults.js';
import { derive } from '../../../src/domain/derive.js';
import type {
  Activity,
  AnyRecord,
  Deal,
  Label,
  Lead,
  Organization,
  Person,
  Stage,
} from '../../../src/domain/records.js';
import { user } from './user.js';

const DAY = 86_400_000;
const base = (kind: string, place: number, at: number) => {
  const iso = new Date(at).toISOString();
  return { id: `${kind}-${String(place).padStart(7, '0')}`, rev: 1, createdAt: iso, updatedAt: iso };
};

export interface BenchData {
  readonly now: number;
  readonly today: string;
  readonly setup: readonly Change[];
  readonly stages: readonly Stage[];
  readonly labels: readonly Label[];
  readonly persons: readonly Person[];
  readonly organizations: readonly Organization[];
  readonly activities: readonly Activity[];
  readonly leads: readonly Lead[];
  readonly deals: readonly Deal[];
}

const colors = ['red', 'orange', 'blue', 'purple', 'yellow', 'green'] as const;
const everywhere = [...places, ...morePlaces];

export function makeData(counts: {
  readonly leads?: number;
  readonly deals?: number;
  readonly now?: number;
}): BenchData {
  const chance = new Chance(11);
  const now = counts.now ?? Date.now();
  const today = new Date(now).toISOString().slice(0, 10);
  const old = now - 500 * DAY;
  const setup = defaultChanges(new Date(old).toISOString(), undefined, user);
  const stages = setup.flatMap((change) =>
    change.op === 'create' && change.kind === 'stage' ? [{ ...change.record, rev: 1 }] : [],
  );
  const labels = colors.map((color, i): Label => ({ ...base('label', i, old), name: `Label ${color}`, color }));
  const organizations: Organization[] = [];
  const persons: Person[] = [];
  for (let i = 0; i < 1500; i++) {
    const place = chance.of(everywhere);
    const name = `${chance.of(place.firms)} ${chance.of(place.cities)} ${i}`;
    organizations.push({
      ...base('organization', i, old),
      name,
      address: '',
      website: '',
      ownerId: user.id,
      custom: {},
    });
    persons.push({
      ...base('person', i, old),
      name: `${chance.of(place.given)} ${chance.of(place.family)}`,
      jobTitle: '',
      organizationId: organizations[i]!.id,
      ownerId: user.id,
      custom: {},
      emails: [{ value: `someone${i}@firm${i % 97}.example`, label: 'work', primary: true }],
      phones: [{ value: `+44 20 7946 ${String(i).padStart(4, '0')}`, label: 'work', primary: true }],
    });
  }
  const activities: Activity[] = [];
  const opportunity = (kind: 'lead' | 'deal', i: number) => {
    const place = chance.of(everywhere);
    const at = chance.between(0, 1499);
    const person = persons[at]!;
    const organization = organizations[at]!;
    const when = now - Math.floor(chance.next() ** 2 * 380 * DAY) - i;
    const own = base(kind, i, when);
    const title = `${chance.of(place.wants)} ${chance.between(1, 9999)}`;
    const hangs: Activity[] = [];
    if (chance.hit(0.6)) {
      const due = new Date(now + chance.between(-20, 60) * DAY).toISOString().slice(0, 10);
      hangs.push({
        ...base(`${kind}-activity`, i, when),
        leadId: kind === 'lead' ? own.id : null,
        dealId: kind === 'deal' ? own.id : null,
        personId: null,
        organizationId: null,
        type: 'call',
        subject: 'Call back',
        due,
        time: chance.hit(0.5) ? `${String(chance.between(8, 17)).padStart(2, '0')}:30` : null,
        duration: null,
        note: '',
        ownerId: user.id,
        done: false,
        doneAt: null,
      });
    }
    activities.push(...hangs);
    return {
      ...own,
      title,
      personId: person.id,
      organizationId: organization.id,
      ownerId: user.id,
      creatorId: user.id,
      labelIds: chance.hit(0.5) ? [chance.of(labels).id] : [],
      value: chance.hit(0.8)
        ? { amount: String(chance.between(1, 99_999) * 10), currency: chance.of(['EUR', 'USD', 'TRY']) }
        : null,
      expectedClose: chance.hit(0.5) ? new Date(now + chance.between(-10, 90) * DAY).toISOString().slice(0, 10) : null,
      sourceName: chance.of(sources),
      origin: 'bench',
      originId: null,
      channel: null,
      channelId: null,
      archivedAt: null,
      custom: {},
      ...derive({ title }, { person, organization, undone: hangs, touchedAt: own.createdAt }),
    };
  };
  const leads: Lead[] = [];
  for (let i = 0; i < (counts.leads ?? 0); i++)
    leads.push({ ...opportunity('lead', i), seen: chance.hit(0.8), sourceDealId: null });
  const deals: Deal[] = [];
  for (let i = 0; i < (counts.deals ?? 0); i++) {
    const stage = chance.of(stages);
    const common = opportunity('deal', i);
    deals.push({
      ...common,
      pipelineId: stage.pipelineId,
      stageId: stage.id,
      rank: `a${String(i).padStart(7, '0')}V`,
      status: 'open',
      probability: null,
      lostReason: null,
      lostComment: null,
      closedAt: null,
      wonAt: null,
      lostAt: null,
      firstWonAt: null,
      stageChangedAt: common.createdAt,
      stageHistory: [{ stageId: stage.id, at: common.createdAt }],
    });
  }
  const data = { now, today, setup, stages, labels, persons, organizations, activities, leads, deals };
  // A text that was put together of parts becomes one text when it is used: here, so that no side holds the parts.
  for (const [, records] of recordsOf(data)) for (const record of records) JSON.stringify(record);
  return data;
}

/** All records by kind, in the order in which they can be stored. */
export function recordsOf(data: BenchData): readonly (readonly [Change['kind'], readonly AnyRecord[]])[] {
  const { labels, organizations, persons, leads, deals, activities } = data;
  return [
    ['label', labels],
    ['organization', organizations],
    ['person', persons],
    ['lead', leads],
    ['deal', deals],
    ['activity', activities],
  ];
}

/** The same as one commit. */
export function changesOf(data: BenchData): Change[] {
  const creates = recordsOf(data).flatMap(([kind, records]) =>
    records.map((record) => ({ op: 'create', kind, id: record.id, record }) as Change),
  );
  return [...data.setup, ...creates];
}
