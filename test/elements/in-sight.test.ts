/** Keys that lead from row to row, in lists that stand only partly in the window: one sees the row one is at. */
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import '../../src/define.js';
import { memoryAdapter } from '../../src/adapters/memory.js';
import type { CrmStore } from '../../src/store/api.js';
import { createStore } from '../../src/store/store.js';
import { aDeal, aLead, anActivity, aPerson, creation, minutesAfter } from '../../src/testing/fixtures.js';
import { clock, ground } from '../shared/support/detail-stand.js';

type Shown = HTMLElement & { store?: CrmStore | null; updateComplete: Promise<boolean> };

const count = 40;
const places = [...Array(count).keys()];
const world = [
  ...ground,
  ...places.flatMap((n) => [
    creation('lead', aLead({ id: `lead-${n}`, title: `Lead ${n}`, createdAt: minutesAfter(-n) })),
    creation('deal', aDeal({ id: `deal-${n}`, title: `Deal ${n}`, createdAt: minutesAfter(-n) })),
    creation('person', aPerson({ id: `contact-${n}`, name: `Contact ${n + 100}` })),
    creation('activity', anActivity({ id: `act-${n}`, leadId: 'lead-0', due: '2026-11-25', time: null })),
  ]),
];

interface Page {
  readonly el: Shown;
  /** A box of the page that scrolls, around the element. */
  readonly box: HTMLElement;
}

/** An element taller than the window, below much else, in a page that is wide and scrolls smoothly. */
async function page(tag: string, boxed: boolean): Promise<Page> {
  await setViewport({ width: 1280, height: 500 });
  const adapter = memoryAdapter();
  await adapter.commit(world);
  const store = createStore({ user: { id: 'user-1', name: 'Robin' }, timeZone: 'UTC', clock, adapter });
  const around = boxed ? 'block-size: 400px; inline-size: 1000px; overflow: auto; scroll-behavior: smooth' : '';
  const frame = await fixture<HTMLElement>(
    html`<div style=${around}><div style="block-size: 300px; inline-size: 1600px"></div></div>`,
  );
  document.documentElement.style.scrollBehavior = 'smooth';
  const el = Object.assign(document.createElement(tag), { store }) as Shown;
  Object.assign(el.style, { blockSize: '900px', inlineSize: '1500px' });
  frame.append(el);
  await waitUntil(() => el.shadowRoot!.querySelector('.lrow[data-id], [data-item^=act]'), 'the list is drawn');
  return { el, box: boxed ? frame : document.documentElement };
}

/** The row with the focus is wholly within the window and the box that shows it. */
function inSight({ el, box }: Page): boolean {
  const row = el.shadowRoot!.activeElement;
  if (!row?.matches('.lrow, .arow, [data-item]')) return false;
  const { top, bottom } = row.getBoundingClientRect();
  const edges = box === document.documentElement ? { top: 0, bottom: innerHeight } : box.getBoundingClientRect();
  return top >= edges.top - 1 && bottom <= edges.bottom + 1;
}

/** Which row one is at. */
const at = ({ el }: Page): string => {
  const { id, item } = (el.shadowRoot!.activeElement as HTMLElement | null)?.dataset ?? {};
  return id ?? item ?? '';
};

describe('a list that is only partly in the window', () => {
  afterEach(() => {
    document.documentElement.style.scrollBehavior = '';
    window.scrollTo(0, 0);
  });

  for (const tag of ['lead-inbox', 'deal-list', 'contact-list', 'activity-list'])
    for (const boxed of [false, true])
      it(`<${tag}>${boxed ? ' in a box that scrolls' : ''}: keys bring the row into sight, at once, and move nothing sideways`, async function () {
        this.timeout(30_000);
        const stand = await page(tag, boxed);
        const { el, box } = stand;
        box.scrollTo({ left: 40, behavior: 'instant' });
        el.focus({ preventScroll: true });
        await sendKeys({ press: 'j' });
        await waitUntil(() => inSight(stand), 'the first rows are seen');
        for (let n = 0; n < 14; n++) {
          const before = at(stand);
          await sendKeys({ press: n % 2 ? 'j' : 'ArrowDown' });
          await waitUntil(() => at(stand) !== before && inSight(stand), `row ${n} below is seen`);
        }
        expect(box.scrollTop, 'the page has followed').to.be.greaterThan(100);
        expect(box.scrollLeft, 'and not sideways').to.equal(40);
        const above = at(stand);
        await sendKeys({ press: 'End' });
        await waitUntil(() => at(stand) !== above && inSight(stand), 'the last one is seen');
        const down = box.scrollTop;
        await sendKeys({ press: 'Home' });
        await waitUntil(() => box.scrollTop < down && inSight(stand), 'the first one is seen');
        for (const key of ['j', 'k', 'PageDown', 'ArrowUp']) {
          await sendKeys({ press: key });
          await waitUntil(() => inSight(stand), `seen after ${key}`);
        }
        expect(box.scrollLeft, 'still not sideways').to.equal(40);
      });

  it('moves no page by itself: what a page gives the focus without scrolling stays where it is', async () => {
    for (const tag of ['lead-inbox', 'activity-list']) {
      const stand = await page(tag, false);
      stand.el.focus({ preventScroll: true });
      await waitUntil(() => stand.el.shadowRoot!.activeElement?.matches('.lrow, [data-item]'), 'it has the focus');
      for (let frame = 0; frame < 3; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
      expect(document.documentElement.scrollTop).to.equal(0);
    }
  });
});
