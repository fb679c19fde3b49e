import type { Id } from '../records.js';
import type { BadValue } from './draft.js';
import type { ImportLookup } from './lookup.js';
import { nameKey } from './lookup.js';
import { readEmail } from './values.js';

/** Whom a cell names: one that is there, or why that is nobody in particular. */
export type Named = { readonly value: Id } | { readonly bad: BadValue };

/**
 * The person or organization that a custom field names: by e-mail address, else by name, and by id, as our own export
 * writes it. Only one that is there and the only one of that name: a name alone is too little to make somebody of.
 */
export function findContact(kind: 'person' | 'organization', text: string, lookup: ImportLookup): Named {
  if (lookup.hasId?.(kind, text) === true) return { value: text };
  const found = kind === 'person' ? persons(text, lookup) : lookup.organizations(nameKey(text));
  const ids = [...new Set(found.map(({ id }) => id))];
  if (ids.length === 1) return { value: ids[0]! };
  if (kind === 'person') return { bad: ids.length === 0 ? 'no-such-person' : 'several-persons' };
  return { bad: ids.length === 0 ? 'no-such-organization' : 'several-organizations' };
}

interface Found {
  readonly id: Id;
  readonly name: string;
}

function persons(text: string, lookup: ImportLookup): readonly Found[] {
  const email = readEmail(text);
  if (email === null) return lookup.persons(nameKey(text));
  const found = lookup.emailed?.(email) ?? [];
  // Two may share an address: `Ada Lovelace <info@engines.example>` says which of them.
  const name = nameKey(text.includes('<') ? text.slice(0, text.lastIndexOf('<')).replaceAll('"', '') : '');
  const called = name === '' ? [] : found.filter((person) => nameKey(person.name) === name);
  if (called.length > 0) return called;
  // Somebody of whom nothing else was known may be called by the address.
  return found.length > 0 ? found : lookup.persons(nameKey(text));
}
