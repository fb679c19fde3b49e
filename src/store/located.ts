import type { Kind, RecordOf } from '../domain/records.js';

export interface LocateOptions<K extends Kind> {
  /** The record as it was last seen, for one that is gone by now. */
  readonly known?: RecordOf[K] | undefined;
  /** Where it probably is: one read is enough then. */
  readonly near?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** A record's place in a list. Where it does not match the list (any more), that of the row which is in its place. */
export interface Located {
  readonly index: number;
  readonly in: boolean;
}
