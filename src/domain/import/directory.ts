import type { Id, Instant, Lead } from '../records.js';
import type { ImportLookup } from './lookup.js';
import { nameKey, phoneNumber } from './lookup.js';
import { memo } from './memo.js';

/** A person or organization of the plan: one that exists, or the n-th new one of this file. */
export type Ref = { readonly id: Id } | { readonly new: number };

/** People of one name, by what else they are known again: organization, e-mails, phones. */
type Namesakes = Map<string | number, Ref>;

/**
 * Who is who, over what exists and what the file itself has named so far. A person is the same if the name is **and** the
 * organization, a phone or an e-mail; an organization if its name is.
 */
export class Directory {
  /** By name: a file may have ten thousand people of one, so that they are not gone through. */
  private readonly persons = new Map<string, Namesakes>();
  private readonly organizations = new Map<string, Ref>();
  /** One each: where people have the same names again and again, firms may not. */
  private readonly keyOf = { person: memo(nameKey), organization: memo(nameKey) };
  /** Those that are stored, in their order; new ones come behind them, in the order of the file. */
  private readonly places = new Map<Ref, number>();
  newPersons = 0;
  newOrganizations = 0;

  constructor(private readonly lookup: ImportLookup) {}

  organization(name: string): Ref {
    const key = this.keyOf.organization(name);
    let ref = this.organizations.get(key);
    if (ref === undefined) {
      const existing = this.lookup.organizations(key)[0];
      ref = existing !== undefined ? { id: existing.id } : { new: this.newOrganizations++ };
      this.organizations.set(key, ref);
    }
    return ref;
  }

  person(name: string, organization: Ref | null, emails: readonly Point[], phones: readonly Point[]): Ref {
    const namesakes = this.namesakes(name);
    const at = organization === null ? null : placeOf(organization);
    let known = at === null ? undefined : namesakes.get(at);
    const marks = marksOf(emails, phones);
    let later = marks.length;
    for (const mark of marks) {
      const found = namesakes.get(mark);
      if (found === undefined) continue;
      if (known === undefined || this.isBefore(found, known)) known = found;
      else if (found === known) later--;
    }
    if (known === undefined) {
      known = { new: this.newPersons++ };
      // Whoever is known already has an organization; it is not another one because a row says so.
      if (at !== null) namesakes.set(at, known);
      for (const mark of marks) namesakes.set(mark, known);
    } else if (later > 0) for (const mark of marks) this.note(namesakes, mark, known);
    return known;
  }

  private namesakes(name: string): Namesakes {
    const key = this.keyOf.person(name);
    let namesakes = this.persons.get(key);
    if (namesakes === undefined) {
      this.persons.set(key, (namesakes = new Map<string | number, Ref>()));
      for (const { id, organizationId, emails, phones } of this.lookup.persons(key)) {
        const known = { id };
        this.places.set(known, this.places.size);
        if (organizationId !== null) this.note(namesakes, placeOf({ id: organizationId }), known);
        for (const mark of marksOf(emails, phones)) this.note(namesakes, mark, known);
      }
    }
    return namesakes;
  }

  private note(namesakes: Namesakes, mark: string | number, known: Ref): void {
    const before = namesakes.get(mark);
    if (before === undefined || this.isBefore(known, before)) namesakes.set(mark, known);
  }

  /** The one that was known first is meant, where several would do. */
  private isBefore(a: Ref, b: Ref): boolean {
    if ('new' in a) return 'new' in b && a.new < b.new;
    return 'new' in b || this.places.get(a)! < this.places.get(b)!;
  }
}

interface Point {
  readonly value: string;
}

/** Names an organization among marks: new ones are numbers from 0, phones are below, and no e-mail begins so. */
function placeOf(ref: Ref): string | number {
  return 'id' in ref ? `=${ref.id}` : ref.new;
}

function marksOf(emails: readonly Point[], phones: readonly Point[]): (string | number)[] {
  const marks: (string | number)[] = [];
  for (const { value } of emails) marks.push(value.toLowerCase());
  for (const { value } of phones) {
    const number = phoneNumber(value);
    if (number > 0) marks.push(-number);
  }
  return marks;
}

/** Leads by title and whom they are of: a store may have ten thousand leads of one title. */
export class LeadFinder {
  private readonly titles = new Map<string, Namesake>();

  constructor(private readonly lookup: ImportLookup) {}

  /** The first one of the same title and the same person, else of the same organization; null = none. */
  find(title: string, person: Ref | null, organization: Ref | null): Lead | null {
    const personId = person !== null && 'id' in person ? person.id : null;
    const organizationId = organization !== null && 'id' in organization ? organization.id : null;
    // Nobody that is new has a lead.
    if (personId === null && organizationId === null) return null;
    const known = this.titled(title);
    return (
      (personId === null ? undefined : known.persons.get(personId)) ??
      (organizationId === null ? undefined : known.organizations.get(organizationId)) ??
      null
    );
  }

  /**
   * The lead that a row of our own export tells of, which has no e-mail to know people by: the same title, made in the same
   * second (files are read no finer), with the same names.
   */
  same(title: string, created: Instant, person: string, organization: string): Lead | null {
    const [personKey, organizationKey] = [nameKey(person), nameKey(organization)];
    const made = this.titled(title).seconds.get(second(created));
    return (
      made?.find(
        (lead) => nameKey(lead.personName) === personKey && nameKey(lead.organizationName) === organizationKey,
      ) ?? null
    );
  }

  private titled(title: string): Namesake {
    const key = nameKey(title);
    let known = this.titles.get(key);
    if (known === undefined) {
      this.titles.set(key, (known = { persons: new Map(), organizations: new Map(), seconds: new Map() }));
      for (const lead of this.lookup.leads(key)) {
        if (lead.personId !== null && !known.persons.has(lead.personId)) known.persons.set(lead.personId, lead);
        if (lead.organizationId !== null && !known.organizations.has(lead.organizationId))
          known.organizations.set(lead.organizationId, lead);
        const made = known.seconds.get(second(lead.createdAt));
        if (made === undefined) known.seconds.set(second(lead.createdAt), [lead]);
        else made.push(lead);
      }
    }
    return known;
  }
}

/** Leads of one title. */
interface Namesake {
  readonly persons: Map<Id, Lead>;
  readonly organizations: Map<Id, Lead>;
  readonly seconds: Map<string, Lead[]>;
}

const second = (instant: Instant): string => instant.slice(0, 19);
