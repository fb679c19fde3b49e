import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { aField, aStage, creation, money } from '../../../src/testing/fixtures.js';
import { chord } from '../../support/commands.js';
import {
  all,
  card,
  cards,
  click,
  commits,
  deal,
  focusCard,
  focusedId,
  one,
  press,
  said,
  settled,
  stand,
  stored,
  text,
} from './support.js';

describe('<deal-pipeline> its dialogs', () => {
  it('asks why a deal was lost, and keeps the words where it is refused', async () => {
    const { el, adapter } = await stand();
    el.addEventListener('deal-lose', (event) => event.waitUntil(Promise.reject(new Error('Ask Maya'))), { once: true });
    await focusCard(el, 'd4');
    card(el, 'd4').querySelector<HTMLElement>('[data-do=menu]')!.click();
    await settled(el);
    await click(one(el, '.menu [data-id=lost]'));
    await waitUntil(() => el.shadowRoot!.querySelector('#lost-comment') !== null);
    await click(all(el, '.reasons input')[1]!);
    one(el, '#lost-comment').focus();
    await sendKeys({ type: 'Went with the local installer' });
    await click(one(el, 'dialog [type=submit]'));
    await waitUntil(() => el.shadowRoot!.querySelector('[data-error]') !== null);
    expect(text(one(el, '[data-error]'))).to.contain('Ask Maya');
    await click(one(el, 'dialog [type=submit]'));
    await waitUntil(() => cards(el, 2).join() === 'd5');
    const lost = await stored(adapter, 'd4');
    expect([lost.status, lost.lostReason, lost.lostComment]).to.deep.equal([
      'lost',
      'Chose a competitor',
      'Went with the local installer',
    ]);
  });

  it('asks before it deletes, and says where it goes', async () => {
    const { el } = await stand();
    await focusCard(el, 'd5');
    card(el, 'd5').querySelector<HTMLElement>('[data-do=menu]')!.click();
    await settled(el);
    await click(one(el, '.menu [data-id=delete]'));
    await waitUntil(() => el.shadowRoot!.querySelector('dialog[open]') !== null);
    expect(text(one(el, 'dialog[open]'))).to.contain('Delete 1 deal?');
    expect(text(one(el, 'dialog[open]'))).to.contain('restored for 30 days');
    await press(el, 'Escape');
    expect(cards(el, 2)).to.deep.equal(['d4', 'd5']);
    card(el, 'd5').querySelector<HTMLElement>('[data-do=menu]')!.click();
    await settled(el);
    await click(one(el, '.menu [data-id=delete]'));
    await waitUntil(() => el.shadowRoot!.querySelector('dialog[open]') !== null);
    await click(one(el, 'dialog[open] [type=submit]'));
    await waitUntil(() => cards(el, 2).join() === 'd4');
    await waitUntil(() => focusedId(el) === 'd4', 'the neighbour has the focus');
  });

  it('asks for what a stage needs, writes the answers with the move, and takes both back at once', async () => {
    const changes = [
      creation('field', aField({ id: 'who', name: 'Decision maker', type: 'text' })),
      creation('stage', aStage({ id: 'stage-4', name: 'Demo', rank: 'a4', requiredFields: ['value', 'custom.who'] })),
    ];
    const { el, adapter } = await stand(deal({ id: 'd1', stageId: 'stage-3' }), { changes });
    const seen = commits(adapter);
    await focusCard(el, 'd1');
    await chord('Alt+ArrowRight');
    await waitUntil(() => el.shadowRoot!.querySelector('dialog[open]') !== null);
    expect(text(one(el, 'dialog[open]'))).to.contain('Demo asks for more');
    await press(el, 'Enter');
    expect(all(el, 'dialog [aria-invalid=true]'), 'both are missing').to.have.length(2);
    await sendKeys({ type: '750' });
    await press(el, 'Tab', 'Tab');
    await sendKeys({ type: 'Ada' });
    await press(el, 'Enter');
    await waitUntil(() => cards(el, 4).join() === 'd1');
    await waitUntil(() => seen.count === 1, 'one write');
    const moved = await stored(adapter, 'd1');
    expect([moved.stageId, moved.value, moved.custom]).to.deep.equal(['stage-4', money('750'), { who: 'Ada' }]);
    await waitUntil(() => focusedId(el) === 'd1');
    await press(el, 'z');
    await waitUntil(() => cards(el, 3).join() === 'd1');
    expect((await stored(adapter, 'd1')).value).to.equal(null);
  });

  it('puts the card back where nobody wants to answer', async () => {
    const changes = [creation('stage', aStage({ id: 'stage-4', name: 'Demo', rank: 'a4', requiredFields: ['value'] }))];
    const { el, adapter } = await stand(deal({ id: 'd1', stageId: 'stage-3' }), { changes });
    const seen = commits(adapter);
    await focusCard(el, 'd1');
    await chord('Alt+ArrowRight');
    await waitUntil(() => el.shadowRoot!.querySelector('dialog[open]') !== null);
    await press(el, 'Escape');
    await waitUntil(() => cards(el, 3).join() === 'd1');
    await waitUntil(() => focusedId(el) === 'd1');
    expect(said(el)).to.contain('was put back');
    expect(seen.count).to.equal(0);
  });

  it('brings deleted deals back, one by one, from its trash', async () => {
    const { el, store, adapter } = await stand();
    const [first, last] = [(await stored(adapter, 'd4')).title, (await stored(adapter, 'd5')).title];
    await store.execute('deals-delete', { ids: ['d4'] });
    await store.execute('deals-delete', { ids: ['d5'] });
    await waitUntil(() => cards(el, 2).length === 0, 'they are gone');
    one(el, '[data-more]').focus();
    await press(el, 'Enter', 'End', 'ArrowUp', 'Enter');
    const rows = (): string[] => all(el, 'dialog[open] .trashed .what').map(text);
    await waitUntil(() => rows().length === 2, 'both are listed');
    expect(rows().join()).to.contain(last).and.to.contain(first).and.to.contain('deleted now');
    expect(text(one(el, 'dialog[open]'))).to.contain('They can be restored for 30 days.');
    expect(el.shadowRoot!.activeElement === one(el, 'dialog[open] [data-close]')).to.equal(true);
    all(el, '[data-restore]')
      .find((button) => button.ariaLabel === `Restore ${last}`)!
      .focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => rows().length === 1 && cards(el, 2).join() === 'd5', 'it is back on the board');
    expect(text(one(el, '[data-said]'))).to.match(/ is back in .+\.$/);
    await waitUntil(() => el.shadowRoot!.activeElement === one(el, '[data-said]'), 'what is said has the focus');
    expect(rows()[0]).to.contain(first);
    await click(one(el, 'dialog[open] [type=submit]'));
    await waitUntil(() => el.shadowRoot!.activeElement === one(el, '[data-more]'), 'the focus is back');
  });

  it('says why a deal may not be restored, and that there is none', async () => {
    const { el, store } = await stand(undefined, {
      can: (action) => (action === 'trash-restore' ? 'Ask the office.' : true),
    });
    await click(one(el, '[data-more]'));
    await click(one(el, '.menu [data-id=trash]'));
    await waitUntil(() => text(one(el, 'dialog[open]')).includes('There are none.'));
    await store.execute('deals-delete', { ids: ['d4'] });
    await waitUntil(() => all(el, '[data-restore]').length === 1, 'it is there at once');
    const restore = one(el, '[data-restore]');
    expect([restore.ariaDisabled, restore.title]).to.deep.equal(['true', 'Ask the office.']);
    await click(restore);
    expect(cards(el, 2)).to.deep.equal(['d5']);
  });
});
