import { sendMouse } from '@web/test-runner-commands';
import { middle } from './commands.js';
import { Patience } from './patience.js';

const painted = (): Promise<unknown> => new Promise((done) => requestAnimationFrame(done));

/** Which element a mouse meets at a place, through all shadow roots. */
function met([x, y]: [number, number]): Element | null {
  let hit = document.elementFromPoint(x, y);
  for (let deeper = hit; deeper?.shadowRoot; hit = deeper) {
    const inside: Element | null = deeper.shadowRoot.elementFromPoint(x, y);
    if (inside === null || inside === deeper) break;
    deeper = inside;
  }
  return hit;
}

/** Whether what the mouse meets is the element, or in it: of slots and shadow roots, too. */
function isIn(met: Element | null, element: Element): boolean {
  for (let node: Node | null = met; node; node = node instanceof ShadowRoot ? node.host : node.parentNode)
    if (node === element) return true;
  return false;
}

/**
 * Presses an element with the real mouse as a person does: one that is painted, stands still and has nothing over it. It
 * is brought into sight where it is not. A press sent before that meets whatever still lies at the place: browsers leave
 * rows with `content-visibility` out until the frame after the one that places them, and menus follow what is scrolled.
 *
 * @throws when a test's patience is over, saying what is in the way
 */
export async function click(element: Element): Promise<void> {
  const patience = new Patience();
  let before = '';
  try {
    for (;;) {
      const at = middle(element);
      const over = met(at);
      const place = `${at.join()} ${String(isIn(over, element))}`;
      if (isIn(over, element) && place === before) return await sendMouse({ type: 'click', position: at });
      if (!isIn(over, element) && place === before) element.scrollIntoView({ block: 'center' });
      before = place;
      const { outerHTML } = element;
      if (!element.isConnected) throw new Error(`It has left the page before it was pressed: ${outerHTML}`);
      if (patience.isOver) throw new Error(`Over ${outerHTML} there is ${over?.outerHTML ?? 'nothing'}`);
      await painted();
    }
  } finally {
    patience.end();
  }
}
