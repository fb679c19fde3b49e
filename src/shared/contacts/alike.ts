import { domainKey, emailKey, nameKey, phoneKey } from '../../domain/duplicates.js';
import { soughtNumber } from '../../domain/phone.js';
import type { Id, Organization, Person } from '../../domain/records.js';
import type { CrmStore } from '../../store/api.js';
import type { ContactDraft } from './draft.js';

/** Somebody who is there already, and may be the one that is being typed. */
export interface Alike {
  readonly id: Id;
  readonly name: string;
  readonly detail: string;
}

/** More than anybody looks at under a form. */
const few = 20;

/**
 * Persons with the address, the number or the very name; organizations with the name or the website.
 * @param country of numbers that do not say theirs
 */
export async function findAlike(
  store: CrmStore,
  kind: 'person' | 'organization',
  draft: ContactDraft,
  country: string | null,
  signal: AbortSignal,
): Promise<readonly Alike[]> {
  const find = async (search: string): Promise<readonly (Person | Organization)[]> => {
    if (search.trim().length < 3) return [];
    const window = { offset: 0, limit: few };
    return (await store.read({ kind, search, window, related: false }, { signal })).records;
  };
  const words = kind === 'person' ? [draft.email, soughtNumber(draft.phone, country), draft.name] : [draft.name];
  const found = new Map((await Promise.all(words.map(find))).flat().map((one) => [one.id, one]));
  return [...found.values()]
    .filter((one) => ('emails' in one ? samePerson(one, draft, country) : sameOrganization(one, draft)))
    .map((one) => ({
      id: one.id,
      name: one.name,
      detail: 'emails' in one ? ((one.emails[0] ?? one.phones[0])?.value ?? '') : one.address || one.website,
    }));
}

function samePerson(person: Person, { email, phone, name }: ContactDraft, country: string | null): boolean {
  const [mail, number, called] = [emailKey(email), phoneKey(phone, country), nameKey(name)];
  return (
    (mail !== null && person.emails.some(({ value }) => emailKey(value) === mail)) ||
    (number !== null && person.phones.some(({ value }) => phoneKey(value, country) === number)) ||
    (called !== null && nameKey(person.name) === called)
  );
}

function sameOrganization(organization: Organization, { name, website }: ContactDraft): boolean {
  const [called, host] = [nameKey(name), domainKey(website)];
  return (
    (called !== null && nameKey(organization.name) === called) ||
    (host !== null && domainKey(organization.website) === host)
  );
}
