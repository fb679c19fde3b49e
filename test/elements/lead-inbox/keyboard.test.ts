import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { memoryAdapter } from '../../../src/adapters/memory.js';
import type { LeadInbox } from '../../../src/elements/lead-inbox/lead-inbox.js';
import { chord, orSkip } from '../../support/commands.js';
import {
  all,
  click,
  focused,
  focusedId,
  manyLeads,
  one,
  row,
  stand,
  text,
  threeLeads,
  titles,
  waitUntil,
} from './support.js';

/** By keyboard alone: where the focus is after each act. */
describe('<lead-inbox> by keyboard', () => {
  it('has the heads of its columns in the one tab stop: up from the first row, arrows along them', async () => {
    const { inbox } = await stand(threeLeads());
    one(inbox, '[data-more]').focus();
    await sendKeys({ press: 'Tab' });
    await waitUntil(() => focusedId(inbox) !== undefined, 'Tab leads from the toolbar into the rows');
    const first = focusedId(inbox);
    await sendKeys({ press: 'ArrowUp' });
    expect(focused(inbox)?.ariaLabel).to.equal('Select all');
    await sendKeys({ press: 'ArrowRight' });
    expect(focused(inbox)?.dataset['sort']).to.equal('title');
    await sendKeys({ press: 'End' });
    expect(focused(inbox)?.dataset['sort']).to.equal('createdAt');
    await sendKeys({ press: 'ArrowDown' });
    await waitUntil(() => focusedId(inbox) === first, 'down again into the rows');
    await sendKeys({ press: 'ArrowUp' });
    expect(focused(inbox)?.dataset['sort'], 'the head that was left').to.equal('createdAt');
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => focused(inbox)?.parentElement?.ariaSort === 'descending', 'it sorts, and keeps the focus');
  });

  it('means the lead that the focus is on its way to, where keys come faster than rows are drawn', async () => {
    const { inbox } = await stand(manyLeads(5));
    row(inbox, 'lead-1').focus();
    await inbox.updateComplete;
    // In one turn of the page, as on a machine that is too busy to draw between them: no driver is that fast.
    const target = row(inbox, 'lead-1');
    for (const key of ['j', 'x', 'j', 'j', 'x'])
      target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
    await waitUntil(() => focusedId(inbox) === 'lead-4', 'it ends where the keys lead');
    await inbox.updateComplete;
    expect(inbox.selected).to.have.members(['lead-2', 'lead-4']);
  });

  it('does nothing to the lead that was left, while the one it goes to is being read', async () => {
    const adapter = memoryAdapter();
    const { inbox } = await stand(manyLeads(500), { adapter });
    const read = adapter.read.bind(adapter);
    let go = (): void => {};
    const allowed = new Promise<void>((done) => (go = done));
    adapter.read = (query, options) => allowed.then(() => read(query, options));
    row(inbox, 'lead-1').focus();
    await sendKeys({ press: 'End' });
    await sendKeys({ press: 'e' });
    await sendKeys({ press: 'x' });
    go();
    await waitUntil(() => focusedId(inbox) === 'lead-500', 'the last lead has the focus');
    expect(inbox.selected).to.deep.equal([]);
    expect(one(inbox, '[role=grid]').getAttribute('aria-rowcount'), 'all are there').to.equal('501');
    await sendKeys({ press: 'x' });
    expect(inbox.selected).to.deep.equal(['lead-500']);
  });

  it('opens the menu of the focused row by the key for menus', async () => {
    const { inbox } = await stand(threeLeads());
    row(inbox, 'late').focus();
    await chord('Shift+F10');
    await waitUntil(() => focused(inbox)?.getAttribute('role') === 'menuitem', 'the menu has the focus');
    await sendKeys({ press: 'Escape' });
    expect(focusedId(inbox)).to.equal('late');
  });

  it('ticks several boxes of a filter without leaving its panel', async () => {
    const { inbox } = await stand(threeLeads());
    one(inbox, '[data-filter=nextActivity]').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => all(inbox, '.pop:popover-open .count').length === 4, 'each choice has its count');
    expect(all(inbox, '.pop:popover-open label').map((label) => text(label))).to.deep.equal([
      'Overdue 1',
      'Due today 1',
      'Planned 0',
      'None planned 1',
    ]);
    await sendKeys({ press: ' ' });
    await waitUntil(() => titles(inbox).join() === 'Solar panels');
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: ' ' });
    await waitUntil(() => titles(inbox).length === 2, 'two states are shown');
    expect(focused(inbox)?.matches('.pop:popover-open input'), 'the focus is still in the panel').to.equal(true);
    await sendKeys({ press: 'Escape' });
    expect(focused(inbox)?.dataset['filter']).to.equal('nextActivity');
  });

  /** The labels' panel; its field has the focus. */
  async function labelPanel(inbox: LeadInbox): Promise<{ readonly field: HTMLElement; readonly last: HTMLElement }> {
    await click(one(inbox, '[data-filter=labelIds]'));
    await waitUntil(() => all(inbox, '[data-edit-labels]').length === 1, 'the boxes are there');
    await click(one(inbox, '[data-edit-labels]'));
    await waitUntil(() => all(inbox, '.pop:popover-open .menu-find input').length === 1, 'the labels are there');
    const field = one(inbox, '.pop:popover-open .menu-find input');
    await waitUntil(() => focused(inbox) === field);
    return { field, last: all(inbox, '.pop:popover-open [data-label] button').at(-1)! };
  }

  // Elements are compared here, not given to expect: a runner that tells how two of them differ takes minutes to say it.
  it('goes round inside a panel with Tab', async () => {
    const { inbox } = await stand(threeLeads());
    const { field, last } = await labelPanel(inbox);
    last.focus();
    await sendKeys({ press: 'Tab' });
    expect(focused(inbox) === field, 'the first stop follows the last').to.equal(true);
    await sendKeys({ press: 'Escape' });
    expect(focused(inbox)?.dataset['filter']).to.equal('labelIds');
  });

  it('goes round inside a panel backwards too', async function () {
    const { inbox } = await stand(threeLeads());
    const { last } = await labelPanel(inbox);
    await orSkip(this, () => chord('Shift+Tab'));
    expect(focused(inbox) === last, 'the last stop comes before the first').to.equal(true);
  });

  it('gives the focus back to the row when the bar it was in has gone', async () => {
    const { inbox } = await stand(threeLeads());
    row(inbox, 'late').focus();
    await sendKeys({ press: 'x' });
    await waitUntil(() => all(inbox, '.bulk').length === 1);
    one(inbox, '[data-bulk=owner]').focus();
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => focusedId(inbox) === 'late', 'the row has it');
  });

  it('chooses columns without losing the box that was ticked', async () => {
    const { inbox } = await stand(threeLeads());
    one(inbox, '[data-columns]').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => focused(inbox)?.closest('[data-column]') != null, 'the panel has the focus');
    expect(focused(inbox)?.closest<HTMLElement>('[data-column]')?.dataset['column']).to.equal('nextActivity');
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: ' ' });
    await waitUntil(() => !inbox.columns.includes('labelIds'), 'the column is gone');
    await waitUntil(
      () => focused(inbox)?.closest<HTMLElement>('[data-column]')?.dataset['column'] === 'labelIds',
      'its box has the focus, where it stands now',
    );
    await sendKeys({ press: 'Escape' });
    expect(focused(inbox)?.matches('[data-columns]')).to.equal(true);
  });

  it('gives the focus back where it was when the button of a toast has been pressed', async () => {
    const { inbox } = await stand(threeLeads());
    row(inbox, 'late').focus();
    await sendKeys({ press: 'e' });
    await waitUntil(() => all(inbox, '.toast:popover-open button').length === 2, 'the toast is there');
    await waitUntil(() => focusedId(inbox) !== undefined, 'the row that took its place has the focus');
    all(inbox, '.toast:popover-open button')[0]!.focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => titles(inbox).includes('Solar panels'), 'it is back');
    expect(focusedId(inbox)).to.not.equal(undefined);
  });
});
