/** One commit in one transaction: the records, the changelog, the idempotency key and the revision counter, or nothing. */
import type { Change } from '../../domain/change.js';
import type { AnyRecord, Kind } from '../../domain/records.js';
import type { CommitOptions } from '../adapter.js';
import { resolveCommit, type Write, type Writes } from '../local/commit.js';
import { replay, stampsOf, type Stamps } from '../local/keys.js';
import { noteExpiry } from './expiry.js';
import { isExisting } from './faults.js';
import { packsOf } from './log.js';
import { answerNeeds, lookUp } from './needs.js';
import { never, type Counter } from './revision.js';
import { KEYS, META, type StoreName } from './stores.js';
import { fromRow, toRow } from './row.js';
import { results, transact } from './transact.js';

export interface Committed {
  readonly answer: readonly Change[];
  readonly writes: Writes;
  /** The number of this commit among all of all tabs; undefined = it had been stored before. */
  readonly revision: number | undefined;
}

const remembered = 12;

/** What the derived fields of a lead or deal are made of. */
const entangled: readonly Kind[] = ['lead', 'deal', 'person', 'organization', 'activity', 'note'];

function scopeOf(changes: readonly Change[], withLog: boolean): StoreName[] {
  const stores = new Set<StoreName>(changes.map((change) => change.kind));
  if (entangled.some((kind) => stores.has(kind))) for (const kind of entangled) if (kind !== 'note') stores.add(kind);
  if (withLog) stores.add('changelog');
  return [...stores, META, KEYS];
}

/** A commit that can be begun again on another connection, and is stored once. */
export class Commit {
  readonly #changes: readonly Change[];
  readonly #options: CommitOptions;
  readonly #now: string;
  readonly #call: string;
  /** What an attempt would have stored whose end was not heard of. */
  #tried: Omit<Committed, 'revision'> | undefined;

  /** @param call a text that no other call has */
  constructor(changes: readonly Change[], options: CommitOptions, now: string, call: string) {
    this.#changes = changes;
    this.#options = options;
    this.#now = now;
    this.#call = call;
  }

  async run(db: IDBDatabase): Promise<Committed> {
    try {
      return await this.#attempt(db, true);
    } catch (thrown) {
      if (!isExisting(thrown)) throw thrown;
      // An id exists. Looked at record by record, the attempt says which, with the record as it stands.
      return this.#attempt(db, false);
    }
  }

  #attempt(db: IDBDatabase, createsAreGuarded: boolean): Promise<Committed> {
    const { key, author, durable } = this.#options;
    const stores = scopeOf(this.#changes, author !== undefined);
    return transact(db, stores, 'readwrite', durable === true ? 'strict' : 'relaxed', async (transaction) => {
      const meta = transaction.objectStore(META);
      const keys = transaction.objectStore(KEYS);
      const writer = writerOf(transaction);
      const asking = resolveCommit(this.#changes, { now: this.#now, author, createsAreGuarded, write: writer.write });
      const first = asking.next();
      // What the commit looks at first is asked for together with the counter: one way there and back less.
      const needs = first.done === true ? [] : first.value;
      const counted = results<unknown>([
        meta.get('revision'),
        ...(key === undefined ? [] : [keys.get(key)]),
      ]) as Promise<[Counter | undefined, Stamps | undefined]>;
      // Where it fails the look-up fails as well, and that is heard.
      counted.catch(() => undefined);
      const found = await lookUp(transaction, needs);
      const [counter = never, stamps] = await counted;
      if (stamps !== undefined) return this.#again(transaction, stamps);
      if (this.#tried !== undefined && counter.calls.includes(this.#call))
        return { ...this.#tried, revision: undefined };

      writer.begin();
      const resolved = first.done === true ? first.value : await answerNeeds(transaction, asking, asking.next(found));
      for (const pack of packsOf(resolved.log)) transaction.objectStore('changelog').put(pack);
      noteExpiry(meta, resolved.writes.get('conversion')?.values() ?? [], this.#call);
      // A new database begins where the clock stands: one that was deleted has certainly not counted that far.
      const revision = (counter.revision || Date.parse(this.#now)) + 1;
      meta.put({ revision, calls: [...counter.calls, this.#call].slice(-remembered) } satisfies Counter, 'revision');
      if (key !== undefined) keys.put(stampsOf(this.#changes, resolved.answer, this.#now), key);
      this.#tried = { answer: resolved.answer, writes: resolved.writes };
      return { ...this.#tried, revision };
    });
  }

  async #again(transaction: IDBTransaction, stamps: Stamps): Promise<Committed> {
    const made = this.#changes.filter((change) => change.op === 'create');
    const rows = await results(
      made.map(({ kind, id }) => transaction.objectStore(kind).get(id) as IDBRequest<AnyRecord | undefined>),
    );
    const stored = new Map<string, AnyRecord>();
    made.forEach(({ kind, id }, i) => {
      const row = rows[i];
      if (row !== undefined) stored.set(`${kind}\n${id}`, fromRow(kind, row));
    });
    const answer = replay(this.#changes, stamps, (kind, id) => stored.get(`${kind}\n${id}`) ?? null);
    return { answer, writes: new Map(), revision: undefined };
  }
}

/** Writes rows; what comes before it is known whether this commit was stored already is held back until then. */
function writerOf(transaction: IDBTransaction): { readonly write: Write; readonly begin: () => void } {
  const places = new Map<Kind, IDBObjectStore>();
  const held: Parameters<Write>[] = [];
  let begun = false;
  const write: Write = (kind, id, record, isNew) => {
    if (!begun) return void held.push([kind, id, record, isNew]);
    let place = places.get(kind);
    if (place === undefined) places.set(kind, (place = transaction.objectStore(kind)));
    if (record === null) place.delete(id);
    else if (isNew) place.add(toRow(kind, record));
    else place.put(toRow(kind, record));
  };
  return {
    write,
    begin() {
      begun = true;
      for (const row of held.splice(0)) write(...row);
    },
  };
}
