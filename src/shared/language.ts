/* Which language an element speaks: that of the nearest `lang` around it, across the borders of shadow roots. */

/** The nearest `lang` of the element itself or of what it stands in, else the browser's. */
export function languageAround(element: Element): string {
  for (let node: Element | null = element; node; node = parentAcross(node)) {
    const lang = node.getAttribute('lang');
    if (lang) return lang;
  }
  return navigator.language || 'en';
}

/** The parent, or the host of the shadow root where the tree ends. */
export function parentAcross(node: Element): Element | null {
  if (node.assignedSlot) return node.assignedSlot;
  if (node.parentElement) return node.parentElement;
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/**
 * Calls `changed` when a `lang` or `dir` changes anywhere the element could inherit it from. Returns the way to stop: nothing
 * of the host is watched longer than it is connected (R45).
 */
export function watchLanguage(element: Element, changed: () => void): () => void {
  const observer = new MutationObserver((records) => {
    for (let at: Element | null = element; at; at = parentAcross(at))
      if (records.some(({ target }) => target === at)) return changed();
  });
  for (let root = element.getRootNode(); ; root = root.host.getRootNode()) {
    observer.observe(root, { subtree: true, attributes: true, attributeFilter: ['lang', 'dir'] });
    if (!(root instanceof ShadowRoot)) break;
  }
  return () => observer.disconnect();
}
