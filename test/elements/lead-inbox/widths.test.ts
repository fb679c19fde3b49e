/** Columns of the inbox made wider: by their edge, by key, by menu; kept for whoever did it. */
import { expect } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import type { InboxState } from '../../../src/domain/view-state.js';
import type { LeadInbox } from '../../../src/elements/lead-inbox/lead-inbox.js';
import { chord, middle, orSkip, touchDrag, touchscreen } from '../../support/commands.js';
import { kept } from '../../support/kept.js';
import { all, click, one, said, settled, stand, text, threeLeads, waitUntil } from './support.js';

const head = (inbox: LeadInbox, id = 'value'): HTMLElement => one(inbox, `.lrow--head > :has(> [data-sort="${id}"])`);
const wide = (inbox: LeadInbox, id?: string): number => Math.round(head(inbox, id).getBoundingClientRect().width);
const grip = async (inbox: LeadInbox, id?: string): Promise<HTMLElement> => {
  await waitUntil(() => head(inbox, id).querySelector('.grip') !== null, 'its edge is there');
  return head(inbox, id).querySelector<HTMLElement>('.grip')!;
};
/** @param by CSS pixels on the screen, to the right */
async function drag(inbox: LeadInbox, by: number, during?: () => Promise<void>): Promise<void> {
  const [x, y] = middle(await grip(inbox));
  await sendMouse({ type: 'move', position: [x, y] });
  await sendMouse({ type: 'down' });
  await sendMouse({ type: 'move', position: [x + by, y] });
  await during?.();
  await sendMouse({ type: 'up' });
  await settled(inbox);
  await sendMouse({ type: 'move', position: [2, 2] });
}

describe('the widths of the columns of <lead-inbox>', () => {
  it('follow the edge of a head under the mouse, stay under it whatever is drawn meanwhile, and are kept and told once', async () => {
    const { inbox, store } = await stand(threeLeads());
    const heard: InboxState[] = [];
    const listen = (event: CustomEvent): void => void heard.push(event.detail as InboxState);
    document.addEventListener('view-changed', listen);
    const before = wide(inbox);
    const tops = all(inbox, '.lrow').map((each) => each.getBoundingClientRect().top);
    await drag(inbox, 40, async () => {
      expect(wide(inbox)).to.equal(before + 40);
      inbox.requestUpdate();
      await settled(inbox);
      expect(wide(inbox), 'it stays under the hand').to.equal(before + 40);
      expect(heard).to.have.length(0);
    });
    document.removeEventListener('view-changed', listen);
    expect(wide(inbox)).to.equal(before + 40);
    expect(inbox.widths).to.eql({ value: before + 40 });
    expect(heard.map(({ widths }) => widths)).to.eql([{ value: before + 40 }]);
    expect(said(inbox)).to.contain(`Value is ${before + 40} pixels wide`);
    expect(inbox.order, 'nothing is sorted by it').to.eql([{ field: 'nextActivity' }]);
    expect(all(inbox, '.lrow').map((each) => each.getBoundingClientRect().top)).to.eql(tops);
    expect(one(inbox, '.list').scrollLeft).to.equal(0);
    await kept(store, 'lead-inbox', { widths: { value: before + 40 } });
    await expect(inbox).to.be.accessible();
  });

  it('come back by Escape while the edge is held, and by two clicks on it', async () => {
    const { inbox } = await stand(threeLeads());
    const before = wide(inbox);
    await drag(inbox, 60, async () => {
      await sendKeys({ press: 'Escape' });
      expect(wide(inbox)).to.equal(before);
    });
    expect(inbox.widths).to.eql({});
    await drag(inbox, 30);
    expect(wide(inbox)).to.equal(before + 30);
    const position = middle(await grip(inbox));
    await sendMouse({ type: 'click', position });
    await sendMouse({ type: 'click', position });
    await waitUntil(() => wide(inbox) === before, 'as it was');
    expect(inbox.widths).to.eql({});
    expect(said(inbox)).to.contain('Value has its usual width');
  });

  it('change by key in the head, and by its menu', async () => {
    const { inbox } = await stand(threeLeads());
    const before = wide(inbox);
    await grip(inbox);
    one(inbox, '[data-sort="value"]').focus();
    await chord('Shift+ArrowRight');
    await waitUntil(() => wide(inbox) === before + 16);
    await chord('Shift+ArrowLeft');
    await chord('Shift+ArrowLeft');
    await waitUntil(() => wide(inbox) === before - 16);
    expect(said(inbox)).to.contain(`Value is ${before - 16} pixels wide`);
    await chord('Shift+F10');
    await waitUntil(() => all(inbox, '[popover]:popover-open [data-id=wider]').length === 1, 'the menu of the head');
    await expect(inbox).to.be.accessible();
    await click(one(inbox, '[popover]:popover-open [data-id=wider]'));
    await waitUntil(() => wide(inbox) === before, 'and it stays open for another step');
    await click(one(inbox, '[popover]:popover-open [data-id=own-width]'));
    await waitUntil(() => Object.keys(inbox.widths).length === 0);
    expect(inbox.shadowRoot!.activeElement === one(inbox, '[data-sort="value"]'), 'the focus is back').to.equal(true);
    await chord('Shift+F10');
    await waitUntil(() => all(inbox, '[popover]:popover-open [data-id=hide]').length === 1);
    await click(one(inbox, '[popover]:popover-open [data-id=hide]'));
    await waitUntil(() => !inbox.columns.includes('value'));
    expect(said(inbox)).to.contain('Value is hidden');
    await waitUntil(() => inbox.shadowRoot!.activeElement !== null, 'the focus has a place');
  });

  it('go with the text from right to left', async () => {
    const { inbox } = await stand(threeLeads(), { setUp: (made) => (made.dir = 'rtl') });
    const before = wide(inbox);
    await drag(inbox, -24);
    expect(wide(inbox)).to.equal(before + 24);
    one(inbox, '[data-sort="value"]').focus();
    await chord('Shift+ArrowLeft');
    await waitUntil(() => wide(inbox) === before + 40);
  });

  it('follow a finger', async function () {
    const { inbox } = await stand(threeLeads());
    await orSkip(this, () => touchscreen(true));
    try {
      await settled(inbox);
      const before = wide(inbox);
      const [x, y] = middle(await grip(inbox));
      await touchDrag({ x, y }, { x: x + 32, y });
      await waitUntil(() => inbox.widths['value'] !== undefined, 'wider');
      expect(inbox.widths['value']).to.equal(before + 32);
      expect(wide(inbox)).to.equal(before + 32);
      expect(one(inbox, '.list').scrollLeft, 'nothing is scrolled by it').to.equal(0);
      expect(inbox.order, 'nothing is sorted by it').to.eql([{ field: 'nextActivity' }]);
    } finally {
      await touchscreen(false);
    }
  });

  it('are not for the trash, whose columns are its own', async () => {
    const { inbox } = await stand(threeLeads());
    await grip(inbox);
    await click(one(inbox, '[data-segment="trash"]'));
    await waitUntil(() => all(inbox, '.lrow--head').length === 0 || all(inbox, '.grip').length === 0);
    await click(one(inbox, '[data-segment="inbox"]'));
    await grip(inbox);
    expect(all(inbox, '.lrow--head .grip').length).to.equal(all(inbox, '.lrow--head button').map(text).length);
  });
});
