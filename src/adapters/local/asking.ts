import type { AnyRecord, Id, Kind } from '../../domain/records.js';

/** One record by its id, or all records of a kind that name another one in a field that every local storage indexes. */
export type Need = { readonly kind: Kind; readonly id: Id } | Listed;
export interface Listed {
  readonly kind: Kind;
  readonly by: LinkField;
  readonly value: Id;
  /** Only others than these are of interest, and there should be none: that may be found out while the commit goes on. */
  readonly beside?: ReadonlySet<Id>;
}
export type LinkField = 'personId' | 'organizationId' | 'leadId' | 'dealId';

/** One list for each need, in order; a record that is not there is an empty list. */
export type Answers = readonly (readonly AnyRecord[])[];
export type Asking<T> = Generator<readonly Need[], T, Answers>;
