/** The focused element of a shadow root or document; `document.activeElement` would name the host (R46). */
export function activeIn(root: Node): HTMLElement | null {
  const active = root instanceof ShadowRoot || root instanceof Document ? root.activeElement : null;
  return active instanceof HTMLElement ? active : null;
}

/** Somebody is writing or choosing in a field in there. */
export function isTyping(root: ShadowRoot | null): boolean {
  return root !== null && activeIn(root)?.matches('input, textarea, select') === true;
}
