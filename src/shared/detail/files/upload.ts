import type { Id } from '../../../domain/records.js';
import type { files } from '../../../i18n/en/files.js';
import type { Format } from '../../../i18n/format.js';
import type { OutcomeWords } from '../../outcome-words.js';
import type { DetailModel } from '../model.js';

export type On = DetailModel['on'];

/** What a reason is said with: it stands there until somebody has read it, and the language may be another one by then. */
export interface Saying {
  readonly own: typeof files;
  readonly outcome: OutcomeWords;
  readonly format: Format;
}

/** Something that is to be attached, by whichever way it came. */
export interface Picked {
  readonly file: Blob;
  readonly name: string;
}

/** A file on its way to the storage, from the moment it was chosen until it is there, or somebody has let it go. */
export interface Upload extends Picked {
  readonly key: string;
  readonly description: string;
  /** The record's whose it is to be. */
  on: On;
  /**
   * - `waiting` others are before it
   * - `asking` the page has not agreed yet
   * - `storing` on its way
   * - `empty` it holds nothing: is it meant?
   * - `off` somebody has called it off before the page had agreed
   * - `wrong` it was not attached: `why`
   */
  state: 'waiting' | 'asking' | 'storing' | 'empty' | 'off' | 'wrong';
  /** The record's, once it is known. */
  id: Id | null;
  why: ((say: Saying) => string) | null;
  /** The record that it was to hang on was no longer there. */
  lost: boolean;
  /** Another try may help. */
  again: boolean;
  /** Gives up what is under way; null = nothing is. */
  cancel: (() => void) | null;
  /** Those that are given up with it: until the page has agreed, all that it is asked about at once. */
  together: readonly Upload[];
  /** Somebody has taken it off while it was on its way. */
  dropped: boolean;
}

/** Details that show what is on its way: one that was closed and opened again shows it like the one that began it. */
export const watching = new Set<() => void>();

/** Does it stand there until somebody has decided? */
export function waits({ state }: Upload): boolean {
  return state === 'wrong' || state === 'empty' || state === 'off';
}
