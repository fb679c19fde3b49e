import { expect, waitUntil } from '@open-wc/testing';
import { resetMouse, sendKeys, sendMouse } from '@web/test-runner-commands';
import type { DealPipeline } from '../../../src/elements/deal-pipeline/deal-pipeline.js';
import { faultyAdapter } from '../../../src/testing/faulty.js';
import { middle, orSkip, touchDrag } from '../../support/commands.js';
import { alt, december, forecast, head, hold, ids, lane, november } from './forecast-support.js';
import {
  all,
  card,
  click,
  commits,
  focusCard,
  focusedId,
  one,
  press,
  said,
  settled,
  stored,
  text,
  toast,
} from './support.js';

describe('<deal-pipeline view="forecast"> moving cards', () => {
  afterEach(() => resetMouse());

  it('drops a card into another month: the same day there, one write, said and taken back', async () => {
    const { el, adapter } = await forecast();
    const seen = commits(adapter);
    await hold(el, 'd2', november);
    expect(lane(el, november).matches('[data-target]')).to.equal(true);
    await sendMouse({ type: 'up' });
    await waitUntil(() => ids(el, november).includes('d2'));
    await waitUntil(() => toast(el).includes('in November, expected'));
    // The fifth has passed: today.
    expect((await stored(adapter, 'd2')).expectedClose).to.equal('2026-11-23');
    expect(seen.count).to.equal(1);
    await waitUntil(() => head(el, december).includes('€0'));
    await waitUntil(() => focusedId(el) === 'd2');
    await press(el, 'z');
    await waitUntil(() => ids(el, december).includes('d2'));
    expect((await stored(adapter, 'd2')).expectedClose).to.equal('2026-12-05');
  });

  it('puts back on Escape, and over what is overdue: nothing can be put there', async () => {
    const { el, adapter } = await forecast();
    const seen = commits(adapter);
    await hold(el, 'd2', november);
    await sendKeys({ press: 'Escape' });
    await settled(el);
    await sendMouse({ type: 'up' });
    expect(ids(el, december)).to.deep.equal(['d2']);
    await hold(el, 'd2', 'late');
    expect(all(el, '[data-target]')).to.have.length(0);
    await sendMouse({ type: 'up' });
    await settled(el);
    expect(said(el)).to.contain('Pump was put back');
    expect([ids(el, 'late'), ids(el, december)]).to.deep.equal([['d4'], ['d2']]);
    expect(seen.count).to.equal(0);
  });

  it('lets go of a card that somebody changes meanwhile', async () => {
    const { el, store } = await forecast();
    await hold(el, 'd2', november);
    await store.execute('deal-edit', { id: 'd2', fields: { expectedClose: '2027-01-09' } });
    await waitUntil(() => all(el, '.drag-ghost').length === 0);
    await sendMouse({ type: 'up' });
    await settled(el);
    expect(ids(el, 'month 2027-01-01')).to.deep.equal(['d2']);
  });

  for (const [name, interrupt] of Object.entries({
    'lost capture': (el: DealPipeline, pointerId: number) =>
      el.dispatchEvent(new PointerEvent('lostpointercapture', { pointerId })),
    'a cancelled pointer': (_el: DealPipeline, pointerId: number) =>
      window.dispatchEvent(new PointerEvent('pointercancel', { pointerId, bubbles: true })),
    'a window that loses the focus': () => window.dispatchEvent(new Event('blur')),
  }))
    it(`puts all back on ${name}, writes nothing, and the next one works`, async () => {
      const { el, adapter } = await forecast();
      let pointer = 1;
      el.addEventListener('pointerdown', (event) => (pointer = event.pointerId));
      const seen = commits(adapter);
      await hold(el, 'd2', november);
      interrupt(el, pointer);
      await waitUntil(() => all(el, '.drag-ghost').length === 0, 'it was let go');
      await waitUntil(() => said(el).includes('Pump was put back'));
      await sendMouse({ type: 'up' });
      await settled(el);
      expect([ids(el, november), ids(el, december), seen.count]).to.deep.equal([['d1'], ['d2'], 0]);
      expect(all(el, '[data-target], [data-gone], [data-dragging], .dock:not([hidden])')).to.have.length(0);
      await hold(el, 'd2', november);
      await sendMouse({ type: 'up' });
      await waitUntil(() => ids(el, november).includes('d2'));
    });

  it('goes by a finger that rests', async function () {
    const { el, adapter } = await forecast();
    const [x, y] = middle(card(el, 'd1'));
    const [tx, ty] = middle(lane(el, december).querySelector('.cards')!);
    await orSkip(this, () => touchDrag({ x, y }, { x: tx, y: ty }, { hold: 450 }));
    await waitUntil(() => ids(el, december).includes('d1'));
    expect((await stored(adapter, 'd1')).expectedClose).to.equal('2026-12-30');
  });

  it('goes by key: lifted, carried, dropped; put back; at once; into "No date"', async () => {
    const { el, adapter } = await forecast();
    const seen = commits(adapter);
    await focusCard(el, 'd1');
    await press(el, ' ', 'ArrowRight', 'ArrowRight');
    expect(said(el)).to.contain('in January 2027');
    expect(text(one(el, '.hint'))).to.contain('period');
    await press(el, 'Escape');
    expect([ids(el, november), seen.count]).to.deep.equal([['d1'], 0]);
    await press(el, ' ', 'ArrowRight', 'ArrowRight', ' ');
    await waitUntil(() => ids(el, 'month 2027-01-01').includes('d1'));
    expect((await stored(adapter, 'd1')).expectedClose).to.equal('2027-01-30');
    await alt(el);
    await waitUntil(() => ids(el, 'month 2027-02-01').includes('d1'));
    expect((await stored(adapter, 'd1')).expectedClose, 'the last day of a shorter month').to.equal('2027-02-28');
    await waitUntil(() => focusedId(el) === 'd1');
    await alt(el);
    await waitUntil(() => ids(el, 'none').includes('d1'));
    expect((await stored(adapter, 'd1')).expectedClose).to.equal(null);
    await alt(el);
    expect(said(el)).to.contain('This is the last period that is shown');
    expect(seen.count).to.equal(3);
  });

  it('does not carry a card into what is overdue', async () => {
    const { el } = await forecast();
    await focusCard(el, 'd1');
    await press(el, ' ', 'ArrowLeft');
    expect(said(el)).to.contain('This is the first period');
    await press(el, 'Escape', 'ArrowLeft');
    expect(focusedId(el), 'without a card one gets there').to.equal('d4');
  });

  it('has every period of a year in the menu, also one that is not shown', async () => {
    const { el, adapter } = await forecast();
    await focusCard(el, 'd2');
    await press(el, 'm');
    const items = all(el, '.menu [role^=menuitem]').map(text);
    expect(items.slice(0, 2)).to.deep.equal(['November', 'December now']);
    expect(items).to.include('October 2027').and.to.include('No date').and.to.include('Won');
    expect(items).not.to.include('Overdue');
    await click(one(el, '.menu [data-id="month 2027-06-01"]'));
    await waitUntil(() => ids(el, december).length === 0);
    await waitUntil(() => toast(el).includes('June 2027'));
    expect((await stored(adapter, 'd2')).expectedClose).to.equal('2027-06-05');
  });

  it('moves those that are chosen together, each to its own day; one way back', async () => {
    const { el, adapter } = await forecast();
    await focusCard(el, 'd1');
    await press(el, 'x');
    await focusCard(el, 'd2');
    await press(el, 'x');
    await alt(el);
    await waitUntil(() => ids(el, 'month 2027-01-01').length === 2);
    expect((await stored(adapter, 'd1')).expectedClose).to.equal('2027-01-30');
    expect((await stored(adapter, 'd2')).expectedClose).to.equal('2027-01-05');
    await press(el, 'z');
    await waitUntil(() => ids(el, november).includes('d1') && ids(el, december).includes('d2'));
  });

  it('a refusal leaves the card where it was, and says so', async () => {
    const { el, adapter } = await forecast({
      wrap: (own) => faultyAdapter(own, [{ on: 'commit', times: 1, fault: { reject: 'denied' } }]),
    });
    await focusCard(el, 'd2');
    await alt(el);
    await waitUntil(() => all(el, '.banner').length > 0);
    await waitUntil(() => ids(el, december).join() === 'd2');
    expect((await stored(adapter, 'd2')).expectedClose).to.equal('2026-12-05');
  });

  it('asks the page first: what it stops is put back', async () => {
    const { el, adapter } = await forecast();
    const seen = commits(adapter);
    el.addEventListener('deals-expect', (event) => event.preventDefault());
    await focusCard(el, 'd2');
    await alt(el);
    await waitUntil(() => said(el).includes('Pump was put back'));
    expect([ids(el, december), seen.count]).to.deep.equal([['d2'], 0]);
  });

  it('does not let a card be taken up that may not be changed', async () => {
    const { el } = await forecast({ can: (name) => name !== 'deals-expect' || 'Only Maya plans.' });
    await focusCard(el, 'd2');
    await press(el, ' ');
    expect(said(el)).to.contain('Only Maya plans.');
    expect(all(el, '.is-lifted')).to.have.length(0);
  });
});
