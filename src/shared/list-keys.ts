import { activeIn } from './active.js';

/** Arrows, Home and End along the boxes of a panel: Tab would have to pass them one by one. */
export function moveInList(event: KeyboardEvent): void {
  const step = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity }[event.key];
  const list = event.currentTarget;
  if (step === undefined || !(list instanceof HTMLElement)) return;
  const boxes = [...list.querySelectorAll<HTMLElement>('input:not([disabled])')];
  const at = boxes.findIndex((box) => box === activeIn(list.getRootNode()));
  const find = list.parentElement?.querySelector<HTMLElement>('.menu-find input');
  // Back to the field above, from which the arrow came down.
  if (at === 0 && step === -1 && find) find.focus();
  else boxes[Math.max(0, Math.min(at + step, boxes.length - 1))]?.focus();
  event.preventDefault();
}

/** From the field that narrows a panel's list down into the list. */
export function moveIntoList(event: KeyboardEvent): void {
  const field = event.currentTarget;
  if (event.key !== 'ArrowDown' || event.isComposing || !(field instanceof HTMLElement)) return;
  const first = field.closest('[popover]')?.querySelector<HTMLElement>('.checklist input:not([disabled])');
  if (!first) return;
  first.focus();
  event.preventDefault();
}
