import { activeIn } from '../active.js';
import type { AnyDetail } from './model.js';

/**
 * Whoever has gone on meanwhile, to another field or out of the element, stays there.
 * @param here where they were, as a selector
 * @returns the focus is neither there nor lost
 */
export function isElsewhere({ host }: AnyDetail, here: string): boolean {
  const root = host.shadowRoot;
  const active = root ? activeIn(root) : null;
  if (active) return active.closest(here) === null;
  const { activeElement, body } = host.ownerDocument;
  return activeElement !== null && activeElement !== body && activeElement !== host && !activeElement.contains(host);
}
