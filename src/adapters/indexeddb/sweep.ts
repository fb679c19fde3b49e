/** Takes out what has expired: receipts, trash, keys, and files that nothing names; and mends what earlier versions wrote. Quietly, in transactions of its own, and never in the way. */
import type { Kind } from '../../domain/records.js';
import { keyLife } from '../local/keys.js';
import { sweepBlobs } from './blobs.js';
import { expiryKeys, sweepNoted } from './expiry.js';
import { stampEntries } from './stamp-entries.js';
import { KEYS, META } from './stores.js';
import { result, results, transact } from './transact.js';

const expiring = ['conversion', 'trash', 'import'] as const satisfies readonly Kind[];
/** Commits whose receipts are taken out in one go; what is left is for the next time. */
const mostCommits = 200;

/** @param now milliseconds since 1970 */
export async function sweep(db: IDBDatabase, now: number): Promise<void> {
  const instant = new Date(now).toISOString();
  await sweepIndexed(db, now, instant);
  const keys = await transact(db, [META], 'readonly', 'relaxed', (transaction) =>
    result(expiryKeys(transaction, instant, mostCommits)),
  );
  for (const key of keys)
    await transact(db, ['conversion', META], 'readwrite', 'relaxed', (transaction) =>
      sweepNoted(transaction, key, instant),
    );
  await sweepBlobs(db, now);
  await stampEntries(db);
}

function sweepIndexed(db: IDBDatabase, now: number, instant: string): Promise<void> {
  return transact(db, [...expiring, 'importChunk', KEYS], 'readwrite', 'relaxed', async (transaction) => {
    const past = await results(
      expiring.map((kind) =>
        // From '0': a receipt without a date (an older version wrote none) is kept.
        transaction
          .objectStore(kind)
          .index('expiresAt')
          .getAllKeys(IDBKeyRange.bound('0', instant, false, true)),
      ),
    );
    const keys = await results([
      transaction
        .objectStore(KEYS)
        .index('at')
        .getAllKeys(IDBKeyRange.upperBound(new Date(now - keyLife).toISOString())),
    ]);
    const chunks = await results(
      (past[2] ?? []).map((id) => transaction.objectStore('importChunk').index('importId').getAllKeys(id)),
    );
    expiring.forEach((kind, i) => past[i]?.forEach((id) => transaction.objectStore(kind).delete(id)));
    chunks.flat().forEach((id) => transaction.objectStore('importChunk').delete(id));
    keys.flat().forEach((key) => transaction.objectStore(KEYS).delete(key));
  });
}
