/** Pixels of the ring outside of what has the focus: two of a gap, two of a line. */
const RING = 4;

/** What cuts the ring of the focus above or below an element, by its class; '' = it is seen whole. */
export function cutsRing(element: Element): string {
  const { top, bottom } = element.getBoundingClientRect();
  for (let around = element.parentElement; around; around = around.parentElement) {
    if (getComputedStyle(around).overflowY === 'visible') continue;
    const box = around.getBoundingClientRect();
    if (box.top > top - RING || box.bottom < bottom + RING) return around.className;
  }
  return '';
}
