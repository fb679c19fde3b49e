/** `focus()` of the elements: to what one works on, also where it is asked for before that is there, and never from somebody who has gone elsewhere. */
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import '../../src/define.js';
import { memoryAdapter } from '../../src/adapters/memory.js';
import type { CrmAdapter } from '../../src/adapters/adapter.js';
import type { Change } from '../../src/domain/change.js';
import type { CrmStore, StoreOptions } from '../../src/store/api.js';
import { createStore } from '../../src/store/store.js';
import { aDeal, aLead, anActivity, creation, minutesAfter } from '../../src/testing/fixtures.js';
import { clock, ground } from '../shared/support/detail-stand.js';

type Tag = keyof HTMLElementTagNameMap;
type Shown = HTMLElement & { store?: CrmStore | null; updateComplete: Promise<boolean> };

const world: readonly Change[] = [
  ...ground,
  ...['first', 'second', 'third'].flatMap((id, n) => [
    creation('lead', aLead({ id, title: `Lead ${id}`, createdAt: minutesAfter(-n), personId: 'person-1' })),
    creation('deal', aDeal({ id: `deal-${id}`, title: `Deal ${id}`, createdAt: minutesAfter(-n) })),
    creation('activity', anActivity({ id: `act-${id}`, leadId: id, due: `2026-11-2${n + 3}` })),
  ]),
];

/** Whatever is shown, and what has the focus in it when it was asked to take it. */
const all: readonly (readonly [tag: Tag, set: object, at: string])[] = [
  ['lead-inbox', {}, '.lrow[data-id=first]'],
  ['deal-pipeline', {}, '.card[data-id] .title'],
  ['deal-pipeline', { view: 'list' }, 'deal-list'],
  ['deal-list', {}, '.lrow[data-id]'],
  ['activity-list', {}, '[data-item=act-first]'],
  ['contact-list', {}, '.lrow[data-id=person-1]'],
  ['lead-detail', { leadId: 'second' }, 'h2 button'],
  ['deal-detail', { dealId: 'deal-second' }, 'h2 button'],
  ['contact-detail', { personId: 'person-1' }, 'h2 button'],
  ['lead-import', {}, '[data-choose]'],
];

/** A storage that answers when it is let. */
function gated(): { readonly adapter: CrmAdapter; readonly open: () => void } {
  const memory = memoryAdapter();
  let open = (): void => undefined;
  const gate = new Promise<void>((resolve) => (open = resolve));
  const adapter: CrmAdapter = {
    ...memory,
    abilities: memory.abilities,
    read: async (...asked) => {
      await gate;
      return memory.read(...asked);
    },
    commit: (...asked) => memory.commit(...asked),
  };
  return { adapter, open: () => open() };
}

async function page(
  tag: Tag,
  set: object,
  options: Partial<StoreOptions> = {},
  changes = world,
  width = 1200,
): Promise<{ readonly el: Shown; readonly before: HTMLInputElement; readonly open: () => void }> {
  await setViewport({ width: 1280, height: 700 });
  const { adapter, open } = gated();
  await adapter.commit(changes);
  const store = createStore({ user: { id: 'user-1', name: 'Robin' }, timeZone: 'UTC', clock, ...options, adapter });
  // A page that is longer than the window, with a field of its own above.
  const frame = await fixture<HTMLElement>(
    html`<div style="inline-size: ${width}px"><input aria-label="Of the page" /><div style="block-size: 1200px"></div></div>`,
  );
  const el = Object.assign(document.createElement(tag), { store, ...set }) as unknown as Shown;
  el.style.blockSize = '500px';
  frame.append(el);
  return { el, before: frame.querySelector('input')!, open };
}
/** The page has the focus. Firefox scrolls to it with the next frame. */
async function start(before: HTMLElement): Promise<void> {
  before.focus();
  for (let frame = 0; frame < 2; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
}
const has = (el: Shown, selector: string): boolean => el.shadowRoot?.activeElement?.matches(selector) === true;
const inSight = (el: Shown): boolean => {
  const { top, bottom } = el.shadowRoot!.activeElement!.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
};

describe('focus() of an element', () => {
  for (const [tag, set, at] of all) {
    const name = `<${tag}> ${JSON.stringify(set)}`;
    it(`${name}: asked for before anything is there, it comes with what one works on, and into sight`, async () => {
      const { el, before, open } = await page(tag, set);
      await start(before);
      el.focus();
      open();
      await waitUntil(() => has(el, at), `${at} has the focus`);
      await waitUntil(() => inSight(el), 'the page shows it');
    });

    it(`${name}: asked for when all is there`, async () => {
      const { el, before, open } = await page(tag, set);
      open();
      await waitUntil(() => el.shadowRoot?.querySelector(at) != null, 'it is drawn');
      await start(before);
      el.focus();
      await waitUntil(() => has(el, at), `${at} has the focus`);
      await waitUntil(() => inSight(el), 'the page shows it');
    });

    it(`${name}: whoever has gone elsewhere meanwhile stays there`, async () => {
      const { el, before, open } = await page(tag, set);
      el.focus();
      before.focus();
      open();
      await waitUntil(() => el.shadowRoot?.querySelector(at) != null, 'it is drawn');
      await sendKeys({ type: 'typed' });
      await el.updateComplete;
      expect(before.value).to.equal('typed');
      expect(document.activeElement === before, 'the field has the focus').to.equal(true);
    });
  }

  it('leads back to the row and to the card one was at', async () => {
    for (const [tag, first, then, row] of [
      ['lead-inbox', '.lrow[data-id=first]', 'j', '.lrow[data-id=second]'],
      ['deal-pipeline', '.card .title', 'ArrowDown', '.card[data-id] .title'],
    ] as const) {
      const { el, before, open } = await page(tag, {});
      open();
      el.focus();
      await waitUntil(() => has(el, first), 'the first one');
      const was = el.shadowRoot!.activeElement;
      await sendKeys({ press: then });
      await waitUntil(() => has(el, row) && el.shadowRoot!.activeElement !== was, 'the next one');
      const at = el.shadowRoot!.activeElement;
      await start(before);
      el.focus();
      await waitUntil(() => el.shadowRoot!.activeElement === at, 'back at it');
    }
  });

  it('goes to what is said where there is no record, and to the head where the title cannot be edited', async () => {
    const gone = await page('deal-detail', { dealId: 'nobody' });
    gone.open();
    gone.el.focus();
    await waitUntil(() => has(gone.el, '[data-state]'), 'it is read out that it is gone');
    const read = await page('lead-detail', { leadId: 'first' }, { can: () => 'Read only.' });
    read.open();
    read.el.focus();
    await waitUntil(() => has(read.el, '[part=head] *'), 'the head has it');
    const empty = await page('deal-pipeline', {}, {}, ground);
    empty.open();
    empty.el.focus();
    await waitUntil(() => has(empty.el, '[data-empty-head]'), 'it is read out that there are no deals');
  });

  it('goes into the lead where that covers the inbox', async () => {
    const { el, before, open } = await page('lead-inbox', {}, {}, world, 420);
    open();
    await waitUntil(() => el.shadowRoot?.querySelector('.lrow[data-id=first]') != null, 'the rows');
    el.focus();
    await waitUntil(() => has(el, '.lrow[data-id=first]'), 'the row');
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => el.shadowRoot?.querySelector('lead-detail')?.shadowRoot?.querySelector('h2 button') != null);
    before.focus();
    el.focus();
    await waitUntil(() => has(el, 'lead-detail'), 'the lead has it');
  });

  it('is as any other focus(): the page may ask to stay where it is scrolled', async () => {
    const { el, before, open } = await page('deal-list', {});
    open();
    await waitUntil(() => el.shadowRoot?.querySelector('.lrow[data-id]') != null, 'the rows');
    await start(before);
    el.focus({ preventScroll: true });
    await waitUntil(() => has(el, '.lrow[data-id]'), 'the row');
    expect(scrollY).to.equal(0);
  });
});
