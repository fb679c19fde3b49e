import type { CrmStore } from '../../../store/api.js';
import { draftOf } from '../drafts.js';
import type { ComposerDraft } from '../drafts.js';
import type { DetailModel } from '../model.js';
import type { On } from './upload.js';

/** Which record files go to: decided when they are handed over, whatever is open once they have been read. */
export interface Target {
  readonly store: CrmStore;
  readonly draft: ComposerDraft;
  readonly on: On;
}

/** The open record; null = none. */
export function targetOf({ store, kind, id, on }: DetailModel): Target | null {
  return store && id !== null ? { store, draft: draftOf(store, kind, id), on } : null;
}
