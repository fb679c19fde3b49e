/**
 * How many rows of the changelog match. They are counted one by one once, in steps; from then on only what was committed since is
 * looked at, which is asked for after each edit of the record that is open.
 */
import type { Change } from '../../domain/change.js';
import { prepare } from '../../domain/matches.js';
import type { Query } from '../../domain/query.js';
import type { Writes } from '../local/commit.js';
import { entriesOf, entryOf, isLog, unpacked, type Pack } from './log.js';
import { aboutOf, logStores, walkThrough } from './log-walk.js';
import { lastErasedIn, lastOf, type CommitRow } from './revision.js';
import { COMMITS } from './stores.js';
import { result, results, transact } from './transact.js';

/** Commits since the last time: more are not looked at one by one. */
const most = 400;
/** Questions whose answers are kept: those of the records, and filters, that were looked at last. */
const kept = 12;

interface Counted {
  readonly count: number;
  /** The commit up to which it was counted. */
  readonly upTo: number;
  /** What else would make it another one: packs that lie in the other store, and an erasing. */
  readonly beside: string;
}

export class LogCounts {
  readonly #known = new Map<string, Counted>();

  /** @returns undefined = not of some records */
  async count(db: IDBDatabase, query: Query): Promise<number | undefined> {
    const of = aboutOf(query.where);
    if (query.kind !== 'changelog' || of === undefined || query.search?.trim()) return undefined;
    const passes = prepare(query);
    const key = `${query.today}${JSON.stringify(query.where)}`;
    const counted = await transact(db, logStores, 'readonly', 'relaxed', async (transaction) => {
      const commits = transaction.objectStore(COMMITS);
      const index = transaction.objectStore('changelog').index('recordIds');
      const beginnings = [...new Set(of.map(entryOf))];
      const upTo = await lastOf(transaction);
      const apart = await results(beginnings.map((one) => index.count(entriesOf(one))));
      const beside = [await lastErasedIn(transaction), ...apart].join(' ');
      const known = this.#known.get(key);
      if (known?.beside === beside && known.upTo <= upTo && upTo - known.upTo <= most) {
        const since = (await result(commits.getAll(IDBKeyRange.lowerBound(known.upTo, true)))) as CommitRow[];
        const ids = new Set(of);
        const added = since.flatMap((row) => (isLog(row) ? unpacked(row as Pack, ids) : [])).filter(passes);
        return { count: known.count + added.length, upTo, beside };
      }
      let count = 0;
      await walkThrough(transaction, of, (row) => {
        if (passes(row)) count++;
      });
      return { count, upTo, beside };
    });
    this.#known.delete(key);
    this.#known.set(key, counted);
    if (this.#known.size > kept) this.#known.delete(this.#known.keys().next().value!);
    return counted.count;
  }

  wrote(writes: Writes): void {
    if (writes.has('changelog')) this.#known.clear();
  }

  heard(changes: readonly Change[] | 'resync'): void {
    if (changes === 'resync' || changes.some(({ kind }) => kind === 'changelog')) this.#known.clear();
  }
}
