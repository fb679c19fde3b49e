import type { BoardHands } from './arriving.js';
import type { Arriving } from '../../shared/late.js';

/* What is done to the cards and may come before the code that answers it. */

/** A press that comes before the code for dragging is repeated for that, if it still lasts. */
export function press(hands: Arriving<BoardHands>, event: PointerEvent): void {
  const [target] = event.composedPath();
  if (hands.here || !target) return;
  const over = new AbortController();
  for (const type of ['pointerup', 'pointercancel'])
    addEventListener(type, () => over.abort(), { capture: true, signal: over.signal });
  hands.use(() => {
    if (!over.signal.aborted) target.dispatchEvent(new PointerEvent(event.type, event));
    over.abort();
  });
}

/** A click, or what opens a card's menu, is kept with what it was done to. */
export function click(hands: Arriving<BoardHands>, event: MouseEvent): void {
  const target = event.target as Element;
  const menu = event.type === 'contextmenu';
  if (!target.closest('.card[data-id]')) return;
  // The browser's own menu would be open by then.
  if (menu && !hands.here) event.preventDefault();
  hands.use(({ clicks }) => clicks[menu ? 'contextmenu' : 'click'](event, target));
}

/** Space lifts; the browser's own click on its release would open the deal. */
export function keyup(event: KeyboardEvent): void {
  if (event.key === ' ' && (event.target as Element).matches('.card .title')) event.preventDefault();
}
