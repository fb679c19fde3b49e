import { digitsOf, fold } from '../fold.js';
import { memo } from './memo.js';
import type { Activity, Id, Lead, Note, Organization, Person } from '../records.js';

/** What the import finds of what is there already. Answers at once: whoever provides it has read the records before. */
export interface ImportLookup {
  /** The lead that an earlier import made of the same row (`originId`), or what has become of it since. */
  byKey(key: string): Lead | 'converted' | 'trashed' | null;
  /** Leads with this folded title. */
  leads(title: string): readonly Lead[];
  /** Persons with this folded name. */
  persons(name: string): readonly Person[];
  organizations(name: string): readonly Organization[];
  /** Texts of the notes on a lead: a row that updates it brings only those that are not there. Left out: none are known. */
  notes?(leadId: Id): readonly string[];
  /** Activities on a lead, done or not, for the same reason. */
  activities?(leadId: Id): readonly Pick<Activity, 'subject' | 'due'>[];
}

/** `origin` of every lead that an import made; its `originId` is the key of the row. */
export const importOrigin = 'import';

/** Names are one if they fold to the same; blanks do not count. */
export const nameKey: (name: string) => string = memo((name) =>
  fold(name.normalize('NFC')).replace(/\s+/g, ' ').trim(),
);

/** The digits that tell numbers apart: the last nine, as country and area are written in many ways. Empty = too few to say. */
export function phoneKey(phone: string): string {
  const plain = /[a-z]/i.test(phone) ? phone.replace(/(?:x|ext|dahili|durchwahl|dw)\.?[: ]*\d{1,6}$/i, '') : phone;
  let digits = '';
  for (let i = plain.length - 1; i >= 0 && digits.length < 9; i--) {
    const code = plain.charCodeAt(i);
    if (code > 127) {
      const all = digitsOf(plain);
      return all.length < 7 ? '' : all.slice(-9);
    }
    if (code >= 48 && code <= 57) digits = plain[i]! + digits;
  }
  return digits.length < 7 ? '' : digits;
}

/** A lookup over records that have been read. */
export function lookupOf(records: {
  readonly leads: Iterable<Lead>;
  readonly persons: Iterable<Person>;
  readonly organizations: Iterable<Organization>;
  /** Leads that became deals, or lie in the trash. */
  readonly converted?: Iterable<Lead>;
  readonly trashed?: Iterable<Lead>;
  readonly notes?: Iterable<Note>;
  readonly activities?: Iterable<Activity>;
}): ImportLookup {
  const keys = new Map<string, Lead | 'converted' | 'trashed'>();
  const leads = new Map<string, Lead[]>();
  const persons = new Map<string, Person[]>();
  const organizations = new Map<string, Organization[]>();
  const notes = new Map<string, string[]>();
  const activities = new Map<string, Activity[]>();
  const put = <T>(map: Map<string, T[]>, key: string, value: T): void => {
    const list = map.get(key);
    if (list === undefined) map.set(key, [value]);
    else list.push(value);
  };
  const mark = (lead: Lead, as: Lead | 'converted' | 'trashed'): void => {
    if (lead.origin === importOrigin && lead.originId !== null) keys.set(lead.originId, as);
  };
  for (const lead of records.trashed ?? []) mark(lead, 'trashed');
  for (const lead of records.converted ?? []) mark(lead, 'converted');
  for (const lead of records.leads) {
    put(leads, nameKey(lead.title), lead);
    mark(lead, lead);
  }
  for (const person of records.persons) put(persons, nameKey(person.name), person);
  for (const organization of records.organizations) put(organizations, nameKey(organization.name), organization);
  for (const note of records.notes ?? []) if (note.leadId !== null) put(notes, note.leadId, note.text);
  for (const one of records.activities ?? []) if (one.leadId !== null) put(activities, one.leadId, one);
  return {
    activities: (leadId) => activities.get(leadId) ?? [],
    notes: (leadId) => notes.get(leadId) ?? [],
    byKey: (key) => keys.get(key) ?? null,
    leads: (title) => leads.get(title) ?? [],
    persons: (name) => persons.get(name) ?? [],
    organizations: (name) => organizations.get(name) ?? [],
  };
}

/** Nothing is there yet. */
export const emptyLookup: ImportLookup = {
  byKey: () => null,
  leads: () => [],
  persons: () => [],
  organizations: () => [],
};

/** A person or organization of the plan: one that exists, or the n-th new one of this file. */
export type Ref = { readonly id: Id } | { readonly new: number };

export function sameRef(a: Ref | null, b: Ref | null): boolean {
  if (a === null || b === null) return false;
  return 'id' in a ? 'id' in b && a.id === b.id : 'new' in b && a.new === b.new;
}

interface Known {
  readonly ref: Ref;
  readonly organization: Ref | null;
  readonly emails: string[];
  readonly phones: string[];
}

/**
 * Who is who, over what exists and what the file itself has named so far. A person is the same if the name is **and** the
 * organization, a phone or an e-mail; an organization if its name is.
 */
export class Directory {
  private readonly persons = new Map<string, Known[]>();
  private readonly organizations = new Map<string, Ref>();
  newPersons = 0;
  newOrganizations = 0;

  constructor(private readonly lookup: ImportLookup) {}

  organization(name: string): Ref {
    const key = nameKey(name);
    let ref = this.organizations.get(key);
    if (ref === undefined) {
      const existing = this.lookup.organizations(key)[0];
      ref = existing !== undefined ? { id: existing.id } : { new: this.newOrganizations++ };
      this.organizations.set(key, ref);
    }
    return ref;
  }

  person(name: string, organization: Ref | null, emails: readonly string[], phones: readonly string[]): Ref {
    const key = nameKey(name);
    let list = this.persons.get(key);
    if (list === undefined) {
      list = this.lookup.persons(key).map((person) => ({
        ref: { id: person.id },
        organization: person.organizationId === null ? null : { id: person.organizationId },
        emails: person.emails.map(({ value }) => value.toLowerCase()),
        phones: person.phones.map(({ value }) => phoneKey(value)),
      }));
      this.persons.set(key, list);
    }
    const mails = emails.map((email) => email.toLowerCase());
    const numbers = phones.map(phoneKey).filter((phone) => phone !== '');
    const known = list.find(
      (one) =>
        sameRef(one.organization, organization) ||
        mails.some((email) => one.emails.includes(email)) ||
        numbers.some((phone) => one.phones.includes(phone)),
    );
    if (known !== undefined) {
      for (const email of mails) if (!known.emails.includes(email)) known.emails.push(email);
      for (const phone of numbers) if (!known.phones.includes(phone)) known.phones.push(phone);
      return known.ref;
    }
    const ref: Ref = { new: this.newPersons++ };
    list.push({ ref, organization, emails: mails, phones: numbers });
    return ref;
  }
}
