/** What can have the focus, in the order it stands. */
const focusable =
  'a[href], button:not([disabled]), input:not([disabled]), select:not([disabled]), textarea:not([disabled]), summary, [tabindex], [contenteditable=""], [contenteditable=true]';

/** The focused element of a shadow root or document; `document.activeElement` would name the host (R46). */
export function activeIn(root: Node): HTMLElement | null {
  const active = root instanceof ShadowRoot || root instanceof Document ? root.activeElement : null;
  return active instanceof HTMLElement ? active : null;
}

/** The focused element however deep it sits in shadow roots. */
export function deepActive(): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}

/** Focuses the first match of the selector, else what has `autofocus`, else the first thing that can, else the box itself. */
export function focusInside(box: HTMLElement, selector?: string): void {
  const target =
    (selector ? box.querySelector<HTMLElement>(selector) : null) ??
    box.querySelector<HTMLElement>('[autofocus]') ??
    [...box.querySelectorAll<HTMLElement>(focusable)].find(
      (element) => element.tabIndex >= 0 && element.checkVisibility(),
    );
  if (!target) box.tabIndex = -1;
  (target ?? box).focus();
}
