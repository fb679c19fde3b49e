import { clamp } from './clamp.js';

/*
 * Where a pop-up stands: below its anchor, above where there is more room, pushed back into the window. Computed and
 * written by CSSOM custom properties for all browsers alike: CSS anchors cannot reach from one shadow root into another,
 * and two ways to stand would be two ways to be wrong.
 */

export interface PlaceOptions {
  /** Which edges line up: the ends where the text starts, or where it ends. Default `start`. */
  readonly align?: 'start' | 'end' | undefined;
  /** As wide as the anchor, at least. For lists under an input. */
  readonly match?: boolean | undefined;
  /** A sheet along its element's lower edge where that is narrow, under the thumb; elsewhere as the others. */
  readonly sheet?: boolean | undefined;
}

/** An element, or a point in the window (CSS pixels) for menus at the pointer. */
export type Anchor = Element | { readonly x: number; readonly y: number };

const gap = 4;
const margin = 8;

/** Whether an open pop-up is shown as a sheet. The styles decide, by the width of the element it belongs to. */
export function isSheet(pop: HTMLElement): boolean {
  return getComputedStyle(pop).getPropertyValue('--_sheet').trim() !== '';
}

/** Places an open pop-up (`.pop` of styles/controls/menu.ts). False: its anchor is gone or out of sight. */
export function place(pop: HTMLElement, anchor: Anchor, { align = 'start', match }: PlaceOptions = {}): boolean {
  const root = pop.ownerDocument.documentElement;
  const [width, height] = [root.clientWidth, root.clientHeight];
  const box = anchor instanceof Element ? anchor.getBoundingClientRect() : new DOMRect(anchor.x, anchor.y, 0, 0);
  if (anchor instanceof Element && !anchor.isConnected) return false;
  if (isSheet(pop)) return placeSheet(pop, width, height);
  if (anchor instanceof Element && (box.bottom < 0 || box.top > height)) return false;

  pop.style.setProperty('min-inline-size', match ? `${box.width}px` : '');
  pop.style.setProperty('--_room', `${height - 2 * margin}px`);
  const size = pop.getBoundingClientRect();
  const [below, above] = [height - box.bottom - gap - margin, box.top - gap - margin];
  const up = size.height > below && above > below;
  const tall = Math.min(size.height, up ? above : below);
  pop.style.setProperty('--_room', `${Math.max(tall, 96)}px`);

  const atEnd = (align === 'end') !== pop.matches(':dir(rtl)');
  const x = atEnd ? box.right - size.width : box.left;
  const y = up ? box.top - gap - tall : box.bottom + gap;
  pop.style.setProperty('--_x', `${Math.round(clamp(x, margin, width - size.width - margin))}px`);
  pop.style.setProperty('--_y', `${Math.round(clamp(y, margin, height - Math.max(tall, 0) - margin))}px`);
  return true;
}

/** As wide as its element, at its lower edge; lower than that where too little of the element is in the window. */
function placeSheet(pop: HTMLElement, width: number, height: number): boolean {
  const root = pop.getRootNode();
  if (!(root instanceof ShadowRoot)) return false;
  const box = root.host.getBoundingClientRect();
  const [left, right] = [Math.max(0, box.left), Math.min(width, box.right)];
  if (right <= left || box.bottom < 0 || box.top > height) return false;
  pop.style.setProperty('--_wide', `${right - left}px`);
  pop.style.setProperty('--_room', `${height * 0.8}px`);
  const tall = pop.offsetHeight;
  pop.style.setProperty('--_x', `${left}px`);
  pop.style.setProperty('--_y', `${clamp(box.bottom, Math.min(tall + margin, height), height) - tall}px`);
  return true;
}

/** Keeps an open pop-up at its anchor while things scroll and change size, until the signal; `gone` when the anchor has left. */
export function follow(
  pop: HTMLElement,
  anchor: Anchor,
  options: PlaceOptions,
  signal: AbortSignal,
  gone: () => void,
): void {
  const again = (event: Event) => {
    // Its own list may scroll as it likes.
    if (event.composedPath().includes(pop)) return;
    if (!place(pop, anchor, options)) gone();
  };
  const document = pop.ownerDocument;
  // Scrolling inside shadow roots is not heard outside of them: each root on the way up is asked.
  for (let root = pop.getRootNode(); ; root = root.host.getRootNode()) {
    root.addEventListener('scroll', again, { signal, capture: true, passive: true });
    if (!(root instanceof ShadowRoot)) break;
  }
  document.defaultView?.addEventListener('resize', again, { signal, passive: true });
}
