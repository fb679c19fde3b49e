/*
 * Which language an element speaks: that of the nearest `lang` around it, across the borders of shadow roots. One
 * observer serves the whole page, and only while somebody is connected: nothing of the host is watched longer (R45).
 */

interface Watcher {
  readonly element: Element;
  readonly changed: () => void;
}

const watchers = new Set<Watcher>();
let observer: MutationObserver | undefined;

/** The nearest `lang` of the element itself or of what it stands in; '' where nobody says. */
export function languageAround(element: Element): { lang: string; own: boolean } {
  for (let node: Element | null = element; node; node = parentAcross(node)) {
    const lang = node.getAttribute('lang');
    if (lang) return { lang, own: node === element };
  }
  return { lang: '', own: false };
}

/** The parent, or the host of the shadow root where the tree ends. */
export function parentAcross(node: Element): Element | null {
  if (node.assignedSlot) return node.assignedSlot;
  if (node.parentElement) return node.parentElement;
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/** Calls `changed` when a `lang` or `dir` changes anywhere the element could inherit it from. Returns the way to stop. */
export function watchLanguage(element: Element, changed: () => void): () => void {
  const watcher: Watcher = { element, changed };
  watchers.add(watcher);
  observe(element);
  return () => {
    watchers.delete(watcher);
    // An observer cannot let go of one root: drop all, and take those that are left again.
    observer?.disconnect();
    for (const left of watchers) observe(left.element);
    if (watchers.size === 0) observer = undefined;
  };
}

function observe(element: Element): void {
  observer ??= new MutationObserver((records) => {
    for (const watcher of [...watchers]) {
      if (records.some(({ target }) => surrounds(target, watcher.element))) watcher.changed();
    }
  });
  let root = element.getRootNode();
  // Watching the same root twice with the same options is one watch.
  for (;;) {
    observer.observe(root, { subtree: true, attributes: true, attributeFilter: ['lang', 'dir'] });
    if (!(root instanceof ShadowRoot)) break;
    root = root.host.getRootNode();
  }
}

function surrounds(node: Node, element: Element): boolean {
  for (let at: Element | null = element; at; at = parentAcross(at)) if (at === node) return true;
  return false;
}
