import { activeIn } from './active.js';

/** What can have the focus, in the order it stands. */
const focusable =
  'a[href], button:not([disabled]), input:not([disabled]), select:not([disabled]), textarea:not([disabled]), summary, [tabindex], [contenteditable=""], [contenteditable=true]';

/** The focused element however deep it sits in shadow roots. */
export function deepActive(): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}

/** The focus is there or in what it holds, also while the window is not in front: Safari matches `:focus` in the front one only. */
export function holdsFocus(element: Element): boolean {
  const active = activeIn(element.getRootNode());
  return active !== null && element.contains(active);
}

/** What Tab stops at inside a box, in order: of a group of radio buttons only the chosen one. */
export function tabStops(box: HTMLElement): readonly HTMLElement[] {
  return [...box.querySelectorAll<HTMLElement>(focusable)].filter(
    (element) => element.tabIndex >= 0 && element.checkVisibility() && !isPassedOver(element, box),
  );
}

function isPassedOver(element: HTMLElement, box: HTMLElement): boolean {
  if (!(element instanceof HTMLInputElement) || element.type !== 'radio' || element.checked) return false;
  return box.querySelector(`input[type=radio][name="${CSS.escape(element.name)}"]:checked`) !== null;
}

/** Focuses the first match of the selector, else what has `autofocus`, else the first thing that can, else the box itself. */
export function focusInside(box: HTMLElement, selector?: string): void {
  const target =
    (selector ? box.querySelector<HTMLElement>(selector) : null) ??
    box.querySelector<HTMLElement>('[autofocus]') ??
    tabStops(box)[0];
  if (!target) box.tabIndex = -1;
  (target ?? box).focus();
}
