/** The order of a deal's products, by key, menu and mouse; and two hundred of them. */
import { expect, waitUntil } from '@open-wc/testing';
import { resetMouse, sendKeys, sendMouse } from '@web/test-runner-commands';
import type { CrmAdapter } from '../../../src/adapters/adapter.js';
import { memoryAdapter } from '../../../src/adapters/memory.js';
import { CrmError } from '../../../src/domain/errors.js';
import { orSkip, touchDrag, touchscreen } from '../../support/commands.js';
import { detailStand, keys, named, one, press, type } from '../../shared/support/detail-stand.js';
import { at, cell, editor, line, lineOf, sold, stand, sum, two } from './support/products-stand.js';

const middle = (element: Element): [number, number] => {
  const { x, y, width, height } = element.getBoundingClientRect();
  return [Math.round(x + width / 2), Math.round(y + height / 2)];
};

describe('<deal-detail>: the order of products', () => {
  afterEach(() => touchscreen(false).catch(() => undefined));
  afterEach(() => resetMouse());

  it('goes up and down by key and by menu, and each way is taken back', async () => {
    const { detail, store } = await stand();
    const order = () =>
      [...detail.shadowRoot!.querySelectorAll<HTMLElement>('[data-line]')].map((row) => row.dataset['line']);
    cell(detail, 'Migration', 'name').focus();
    await sendKeys({ down: 'Alt' });
    await keys('ArrowUp');
    await sendKeys({ up: 'Alt' });
    await waitUntil(() => order().join() === 'Migration,Licence');
    await waitUntil(() => at(detail) === 'Migration name', 'the focus goes along');
    await press(named(detail, 'Actions for Migration'));
    await press(named(detail, /^Move down/));
    await waitUntil(() => order().join() === 'Licence,Migration');
    await store.undo();
    await waitUntil(() => order().join() === 'Migration,Licence');
  });

  it('is changed by dragging, and not where one lets go outside', async () => {
    const { detail } = await stand([...two, line('Travel', { price: '1', rank: 'b0' })]);
    const order = () =>
      [...detail.shadowRoot!.querySelectorAll<HTMLElement>('[data-line]')].map((row) => row.dataset['line']).join();
    const amount = (name: string): HTMLElement => one(detail, `[data-line=${name}] .amount`);
    amount('Travel').scrollIntoView({ block: 'center' });
    await sendMouse({ type: 'move', position: middle(amount('Travel')) });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: middle(amount('Migration')) });
    await sendMouse({ type: 'move', position: middle(amount('Licence')) });
    await waitUntil(
      () => detail.shadowRoot?.querySelector('[data-line=Licence][data-over=before]') != null,
      'it is shown where it would stand',
    );
    const ghost = one<HTMLElement>(detail, '.drag-ghost').getBoundingClientRect();
    expect(
      [ghost.left >= 0, ghost.right <= innerWidth, ghost.top >= 0, ghost.bottom <= innerHeight],
      'the picture of it',
    ).to.deep.equal([true, true, true, true]);
    await sendMouse({ type: 'up' });
    await waitUntil(() => order() === 'Travel,Licence,Migration');
    await sendMouse({ type: 'move', position: middle(amount('Travel')) });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: middle(amount('Licence')) });
    await sendKeys({ press: 'Escape' });
    await sendMouse({ type: 'up' });
    expect(order()).to.equal('Travel,Licence,Migration');
    expect(detail.shadowRoot?.querySelector('[data-over], [data-gone], .drag-ghost')).to.equal(null);
    // Down: it comes to stand below the line that it is held over.
    await sendMouse({ type: 'move', position: middle(amount('Travel')) });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: middle(amount('Licence')) });
    await sendMouse({ type: 'move', position: middle(amount('Migration')) });
    await waitUntil(() => detail.shadowRoot?.querySelector('[data-line=Migration][data-over=after]') != null);
    await sendMouse({ type: 'up' });
    await waitUntil(() => order() === 'Licence,Migration,Travel');
  });

  it('of fifty: what is held at the lower edge scrolls the lines along', async () => {
    const many = Array.from({ length: 50 }, (_, i) => line(`L${String(i).padStart(2, '0')}`, { price: '1' }));
    const { detail } = await stand([
      sold({ value: { amount: '50.00', currency: 'EUR' }, lines: { count: 50, by: 'c' } }),
      ...many,
    ]);
    await waitUntil(() => detail.shadowRoot?.querySelectorAll('[data-line]').length === 50);
    const amount = (name: string): HTMLElement => one(detail, `[data-line=${name}]:not(.drag-ghost) .amount`);
    amount('L00').scrollIntoView({ block: 'center' });
    const [x, y] = middle(amount('L00'));
    const bottom = Math.round(Math.min(innerHeight, detail.getBoundingClientRect().bottom)) - 6;
    expect(amount('L40').getBoundingClientRect().top).to.be.greaterThan(bottom);
    await sendMouse({ type: 'move', position: [x, y] });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: [x, y + 30] });
    await waitUntil(() => detail.shadowRoot?.querySelector('.drag-ghost') != null, 'it is lifted');
    await sendMouse({ type: 'move', position: [x, bottom] });
    await waitUntil(() => amount('L40').getBoundingClientRect().bottom < bottom, 'it has scrolled');
    await sendMouse({ type: 'move', position: middle(amount('L40')) });
    await waitUntil(() => detail.shadowRoot?.querySelector('[data-over=after]') != null);
    await sendMouse({ type: 'up' });
    await waitUntil(() => detail.shadowRoot?.querySelector<HTMLElement>('[data-line]')?.dataset['line'] === 'L01');
  });

  it('is changed by one finger that holds a line, while a swipe scrolls', async function () {
    const { detail } = await stand();
    const order = () =>
      [...detail.shadowRoot!.querySelectorAll<HTMLElement>('[data-line]')].map((row) => row.dataset['line']).join();
    const amount = (name: string): HTMLElement => one(detail, `[data-line=${name}] .amount`);
    const drag = (hold?: number): Promise<void> => {
      amount('Migration').scrollIntoView({ block: 'center' });
      const [from, to] = ['Migration', 'Licence'].map((name) => middle(amount(name)));
      return touchDrag({ x: from![0], y: from![1] }, { x: to![0], y: to![1] }, { ...(hold !== undefined && { hold }) });
    };
    // As large as a finger wants them, before anything is measured.
    await orSkip(this, () => touchscreen(true));
    await drag();
    expect(order()).to.equal('Licence,Migration');
    await drag(450);
    await waitUntil(() => order() === 'Migration,Licence');
  });

  it('of two hundred: one key draws no other line, and all of them count', async () => {
    const many = Array.from({ length: 200 }, (_, i) => line(`L${String(i).padStart(3, '0')}`, { price: '1' }));
    const { detail, store } = await stand([
      sold({ value: { amount: '200.00', currency: 'EUR' }, lines: { count: 200, by: 'c' } }),
      ...many,
    ]);
    await waitUntil(() => detail.shadowRoot?.querySelectorAll('[data-line]').length === 200);
    expect(sum(detail)).to.equal('€200.00');
    cell(detail, 'L100', 'price').focus();
    await keys('Enter');
    await waitUntil(() => editor(detail) !== null);
    const drawn = new Set<string>();
    const watch = new MutationObserver((records) => {
      for (const { target } of records) {
        const row = (target instanceof Element ? target : target.parentElement)?.closest<HTMLElement>('[data-line]');
        if (row) drawn.add(row.dataset['line']!);
      }
    });
    watch.observe(detail.shadowRoot!, { subtree: true, childList: true, characterData: true, attributes: true });
    await type('25');
    expect(drawn.size).to.equal(0);
    await keys('Enter');
    await waitUntil(async () => (await lineOf(store, 'L100'))?.price === '25');
    await waitUntil(() => sum(detail) === '€224.00');
    await waitUntil(() => at(detail) === 'L101 price');
    watch.disconnect();
    expect([...drawn].sort()).to.deep.equal(['L100', 'L101']);
  });

  it('that cannot be read says so, and is there after another try', async () => {
    const inner = memoryAdapter();
    let broken = true;
    const adapter: CrmAdapter = {
      abilities: inner.abilities,
      commit: (changes, options) => inner.commit(changes, options),
      summarize: (query, by) => inner.summarize!(query, by),
      watch: (listener) => inner.watch!(listener),
      read: (query, options) =>
        query.kind === 'dealProduct' && broken
          ? Promise.reject(new CrmError('denied', 'Not now.'))
          : inner.read(query, options),
    };
    const { detail } = await detailStand(
      () => Object.assign(document.createElement('deal-detail'), { dealId: 'one' }),
      two,
      {
        width: 1000,
        adapter,
      },
    );
    await waitUntil(() => detail.shadowRoot?.querySelector('#products [role=alert] button') != null);
    broken = false;
    await press(one(detail, '#products [role=alert] button'));
    await waitUntil(() => detail.shadowRoot?.querySelector('[data-sum]') != null);
    expect(sum(detail)).to.equal('€1,470.00');
  });
});
