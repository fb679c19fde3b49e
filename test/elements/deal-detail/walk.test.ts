/** From a deal to the next one of the list from which it was opened: a stage of the board, or the rows of a list. */
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import '../../../src/define/crm-provider.js';
import '../../../src/define/deal-detail.js';
import '../../../src/define/deal-list.js';
import '../../../src/define/deal-pipeline.js';
import { memoryAdapter } from '../../../src/adapters/memory.js';
import type { Crm } from '../../../src/shared/context.js';
import { handsCode } from '../../../src/elements/deal-pipeline/code.js';
import type { CrmProvider } from '../../../src/elements/crm-provider/crm-provider.js';
import type { CrmStore } from '../../../src/store/api.js';
import { createStore } from '../../../src/store/store.js';
import { aDeal, creation, minutesAfter } from '../../../src/testing/fixtures.js';
import { fetched } from '../../support/code.js';
import { cutsRing } from '../../support/ring.js';
import { clock, ground, keys, one, press } from '../../shared/support/detail-stand.js';

const titles = ['Roof', 'Heat pump', 'Depot', 'Panels'];
const deals = [
  ...titles.map((title, n) =>
    creation('deal', aDeal({ id: `deal-${n}`, title, createdAt: minutesAfter(-n), personId: 'person-1' })),
  ),
  creation('deal', aDeal({ id: 'other', title: 'Elsewhere', stageId: 'stage-2', personId: 'person-1' })),
];

interface Page {
  readonly provider: CrmProvider;
  readonly list: HTMLElement;
  readonly detail: HTMLElement & { updateComplete: Promise<boolean> };
  readonly store: CrmStore;
}

async function page(tag: 'deal-pipeline' | 'deal-list'): Promise<Page> {
  await setViewport({ width: 1280, height: 900 });
  await fetched(handsCode);
  const adapter = memoryAdapter();
  await adapter.commit([...ground, ...deals]);
  const store = createStore({
    user: { id: 'user-1', name: 'Robin' },
    timeZone: 'UTC',
    currency: 'EUR',
    clock,
    adapter,
  });
  const provider = await fixture<CrmProvider>(html`<crm-provider .store=${store}></crm-provider>`);
  const list = document.createElement(tag);
  list.style.blockSize = '360px';
  const detail = document.createElement('deal-detail');
  detail.style.blockSize = '440px';
  provider.append(list, detail);
  const row = tag === 'deal-pipeline' ? '.card[data-id="deal-1"]' : '[data-id="deal-1"]';
  await waitUntil(() => list.shadowRoot?.querySelector(row) != null, 'the deals are shown');
  return { provider, list, detail, store };
}

const titleOf = (detail: HTMLElement): string => detail.shadowRoot?.querySelector('h2')?.textContent.trim() ?? '';
const place = (detail: HTMLElement): string =>
  (detail.shadowRoot?.querySelector('.ways .place')?.textContent ?? '').replace(/\s+/g, ' ').trim();
const shows = (detail: HTMLElement, title: string, at: string): Promise<void> =>
  waitUntil(() => titleOf(detail) === title && place(detail) === at, `${title}, ${at}`);

async function open(list: HTMLElement): Promise<void> {
  const target =
    list.localName === 'deal-pipeline'
      ? one(list, '.card[data-id="deal-1"] .title, .card[data-id="deal-1"]')
      : one(list, '[data-id="deal-1"] [data-do=open], [data-id="deal-1"] .title');
  await press(target);
}

describe('<deal-detail>: next and previous', () => {
  for (const tag of ['deal-pipeline', 'deal-list'] as const) {
    it(`goes through what stands in the <${tag}> it was opened from, by button and by key, and says where it is`, async () => {
      const { detail, list, provider } = await page(tag);
      const of = tag === 'deal-pipeline' ? 4 : 5;
      await open(list);
      await waitUntil(() => titleOf(detail) === 'Heat pump' && place(detail).endsWith(` of ${of}`), 'it is open');
      const at = Number(place(detail).split(' ')[0]);
      await press(one(detail, '[data-act=next]'));
      await waitUntil(() => place(detail) === `${at + 1} of ${of}`, 'the next one');
      expect(titleOf(detail)).to.not.equal('Heat pump');
      await waitUntil(() => detail.shadowRoot!.activeElement?.getAttribute('data-act') === 'next', 'the focus stays');
      await keys('k');
      await shows(detail, 'Heat pump', `${at} of ${of}`);
      expect(provider.current.deal).to.equal('deal-1');
    });
  }

  it('shows the whole ring of the focus around its ways on and its chips', async () => {
    const { detail, list } = await page('deal-pipeline');
    await open(list);
    await waitUntil(() => detail.shadowRoot?.querySelector('[data-act=next]') != null, 'it is open');
    expect(cutsRing(one(detail, '[data-act=next]'))).to.equal('');
    await waitUntil(() => detail.shadowRoot?.querySelector('.filters .chip') != null, 'the history');
    one(detail, '.filters .chip').scrollIntoView({ block: 'center' });
    expect(cutsRing(one(detail, '.filters .chip'))).to.equal('');
  });

  it('says so at both ends, and stays', async () => {
    const { detail, list } = await page('deal-pipeline');
    await open(list);
    await waitUntil(() => place(detail).endsWith(' of 4'), 'it is open');
    for (let n = Number(place(detail).split(' ')[0]); n < 4; n++) {
      await press(one(detail, '[data-act=next]'));
      await waitUntil(() => place(detail) === `${n + 1} of 4`, 'the next one');
    }
    const last = titleOf(detail);
    const next = one(detail, '[data-act=next]');
    expect(next.getAttribute('aria-disabled')).to.equal('true');
    expect(next.title).to.equal('This is the last deal in the list');
    await press(next);
    await waitUntil(
      () =>
        /last deal in the list/.test(
          [...detail.shadowRoot!.querySelectorAll('.sr[role=status]')].map((each) => each.textContent).join(),
        ),
      'said',
    );
    expect(titleOf(detail)).to.equal(last);
  });

  it('goes on from the place of a deal that was moved on, which is no longer of the list', async () => {
    const { detail, list, store } = await page('deal-pipeline');
    await open(list);
    await waitUntil(() => place(detail).endsWith(' of 4'), 'it is open');
    const at = Number(place(detail).split(' ')[0]);
    await store.execute('deal-move', { ids: ['deal-1'], stageId: 'stage-2' });
    await shows(detail, 'Heat pump', 'Not in this list');
    await press(one(detail, '[data-act=next]'));
    await waitUntil(() => place(detail) === `${at} of 3`, 'the one that has taken its place');
    expect(titleOf(detail)).to.not.equal('Heat pump');
  });

  it('has no list to go through where the deal was opened by the page, and leaves the keys alone', async () => {
    const { detail, list, provider } = await page('deal-pipeline');
    await open(list);
    await waitUntil(() => place(detail).endsWith(' of 4'), 'it is open');
    provider.current = { deal: 'other' };
    await waitUntil(() => titleOf(detail) === 'Elsewhere', 'the other one');
    expect(detail.shadowRoot!.querySelector('[data-act=next]')).to.equal(null);
    one(detail, '[data-act=more]').focus();
    await keys('j');
    expect(titleOf(detail)).to.equal('Elsewhere');
    const { from } = (provider as unknown as { crm?: Crm }).crm ?? {};
    expect(from).to.equal(undefined);
  });

  it('leads to another deal without losing the focus: its title has it', async () => {
    const { detail, list } = await page('deal-list');
    await open(list);
    await waitUntil(() => titleOf(detail) === 'Heat pump');
    const title = (): Element | null => detail.shadowRoot!.querySelector('h2 button');
    const isThere = (name: string): Promise<void> =>
      waitUntil(
        () => titleOf(detail) === name && title() !== null && detail.shadowRoot!.activeElement === title(),
        `on the title of ${name}`,
      );
    await press(one(detail, '[data-act=more]'));
    await waitUntil(() => detail.shadowRoot!.querySelector('[data-id=duplicate]') !== null, 'the menu');
    one(detail, '[data-id=duplicate]').focus();
    await keys('Enter');
    await isThere('Heat pump (copy)');
    await waitUntil(() => detail.shadowRoot!.querySelector('.tag--open') !== null, 'what else is open');
    one(detail, '.tag--open').focus();
    await keys('Enter');
    await waitUntil(() => detail.shadowRoot!.querySelector('[data-id="other"]') !== null, 'the open deals');
    one(detail, '[data-id="other"]').focus();
    await keys('Enter');
    await isThere('Elsewhere');
  });
});
