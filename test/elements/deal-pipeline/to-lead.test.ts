/** From the board back to the leads. */
import { expect, waitUntil } from '@open-wc/testing';
import { cards, focusCard, focusedId, one, press, stand, text, toast } from './support.js';

const menuItem = (el: Parameters<typeof one>[0], name: string): HTMLElement | undefined =>
  [...el.shadowRoot!.querySelectorAll<HTMLElement>('[role=menuitem]')].find((item) => text(item).startsWith(name));

describe('<deal-pipeline> back to the leads', () => {
  it('by the menu of a card: told first, gone from the board, in the inbox, and back by Z', async () => {
    const { el, store } = await stand();
    const before = cards(el, 0);
    await focusCard(el, 'd2');
    await press(el, 'm');
    await waitUntil(() => menuItem(el, 'Back to leads') !== undefined);
    await press(el, 'ArrowUp');
    await waitUntil(() => el.shadowRoot!.activeElement === menuItem(el, 'Back to leads'), 'it is the last one');
    await press(el, 'Enter');
    await waitUntil(() => el.shadowRoot!.querySelector('.to-lead') !== null);
    expect(text(one(el, 'dialog[open]')))
      .to.contain('Heat pump')
      .and.to.contain('Goes along');
    await press(el, 'Enter');
    await waitUntil(() => !cards(el, 0).includes('d2'), 'it has left the board');
    await waitUntil(() => toast(el).includes('1 deal back in the inbox'));
    await waitUntil(() => focusedId(el) === 'd3', 'the card that took its place has the focus');
    const page = { offset: 0, limit: 5 };
    const [lead] = (await store.read({ kind: 'lead', window: page })).records;
    expect([lead?.title, lead?.sourceDealId]).to.deep.equal(['Heat pump', 'd2']);
    await press(el, 'z');
    await waitUntil(() => cards(el, 0).join() === before.join(), 'it stands where it stood');
    expect((await store.read({ kind: 'lead', window: page })).records).to.have.length(0);
  });

  it('stays where Escape is pressed', async () => {
    const { el, store } = await stand();
    const before = cards(el, 0);
    await focusCard(el, 'd2');
    await press(el, 'm');
    await waitUntil(() => menuItem(el, 'Back to leads') !== undefined);
    await press(el, 'ArrowUp', 'Enter');
    await waitUntil(() => el.shadowRoot!.querySelector('.to-lead') !== null);
    await press(el, 'Escape');
    await waitUntil(() => focusedId(el) === 'd2', 'the focus is back on the card');
    expect(cards(el, 0)).to.deep.equal(before);
    expect((await store.read({ kind: 'lead', window: { offset: 0, limit: 5 } })).records).to.have.length(0);
  });
});
