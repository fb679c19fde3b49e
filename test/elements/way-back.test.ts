/** A detail that is closed from within and that its page then hides, or takes out: the focus goes back to where it was opened from. */
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import '../../src/define.js';
import { memoryAdapter } from '../../src/adapters/memory.js';
import { createStore } from '../../src/store/store.js';
import { aDeal, aLead, anActivity, creation, minutesAfter } from '../../src/testing/fixtures.js';
import { clock, ground, keys, press } from '../shared/support/detail-stand.js';

const world = [
  ...ground,
  ...[0, 1, 2].flatMap((n) => [
    creation('lead', aLead({ id: `lead-${n}`, title: `Lead ${n}`, createdAt: minutesAfter(-n), personId: 'person-1' })),
    creation('deal', aDeal({ id: `deal-${n}`, title: `Deal ${n}`, createdAt: minutesAfter(-n), personId: 'person-1' })),
    creation('activity', anActivity({ id: `act-${n}`, leadId: null, dealId: `deal-${n}`, due: `2026-11-2${n + 3}` })),
  ]),
];

type How = 'hide' | 'remove' | 'leave';

/** A page with its own place for what is open: there while something is. */
async function page(tag: string, how: How, set: object = {}): Promise<{ readonly list: HTMLElement }> {
  await setViewport({ width: 1280, height: 900 });
  const adapter = memoryAdapter();
  await adapter.commit(world);
  const store = createStore({ user: { id: 'user-1', name: 'Robin' }, timeZone: 'UTC', clock, adapter });
  const provider = await fixture<HTMLElement>(html`<crm-provider .store=${store}></crm-provider>`);
  const list = Object.assign(document.createElement(tag), set);
  list.style.blockSize = '360px';
  provider.append(list);
  for (const [event, kind] of [
    ['lead-open', 'lead-detail'],
    ['deal-open', 'deal-detail'],
    ['contact-open', 'contact-detail'],
  ] as const) {
    const place = document.createElement('section');
    place.hidden = true;
    const detail = document.createElement(kind);
    provider.append(place);
    if (how !== 'remove') place.append(detail);
    provider.addEventListener(event, (happened) => {
      const open = (happened as CustomEvent<{ id: string | null }>).detail.id !== null;
      place.hidden = how !== 'leave' && !open;
      // As a framework does: with its own next drawing.
      if (how === 'remove') setTimeout(() => (open ? place.append(detail) : detail.remove()));
    });
  }
  return { list };
}

const within = (tag: string, selector: string): HTMLElement | null =>
  document.querySelector(tag)?.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;
const has = (tag: string, selector: string): boolean =>
  document.querySelector(tag)?.shadowRoot?.activeElement?.matches(selector) === true;
const drawn = (tag: string, selector: string): Promise<void> =>
  waitUntil(() => within(tag, selector)?.checkVisibility() === true, `${tag} shows ${selector}`);

describe('the way back out of a detail', () => {
  for (const how of ['hide', 'remove'] as const)
    for (const [tag, set, row, detail] of [
      ['deal-pipeline', {}, '.card[data-id=deal-1] .title', 'deal-detail'],
      ['deal-list', {}, '.lrow[data-id=deal-1]', 'deal-detail'],
      ['activity-list', {}, '[data-item=act-1]', 'deal-detail'],
      ['lead-inbox', { detail: 'none' }, '.lrow[data-id=lead-1]', 'lead-detail'],
      ['contact-list', {}, '.lrow[data-id=person-1]', 'contact-detail'],
    ] as const)
      it(`to <${tag}>, from a <${detail}> that the page has come to ${how}`, async () => {
        await page(tag, how, set);
        await drawn(tag, row);
        document.querySelector<HTMLElement>(tag)!.focus();
        await waitUntil(() => document.activeElement?.localName === tag, 'the list has the focus');
        within(tag, row)!.focus();
        await keys('Enter');
        await drawn(detail, 'h2 button');
        within(detail, 'h2 button')!.focus();
        await keys('Escape');
        await waitUntil(() => has(tag, row), 'the row or card has it');
      });

  it('by mouse, too', async () => {
    await page('deal-pipeline', 'hide');
    await drawn('deal-pipeline', '.card[data-id=deal-1] .title');
    await press(within('deal-pipeline', '.card[data-id=deal-1] .title')!);
    await drawn('deal-detail', '[data-act=back]');
    await press(within('deal-detail', '[data-act=back]')!);
    await waitUntil(() => has('deal-pipeline', '.card .title'), 'the card has it');
  });

  it('step by step, to what it was opened with, and past what has gone meanwhile', async () => {
    await page('deal-pipeline', 'hide');
    await drawn('deal-pipeline', '.card[data-id=deal-1] .title');
    within('deal-pipeline', '.card[data-id=deal-1] .title')!.focus();
    await keys('Enter');
    await drawn('deal-detail', '[part=person] header button');
    within('deal-detail', '[part=person] header button')!.focus();
    await keys('Enter');
    await waitUntil(() => has('deal-detail', '[data-id=open]'), 'the menu');
    await keys('Enter');
    await drawn('contact-detail', 'h2 button');
    within('contact-detail', 'h2 button')!.focus();
    await keys('Escape');
    await waitUntil(() => document.activeElement?.localName === 'deal-detail', 'the deal has it');
    await keys('Escape');
    await waitUntil(() => has('deal-pipeline', '.card[data-id=deal-1] .title'), 'the card has it');
  });

  it('a detail that stays in sight keeps the focus, and nobody is taken from where they have gone', async () => {
    await page('deal-pipeline', 'leave');
    await drawn('deal-pipeline', '.card[data-id=deal-1] .title');
    within('deal-pipeline', '.card[data-id=deal-1] .title')!.focus();
    await keys('Enter');
    await drawn('deal-detail', 'h2 button');
    within('deal-detail', 'h2 button')!.focus();
    await keys('Escape');
    await waitUntil(() => has('deal-detail', '[data-state]'), 'it says that nothing is open');

    await page('deal-pipeline', 'hide');
    const field = document.createElement('input');
    document.querySelector('crm-provider')!.append(field);
    await drawn('deal-pipeline', '.card[data-id=deal-1] .title');
    within('deal-pipeline', '.card[data-id=deal-1] .title')!.focus();
    await keys('Enter');
    await drawn('deal-detail', 'h2 button');
    // A page with a mind of its own.
    document.addEventListener('deal-open', () => field.focus(), { once: true });
    within('deal-detail', 'h2 button')!.focus();
    await keys('Escape');
    await waitUntil(() => within('deal-detail', 'h2 button')?.checkVisibility() !== true, 'it is closed');
    for (let frame = 0; frame < 4; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
    expect(document.activeElement === field, 'the field has it').to.equal(true);
  });
});
