import type { Id } from '../domain/records.js';
import type { Crm } from './context.js';

/** Whence a record is opened: a `StoreController` is one. */
export interface Opening {
  readonly crm: Crm | null;
  readonly host: EventTarget;
}

/**
 * Dispatches `lead-open` or `deal-open` from the element and, unless the page cancels it, makes the record the current
 * one. null closes. @returns false where the page cancelled it
 */
export function openRecord({ crm, host }: Opening, kind: 'lead' | 'deal', id: Id | null): boolean {
  const name = kind === 'lead' ? 'lead-open' : 'deal-open';
  const event = new CustomEvent(name, { bubbles: true, composed: true, cancelable: true, detail: { id } });
  if (!crm || !host.dispatchEvent(event)) return false;
  crm.current = { ...crm.current, [kind]: id };
  return true;
}
