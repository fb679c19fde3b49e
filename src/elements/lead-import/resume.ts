import type { Import, ImportChunk } from '../../domain/records.js';
import type { CrmStore } from '../../store/api.js';

/** Chunks read at a time; each tells of up to a hundred rows. */
const page = 200;

/**
 * The import of a content that was begun and never ended: its page was closed, or the storage went away. What its chunks
 * tell is counted, because the receipt itself is only written at the end.
 */
export async function interrupted(
  store: CrmStore,
  hash: string,
  signal: AbortSignal,
): Promise<{ readonly receipt: Import; readonly stored: number } | null> {
  try {
    const where = {
      all: [
        { field: 'fileHash', op: 'is', value: hash },
        { field: 'state', op: 'is', value: 'running' },
      ],
    } as const;
    const { records } = await store.read({ kind: 'import', where, window: { offset: 0, limit: 1 } }, { signal });
    const [receipt] = records;
    return receipt ? { receipt, stored: await storedRows(store, receipt, signal) } : null;
  } catch {
    signal.throwIfAborted();
    // Whoever keeps no receipts has none to go on from; rows that are in are known by themselves.
    return null;
  }
}

async function storedRows(store: CrmStore, receipt: Import, signal: AbortSignal): Promise<number> {
  const where = { field: 'importId', op: 'is', value: receipt.id } as const;
  const { seek } = store.abilities;
  let count = 0;
  let after: string | null = null;
  for (let offset = 0; ; offset += page) {
    const window = seek ? { offset, limit: page } : { after, limit: page };
    const answer: { readonly records: readonly ImportChunk[]; readonly next?: string | null } = await store.read(
      { kind: 'importChunk', where, window },
      { signal },
    );
    for (const { made, patched } of answer.records) {
      count += made.filter(([kind]) => kind === 'lead').length + patched.filter(({ kind }) => kind === 'lead').length;
    }
    after = answer.next ?? null;
    if (seek ? answer.records.length < page : after === null) return count;
  }
}
