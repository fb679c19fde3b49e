import type { Id, Instant, Lead } from '../records.js';
import type { ImportLookup } from './lookup.js';
import { nameKey, phoneNumber } from './lookup.js';
import { Marks, Mixer, type Lanes } from './marks.js';
import { memo } from './memo.js';

/** A person or organization of the plan: one that exists, or the n-th new one of this file. */
export type Ref = { readonly id: Id } | { readonly new: number };

/** What a name is known by. */
interface Named extends Lanes {
  readonly key: string;
}

/**
 * Who is who, over what exists and what the file itself has named so far. A person is the same if the name is **and** the
 * organization, a phone or an e-mail; an organization if its name is.
 */
export class Directory {
  /** By name and one thing beside it: a file may have ten thousand people of one name, so that they are not gone through. */
  private readonly persons = new Marks();
  private readonly organizations = new Marks();
  /** What the numbers among the marks stand for: of one name those that are stored, in their order, then those of the file. */
  private readonly people: Ref[] = [];
  private readonly firms: Ref[] = [];
  private readonly mixer = new Mixer();
  /** Whom each mark of a row has found. */
  private readonly found: number[] = [];
  /** One each: where people have the same names again and again, firms may not. */
  private readonly named = {
    person: memo((name) => this.load(this.name(name))),
    organization: memo((name) => this.name(name)),
  };
  private readonly loaded = new Set<string>();
  newPersons = 0;
  newOrganizations = 0;

  constructor(private readonly lookup: ImportLookup) {}

  organization(name: string): Ref {
    const named = this.named.organization(name);
    const known = this.organizations.get(named);
    if (known > 0) return this.firms[known - 1]!;
    const existing = this.lookup.organizations(named.key)[0];
    const ref = existing !== undefined ? { id: existing.id } : { new: this.newOrganizations++ };
    this.organizations.set(named, this.firms.push(ref));
    return ref;
  }

  person(name: string, organization: Ref | null, emails: readonly Point[], phones: readonly Point[]): Ref {
    const { persons, found, people } = this;
    const named = this.named.person(name);
    const marks = this.marks(named, organization, emails, phones);
    // The one that was known first is meant, where several would do.
    let known = 0;
    marks.forEach((mark, i) => {
      const number = (found[i] = persons.get(mark));
      if (number > 0 && (known === 0 || number < known)) known = number;
    });
    const isNew = known === 0;
    if (isNew) known = people.push({ new: this.newPersons++ });
    // Whoever is known already has an organization; it is not another one because a row says so.
    for (let i = isNew || organization === null ? 0 : 1; i < marks.length; i++)
      if (found[i] === 0 || known < found[i]!) persons.set(marks[i]!, known);
    return people[known - 1]!;
  }

  private name(name: string): Named {
    const key = nameKey(name);
    return { ...this.mixer.from().text(key).lanes, key };
  }

  /** Puts those of the name that are stored before all that the file names. */
  private load(named: Named): Named {
    const stored = this.lookup.persons(named.key);
    if (stored.length === 0 || this.loaded.has(named.key)) return named;
    this.loaded.add(named.key);
    for (const { id, organizationId, emails, phones } of stored) {
      const known = this.people.push({ id });
      const organization = organizationId === null ? null : { id: organizationId };
      for (const mark of this.marks(named, organization, emails, phones))
        if (this.persons.get(mark) === 0) this.persons.set(mark, known);
    }
    return named;
  }

  /** The organization first: new ones are numbers from 0, phones are below, and no e-mail begins so. */
  private marks(
    named: Named,
    organization: Ref | null,
    emails: readonly Point[],
    phones: readonly Point[],
  ): readonly Lanes[] {
    const marks: Lanes[] = [];
    const mixer = (): Mixer => this.mixer.from(named);
    if (organization !== null)
      marks.push(('id' in organization ? mixer().text(`=${organization.id}`) : mixer().number(organization.new)).lanes);
    for (const { value } of emails) marks.push(mixer().text(value.toLowerCase()).lanes);
    for (const { value } of phones) {
      const number = phoneNumber(value);
      if (number > 0) marks.push(mixer().number(-number).lanes);
    }
    return marks;
  }
}

interface Point {
  readonly value: string;
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
    if (known === null) return null;
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
    const made = this.titled(title)?.seconds.get(second(created));
    if (made === undefined) return null;
    const [personKey, organizationKey] = [nameKey(person), nameKey(organization)];
    return (
      made.find(
        (lead) => nameKey(lead.personName) === personKey && nameKey(lead.organizationName) === organizationKey,
      ) ?? null
    );
  }

  /** null = there is none of this title, which is so for nearly every row. */
  private titled(title: string): Namesake | null {
    if (this.lookup.titled === false) return null;
    const key = nameKey(title);
    let known = this.titles.get(key);
    if (known === undefined) {
      const leads = this.lookup.leads(key);
      if (leads.length === 0) return null;
      this.titles.set(key, (known = { persons: new Map(), organizations: new Map(), seconds: new Map() }));
      for (const lead of leads) {
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
