/**
 * What the caller of a commit has just read of the records it changes. The commit is made from it while the storage is still at
 * work on the one before; that it is what is stored, the same transaction finds out, and what it is not is never stored.
 */
import { same } from '../../domain/same.js';
import type { AnyRecord, Kind } from '../../domain/records.js';
import type { CommitOptions } from '../adapter.js';
import type { Answers, Listed, Need } from '../local/asking.js';
import { askAtOnce } from './many.js';
import { lookUp } from './needs.js';
import { fromRow } from './row.js';
import type { Row } from './stores.js';
import { results } from './transact.js';

/** Somebody has changed a record since the caller read it. */
export class Unassumed extends Error {
  override readonly name = 'Unassumed';
}

export class Assumed {
  readonly #transaction: IDBTransaction;
  readonly #known: NonNullable<CommitOptions['known']>;
  /** Each with whether it is so. */
  readonly #checks: Promise<boolean>[] = [];

  constructor(transaction: IDBTransaction, known: NonNullable<CommitOptions['known']>) {
    this.#transaction = transaction;
    this.#known = known;
  }

  /**
   * Answers a step of the commit; undefined = the caller does not know all that it asks for. The storage is asked as well, now:
   * a commit asks for records before it writes them, so this is what others have stored.
   */
  answer(needs: readonly Need[]): Answers | undefined {
    const kinds = new Map<Kind, Map<string, AnyRecord>>();
    const lists: Listed[] = [];
    const answers: AnyRecord[][] = [];
    for (const need of needs) {
      if (!('id' in need)) {
        if (need.beside === undefined) return undefined;
        lists.push(need);
        answers.push([]);
        continue;
      }
      const record = this.#known(need.kind, need.id);
      if (record == null) return undefined;
      answers.push([record]);
      let records = kinds.get(need.kind);
      if (records === undefined) kinds.set(need.kind, (records = new Map<string, AnyRecord>()));
      records.set(need.id, record);
    }
    for (const [kind, records] of kinds) this.#checks.push(this.#check(this.#transaction, kind, records));
    if (lists.length > 0) this.#checks.push(this.#checkLists(this.#transaction, lists));
    return answers;
  }

  /**
   * Awaited rather than chained: where a page has put another Promise in the browser's place, what is chained runs later than the
   * answer to the commit's last request.
   */
  async #check(transaction: IDBTransaction, kind: Kind, records: ReadonlyMap<string, AnyRecord>): Promise<boolean> {
    const rows = askAtOnce(transaction, kind, [...records.keys()]);
    try {
      await results(rows.asked);
    } catch {
      return false; // The transaction fails as well, and that is heard.
    }
    const found = rows.found();
    const isSame = (row: Row): boolean => same(fromRow<AnyRecord>(kind, row), records.get(row.id));
    return found.length === records.size && found.every(isSame);
  }

  /** What the commit writes meanwhile makes no difference: it is what is left out here. */
  async #checkLists(transaction: IDBTransaction, lists: readonly Listed[]): Promise<boolean> {
    try {
      const found = await lookUp(transaction, lists);
      return found.every((records, i) => records.every(({ id }) => lists[i]!.beside!.has(id)));
    } catch {
      return false;
    }
  }

  /** All of it is as it is stored. To be asked when all of the commit's own requests are answered. */
  async holds(): Promise<boolean> {
    for (const check of this.#checks) if (!(await check)) return false;
    return true;
  }
}
