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
 *   two has no address. Where several of that name are known to be different ones, nobody can say which of them that is
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
/** So many of one name are many; those who have something else in common are not looked at pair by pair for who was told apart. */
const PAIRS = 60;

type Key = readonly [reason: ContactReason, key: string];

/** What it is found by. @returns without what says nothing */
function keysOf(record: Compared, country: string | null): readonly Key[] {
  const keys: (readonly [ContactReason, string | null])[] = [];
  const called = nameKey(record.name);
  keys.push(['name', called]);
  if ('emails' in record) {
    for (const { value } of record.emails) keys.push(['email', emailKey(value)]);
    for (const { value } of record.phones) keys.push(['phone', phoneKey(value, country)]);
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

function sameHouse(one: Compared, other: Compared): boolean {
  return (
    'emails' in one && 'emails' in other && one.organizationId !== null && one.organizationId === other.organizationId
  );
}

/** Of one name there are two who are not the same: one who has nothing but that name may be either, and does not make them one. */
function areSeveral(holders: readonly Compared[]): boolean {
  const known = holders.filter((each) => !bare(each));
  return [...pairsOf(known)].some(([one, other]) => toldApart(one, other) || !mayBe(one, other));
}

function* pairsOf<T>(all: readonly T[]): Iterable<readonly [T, T]> {
  for (let i = 0; i < all.length; i++) for (let j = i + 1; j < all.length; j++) yield [all[i]!, all[j]!];
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

/**
 * Why two may be one, the strongest first; none = nothing hints at it, or somebody has said that they are two.
 * @param country of numbers that do not say theirs (`homeCountry`)
 */
export function whyAlike(one: Compared, other: Compared, country: string | null = null): readonly ContactReason[] {
  if (one.id === other.id || toldApart(one, other)) return [];
  const theirs = new Set(keysOf(other, country).map(([, key]) => key));
  const both = new Set(keysOf(one, country).flatMap(([reason, key]) => (theirs.has(key) ? [reason] : [])));
  if (both.has('name') && !mayBe(one, other)) both.delete('name');
  return inOrder(both);
}

function inOrder(reasons: ReadonlySet<ContactReason>): readonly ContactReason[] {
  return contactReasons.filter((reason) => reasons.has(reason));
}

interface Entry {
  readonly record: Compared;
  readonly keys: readonly Key[];
}

/** Steps of work between two points at which whoever drives the comparing may stop. */
const STRIDE = 100;

/**
 * All persons, or all organizations, by what they are found by. What is put in is compared when the groups are asked for, and only
 * with those that it has to do with: so many that come one after the other cost no more than all at once, and a change costs little.
 */
export class ContactIndex {
  readonly #entries = new Map<Id, Entry>();
  readonly #holders = new Map<string, Set<Id>>();
  /** The group of each that stands in one. */
  readonly #groups = new Map<Id, ContactGroup>();
  /** Keys that others have now than when the groups were made. */
  readonly #stale = new Map<string, ContactReason>();
  /** Keys that so many have that they say nothing. */
  readonly #common = new Set<string>();
  /** Groups of those who were taken out, or changed. */
  readonly #torn = new Set<ContactGroup>();
  #version = 0;
  #ordered: readonly ContactGroup[] | undefined;

  /** @param country of numbers that do not say theirs (`homeCountry`) */
  constructor(readonly country: string | null = null) {}

  get size(): number {
    return this.#entries.size;
  }

  get(id: Id): Compared | undefined {
    return this.#entries.get(id)?.record;
  }

  /** Adds it, or puts it in the place of an earlier version. */
  put(record: Compared): void {
    this.remove(record.id);
    const keys = keysOf(record, this.country);
    this.#entries.set(record.id, { record, keys });
    for (const [reason, key] of keys) {
      const holders = this.#holders.get(key);
      if (holders === undefined) this.#holders.set(key, new Set([record.id]));
      else {
        holders.add(record.id);
        this.#stale.set(key, reason);
      }
    }
    this.#version++;
  }

  remove(id: Id): void {
    const entry = this.#entries.get(id);
    if (entry === undefined) return;
    this.#entries.delete(id);
    for (const [reason, key] of entry.keys) {
      const holders = this.#holders.get(key);
      holders?.delete(id);
      if (holders?.size === 0) {
        this.#holders.delete(key);
        this.#stale.delete(key);
      } else this.#stale.set(key, reason);
    }
    const group = this.#groups.get(id);
    if (group !== undefined) this.#torn.add(group);
    this.#version++;
  }

  /** Who may be one, the most certain first; among those alike, in the order of their ids. */
  groups(): readonly ContactGroup[] {
    const work = this.grouping();
    for (let step = work.next(); ; step = work.next()) if (step.done === true) return step.value;
  }

  /** The same, for somebody who stops in between. What is put in or taken out meanwhile is in what it returns. */
  *grouping(): Generator<void, readonly ContactGroup[]> {
    while (this.#stale.size > 0 || this.#torn.size > 0) {
      const version = this.#version;
      const touched = yield* this.#touched();
      const made = version === this.#version ? yield* this.#join(touched) : [];
      if (version !== this.#version) continue;
      for (const id of touched) this.#groups.delete(id);
      for (const group of this.#torn) for (const id of group.ids) this.#groups.delete(id);
      for (const group of made) for (const id of group.ids) this.#groups.set(id, group);
      for (const [key, reason] of this.#stale)
        if (this.#many(key, reason)) this.#common.add(key);
        else this.#common.delete(key);
      this.#stale.clear();
      this.#torn.clear();
      this.#ordered = undefined;
    }
    return (this.#ordered ??= [...new Set(this.#groups.values())].sort(
      (a, b) => strength(a) - strength(b) || (a.ids[0]! < b.ids[0]! ? -1 : 1),
    ));
  }

  /** All who may stand in another group than they did: whole groups, so that nobody else has to be looked at. */
  *#touched(): Generator<void, ReadonlySet<Id>> {
    const touched = new Set<Id>();
    let steps = 0;
    const all = function* (ids: Iterable<Id>): Generator<void> {
      for (const id of ids) {
        touched.add(id);
        if (++steps % STRIDE === 0) yield;
      }
    };
    for (const { ids } of [...this.#torn]) yield* all(ids);
    for (const [key, reason] of [...this.#stale]) {
      // It said nothing before, and says nothing now.
      if (this.#common.has(key) && this.#many(key, reason)) continue;
      for (const id of [...(this.#holders.get(key) ?? [])]) {
        if (touched.has(id)) continue;
        yield* all([id, ...(this.#groups.get(id)?.ids ?? [])]);
      }
    }
    return touched;
  }

  *#join(touched: ReadonlySet<Id>): Generator<void, readonly ContactGroup[]> {
    const above = new Map<Id, Id>();
    const top = (id: Id): Id => {
      let at = id;
      for (let next = above.get(at); next !== undefined; next = above.get(at)) at = next;
      if (at !== id) above.set(id, at);
      return at;
    };
    const reasons = new Map<Id, Set<ContactReason>>();
    const seen = new Set<string>();
    let steps = 0;
    for (const id of touched)
      for (const [reason, key] of this.#entries.get(id)?.keys ?? []) {
        if (++steps % STRIDE === 0) yield;
        if (seen.has(key) || this.#many(key, reason)) continue;
        seen.add(key);
        for (const [one, other] of this.#pairs(key, reason)) {
          if (++steps % STRIDE === 0) yield;
          const [a, b] = [top(one), top(other)];
          const said = reasons.get(a) ?? new Set();
          said.add(reason);
          if (a !== b) {
            for (const each of reasons.get(b) ?? []) said.add(each);
            above.set(b, a);
            reasons.delete(b);
          }
          reasons.set(a, said);
        }
      }
    const members = new Map<Id, Id[]>();
    for (const id of new Set([...above.keys(), ...above.values()])) {
      // Of others, who have only a key in common with one of these, not all has been looked at.
      if (!touched.has(id)) continue;
      const own = members.get(top(id));
      if (own === undefined) members.set(top(id), [id]);
      else own.push(id);
    }
    return [...members].map(([first, ids]) => ({ ids: ids.sort(), reasons: inOrder(reasons.get(first) ?? new Set()) }));
  }

  /** So many have it that it says nothing. */
  #many(key: string, reason: ContactReason): boolean {
    const most = reason === 'phone' ? LINE : reason === 'name' ? PAIRS : Infinity;
    return (this.#holders.get(key)?.size ?? 0) > most;
  }

  /** Pairs that a key makes of those that have it: as many as hold them together, not all. */
  *#pairs(key: string, reason: ContactReason): Iterable<readonly [Id, Id]> {
    const holders = [...(this.#holders.get(key) ?? [])].map((id) => this.#entries.get(id)!.record);
    const any = reason !== 'name' && !holders.some(({ notDuplicateOf }) => (notDuplicateOf?.length ?? 0) > 0);
    if (any || holders.length > PAIRS) {
      const open = any ? holders : holders.filter(({ notDuplicateOf }) => (notDuplicateOf?.length ?? 0) === 0);
      for (let i = 1; i < open.length; i++) yield [open[0]!.id, open[i]!.id];
      return;
    }
    const several = reason === 'name' && areSeveral(holders);
    for (const [one, other] of pairsOf(holders)) {
      if (toldApart(one, other)) continue;
      if (reason !== 'name' || (mayBe(one, other) && (!several || sameHouse(one, other) || bare(one) === bare(other))))
        yield [one.id, other.id];
    }
  }
}

function strength({ reasons: [first] }: ContactGroup): number {
  return contactReasons.indexOf(first ?? 'name');
}
