import type { PersonCopy } from '../domain/person-copy.js';
import type { Id } from '../domain/records.js';

export type { CopiedRecord, PersonCopy } from '../domain/person-copy.js';

/** The part of a store that answers to the persons whose data it holds. */
export interface Privacy {
  /**
   * Everything that is known of a person, as one JSON-able object for that person (`domain/person-copy.ts` says what is in it):
   * readable, with names in the place of ids. Of others it has names only. A person in the trash has one, too; nothing is changed.
   * @throws CrmError `not-found`; `unavailable`, `auth`, `aborted`
   */
  copyOf(personId: Id, options?: { readonly signal?: AbortSignal }): Promise<PersonCopy>;
}
