type Kept = 'persisted' | 'best-effort' | 'unknown';

/** The one place where the store looks at the browser. Absent on plain http, in old browsers, in frames that may not. */
function storage(): Partial<StorageManager> | undefined {
  return (globalThis as { navigator?: { storage?: Partial<StorageManager> } }).navigator?.storage;
}

/** May this browser drop the data when room is short, or when nobody came by for a week? */
export async function persistence(): Promise<Kept> {
  try {
    const persisted = await storage()?.persisted?.();
    return persisted === undefined ? 'unknown' : persisted ? 'persisted' : 'best-effort';
  } catch {
    // Refused by the page's policy: the same as not knowing, and nothing a person could do about.
    return 'unknown';
  }
}

/** Asks the browser to keep the data; some ask the person, so call it on a person's act. */
export async function persist(): Promise<Kept> {
  try {
    await storage()?.persist?.();
  } catch {
    return 'unknown';
  }
  return persistence();
}
