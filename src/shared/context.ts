import { createContext } from '@lit/context';
import type { CrmError } from '../domain/errors.js';
import type { Id } from '../domain/records.js';
import type { CrmStore, ListQuery } from '../store/api.js';

/** The open lead, the open deal, and the open person or organization, of which there is one at most; null = none. */
export interface Current {
  readonly lead: Id | null;
  readonly deal: Id | null;
  /** Left out = none; so is the next one. */
  readonly person?: Id | null;
  readonly organization?: Id | null;
}

/**
 * - `waiting` no adapter has been handed over yet
 * - `opening` the storage is being opened
 * - `ready` there is a store
 * - `failed` there is none and `error` says why; `retry` tries again
 */
export type CrmState = 'waiting' | 'opening' | 'ready' | 'failed';

/**
 * What a provider gives to the elements inside it. One object for the provider's whole life; what changes is told to
 * `subscribe`, so a consumer reads what it needs and is not drawn again for the rest.
 * Copies of other minor versions serve and read it too: members may be added, none may change.
 */
export interface Crm {
  /** Version of the copy of the kit that provides. */
  readonly version: string;
  readonly state: CrmState;
  readonly store: CrmStore | null;
  readonly error: CrmError | null;
  /** What is open; `open-record.ts` asks the page before it sets it. */
  current: Current;
  /** The list from which the open deal was opened (`deals/opened-from.ts`); left out or null, or of another deal: from none. */
  from?: { readonly deal: Id; readonly query: ListQuery<'deal'> } | null;
  /** The provider; null for the page's default store and for a store that was handed to an element. */
  readonly element: HTMLElement | null;
  /** Calls back after every change. @returns the end of it */
  subscribe(listener: () => void): () => void;
  /** After `failed`: tries again. */
  retry(): void;
}

/**
 * The key is registered, not made: copies of the kit in several bundles find each other, and the major in it keeps
 * versions apart whose stores do not understand each other.
 */
export const crmContext = createContext<Crm>(Symbol.for('crm-elements/store@1'));
