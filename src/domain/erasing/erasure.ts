/** What is asked of a storage that erases a person, and what it answers: plain data, as it goes to a server. */
import type { Id, Instant, Kind } from '../records.js';

export interface Erasure {
  readonly personId: Id;
  /** Notes, activities and files that name the person and stay all the same; left out = none. */
  readonly keep?: readonly Id[];
  /** What is called after the person is called this; left out = in English. */
  readonly called?: Partial<ErasedNames>;
  /** Who erases, and when: all that is kept of it. */
  readonly userId: Id | null;
  readonly at: Instant;
  /** Whatever has this id has been carried out already, and is answered with nothing to do. */
  readonly command: Id;
  /** Where it comes from: an element, `host`. */
  readonly from: string;
}

/** What leads, deals and everything else that bears the person's name are called from then on. */
export interface ErasedNames {
  readonly lead: string;
  readonly deal: string;
  readonly other: string;
}
export const erasedNames: ErasedNames = {
  lead: 'Lead without a name',
  deal: 'Deal without a name',
  other: 'Without a name',
};

/** What goes and what stays without the person. Before it is done: what would. */
export interface ErasureReport {
  /** The names under which the person was known, the present one first. */
  readonly names: readonly string[];
  /** How many records of each kind go. What of them stands in the trash counts as `trash`. */
  readonly deleted: Readonly<Partial<Record<Kind, number>>>;
  /** How many records of each kind stay, without the person. */
  readonly changed: Readonly<Partial<Record<Kind, number>>>;
  /** Leads, deals and projects that stay under another title; the first hundred. */
  readonly retitled: readonly { readonly kind: Kind; readonly id: Id; readonly title: string }[];
  /** Notes, activities and files (by name and description) that name the person, and hang on what stays; the first hundred. They go, but for those in `Erasure.keep`. */
  readonly texts: readonly ErasedText[];
  /** How many these are in all. */
  readonly textCount: number;
  /**
   * What bears the name and stays as it is: it is not about the person, or is called like others. And files on leads and deals of
   * theirs that stay, in which nobody has found them: pictures and documents are not looked into.
   */
  readonly remaining: readonly { readonly kind: Kind; readonly id: Id; readonly title: string }[];
}

export interface ErasedText {
  readonly kind: 'note' | 'activity' | 'file';
  readonly id: Id;
  readonly text: string;
  /** It stays, because that was asked for. */
  readonly kept: boolean;
}

/** By which row of the changelog it is known that a person was erased: nothing in it says who that was. */
export const erasedField = 'erased';
