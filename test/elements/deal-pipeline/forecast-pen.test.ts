/** A pen moves a card in the forecast, as it does on the board: once it has moved a little, without a long press. */
import { expect, waitUntil } from '@open-wc/testing';
import { resetMouse, sendKeys } from '@web/test-runner-commands';
import { middle, orSkip, pen } from '../../support/commands.js';
import { december, forecast, ids, lane, november } from './forecast-support.js';
import { all, card, commits, settled, stored } from './support.js';

describe('a card of the forecast', () => {
  // What a case before this one held or hovered over with the mouse is the pen's as well: the driver has one pointer for both.
  beforeEach(() => resetMouse());

  it('goes by pen, and is put back by Escape', async function () {
    const { el, adapter } = await forecast();
    const seen = commits(adapter);
    const heard = new Set<string>();
    el.addEventListener('pointerdown', ({ pointerType }) => heard.add(pointerType));
    const take = async (): Promise<void> => {
      const [x, y] = middle(card(el, 'd2'));
      await orSkip(this, () => pen({ type: 'start', x, y }, { type: 'move', x: x + 8, y }));
      await waitUntil(() => all(el, '.drag-ghost').length === 1, 'it is lifted');
      const [tx, ty] = middle(lane(el, november).querySelector('.cards')!);
      await pen({ type: 'move', x: tx, y: ty });
      await waitUntil(() => lane(el, november).matches('[data-target]'), 'it is over the month before');
    };
    await take();
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => all(el, '.drag-ghost').length === 0, 'it is let go of');
    await pen({ type: 'end' });
    await settled(el);
    expect([ids(el, december), seen.count]).to.deep.equal([['d2'], 0]);
    await take();
    await pen({ type: 'end' });
    await waitUntil(() => ids(el, november).includes('d2'), 'it has moved');
    await waitUntil(() => seen.count === 1, 'once');
    expect((await stored(adapter, 'd2')).expectedClose).to.equal('2026-11-23');
    expect([...heard]).to.deep.equal(['pen']);
  });
});
