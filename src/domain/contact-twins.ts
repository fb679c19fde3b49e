/**
 * Which persons, and which organizations, may be the same one. By keys and never pair by pair: ten thousand of them are compared in
 * one pass. Only what can be said in a word: it is a proposal, and a person judges.
 */
import { domainKey, emailKey, nameKey, phoneKey } from './duplicates.js';
import type { Id, Organization, Person } from './records.js';
import { isSharedHost } from './shared-hosts.js';

/**
 * Why, the strongest first.
 * - `email`, `phone` a person's address, or number
 * - `address` an organization's name and address
 * - `domain` the host of an organization's website, unless many have it
 * - `name` a person's name, in the same organization or where one of the two has nothing else; an organization's, where one of the
 *   two has no address
 */
export const contactReasons = ['email', 'phone', 'address', 'domain', 'name'] as const;
export type ContactReason = (typeof contactReasons)[number];

type Merging = 'id' | 'mergedIds' | 'notDuplicateOf';
/** As much of a record as is compared. */
export type ComparedPerson = Pick<Person, Merging | 'name' | 'emails' | 'phones' | 'organizationId'>;
export type ComparedOrganization = Pick<Organization, Merging | 'name' | 'address' | 'website'>;
export type Compared = ComparedPerson | ComparedOrganization;

/** Several that may be one: each of them has something of another one of them. */
export interface ContactGroup {
  readonly ids: readonly Id[];
  /** The strongest first. */
  readonly reasons: readonly ContactReason[];
}

/** A number that more have than these is a switchboard's. */
const LINE = 6;
/** Beyond these they are not looked at pair by pair for who was told apart. */
const PAIRS = 60;

type Key = readonly [reason: ContactReason, key: string];

/** What it is found by. @returns without what says nothing */
function keysOf(record: Compared): readonly Key[] {
  const keys: (readonly [ContactReason, string | null])[] = [];
  const called = nameKey(record.name);
  keys.push(['name', called]);
  if ('emails' in record) {
    for (const { value } of record.emails) keys.push(['email', emailKey(value)]);
    for (const { value } of record.phones) keys.push(['phone', phoneKey(value)]);
  } else {
    const host = domainKey(record.website);
    if (host !== null && !isSharedHost(host.slice('domain:'.length))) keys.push(['domain', host]);
    const where = nameKey(record.address);
    if (called !== null && where !== null) keys.push(['address', `${called}\n${where}`]);
  }
  const unique = new Map(
    keys.flatMap(([reason, key]) => (key === null ? [] : [[`${reason} ${key}`, reason] as const])),
  );
  return [...unique].map(([key, reason]) => [reason, key]);
}

/** Two of the same name: is there nothing that says that they are two? */
function mayBe(one: Compared, other: Compared): boolean {
  if (!('emails' in one) || !('emails' in other)) return bare(one) || bare(other);
  if (one.organizationId !== null && other.organizationId !== null) return one.organizationId === other.organizationId;
  return bare(one) || bare(other);
}

/** It has nothing but its name. */
function bare(record: Compared): boolean {
  return 'emails' in record ? record.emails.length + record.phones.length === 0 : record.address.trim() === '';
}

/** Somebody has said that they are two; or had said so of one that was merged into one of them. */
export function toldApart(one: Compared, other: Compared): boolean {
  return says(one, other) || says(other, one);
}

function says({ notDuplicateOf }: Compared, { id, mergedIds }: Compared): boolean {
  return notDuplicateOf?.some((told) => told === id || mergedIds?.includes(told) === true) === true;
}

/** Why two may be one, the strongest first; none = nothing hints at it, or somebody has said that they are two. */
export function whyAlike(one: Compared, other: Compared): readonly ContactReason[] {
  if (one.id === other.id || toldApart(one, other)) return [];
  const theirs = new Set(keysOf(other).map(([, key]) => key));
  const both = new Set(keysOf(one).flatMap(([reason, key]) => (theirs.has(key) ? [reason] : [])));
  if (both.has('name') && !mayBe(one, other)) both.delete('name');
  return inOrder(both);
}

function inOrder(reasons: ReadonlySet<ContactReason>): readonly ContactReason[] {
  return contactReasons.filter((reason) => reasons.has(reason));
}

/** All persons, or all organizations, by what they are found by. */
export class ContactIndex {
  readonly #records = new Map<Id, Compared>();
  readonly #holders = new Map<string, Set<Id>>();
  /** Keys that several have. */
  readonly #shared = new Map<string, ContactReason>();

  get size(): number {
    return this.#records.size;
  }

  get(id: Id): Compared | undefined {
    return this.#records.get(id);
  }

  /** Adds it, or puts it in the place of an earlier version. */
  put(record: Compared): void {
    this.remove(record.id);
    this.#records.set(record.id, record);
    for (const [reason, key] of keysOf(record)) {
      const holders = this.#holders.get(key);
      if (holders === undefined) this.#holders.set(key, new Set([record.id]));
      else if (holders.add(record.id).size > 1) this.#shared.set(key, reason);
    }
  }

  remove(id: Id): void {
    const record = this.#records.get(id);
    if (record === undefined) return;
    this.#records.delete(id);
    for (const [, key] of keysOf(record)) {
      const holders = this.#holders.get(key);
      holders?.delete(id);
      if (holders === undefined || holders.size < 2) this.#shared.delete(key);
      if (holders?.size === 0) this.#holders.delete(key);
    }
  }

  /** Who may be one, the most certain first; among those alike, in the order of their ids. */
  groups(): readonly ContactGroup[] {
    const above = new Map<Id, Id>();
    const top = (id: Id): Id => {
      let at = id;
      for (let next = above.get(at); next !== undefined; next = above.get(at)) at = next;
      if (at !== id) above.set(id, at);
      return at;
    };
    const reasons = new Map<Id, Set<ContactReason>>();
    for (const [key, reason] of this.#shared) {
      if (reason === 'phone' && (this.#holders.get(key)?.size ?? 0) > LINE) continue;
      for (const [one, other] of this.#pairs(key, reason)) {
        const [a, b] = [top(one), top(other)];
        const said = new Set([...(reasons.get(a) ?? []), ...(reasons.get(b) ?? []), reason]);
        if (a !== b) {
          above.set(b, a);
          reasons.delete(b);
        }
        reasons.set(a, said);
      }
    }
    const members = new Map<Id, Id[]>();
    for (const id of new Set([...above.keys(), ...above.values()])) {
      const own = members.get(top(id));
      if (own === undefined) members.set(top(id), [id]);
      else own.push(id);
    }
    const groups = [...members].map(([first, ids]) => ({
      ids: ids.sort(),
      reasons: inOrder(reasons.get(first) ?? new Set()),
    }));
    const strength = ({ reasons: [first] }: ContactGroup): number => contactReasons.indexOf(first ?? 'name');
    return groups.sort((a, b) => strength(a) - strength(b) || (a.ids[0]! < b.ids[0]! ? -1 : 1));
  }

  /** Pairs that a key makes of those that have it: as many as hold them together, not all. */
  *#pairs(key: string, reason: ContactReason): Iterable<readonly [Id, Id]> {
    const holders = [...(this.#holders.get(key) ?? [])].map((id) => this.#records.get(id)!);
    const any = reason !== 'name' && !holders.some(({ notDuplicateOf }) => (notDuplicateOf?.length ?? 0) > 0);
    // So many of one name are many.
    if (reason === 'name' && holders.length > PAIRS) return;
    if (any || holders.length > PAIRS) {
      const open = any ? holders : holders.filter(({ notDuplicateOf }) => (notDuplicateOf?.length ?? 0) === 0);
      for (let i = 1; i < open.length; i++) yield [open[0]!.id, open[i]!.id];
      return;
    }
    for (let i = 0; i < holders.length; i++)
      for (let j = i + 1; j < holders.length; j++) {
        const [one, other] = [holders[i]!, holders[j]!];
        if (!toldApart(one, other) && (reason !== 'name' || mayBe(one, other))) yield [one.id, other.id];
      }
  }
}
