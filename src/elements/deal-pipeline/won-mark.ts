/*
 * The won mark: a picture of the card where it stood, green, with a tick in a burst, that leaves by itself. The card has
 * gone by then. It is for eyes only, and for those who want no motion there is none: the toast says the same.
 */
const svg = 'http://www.w3.org/2000/svg';
const rays =
  'M26 5v6M26 41v6M5 26h6M41 26h6M11.200 11.200l4.200 4.200M36.600 36.600l4.200 4.200M40.800 11.200l-4.200 4.200M15.400 36.600l-4.200 4.200';

/** Takes the picture; call what comes back when the deal is won. */
export function wonMark(card: HTMLElement): () => void {
  const { ownerDocument, parentNode } = card;
  if (ownerDocument.defaultView?.matchMedia('(prefers-reduced-motion: reduce)').matches) return () => undefined;
  const box = card.getBoundingClientRect();
  const mark = card.cloneNode(true) as HTMLElement;
  for (const node of [mark, ...mark.querySelectorAll('[id]')]) node.removeAttribute('id');
  for (const name of ['data-id', 'data-gone', 'part', 'role', 'aria-busy']) mark.removeAttribute(name);
  mark.className = 'card won-mark';
  mark.inert = true;
  mark.setAttribute('aria-hidden', 'true');
  mark.popover = 'manual';
  mark.append(burst(ownerDocument));
  const { style } = mark;
  style.setProperty('inset', `${box.top}px auto auto ${box.left}px`);
  style.setProperty('inline-size', `${box.width}px`);
  style.setProperty('block-size', `${box.height}px`);
  style.setProperty('transform', 'none');
  return () => {
    // Beside the rows: those are drawn anew when the card leaves.
    const root = parentNode?.getRootNode();
    if (!(root instanceof ShadowRoot)) return;
    root.querySelector('.board-wrap')?.append(mark);
    mark.showPopover();
    mark.addEventListener('animationend', (event) => event.target === mark && mark.remove());
    mark.addEventListener('animationcancel', (event) => event.target === mark && mark.remove());
  };
}

function burst(document: Document): SVGElement {
  const drawing = document.createElementNS(svg, 'svg');
  drawing.setAttribute('viewBox', '0 0 52 52');
  drawing.setAttribute('class', 'won-burst');
  const part = (name: string, className: string, attributes: Readonly<Record<string, string>>): void => {
    const element = document.createElementNS(svg, name);
    element.setAttribute('class', className);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    drawing.append(element);
  };
  part('path', 'rays', { d: rays });
  part('circle', 'disc', { cx: '26', cy: '26', r: '11' });
  part('path', 'tick', { d: 'm21 26.500 3.500 3.500 7-7' });
  return drawing;
}
