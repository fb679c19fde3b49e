/**
 * A sample to try the kit on: leads of many countries, with notes and activities, and some deals under way.
 * The same seed gives the same sample. It goes in through the import, so that one undo takes it out again.
 */
import type { Change } from '../../src/domain/change.js';
import { uuidV7 } from '../../src/domain/ids.js';
import type {
  Activity,
  Attached,
  Day,
  Deal,
  Id,
  Label,
  Lead,
  Money,
  Note,
  Organization,
  Person,
  Stage,
} from '../../src/domain/records.js';
import { mailboxOf } from './mailbox.js';
import { Chance } from './random.js';
import { morePlaces } from './places-more.js';
import { places, type Place } from './places.js';
import { channels, labelWords, notes, sources, todo } from './talk.js';

export interface SampleOptions {
  readonly leads: number;
  readonly seed?: number;
  /** The instant that ages and dues are counted from. */
  readonly now: number;
  readonly today: Day;
  readonly userId: Id;
  /** Deals are put into these; none = leads only. */
  readonly stages: readonly Stage[];
  readonly labels: readonly Label[];
}

export interface SampleRow {
  readonly key: string;
  readonly line: number;
  readonly title: string;
  readonly changes: readonly Change[];
  readonly action: 'create';
}

const DAY = 86_400_000;
const everywhere: readonly Place[] = [...places, ...morePlaces];

export class Sample {
  readonly #chance: Chance;
  readonly #options: SampleOptions;
  readonly #labels: readonly Label[];
  readonly #newLabels: readonly Label[];
  /** Some leads come from people and firms that are there already. */
  readonly #known: { place: Place; person: Person | null; organization: Organization | null }[] = [];
  #tick = 0;

  constructor(options: SampleOptions) {
    this.#options = options;
    this.#chance = new Chance(options.seed ?? 2026);
    this.#newLabels =
      options.labels.length > 0 ? [] : labelWords.map(([name, color]) => ({ ...this.#base(400), name, color }));
    this.#labels = options.labels.length > 0 ? options.labels : this.#newLabels;
  }

  /** Leads and deals. */
  get total(): number {
    return this.#options.leads + this.#deals;
  }

  get #deals(): number {
    const { leads, stages } = this.#options;
    return stages.length > 0 ? Math.min(400, Math.ceil(leads / 6)) : 0;
  }

  *rows(): Generator<SampleRow> {
    const { leads } = this.#options;
    const deals = this.#deals;
    for (let i = 0; i < leads + deals; i++) {
      const changes: Change[] = [];
      if (i === 0)
        for (const label of this.#newLabels) changes.push({ op: 'create', kind: 'label', id: label.id, record: label });
      // Deals are spread over the whole run, so that a stopped sample still shows both.
      const isDeal = deals > 0 && i % Math.ceil((leads + deals) / deals) === 3;
      const key = `sample-${this.#options.seed ?? 2026}-${i}`;
      const record = isDeal ? this.#deal(changes) : this.#lead(changes, key);
      yield {
        key,
        line: i + 1,
        title: record.title,
        changes,
        action: 'create',
      };
    }
  }

  #base(daysAgo: number): { id: Id; rev: number; createdAt: string; updatedAt: string } {
    const at = this.#options.now - Math.round(daysAgo * DAY);
    const iso = new Date(at).toISOString();
    // The place in the sample keeps ids of the same millisecond in order and apart.
    return { id: uuidV7(at - (this.#tick++ % 1000), this.#chance.bytes(10)), rev: 0, createdAt: iso, updatedAt: iso };
  }

  #digits = (count: number): string => {
    let text = '';
    for (let i = 0; i < count; i++) text += String(this.#chance.between(0, 9));
    return text;
  };

  #who(changes: Change[], age: number): { place: Place; person: Person | null; organization: Organization | null } {
    const chance = this.#chance;
    if (this.#known.length > 20 && chance.hit(0.08)) return chance.of(this.#known);
    const place = chance.of(everywhere);
    const ownerId = this.#options.userId;
    let organization: Organization | null = null;
    let person: Person | null = null;
    if (chance.hit(0.86)) {
      organization = {
        ...this.#base(age + 1),
        name: `${chance.of(place.firms)}${chance.hit(0.35) ? ` ${chance.of(place.cities)}` : ''} ${chance.of(place.forms)}`,
        address: chance.of(place.cities),
        website: '',
        ownerId,
        custom: {},
      };
      changes.push({ op: 'create', kind: 'organization', id: organization.id, record: organization });
    }
    if (organization === null || chance.hit(0.9)) {
      const given = chance.of(place.given);
      const family = chance.of(place.family);
      const id = this.#base(age + 1);
      const mailbox = mailboxOf(given, family) || `kontakt${this.#digits(3)}`;
      person = {
        ...id,
        name: (place.familyFirst === true ? `${family} ${given}` : `${given} ${family}`).trim(),
        jobTitle: chance.hit(0.6) ? chance.of(place.jobs) : '',
        organizationId: organization?.id ?? null,
        ownerId,
        custom: {},
        emails: chance.hit(0.85)
          ? [{ value: `${mailbox}@${place.lang}${this.#digits(2)}.example`, label: 'work', primary: true }]
          : [],
        phones: chance.hit(0.7) ? [{ value: place.phone(this.#digits), label: 'work', primary: true }] : [],
      };
      changes.push({ op: 'create', kind: 'person', id: person.id, record: person });
    }
    const who = { place, person, organization };
    if (this.#known.length < 400) this.#known.push(who);
    return who;
  }

  #value(place: Place): Money | null {
    if (this.#chance.hit(0.18)) return null;
    const euro = Math.exp(6 + this.#chance.next() * 6);
    const step = place.perEuro > 20 ? 1000 : place.perEuro > 4 ? 100 : 50;
    return {
      amount: String(Math.max(step, Math.round((euro * place.perEuro) / step) * step)),
      currency: place.currency,
    };
  }

  #labelsFor(): readonly Id[] {
    const count = this.#chance.of([0, 0, 1, 1, 1, 2, 3]);
    const ids = new Set<Id>();
    for (let i = 0; i < count; i++) ids.add(this.#chance.of(this.#labels).id);
    return [...ids];
  }

  #day(offset: number): Day {
    return new Date(Date.parse(`${this.#options.today}T00:00:00Z`) + offset * DAY).toISOString().slice(0, 10);
  }

  #common(changes: Change[], age: number) {
    const chance = this.#chance;
    const { place, person, organization } = this.#who(changes, age);
    return {
      ...this.#base(age),
      title: chance.of(place.wants),
      personId: person?.id ?? null,
      organizationId: organization?.id ?? null,
      ownerId: this.#options.userId,
      creatorId: this.#options.userId,
      labelIds: this.#labelsFor(),
      value: this.#value(place),
      expectedClose: chance.hit(0.5) ? this.#day(chance.between(-10, 120)) : null,
      sourceName: chance.of(sources),
      origin: 'sample',
      originId: null,
      channel: chance.of(channels),
      channelId: null,
      archivedAt: null,
      custom: {},
      personName: '',
      organizationName: '',
      nextActivity: null,
      touchedAt: '',
      searchText: '',
    };
  }

  /** @param key by which an import that was broken off knows what it has made */
  #lead(changes: Change[], key: string): Lead {
    // Most leads are young; a few have waited for a year.
    const age = this.#chance.next() ** 3 * 380;
    const lead: Lead = {
      ...this.#common(changes, age),
      seen: age > 2 ? this.#chance.hit(0.85) : this.#chance.hit(0.3),
      sourceDealId: null,
      originId: key,
    };
    changes.push({ op: 'create', kind: 'lead', id: lead.id, record: lead });
    this.#hang(
      changes,
      { leadId: lead.id, dealId: null, personId: lead.personId, organizationId: lead.organizationId },
      age,
    );
    return lead;
  }

  #deal(changes: Change[]): Deal {
    const { stages } = this.#options;
    const age = 1 + this.#chance.next() ** 2 * 160;
    const at = Math.floor(this.#chance.next() ** 1.4 * stages.length);
    const common = this.#common(changes, age);
    const visits = stages.slice(0, at + 1).map((stage, i) => ({
      stageId: stage.id,
      at: new Date(this.#options.now - Math.round(age * DAY * (1 - i / (at + 1)))).toISOString(),
    }));
    const deal: Deal = {
      ...common,
      value: common.value ?? { amount: '4800', currency: 'EUR' },
      pipelineId: stages[at]!.pipelineId,
      stageId: stages[at]!.id,
      rank: `a${String(this.#tick).padStart(6, '0')}V`,
      status: 'open',
      probability: null,
      lostReason: null,
      lostComment: null,
      closedAt: null,
      wonAt: null,
      lostAt: null,
      firstWonAt: null,
      stageChangedAt: visits.at(-1)!.at,
      stageHistory: visits,
    };
    changes.push({ op: 'create', kind: 'deal', id: deal.id, record: deal });
    this.#hang(
      changes,
      { leadId: null, dealId: deal.id, personId: deal.personId, organizationId: deal.organizationId },
      age,
    );
    return deal;
  }

  #hang(changes: Change[], on: Attached, age: number): void {
    const chance = this.#chance;
    const ownerId = this.#options.userId;
    for (let i = chance.of([0, 0, 1, 1, 2]); i > 0; i--) {
      const note: Note = {
        ...this.#base(age * chance.next()),
        ...on,
        text: chance.of(notes),
        authorId: ownerId,
        pinned: chance.hit(0.06),
      };
      changes.push({ op: 'create', kind: 'note', id: note.id, record: note });
    }
    for (let i = chance.of([0, 1, 1, 1, 2]); i > 0; i--) {
      const [type, subject, duration] = chance.of(todo);
      const done = chance.hit(0.3);
      const due = done
        ? this.#day(-chance.between(0, Math.ceil(age)))
        : chance.hit(0.9)
          ? this.#day(chance.of([-9, -3, -1, 0, 0, 1, 2, 3, 5, 8, 12, 21, 34]))
          : null;
      const activity: Activity = {
        ...this.#base(age * chance.next()),
        ...on,
        type,
        subject,
        due,
        duration: due === null ? null : duration,
        note: '',
        ownerId,
        done,
        time:
          due !== null && duration !== null
            ? `${String(chance.between(8, 17)).padStart(2, '0')}:${chance.of(['00', '15', '30'])}`
            : null,
        doneAt: done ? `${due}T15:00:00.000Z` : null,
      };
      changes.push({ op: 'create', kind: 'activity', id: activity.id, record: activity });
    }
  }
}
