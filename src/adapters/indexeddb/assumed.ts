/**
 * What the caller of a commit has just read of the records it changes. The commit is made from it while the storage is still at
 * work on the one before; that it is what is stored, the same transaction finds out, and what it is not is never stored.
 */
import { same } from '../../domain/same.js';
import type { AnyRecord, Kind } from '../../domain/records.js';
import type { CommitOptions } from '../adapter.js';
import type { Answers, Need } from '../local/asking.js';
import { askAtOnce } from './many.js';
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
  /** Kinds of which it is not known yet, or not so. */
  #open = 0;

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
    const answers: AnyRecord[][] = [];
    for (const need of needs) {
      const record = 'id' in need ? this.#known(need.kind, need.id) : undefined;
      if (record == null || !('id' in need)) return undefined;
      answers.push([record]);
      let records = kinds.get(need.kind);
      if (records === undefined) kinds.set(need.kind, (records = new Map<string, AnyRecord>()));
      records.set(need.id, record);
    }
    for (const [kind, records] of kinds) void this.#check(kind, records);
    return answers;
  }

  /**
   * Awaited rather than chained: where a page has put another Promise in the browser's place, what is chained runs later than the
   * answer to the commit's last request.
   */
  async #check(kind: Kind, records: ReadonlyMap<string, AnyRecord>): Promise<void> {
    const rows = askAtOnce(this.#transaction, kind, [...records.keys()]);
    this.#open++;
    try {
      await results(rows.asked);
    } catch {
      return; // The transaction fails as well, and that is heard.
    }
    const found = rows.found();
    const isSame = (row: Row): boolean => same(fromRow<AnyRecord>(kind, row), records.get(row.id));
    if (found.length === records.size && found.every(isSame)) this.#open--;
  }

  /** All of it is as it is stored. To be asked when what was asked for later is answered. */
  get holds(): boolean {
    return this.#open === 0;
  }
}
