/** Commits as chance makes them: bulks of records whose ids lie side by side, between each other, backwards, or anywhere. */
import type { Change } from '../../src/domain/change.js';
import type { AnyRecord, Id, Kind, Lead, RecordOf, Trash } from '../../src/domain/records.js';
import {
  aConversion,
  aDeal,
  aDealProduct,
  aLead,
  anActivity,
  aNote,
  anOrganization,
  aParticipant,
  aPerson,
  aProject,
  aTrash,
  creation,
  deletion,
  edit,
  later,
  made,
  minutesAfter,
} from '../../src/testing/fixtures.js';
import type { Random } from '../support/random.js';

export const kindsMade = [
  'person',
  'organization',
  'lead',
  'deal',
  'note',
  'activity',
  'participant',
  'dealProduct',
  'project',
  'trash',
  'conversion',
] as const satisfies readonly Kind[];
type Made = (typeof kindsMade)[number];
/** What there is many of. */
const worked: readonly Made[] = [...kindsMade, 'lead', 'lead', 'trash', 'trash', 'deal', 'activity'];

/** What is stored of a kind, in the order of ids. */
export type Look = <K extends Kind>(kind: K) => readonly RecordOf[K][];

/** The kit's own begin with their time; a host's may hold anything. */
const beginnings = ['019a3c2e-7b1', 'x', 'x ', 'x  1', 'x#', 'x/', 'X', '', 'ünal ', 'a 2026-11-02'];

/** Ids, in the order in which a commit is to name them. */
export function randomIds(random: Random, count: number): Id[] {
  const beginning = random.pick(beginnings);
  const first = random.below(4_000);
  const apart = random.pick([1, 1, 2, 3]);
  const digits = (n: number): string => String(n).padStart(beginning.length > 10 ? 36 - beginning.length : 4, '0');
  const ids = Array.from({ length: count }, (_, i) => beginning + digits(first + i * apart));
  return random.pick([ids, ids, [...ids].reverse(), random.shuffled(ids)]);
}

/** Some of these: those that follow each other, every second one, with some left out, or any; in any order. */
export function someOf<T>(random: Random, list: readonly T[], most: number): T[] {
  const count = Math.min(list.length, 1 + Math.floor(most * (random.chance(0.3) ? 0.1 : 0.9)));
  const apart = random.pick([1, 1, 1, 2, 3]);
  const first = random.below(Math.max(1, list.length - count * apart + 1));
  const some = random.chance(0.15)
    ? random.shuffled(list).slice(0, count)
    : list.slice(first, first + count * apart).filter((_, i) => i % apart === 0);
  const left = random.chance(0.25) ? some.filter(() => !random.chance(0.1)) : some;
  return random.pick([left, left, [...left].reverse(), random.shuffled(left)]);
}

export class RandomCommits {
  readonly #random: Random;
  readonly #look: Look;
  constructor(random: Random, look: Look) {
    this.#random = random;
    this.#look = look;
  }

  first(): Change[] {
    return kindsMade.flatMap((kind) => this.#creates(kind, 40));
  }

  next(): Change[] {
    const random = this.#random;
    const size = random.pick([3, 12, 40, 90, 150]);
    const way = random.below(12);
    const changes =
      way < 3
        ? this.#creates(random.pick(worked), size)
        : way < 5
          ? this.#edits(random.pick(kindsMade), size)
          : way < 7
            ? this.#deletes(random.pick(kindsMade), size)
            : way < 8
              ? this.#converts(size)
              : way < 9
                ? this.#throwsAway(size)
                : way < 11
                  ? this.#bringsBack(size)
                  : [...this.#edits(random.pick(kindsMade), 20), ...this.#creates(random.pick(kindsMade), 20)];
    return random.chance(0.12) ? this.#spoilt(changes) : changes;
  }

  #one<K extends Kind>(kind: K): RecordOf[K] | null {
    const all = this.#look(kind);
    return all.length === 0 ? null : this.#random.pick(all);
  }

  #new(kind: Made, id: Id): AnyRecord {
    const random = this.#random;
    const createdAt = minutesAfter(random.below(40));
    const personId = random.chance(0.7) ? (this.#one('person')?.id ?? null) : null;
    const organizationId = random.chance(0.3) ? (this.#one('organization')?.id ?? null) : null;
    const [lead, deal] = [this.#one('lead'), this.#one('deal')];
    const onLead = lead !== null && (deal === null || random.chance(0.6));
    const on = { leadId: onLead ? lead.id : null, dealId: onLead ? null : (deal?.id ?? null), personId: null };
    const due = random.pick([null, '2026-11-20', '2026-11-23', '2026-11-30']);
    switch (kind) {
      case 'person':
        return aPerson({ id, name: `Person ${random.below(30)}`, organizationId, createdAt });
      case 'organization':
        return anOrganization({ id, name: `Firm ${random.below(9)}`, createdAt });
      case 'lead':
        return aLead({ id, title: `Lead ${random.below(50)}`, personId, organizationId, createdAt });
      case 'deal':
        return aDeal({
          id,
          title: `Deal ${random.below(50)}`,
          personId,
          organizationId,
          createdAt,
          rank: `a${random.below(900)}`,
        });
      case 'note':
        return aNote({ id, ...on, pinned: random.chance(0.2), createdAt });
      case 'activity': {
        const done = random.chance(0.4);
        return anActivity({ id, ...on, due, done, doneAt: done ? createdAt : null, createdAt });
      }
      case 'participant':
        return aParticipant({ id, dealId: deal?.id ?? 'none', personId: personId ?? 'person', createdAt });
      case 'dealProduct':
        return aDealProduct({ id, dealId: deal?.id ?? 'none', rank: `a${random.below(900)}`, createdAt });
      case 'project':
        return aProject({ id, dealIds: deal === null ? [] : [deal.id], personId, organizationId, createdAt });
      case 'trash':
        return aTrash({ id, record: aLead({ id, personId, rev: 2 }), expiresAt: minutesAfter(60 + random.below(9)) });
      case 'conversion':
        return aConversion({ id, lead: aLead({ id }), dealId: deal?.id ?? 'none', createdAt });
    }
  }

  #creates(kind: Made, size: number): Change[] {
    const ids = randomIds(this.#random, size);
    const there = new Set(this.#look(kind).map(({ id }) => id));
    return ids.filter((id) => !there.has(id)).map((id) => creation<Kind>(kind, this.#new(kind, id)));
  }

  #edit(kind: Made, record: AnyRecord): Change {
    const random = this.#random;
    const to = (fields: Readonly<Record<string, unknown>>): Change => {
      const now = record as unknown as Readonly<Record<string, unknown>>;
      const pairs = Object.entries(fields).map(([name, value]) => [name, [now[name], value]] as const);
      return edit(kind, record.id, Object.fromEntries(pairs));
    };
    switch (kind) {
      case 'person':
        return to({ name: `Person ${random.below(30)}` });
      case 'organization':
        return to({ name: `Firm ${random.below(9)}` });
      case 'lead':
      case 'deal':
        return to(
          random.pick([
            { title: `Title ${random.below(50)}` },
            { personId: this.#one('person')?.id ?? null },
            { archivedAt: random.pick([null, later]) },
            { value: { amount: String(random.below(90)), currency: 'EUR' } },
          ]),
        );
      case 'note':
        return to({ text: `Text ${random.below(9)}`, pinned: random.chance(0.3) });
      case 'activity':
        return to(
          random.pick([
            { done: true, doneAt: later },
            { due: '2026-12-01', done: false, doneAt: null },
            { leadId: this.#one('lead')?.id ?? null, dealId: null },
          ]),
        );
      case 'participant':
        return to({ role: `Role ${random.below(4)}` });
      case 'dealProduct':
        return to({ quantity: String(1 + random.below(9)) });
      case 'project':
        return to({
          dealIds: this.#look('deal')
            .slice(0, random.below(3))
            .map(({ id }) => id),
        });
      case 'trash':
        return to({ title: `Gone ${random.below(9)}` });
      case 'conversion':
        return to({ state: random.pick(['active', 'undone']) });
    }
  }

  #edits(kind: Made, size: number): Change[] {
    return someOf(this.#random, this.#look(kind), size).map((record) => this.#edit(kind, record));
  }

  /** With what hangs on them, mostly. */
  #deletes(kind: Made, size: number): Change[] {
    const some = someOf<AnyRecord>(this.#random, this.#look(kind), size);
    const gone = some.map((record) => deletion<Kind>(kind, record));
    if (kind !== 'lead' && kind !== 'deal') return gone;
    const ids = new Set(some.map(({ id }) => id));
    const link = kind === 'lead' ? 'leadId' : 'dealId';
    const children = (['note', 'activity', 'participant', 'dealProduct'] as const).flatMap((child) =>
      (this.#look(child) as readonly AnyRecord[])
        .filter((record) => ids.has((record as unknown as Readonly<Record<string, Id>>)[link]!))
        .map((record) => deletion<Kind>(child, record)),
    );
    return this.#random.chance(0.9) ? [...gone, ...children] : gone;
  }

  /** Leads become deals, as a conversion writes it. */
  #converts(size: number): Change[] {
    const receipts = new Set(this.#look('conversion').map(({ id }) => id));
    const leads = someOf(this.#random, this.#look('lead'), size).filter(({ id }) => !receipts.has(id));
    const ids = randomIds(this.#random, leads.length);
    const deals = new Set(this.#look('deal').map(({ id }) => id));
    if (ids.some((id) => deals.has(id))) return this.#edits('lead', size);
    const dealOf = new Map(leads.map((lead, i) => [lead.id, ids[i]!]));
    const hanging = (['note', 'activity'] as const).flatMap((kind) =>
      (this.#look(kind) as readonly { id: Id; leadId: Id | null; dealId: Id | null }[])
        .filter(({ leadId }) => leadId !== null && dealOf.has(leadId))
        .map(({ id, leadId }) => edit(kind, id, { leadId: [leadId, null], dealId: [null, dealOf.get(leadId!)] })),
    );
    return [
      ...leads.flatMap((lead) => {
        const { personId, organizationId, title } = lead;
        const deal = aDeal({
          id: dealOf.get(lead.id)!,
          personId,
          organizationId,
          title,
          rank: `a${this.#random.below(900)}`,
        });
        return [
          creation('conversion', aConversion({ id: lead.id, lead, deal, dealId: deal.id })),
          creation('deal', deal),
          deletion('lead', lead),
        ];
      }),
      ...hanging,
    ];
  }

  #throwsAway(size: number): Change[] {
    const trash = new Set(this.#look('trash').map(({ id }) => id));
    const leads = someOf(this.#random, this.#look('lead'), size).filter(({ id }) => !trash.has(id));
    const ids = new Set(leads.map(({ id }) => id));
    const hanging = (['note', 'activity'] as const).flatMap((kind) =>
      (this.#look(kind) as readonly (AnyRecord & { leadId: Id | null })[])
        .filter(({ leadId }) => leadId !== null && ids.has(leadId))
        .map((record) => deletion<Kind>(kind, record)),
    );
    return [
      ...leads.flatMap((lead) => [
        creation('trash', aTrash({ id: lead.id, record: lead, title: lead.title })),
        deletion('lead', lead),
      ]),
      ...hanging,
    ];
  }

  #bringsBack(size: number): Change[] {
    const there = new Set(this.#look('lead').map(({ id }) => id));
    return someOf<Trash>(this.#random, this.#look('trash'), size)
      .filter(({ id }) => !there.has(id))
      .flatMap((one) => [creation('lead', { ...(one.record as Lead), createdAt: made }), deletion('trash', one)]);
  }

  /** One of them is not to be stored: what it rests on is another one by now, is gone, or is there already. */
  #spoilt(changes: Change[]): Change[] {
    const at = this.#random.below(changes.length);
    const one = changes[at];
    if (one === undefined) return changes;
    const other: Change =
      one.op === 'create'
        ? ({ ...one, record: { ...one.record, createdAt: later } } as Change)
        : one.op === 'delete'
          ? { ...one, rev: one.rev + 1 }
          : { ...one, id: `${one.id}-gone` };
    // A record that is made twice, or that comes and goes within the commit.
    if (one.op === 'create') return [...changes, other];
    return changes.map((change, i) => (i === at ? other : change));
  }
}
