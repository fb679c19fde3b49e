/**
 * What runs inside the page: finds what a person would see, through shadow roots. It reads and measures; everything that
 * is done to the page comes from the browser's own mouse and keyboard.
 */
export interface Wanted {
  /** CSS selectors with ` >> ` between: each is looked for inside the one before, shadow roots included. */
  readonly css: string;
  /** What it is called: its label, or the words on it, whole; `*` at the end = begins with. */
  readonly name: string | null;
}

export interface Eyes {
  all(wanted: Wanted): Element[];
  /** Where to point at it, once it is drawn, stands still and nothing lies over it; null until then. */
  point(wanted: Wanted): { x: number; y: number } | null;
  text(element: Element): string;
  name(element: Element): string;
}

declare global {
  var eyes: Eyes;
}

export function openEyes(): void {
  const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();

  const inside = (root: Element | Document | ShadowRoot, css: string): Element[] => {
    const found: Element[] = [...root.querySelectorAll(css)];
    if (root instanceof Element && root.shadowRoot) found.push(...inside(root.shadowRoot, css));
    for (const element of root.querySelectorAll('*'))
      if (element.shadowRoot) found.push(...inside(element.shadowRoot, css));
    return [...new Set(found)];
  };

  /** Words as they are read: without what is hidden from ears, for both see the rest. */
  const words = (node: Node): string => {
    if (node.nodeType === Node.TEXT_NODE) return node.nodeValue ?? '';
    if (node instanceof Element && (node.ariaHidden === 'true' || node.localName === 'svg')) return '';
    return [...node.childNodes].map(words).join('');
  };

  /** An element with a shadow root shows what is in there. */
  const text = (element: Element): string =>
    tidy((element.shadowRoot?.querySelector<HTMLElement>('.crm') ?? (element as HTMLElement)).innerText);

  const name = (element: Element): string => {
    const labels = 'labels' in element ? (element.labels as NodeListOf<Element> | null) : null;
    return tidy(element.ariaLabel ?? (labels?.[0] ? words(labels[0]) : words(element)));
  };

  const fits = (element: Element, wanted: string): boolean => {
    const own = name(element);
    return wanted.endsWith('*') ? own.startsWith(wanted.slice(0, -1)) : own === wanted;
  };

  const all = ({ css, name: wanted }: Wanted): Element[] => {
    let found: (Element | Document)[] = [document];
    for (const part of css.split(' >> ')) found = found.flatMap((root) => inside(root, part));
    return [...new Set(found as Element[])].filter(
      (element) => element.checkVisibility() && (wanted === null || fits(element, wanted)),
    );
  };

  const places = new WeakMap<Element, string>();
  const point = (wanted: Wanted): { x: number; y: number } | null => {
    const [element] = all(wanted);
    if (!element) return null;
    let rect = element.getBoundingClientRect();
    const out = rect.top < 0 || rect.left < 0 || rect.bottom > innerHeight || rect.right > innerWidth;
    if (out) {
      element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
      rect = element.getBoundingClientRect();
    }
    const place = `${rect.x} ${rect.y} ${rect.width} ${rect.height}`;
    const still = places.get(element) === place;
    places.set(element, place);
    if (!still || rect.width === 0) return null;
    const at = { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 };
    let hit = document.elementFromPoint(at.x, at.y);
    for (let deeper = hit; deeper?.shadowRoot;) {
      deeper = deeper.shadowRoot.elementFromPoint(at.x, at.y);
      if (deeper === hit || deeper === null) break;
      hit = deeper;
    }
    for (let node: Node | null = hit; node; node = node.parentNode ?? (node instanceof ShadowRoot ? node.host : null))
      if (node === element) return at;
    // Nothing but the other end of a long page may lie over it; next time it stands in the middle.
    element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
    return null;
  };

  globalThis.eyes = { all, point, name, text };
}
