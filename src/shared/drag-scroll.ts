import type { Point } from './point.js';

/** Pixels from an edge where scrolling begins, and the most pixels a millisecond, at the edge itself. */
const zone = 56;
const fastest = 1.1;
/** Milliseconds that the first frame counts for, and the most that any does: after a stall nothing leaps away. */
const aFrame = 16;
const longest = 100;

/**
 * Scrolls what the pointer holds something over, along both axes, faster the nearer it is to an edge; as far in a second
 * on a screen of few frames as on one of many.
 */
export class AutoScroll {
  /** When the last frame that scrolled was. */
  #last: number | undefined;

  /**
   * One frame. The page itself only scrolls where nothing in it did.
   * @param now the instant of the frame, as `requestAnimationFrame` tells it
   * @param floor where something begins that lies over the lower edges: nobody can point at what is below it
   * @returns something moved, so ask again next frame though the pointer rests
   */
  step(scrollers: Iterable<HTMLElement>, { x, y }: Point, now: number, floor = Infinity): boolean {
    // Browsers that blur time against recognition give several frames the same instant: standing still would end it.
    const time = this.#last === undefined ? aFrame : Math.min(Math.max(now - this.#last, 1), longest);
    let moved = false;
    for (const scroller of scrollers) {
      const page = scroller === scroller.ownerDocument.scrollingElement;
      if (page && moved) continue;
      const box = page ? screenOf(scroller) : scroller.getBoundingClientRect();
      if (x < box.left || x > box.right || y < box.top - zone || y > box.bottom + zone) continue;
      const [left, top] = [pull(x, box.left, box.right, time), pull(y, box.top, Math.min(box.bottom, floor), time)];
      if (left === 0 && top === 0) continue;
      const before = scroller.scrollLeft + scroller.scrollTop;
      scroller.scrollBy({ left, top, behavior: 'instant' });
      moved ||= scroller.scrollLeft + scroller.scrollTop !== before;
    }
    this.#last = moved ? now : undefined;
    return moved;
  }
}

/** What scrolls around an element, from within, the page last; out of shadow roots, too. */
export function* scrollersAround(element: Element): Iterable<HTMLElement> {
  const page = element.ownerDocument.scrollingElement;
  let node: Node | null = element;
  while (node) {
    if (node instanceof HTMLElement && node !== page && node.scrollHeight > node.clientHeight)
      if (/auto|scroll/.test(getComputedStyle(node).overflowY)) yield node;
    node = node instanceof ShadowRoot ? node.host : ((node as Element).assignedSlot ?? node.parentNode);
  }
  if (page instanceof HTMLElement) yield page;
}

/** What is seen of the page: its element is as long as all that it holds. */
function screenOf({ clientWidth, clientHeight }: HTMLElement): DOMRect {
  return new DOMRect(0, 0, clientWidth, clientHeight);
}

/** @returns pixels to scroll in `time` milliseconds; whole ones, for less than one may not scroll at all */
function pull(at: number, start: number, end: number, time: number): number {
  // A box narrower than two zones has no middle to rest in.
  const reach = Math.min(zone, (end - start) / 4);
  const near = Math.max(0, start + reach - at) - Math.max(0, at - (end - reach));
  return near === 0 ? 0 : -Math.sign(near) * Math.ceil(Math.min(1, Math.abs(near) / reach) * fastest * time);
}
