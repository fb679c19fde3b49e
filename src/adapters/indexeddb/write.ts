/** One commit in one transaction: the records, the changelog, the idempotency key and its number, or nothing. */
import type { Change } from '../../domain/change.js';
import { children, childrenOfKind } from '../../domain/children.js';
import { CrmError } from '../../domain/errors.js';
import type { AnyRecord, Id, Kind } from '../../domain/records.js';
import { forgotten } from '../../domain/forgotten.js';
import type { CommitOptions } from '../adapter.js';
import type { Asking } from '../local/asking.js';
import { resolveCommit, type Resolved, type Write, type Writes } from '../local/commit.js';
import { replay, stampsOf, type Stamps } from '../local/keys.js';
import { Assumed, Unassumed } from './assumed.js';
import { noteExpiry } from './expiry.js';
import { isDeadConnection, isExisting } from './faults.js';
import { packsOf } from './log.js';
import { deleteRows } from './many.js';
import { answerNeeds, lookUp } from './needs.js';
import { FORGOTTEN, isCommitted, lastErasedIn, type CommitRow } from './revision.js';
import { COMMITS, KEYS, META, type StoreName } from './stores.js';
import { fromRow, toRow } from './row.js';
import { result, results, transact } from './transact.js';

interface Stored {
  readonly answer: readonly Change[];
  readonly writes: Writes;
}
export interface Committed extends Stored {
  /** The number of this commit among all of all tabs; undefined = it had been stored before. */
  readonly revision: number | undefined;
}

/** What the derived fields of a lead or deal are made of. */
const around: readonly Kind[] = ['lead', 'deal', 'person', 'organization', 'activity'];
const entangled: ReadonlySet<Kind> = new Set<Kind>([...around, ...children.map(({ kind }) => kind)]);

function scopeOf(changes: readonly Change[], withLog: boolean): StoreName[] {
  const stores = new Set<StoreName>(changes.map((change) => change.kind));
  if (changes.some(({ kind }) => entangled.has(kind))) for (const kind of around) stores.add(kind);
  // What hangs on a record that goes is looked at.
  for (const { op, kind } of changes)
    if (op === 'delete' && (kind === 'lead' || kind === 'deal'))
      for (const child of childrenOfKind(kind)) stores.add(child.kind);
  if (withLog) stores.add('changelog');
  return [...stores, META, COMMITS, KEYS];
}

/** A commit that can be begun again on another connection, and is stored once. */
export class Commit {
  readonly #changes: readonly Change[];
  readonly #options: CommitOptions;
  readonly #now: string;
  readonly #call: string;
  readonly #erased: number;
  /** What an attempt would have stored whose end was not heard of. */
  #tried: Stored | undefined;

  /**
   * @param call a text that no other call has
   * @param erased the commit up to which it is known whether a person was erased, or all was emptied
   */
  constructor(changes: readonly Change[], options: CommitOptions, now: string, call: string, erased: number) {
    this.#changes = changes;
    this.#options = options;
    this.#now = now;
    this.#call = call;
    this.#erased = erased;
  }

  async run(db: IDBDatabase): Promise<Committed> {
    const { known } = this.#options;
    if (known !== undefined && this.#tried === undefined && !this.#brings) {
      try {
        return await this.#attempt(db, true, known);
      } catch (thrown) {
        // Whatever else is in the way is found, and told, by an attempt that looks first.
        if (isDeadConnection(thrown)) throw thrown;
      }
    }
    try {
      return await this.#attempt(db, true);
    } catch (thrown) {
      if (!isExisting(thrown)) throw thrown;
      // An id exists. Looked at record by record, the attempt says which, with the record as it stands.
      return this.#attempt(db, false);
    }
  }

  /** It brings back what was there before. */
  get #brings(): boolean {
    return this.#options.author?.from === 'undo';
  }

  async #attempt(db: IDBDatabase, createsAreGuarded: boolean, known?: CommitOptions['known']): Promise<Committed> {
    const { author, durable } = this.#options;
    const stores = scopeOf(this.#changes, author !== undefined);
    const [stored, counted] = await transact(
      db,
      stores,
      'readwrite',
      durable === true ? 'strict' : 'relaxed',
      (transaction) => this.#store(transaction, createsAreGuarded, known),
    );
    return { ...stored, revision: counted?.result as number | undefined };
  }

  /** @returns with the request whose result is the commit's number; none where it had been stored before */
  async #store(
    transaction: IDBTransaction,
    createsAreGuarded: boolean,
    known: CommitOptions['known'],
  ): Promise<readonly [Stored, IDBRequest<IDBValidKey>?]> {
    const { author } = this.#options;
    const writer = writerOf(transaction);
    const asking = resolveCommit(this.#changes, { now: this.#now, author, createsAreGuarded, write: writer.write });
    if (known !== undefined) return this.#assume(transaction, asking, writer, known);
    const first = asking.next();
    // What the commit looks at first is asked for together with its key: one way there and back less.
    const before = results<unknown>(this.#askBefore(transaction));
    // Where it fails the look-up fails as well, and that is heard.
    before.catch(() => undefined);
    const found = first.done === true ? [] : await lookUp(transaction, first.value);
    const [forgotten, stamps] = (await before) as [number?, Stamps?];
    this.#refuseForgotten(forgotten);
    if (stamps !== undefined) return [await this.#again(transaction, stamps)];
    if (this.#tried !== undefined && (await isCommitted(transaction, this.#call))) return [this.#tried];
    if (this.#brings && (await lastErasedIn(transaction)) > this.#erased) throw erasedSince();
    writer.begin();
    const resolved = first.done === true ? first.value : await answerNeeds(transaction, asking, asking.next(found));
    return this.#finish(transaction, resolved, writer);
  }

  /** Makes the commit from what its caller knows, and only then looks whether that was right. */
  async #assume(
    transaction: IDBTransaction,
    asking: Asking<Resolved>,
    writer: Writer,
    known: NonNullable<CommitOptions['known']>,
  ): Promise<readonly [Stored, IDBRequest<IDBValidKey>]> {
    const [forgotten, before] = this.#askBefore(transaction);
    const assumed = new Assumed(transaction, known);
    writer.begin();
    const resolved = await answerNeeds(transaction, asking, asking.next(), assumed);
    const [stored, counted] = this.#finish(transaction, resolved, writer);
    // The last request: when it is answered, all are.
    await result(counted);
    this.#refuseForgotten(forgotten?.result as number | undefined);
    if (before?.result === undefined && (await assumed.holds())) return [stored, counted];
    this.#tried = undefined;
    throw new Unassumed();
  }

  /** When all was emptied last, and what is stored under the commit's key, where it has one. */
  #askBefore(transaction: IDBTransaction): readonly IDBRequest<unknown>[] {
    const { key } = this.#options;
    const forgotten = transaction.objectStore(META).get(FORGOTTEN);
    return key === undefined ? [forgotten] : [forgotten, transaction.objectStore(KEYS).get(key)];
  }

  /** What it rests on was there before all was emptied, whatever it is about. */
  #refuseForgotten(number = 0): void {
    if (number <= this.#erased) return;
    this.#tried = undefined;
    throw forgotten();
  }

  /** What a commit writes beside its records. */
  #finish(transaction: IDBTransaction, resolved: Resolved, writer: Writer): readonly [Stored, IDBRequest<IDBValidKey>] {
    const { key } = this.#options;
    writer.end();
    const packs = [...packsOf(resolved.log)];
    // The last one, mostly the only one, goes with the row that counts.
    const row: CommitRow = { call: this.#call, ...packs.pop() };
    for (const pack of packs) transaction.objectStore('changelog').put(pack);
    const receipts = resolved.writes.get('conversion');
    if (receipts !== undefined) noteExpiry(transaction.objectStore(META), receipts.values(), this.#call);
    if (key !== undefined) transaction.objectStore(KEYS).put(stampsOf(this.#changes, resolved.answer, this.#now), key);
    this.#tried = { answer: resolved.answer, writes: resolved.writes };
    return [this.#tried, transaction.objectStore(COMMITS).add(row)];
  }

  async #again(transaction: IDBTransaction, stamps: Stamps): Promise<Stored> {
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
    return { answer, writes: new Map() };
  }
}

/** Nobody has told this tab, which still has in hand what was known of somebody: it may not come back by it. */
function erasedSince(): CrmError {
  return new CrmError('conflict', 'A person was erased since: it cannot be taken back.', { reason: 'erased' });
}

interface Writer {
  readonly write: Write;
  readonly begin: () => void;
  /** There is nothing more to write. */
  readonly end: () => void;
}

interface Place {
  readonly store: IDBObjectStore;
  /** Deleted last: what lies side by side is one request, and a hundred cost as much as storing what takes their place. */
  readonly gone: Id[];
  written: boolean;
}

/** Writes rows; what comes before it is known whether this commit was stored already is held back until then. */
function writerOf(transaction: IDBTransaction): Writer {
  const places = new Map<Kind, Place>();
  const held: Parameters<Write>[] = [];
  let begun = false;
  const write: Write = (kind, id, record, isNew) => {
    if (!begun) return void held.push([kind, id, record, isNew]);
    let place = places.get(kind);
    if (place === undefined)
      places.set(kind, (place = { store: transaction.objectStore(kind), gone: [], written: false }));
    if (record === null) return void place.gone.push(id);
    place.written = true;
    if (isNew) place.store.add(toRow(kind, record));
    else place.store.put(toRow(kind, record));
  };
  return {
    write,
    begin() {
      begun = true;
      for (const row of held.splice(0)) write(...row);
    },
    end() {
      for (const [kind, { store, gone, written }] of places) {
        if (written) for (const id of gone) store.delete(id);
        else deleteRows(transaction, kind, gone);
      }
    },
  };
}
