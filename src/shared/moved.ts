/*
 * `moveBefore` moves an element without a disconnect; its `connectedMoveCallback` is all that tells. What a browser should
 * keep on the way, some do not yet: Firefox 153 closes dialogs and popovers in shadow roots, and drops the focus.
 */
const hearers = new WeakMap<HTMLElement, (() => void)[]>();

/** Hears when the element has been moved by `moveBefore`. */
export function whenMoved(host: HTMLElement, hear: () => void): void {
  hearers.set(host, [...(hearers.get(host) ?? []), hear]);
}

/** For the element's `connectedMoveCallback`. */
export function moved(host: HTMLElement): void {
  for (const hear of hearers.get(host) ?? []) hear();
}
