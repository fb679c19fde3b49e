import { fold } from './fold.js';
import { dialled } from './phone.js';
import type { Id, Organization, Person } from './records.js';

/** Keys that make two records the same one, exactly. No guessing: what only looks alike is for a person to judge. */

export function emailKey(email: string): string | null {
  const key = email.trim().toLowerCase();
  return key.includes('@') ? `email:${key}` : null;
}

/**
 * A number as it is dialled from anywhere (E.164); fewer than six digits are an extension, not a number.
 * @param country in which numbers without their country's code are dialled; null = not known, they stay their digits
 */
export function phoneKey(phone: string, country: string | null = null): string | null {
  const { code, national, extension } = dialled(phone, country);
  const digits = code + national + extension;
  return national.length >= 6 ? `phone:${digits}` : null;
}

export function nameKey(name: string): string | null {
  const key = fold(name).replace(/\s+/gu, ' ').trim();
  return key === '' ? null : `name:${key}`;
}

/** The host of a web address or of an e-mail address, without `www.`. */
export function domainKey(address: string): string | null {
  const host = address
    .trim()
    .toLowerCase()
    .replace(/^[a-z][a-z0-9+.-]*:\/\//, '')
    .replace(/^[^@/]*@/, '')
    .split(/[/?#:]/)[0]!
    .replace(/^www\./, '')
    .replace(/\.$/, '');
  return host.includes('.') ? `domain:${host}` : null;
}

/** A person is known by each address and number; by the name only where there is neither. */
export function personKeys(person: Pick<Person, 'name' | 'emails' | 'phones'>): readonly string[] {
  const exact = [
    ...person.emails.map((point) => emailKey(point.value)),
    ...person.phones.map((point) => phoneKey(point.value)),
  ].filter(filled);
  return exact.length > 0 ? [...new Set(exact)] : [nameKey(person.name)].filter(filled);
}

/** An organization is known by its name and by its own web address. */
export function organizationKeys(organization: Pick<Organization, 'name' | 'website'>): readonly string[] {
  return [nameKey(organization.name), organization.website === '' ? null : domainKey(organization.website)].filter(
    filled,
  );
}

function filled(key: string | null): key is string {
  return key !== null;
}

/** Who has a key. The first to bring a key keeps it. */
export class KeyIndex {
  readonly #ids = new Map<string, Id>();

  add(id: Id, keys: readonly string[]): void {
    for (const key of keys) if (!this.#ids.has(key)) this.#ids.set(key, id);
  }

  /** The record that has one of the keys, the first key counting most; null = nobody has. */
  find(keys: readonly string[]): Id | null {
    for (const key of keys) {
      const id = this.#ids.get(key);
      if (id !== undefined) return id;
    }
    return null;
  }
}
