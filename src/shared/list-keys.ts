/** Arrows, Home and End along the boxes of a panel: Tab would have to pass them one by one. */
export function moveInList(event: KeyboardEvent): void {
  const step = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity }[event.key];
  const list = event.currentTarget;
  if (step === undefined || !(list instanceof HTMLElement)) return;
  const boxes = [...list.querySelectorAll<HTMLElement>('input:not([disabled])')];
  const at = boxes.findIndex((box) => box.matches(':focus'));
  boxes[Math.max(0, Math.min(at + step, boxes.length - 1))]?.focus();
  event.preventDefault();
}
