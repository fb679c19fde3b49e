/** What has to be known before anything can be erased: who the person was, under which names, and what is theirs alone. */
import { CrmError } from '../errors.js';
import { nextOf } from '../derive.js';
import type {
  Activity,
  AnyRecord,
  AttachedFile,
  ChangelogRow,
  Conversion,
  Deal,
  Id,
  ImportChunk,
  Kind,
  Lead,
  NextActivity,
  Note,
  Participant,
  Person,
  Trash,
  User,
} from '../records.js';
import type { Finder } from './words.js';
import { Words } from './words.js';

/** Kinds whose records are looked at, step by step: what one step finds the next one goes by. */
const steps: readonly (readonly Kind[])[] = [
  ['person', 'trash'],
  ['lead', 'deal', 'conversion', 'trash', 'importChunk', 'changelog'],
  ['person', 'user'],
  ['note', 'activity', 'file', 'participant', 'dealProduct'],
  ['activity'],
];

/** What says something, and hangs on others. */
export type Text = Note | Activity | AttachedFile;

/** What becomes of a note, an activity or a file: it goes with what it hangs on, goes because it names the person, or stays. */
export type TextFate = 'goes' | 'named' | 'stays';

type Attached = Pick<Note, 'leadId' | 'dealId' | 'personId' | 'organizationId'>;

export class Known {
  readonly words = new Words();
  /** The person, and whoever was merged into it. */
  readonly persons = new Set<Id>();
  /** Leads about nobody else, wherever they are kept: they go. */
  readonly goneLeads = new Set<Id>();
  /** Leads and deals that stay without the person. */
  readonly own = { lead: new Set<Id>(), deal: new Set<Id>() };
  /** Notes, activities, files and participants that go. */
  readonly goneChildren = new Set<Id>();
  /** What hangs on the person, or on a lead or deal of theirs, and stays. */
  readonly nearChildren = new Set<Id>();
  readonly #merged: Trash[] = [];
  readonly #affected = new Map<string, Activity[]>();
  #step = 0;
  #found = false;

  constructor(readonly personId: Id) {
    this.persons.add(personId);
  }

  /** The kinds to look at now, one after the other; none = all that has to be known is. */
  get looking(): readonly Kind[] {
    return steps[this.#step] ?? [];
  }

  /** @param inside of a file: what is written in it, as far as it is text */
  look(kind: Kind, record: AnyRecord, inside = ''): void {
    switch (this.#step) {
      case 0:
        return this.#identify(kind, record);
      case 1:
        return this.#claim(kind, record);
      case 2:
        return this.persons.has(record.id) ? undefined : this.words.other(record as Person | User);
      case 3:
        if (inside !== '' && this.finderOf(record as AttachedFile).in(inside)) this.#inside.add(record.id);
        return this.#sort(kind, record);
      default:
        return this.#follow(record as Activity);
    }
  }

  /** All records of the step have been looked at. @throws CrmError `not-found` */
  next(): void {
    if (this.#step === 0) this.#unite();
    this.#step++;
  }

  /** The activity that is next on a lead or deal whose former one goes. */
  nextOf(kind: 'lead' | 'deal', id: Id, now: NextActivity | null): NextActivity | null {
    return now !== null && this.goneChildren.has(now.id) ? nextOf(this.#affected.get(`${kind} ${id}`) ?? []) : now;
  }

  #identify(kind: Kind, record: AnyRecord): void {
    if (kind === 'trash') {
      if ((record as Trash).of === 'person') this.#merged.push(record as Trash);
    } else if (record.id === this.personId) this.#learn(record as Person);
  }

  #learn(person: Person): void {
    this.#found = true;
    this.words.learn(person);
    for (const id of person.mergedIds ?? []) this.persons.add(id);
  }

  /** Whoever was merged into one of them is the same person. */
  #unite(): void {
    for (const { id, record } of this.#merged) if (id === this.personId) this.#learn(record as Person);
    for (let before = -1; before < this.persons.size;) {
      before = this.persons.size;
      for (const { id, record, mergedInto } of this.#merged) {
        if (mergedInto && this.persons.has(mergedInto)) this.persons.add(id);
        if (this.persons.has(id)) this.#learn(record as Person);
      }
    }
    if (!this.#found) throw new CrmError('not-found', `There is no person "${this.personId}" (any more).`);
  }

  #claim(kind: Kind, record: AnyRecord): void {
    switch (kind) {
      case 'lead':
      case 'deal':
        return this.#claimOne(kind, record as Lead | Deal);
      case 'conversion': {
        const { lead, deal, kept } = record as Conversion;
        this.#claimOne('lead', lead);
        for (const one of [deal, kept]) if (one) this.#name(one);
        return;
      }
      case 'trash': {
        const { of, record: kept } = record as Trash;
        if (of === 'lead' || of === 'deal') this.#claimOne(of, kept as Lead | Deal);
        return;
      }
      case 'importChunk':
        for (const { kind: of, id, fields } of (record as ImportChunk).patched)
          if (of === 'person' && this.persons.has(id))
            for (const [field, pair] of Object.entries(fields)) this.#known(field, pair);
        return;
      default: {
        const { of, recordId, field, before, after } = record as ChangelogRow;
        if (of === 'person' && this.persons.has(recordId)) this.#known(field, [before, after]);
      }
    }
  }

  #claimOne(kind: 'lead' | 'deal', record: Lead | Deal): void {
    if (!this.#name(record)) return;
    if (kind === 'lead' && record.organizationId === null) this.goneLeads.add(record.id);
    else this.own[kind].add(record.id);
  }

  #name({ personId, personName }: Lead | Deal): boolean {
    if (personId === null || !this.persons.has(personId)) return false;
    this.words.name(personName);
    return true;
  }

  #known(field: string, values: readonly unknown[]): void {
    for (const value of values)
      if (field === 'name') this.words.name(value);
      else if (field === 'emails' || field === 'phones') this.words.points(field, value);
  }

  #sort(kind: Kind, record: AnyRecord): void {
    const { personId = null, dealId = null } = record as Partial<Participant>;
    if (kind === 'participant' || kind === 'dealProduct') {
      if (personId !== null && this.persons.has(personId)) this.goneChildren.add(record.id);
      else if (dealId !== null && this.own.deal.has(dealId)) this.nearChildren.add(record.id);
      return;
    }
    const one = record as Text;
    if (this.fateOf(one) === 'stays') {
      if (this.#isNear(one)) this.nearChildren.add(one.id);
      return;
    }
    this.goneChildren.add(one.id);
    if (kind === 'activity') for (const holder of holdersOf(one)) this.#affected.set(holder, []);
  }

  /** Files in which the person is named. */
  readonly #inside = new Set<Id>();

  /** Notes, activities and files that stay although they name the person. */
  readonly kept = new Set<Id>();

  fateOf(record: Text): TextFate {
    const { leadId, dealId, personId, organizationId } = record;
    const theirs = (personId !== null && this.persons.has(personId)) || (leadId !== null && this.goneLeads.has(leadId));
    const left =
      (leadId !== null && !this.goneLeads.has(leadId)) ||
      dealId !== null ||
      organizationId !== null ||
      (personId !== null && !this.persons.has(personId));
    if (theirs && !left) return 'goes';
    return !this.kept.has(record.id) && this.names(record) ? 'named' : 'stays';
  }

  names(record: Text): boolean {
    if (this.#inside.has(record.id)) return true;
    const find = this.finderOf(record);
    return textsOf(record).some((text) => find.in(text));
  }

  /** In what is about the person each part of the name counts. */
  finderOf(record: Attached): Finder {
    return this.#isNear(record) ? this.words.near : this.words.far;
  }

  #isNear({ leadId, dealId, personId }: Attached): boolean {
    const { lead, deal } = this.own;
    return (
      (personId !== null && this.persons.has(personId)) ||
      (leadId !== null && (this.goneLeads.has(leadId) || lead.has(leadId))) ||
      (dealId !== null && deal.has(dealId))
    );
  }

  #follow(activity: Activity): void {
    if (activity.done || this.goneChildren.has(activity.id)) return;
    for (const holder of holdersOf(activity)) this.#affected.get(holder)?.push(activity);
  }
}

/** What a person reads of it. */
export function textsOf(record: Text): readonly string[] {
  if ('text' in record) return [record.text];
  return 'ref' in record ? [record.name, record.description] : [record.subject, record.note];
}

function holdersOf({ leadId, dealId }: Attached): readonly string[] {
  return [...(leadId === null ? [] : [`lead ${leadId}`]), ...(dealId === null ? [] : [`deal ${dealId}`])];
}
