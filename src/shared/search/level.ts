import type { Entry, Group, Sought } from './entries.js';

/** One step of the search: everything, or what belongs to one person or organization. */
export interface Level {
  /** null = everything is searched. */
  readonly of: Entry | null;
  /** As typed. */
  words: string;
  /** The words that `groups` were found for. */
  asked: string;
  /** null = nothing was asked yet, or it could not be had. */
  groups: readonly Group[] | null;
  state: 'idle' | 'pending' | 'ready' | 'failed';
  /** The line that Enter chooses. */
  active: number;
  /** The kinds of which all are shown. */
  readonly open: Set<Sought>;
}

export function levelOf(of: Entry | null): Level {
  return { of, words: '', asked: '', groups: null, state: 'idle', active: 0, open: new Set() };
}
