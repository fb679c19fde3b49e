import { parentAcross } from './language.js';

/**
 * Brings what one goes to by key into sight in everything around it: the window, and boxes of the page that scroll. A list does so
 * within itself, and may stand only partly in the window. It goes there at once, also where the page scrolls smoothly
 * (keys come faster than that), and never sideways: a row is as wide as its list, and the list may be wider than what shows it.
 */
export function bringIntoSight(element: Element): void {
  const around: (readonly [box: Element, left: number])[] = [];
  for (let box: Element | null = element; box; box = parentAcross(box)) around.push([box, box.scrollLeft]);
  // The browser's own way, for it knows what a page keeps free at its edges (`scroll-padding`).
  element.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
  for (const [box, left] of around) if (box.scrollLeft !== left) box.scrollTo({ left, behavior: 'instant' });
}
