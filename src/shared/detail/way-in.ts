import { tabStops } from '../focus.js';

/* Where `focus()` of a detail leads to. */

type Root = HTMLElement | DocumentFragment;

/** What says why no record is shown; else the title, which names the record and is where it is edited. */
const first = '[data-state], [part=head] h2 button';

/** A record is shown, or what stands in its place: not only that it is on its way. */
export function hasWayIn(root: Root): boolean {
  return root.querySelector('[data-state], [part=head] h2') !== null;
}

/** Else, while the title is being edited, to the first control of the head. */
export function goIn(root: Root): void {
  const head = root.querySelector<HTMLElement>('[part=head]');
  const target = root.querySelector<HTMLElement>(first) ?? (head && tabStops(head)[0]);
  target?.focus({ preventScroll: true });
}
