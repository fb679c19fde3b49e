import { emailKey, phoneKey } from './duplicates.js';
import { fold } from './fold.js';
import type { Deal, Id, Lead, Person } from './records.js';

/**
 * Why another lead, or deal, may be the same one. Only what can be said in a word: it is a hint, and a person judges.
 * - `person` it names the same person
 * - `email`, `phone` its person has an address, or a number, that the other one's has, too
 * - `organization` it names the same organization, and the titles are alike
 */
export type TwinReason = 'person' | 'email' | 'phone' | 'organization';

/** Persons, by their ids, that share an address or a number with the person of the record. */
export type SharedContacts = ReadonlyMap<Id, 'email' | 'phone'>;

/** @returns null where nothing hints at it, one of the two is closed or archived, or somebody has said that they are two */
export function twinReason<R extends Lead | Deal>(record: R, other: R, shared: SharedContacts): TwinReason | null {
  if (record.id === other.id || !isOpen(record) || !isOpen(other)) return null;
  if (record.notDuplicateOf?.includes(other.id) === true || other.notDuplicateOf?.includes(record.id) === true)
    return null;
  if (record.personId !== null && record.personId === other.personId) return 'person';
  const contact = other.personId === null ? undefined : shared.get(other.personId);
  if (contact !== undefined) return contact;
  const organization = record.organizationId !== null && record.organizationId === other.organizationId;
  return organization && titlesAlike(record.title, other.title) ? 'organization' : null;
}

function isOpen(record: Lead | Deal): boolean {
  return record.archivedAt === null && (!('status' in record) || record.status === 'open');
}

/** What two persons share; null = nothing. Numbers by their digits, without what stands for "abroad". */
export function sharedContact(
  person: Pick<Person, 'emails' | 'phones'>,
  other: Pick<Person, 'emails' | 'phones'>,
): 'email' | 'phone' | null {
  const share = (a: readonly (string | null)[], b: readonly (string | null)[]): boolean =>
    a.some((key) => key !== null && b.includes(key));
  const emails = (one: typeof person) => one.emails.map(({ value }) => emailKey(value));
  const phones = (one: typeof person) => one.phones.map(({ value }) => phoneKey(value));
  if (share(emails(person), emails(other))) return 'email';
  return share(phones(person), phones(other)) ? 'phone' : null;
}

/** Half of the words of both, or more, are the same; words that only join others, and numbers of one digit, do not count. */
export function titlesAlike(a: string, b: string): boolean {
  const [ours, theirs] = [wordsIn(a), wordsIn(b)];
  if (ours.size === 0 || theirs.size === 0) return false;
  const both = [...ours].filter((word) => theirs.has(word)).length;
  return both * 2 >= Math.max(ours.size, theirs.size);
}

/** Scripts that write without blanks are compared as a whole. */
function wordsIn(title: string): ReadonlySet<string> {
  const words = fold(title)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 2 || (word.length > 1 && !/^[a-z]+$/.test(word)));
  return new Set(words);
}
