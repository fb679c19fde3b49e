import { META } from './stores.js';
import { result, transact } from './transact.js';

/** The counter, and which calls raised it last: after a connection was lost in the middle, whether one went through. */
export interface Counter {
  readonly revision: number;
  readonly calls: readonly string[];
}
export const never: Counter = { revision: 0, calls: [] };

/** How many commits the database has seen. */
export function revisionOf(db: IDBDatabase): Promise<number> {
  return transact(db, [META], 'readonly', 'relaxed', async (transaction) => {
    const counter = (await result(transaction.objectStore(META).get('revision'))) as Counter | undefined;
    return (counter ?? never).revision;
  });
}
