import type { ErasedNames, ErasureReport } from '../domain/erasing/erasure.js';
import type { PersonCopy } from '../domain/person-copy.js';
import type { Id } from '../domain/records.js';

export type { CopiedFile, CopiedRecord, PersonCopy } from '../domain/person-copy.js';
export type { ErasedNames, ErasedText, Erasure, ErasureReport } from '../domain/erasing/erasure.js';

/** The part of a store that answers to the persons whose data it holds. `Result`: of the command that erases. */
export interface Privacy<Result> {
  /**
   * Everything that is known of a person, as one JSON-able object for that person (`domain/person-copy.ts` says what is in it):
   * readable, with names in the place of ids. Of others it has names only. A person in the trash has one, too; nothing is changed.
   * What files hold is not in it: `store.blob(file)` has that of each of `files`, and of each of `files` in `trash`.
   * @throws CrmError `not-found`; `unavailable`, `auth`, `aborted`
   */
  copyOf(personId: Id, options?: { readonly signal?: AbortSignal }): Promise<PersonCopy>;
  /**
   * What erasing a person would do: what goes, what stays without them, and which texts name them. Nothing is changed.
   * @throws CrmError `invalid` with `reason: 'not-able'` where the storage has not the ability `erase`; `not-found`, `unavailable`, `auth`
   */
  erasure(
    personId: Id,
    options?: { readonly keep?: readonly Id[]; readonly signal?: AbortSignal },
  ): Promise<ErasureReport>;
  /**
   * Erases a person everywhere: in records, trash, receipts, imports, changelog, views, filters, and in what this and other tabs
   * could still take back. It cannot be taken back itself; of it there is one row of the changelog without a name (`field: 'erased'`).
   * Persons only: what is known of an organization is nobody's private life. The same as `execute('person-erase', …)`.
   * @param options `keep`: notes and activities that stay although they name the person; `called`: what leads, deals and others
   *   that bear the name are called from then on (in English where left out); `from`: for the changelog
   * @throws CrmError as `erasure`
   */
  erase(
    personId: Id,
    options?: { readonly keep?: readonly Id[]; readonly called?: Partial<ErasedNames>; readonly from?: string },
  ): Promise<Result>;
}
