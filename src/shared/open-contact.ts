import type { Id } from '../domain/records.js';
import type { Opening } from './open-record.js';

/** Whether anything of the kit's could show one: where the page has not defined the tag, nothing offers to open one. */
export function showsContacts(): boolean {
  return customElements.get('contact-detail') !== undefined;
}

/**
 * Dispatches `contact-open` from the element and, unless the page cancels it, makes the person or organization the current one:
 * the two share one place. null closes. @returns false where the page cancelled it
 */
export function openContact({ crm, host }: Opening, kind: 'person' | 'organization', id: Id | null): boolean {
  const detail = { kind, id };
  const event = new CustomEvent('contact-open', { bubbles: true, composed: true, cancelable: true, detail });
  if (!crm || !host.dispatchEvent(event)) return false;
  crm.current = { ...crm.current, person: null, organization: null, [kind]: id };
  return true;
}
