import type { CrmAdapter } from '../adapter.js';
import type { AdapterClock } from '../local/clock.js';
import type { Limits } from './connection.js';

export interface IndexedDbOptions {
  /** The database's name. Two adapters of one name share their records, in this tab and in others of the same origin. */
  readonly name: string;
  /** `indexedDB` of the page where left out; asked for at each open, because reading it may throw. */
  readonly factory?: () => IDBFactory;
  readonly clock?: AdapterClock;
  readonly limits?: Partial<Limits>;
  readonly channel?: (name: string) => BroadcastChannel;
  /** Where the mark is kept that tells an emptied database from a new one. */
  readonly storage?: () => Storage;
  /** A connection that somebody has begun to open: used first, and closed with the others. null = it has come to nothing. */
  readonly opened?: Promise<IDBDatabase | null>;
  /** Where the counter stood before anything was read of it (`begin.ts`): what was committed since is heard of. */
  readonly since?: number;
}

export interface IndexedDbAdapter extends CrmAdapter {
  /**
   * Deletes the database and all that is in it. The adapter goes on with an empty one. Other tabs let go by themselves.
   * @throws CrmError `unavailable` where another tab does not let go
   */
  erase(): Promise<void>;
  close(): void;
}
