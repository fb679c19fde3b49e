import type { Related } from '../domain/query.js';
import type { AnyRecord, Id, Kind } from '../domain/records.js';
import type { Ledger } from './ledger.js';
import type { Pair } from './pairs.js';

const places = { person: 'persons', organization: 'organizations', user: 'users', label: 'labels' } as const;
type Named = keyof typeof places;
type Maps = { [K in keyof Related]: Map<Id, AnyRecord> };

/** The fields that name one of them. */
const naming = ['personId', 'organizationId', 'ownerId', 'creatorId', 'userId', 'authorId'];

const MOST = 5_000;
/** New ones that no page has brought, at most: an import makes thousands, and few of them are named by a row that is held. */
const MOST_NEW = 400;

function empty(): Maps {
  return { persons: new Map(), organizations: new Map(), users: new Map(), labels: new Map() };
}

/** The persons, organizations, users and labels that rows name, kept current. */
export class Pool {
  #maps = empty();
  /** Came by being made, and not with a page; in the order they came. */
  #made = new Map<Id, keyof Related>();
  #shown: Related | null = null;
  /** Whoever the next page does not name is let go. */
  #renewing = false;

  /** @param rows the records that are held, which name others */
  constructor(private readonly rows: () => readonly AnyRecord[]) {}

  held(kind: Kind, id: Id): AnyRecord | undefined {
    return Object.hasOwn(places, kind) ? this.#maps[places[kind as Named]].get(id) : undefined;
  }

  add(pages: readonly Related[]): void {
    let size = 0;
    for (const name of Object.values(places)) size += this.#maps[name].size;
    if (size > MOST || this.#renewing) {
      this.#renewing = false;
      this.#shown = null;
      this.#maps = empty();
      this.#made.clear();
    }
    for (const page of pages) {
      for (const name of Object.values(places)) {
        for (const [id, record] of page[name]) {
          this.#made.delete(id);
          const known = this.#maps[name].get(id);
          if (known === undefined || known.rev < record.rev || !sameVersion(known, record)) {
            this.#maps[name].set(id, record);
            this.#shown = null;
          }
        }
      }
    }
  }

  /** Somebody was erased: nobody is held any longer than the next page takes to come. */
  renew(): void {
    this.#renewing = true;
  }

  /** New ones are taken in as well: a row that is about to come may name them. */
  fold(pairs: readonly Pair[]): void {
    if (this.#made.size > MOST_NEW) this.#sweep();
    for (const { kind, id, after, changes } of pairs) {
      if (!Object.hasOwn(places, kind) || after === undefined) continue;
      const map = this.#maps[places[kind as Named]];
      if (!map.has(id)) {
        if (changes[0]?.op !== 'create') continue;
        this.#made.set(id, places[kind as Named]);
      }
      if (after === null) map.delete(id);
      else map.set(id, after);
      this.#shown = null;
    }
  }

  /** Those that are new and that no row has come to name are let go; a page that names one of them brings it again. */
  #sweep(): void {
    const named = new Set<unknown>();
    for (const row of this.rows() as readonly unknown[] as readonly Readonly<Record<string, unknown>>[]) {
      for (const field of naming) named.add(row[field]);
      if (Array.isArray(row['labelIds'])) for (const id of row['labelIds']) named.add(id);
    }
    for (const [id, name] of this.#made) {
      if (named.has(id)) continue;
      this.#maps[name].delete(id);
      this.#made.delete(id);
      this.#shown = null;
    }
  }

  /** What is pending has changed. */
  overlaid(kinds: ReadonlySet<Kind>): void {
    for (const kind of Object.keys(places)) if (kinds.has(kind as Kind)) this.#shown = null;
  }

  /** The same object as long as nothing in it changed. */
  shown(ledger: Ledger): Related {
    return (this.#shown ??= {
      persons: drawn(ledger, 'person', this.#maps.persons),
      organizations: drawn(ledger, 'organization', this.#maps.organizations),
      users: drawn(ledger, 'user', this.#maps.users),
      labels: drawn(ledger, 'label', this.#maps.labels),
    } as Related);
  }
}

function sameVersion(a: AnyRecord, b: AnyRecord): boolean {
  return a === b || (a.rev === b.rev && a.updatedAt === b.updatedAt && a.rev > 0);
}

function drawn(ledger: Ledger, kind: Named, confirmed: ReadonlyMap<Id, AnyRecord>): ReadonlyMap<Id, AnyRecord> {
  const map = new Map(confirmed);
  for (const { id, base } of ledger.overlay.of(kind)) {
    const record = ledger.visible(kind, id, (map.get(id) ?? base) as never);
    if (record === null) map.delete(id);
    else map.set(id, record);
  }
  return map;
}
