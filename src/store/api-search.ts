import type { Related } from '../domain/query.js';
import type { Id, RecordOf } from '../domain/records.js';

export interface SearchOptions {
  /** How many of each kind; 8 where left out, 100 at most. */
  readonly limit?: number | undefined;
  /** Only the leads and deals of that person or organization: all of them, where there are no words. */
  readonly of?: { readonly kind: 'person' | 'organization'; readonly id: Id } | undefined;
  /** Nobody waits any more. */
  readonly signal?: AbortSignal | undefined;
}

/** What was found of one kind, the closest first. */
export interface FoundOf<K extends 'lead' | 'deal' | 'person' | 'organization'> {
  readonly records: readonly RecordOf[K][];
  /** There are more than these. */
  readonly more: boolean;
  /** The organizations that persons belong to; empty for the other kinds. */
  readonly related: Related;
}

/** What a search over everything has found. */
export interface Found {
  readonly leads: FoundOf<'lead'>;
  readonly deals: FoundOf<'deal'>;
  readonly persons: FoundOf<'person'>;
  readonly organizations: FoundOf<'organization'>;
}

/** The part of a store that looks for words. */
export interface Searching {
  /**
   * One search over leads, deals, persons and organizations: titles, names, e-mail addresses, digits of phone numbers;
   * accents, case and the Turkish i are the same. Each kind has the closest first (`domain/search-rank.ts`): what is
   * exactly that, then what begins so, then the rest; open deals before closed ones, archived records last. Ranked are the
   * two hundred of a kind that were touched last among the open ones; without words nothing is found.
   * @throws CrmError of the storage (`unavailable`, `auth`, …) where one kind could not be read; `aborted` by the signal
   */
  search(words: string, options?: SearchOptions): Promise<Found>;
}
