import { digitsOf, fold } from '../fold.js';
import type { Activity, Id, Lead, Note, Organization, Person } from '../records.js';

/** What the import finds of what is there already. Answers at once: whoever provides it has read the records before. */
export interface ImportLookup {
  /** The lead that an earlier import made of the same row (`originId`), or what has become of it since. */
  byKey(key: string): Lead | 'converted' | 'trashed' | null;
  /** Whether `byKey` finds anything at all: where not, keys need not be made to look. Left out: it may. */
  readonly keyed?: boolean;
  /** Whether `leads` finds any at all: where not, titles need not be folded. Left out: it may. */
  readonly titled?: boolean;
  /** Leads with this folded title. */
  leads(title: string): readonly Lead[];
  /** Persons with this folded name. */
  persons(name: string): readonly Person[];
  organizations(name: string): readonly Organization[];
  /** Persons with this e-mail address, in whatever case. Left out: addresses are not known. */
  emailed?(email: string): readonly Person[];
  /** Whether there is one of this id. Left out: ids are not known. */
  hasId?(kind: 'person' | 'organization', id: Id): boolean;
  /** Texts of the notes on a lead: a row that updates it brings only those that are not there. Left out: none are known. */
  notes?(leadId: Id): readonly string[];
  /** Activities on a lead, done or not, for the same reason. */
  activities?(leadId: Id): readonly Pick<Activity, 'subject' | 'due'>[];
}

/** `origin` of every lead that an import made; its `originId` is the key of the row. */
export const importOrigin = 'import';

/** Names are one if they fold to the same; blanks do not count. */
export function nameKey(name: string): string {
  const folded = fold(name);
  return untidy.test(folded) ? folded.replace(/\s+/g, ' ').trim() : folded;
}
/** Blanks at the edges, several in a row, or others than the plain one. */
const untidy = /^\s|\s$|\s\s|[^\S ]/;

/**
 * The digits that tell numbers apart: the last nine, as country and area are written in many ways. A one goes before them,
 * which keeps their noughts. 0 = too few to say.
 */
export function phoneNumber(phone: string): number {
  const plain = /[a-z]/i.test(phone) ? phone.replace(/(?:x|ext|dahili|durchwahl|dw)\.?[: ]*\d{1,6}$/i, '') : phone;
  let digits = 0;
  let count = 0;
  let power = 1;
  for (let i = plain.length - 1; i >= 0 && count < 9; i--) {
    const code = plain.charCodeAt(i);
    if (code > 127) {
      const all = digitsOf(plain);
      return all.length < 7 ? 0 : Number(`1${all.slice(-9)}`);
    }
    if (code < 48 || code > 57) continue;
    digits += (code - 48) * power;
    power *= 10;
    count++;
  }
  return count < 7 ? 0 : power + digits;
}

/** The same as a text; empty = too few to say. */
export function phoneKey(phone: string): string {
  const number = phoneNumber(phone);
  return number === 0 ? '' : String(number).slice(1);
}

const nothing: readonly never[] = [];

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
  // Made when it is first asked for: only custom fields that name somebody do.
  let emails: Map<string, Person[]> | undefined;
  const emailed = (): Map<string, Person[]> => {
    const map = new Map<string, Person[]>();
    for (const person of records.persons) for (const { value } of person.emails) put(map, emailKey(value), person);
    return map;
  };
  const idsOf = (list: Iterable<{ readonly id: Id }>): ReadonlySet<Id> => new Set([...list].map(({ id }) => id));
  const ids: { person?: ReadonlySet<Id>; organization?: ReadonlySet<Id> } = {};
  // Asked for each row of a file, mostly in vain: where there is nothing, no text is made ready to be looked up.
  const listed =
    <T>(map: ReadonlyMap<string, readonly T[]>) =>
    (key: string): readonly T[] =>
      (map.size > 0 ? map.get(key) : undefined) ?? nothing;
  return {
    activities: listed(activities),
    notes: listed(notes),
    byKey: (key) => keys.get(key) ?? null,
    keyed: keys.size > 0,
    titled: leads.size > 0,
    leads: listed(leads),
    persons: listed(persons),
    organizations: listed(organizations),
    emailed: (email) => (emails ??= emailed()).get(emailKey(email)) ?? nothing,
    hasId: (kind, id) => (ids[kind] ??= idsOf(kind === 'person' ? records.persons : records.organizations)).has(id),
  };
}

const emailKey = (email: string): string => email.trim().toLowerCase();

/** Nothing is there yet. */
export const emptyLookup: ImportLookup = {
  byKey: () => null,
  leads: () => [],
  persons: () => [],
  organizations: () => [],
};
