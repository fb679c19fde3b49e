/** What is being typed in a row while another tab deletes that activity, or marks it done. */
import { expect, waitUntil } from '@open-wc/testing';
import { resetMouse, sendKeys } from '@web/test-runner-commands';
import { memoryAdapter } from '../../../src/adapters/memory.js';
import type { ActivityList } from '../../../src/elements/activity-list/activity-list.js';
import type { CrmStore } from '../../../src/store/api.js';
import { createStore } from '../../../src/store/store.js';
import { click, focusRow, lines, one, press, row, said, settled, stand, stored, text } from './support.js';
import type { Stand } from './support.js';

const active = (el: ActivityList): HTMLInputElement => el.shadowRoot!.activeElement as HTMLInputElement;
const kept = (el: ActivityList): HTMLElement | null => el.shadowRoot!.querySelector('.plan--kept');
const every = { kind: 'activity', window: { offset: 0, limit: 50 } } as const;

/** Opens the form of a row, and types at the end of its subject. */
async function typing(el: ActivityList, id: string, words: string): Promise<void> {
  await focusRow(el, id);
  await press(el, 'e');
  await waitUntil(() => active(el)?.id === 'edit-subject');
  await sendKeys({ press: 'End' });
  await sendKeys({ type: words });
}

/** The same storage, as another tab has it. */
function another(stood: Stand): CrmStore {
  const adapter = memoryAdapter({ beside: stood.adapter });
  return createStore({
    user: { id: 'user-2', name: 'Jonas' },
    timeZone: 'UTC',
    currency: 'EUR',
    names: false,
    adapter,
  });
}

describe('<activity-list>: text that is being typed', () => {
  afterEach(() => resetMouse());

  it('stays where another tab deletes the activity, with the focus in it, and can be added as a new one', async () => {
    const stood = await stand();
    const { el, store } = stood;
    await typing(el, 'one', ' and ask about');
    const other = another(stood);
    await other.execute('activity-delete', { id: 'one' });
    await waitUntil(() => kept(el) !== null, 'its row is gone, the form is not');
    await waitUntil(() => active(el)?.closest('.plan--kept') !== null, 'the focus has come along');
    expect(lines(el)).to.include('Today 2');
    expect(active(el).id).to.equal('edit-subject');
    expect(active(el).selectionStart, 'where one was').to.equal('Subject one and ask about'.length);
    await waitUntil(() => said(el).includes('This activity was deleted meanwhile.'));
    await sendKeys({ type: ' parking' });
    await press(el, 'Escape');
    expect(active(el).value, 'Escape does not lose it').to.equal('Subject one and ask about parking');
    await expect(el).to.be.accessible();
    await click(one(el, '[data-kept-do=add]'));
    await waitUntil(() => kept(el) === null, 'it is added');
    await waitUntil(() => lines(el).includes('Today 3'));
    const { records } = await store.read(every);
    const made = records.filter(({ subject }) => subject === 'Subject one and ask about parking');
    expect(made.map(({ dealId, due, time }) => [dealId, due, time])).to.deep.equal([['pump', '2026-11-23', '09:15']]);
    expect(
      records.some(({ id }) => id === 'one'),
      'the deleted one stays deleted',
    ).to.equal(false);
    other.close();
  });

  it('stays where another tab marks it done, and can be saved to that one', async () => {
    const stood = await stand();
    const { el, store } = stood;
    await typing(el, 'all-day', ' today');
    const other = another(stood);
    await other.execute('activity-done', { id: 'all-day', done: true });
    await waitUntil(() => kept(el) !== null && text(kept(el)!).includes('was marked done meanwhile'));
    await waitUntil(() => active(el)?.id === 'edit-subject');
    await click(one(el, '[data-kept-do=save]'));
    await waitUntil(() => kept(el) === null);
    const saved = await stored(store, 'all-day');
    expect([saved.subject, saved.done]).to.deep.equal(['Send the deck today', true]);
    other.close();
  });

  it('goes back into its row when the other tab takes that back', async () => {
    const stood = await stand();
    const { el, store } = stood;
    await typing(el, 'one', ' and more');
    const other = another(stood);
    await other.execute('activity-delete', { id: 'one' });
    await waitUntil(() => kept(el) !== null);
    await other.undo();
    await waitUntil(() => kept(el) === null && row(el, 'one').matches('.aedit'), 'it is in its row again');
    await waitUntil(() => active(el)?.id === 'edit-subject');
    expect(active(el).value).to.equal('Subject one and more');
    await press(el, 'Enter');
    await waitUntil(async () => (await stored(store, 'one')).subject === 'Subject one and more');
    other.close();
  });

  it('stands where it is when its deal is gone, too, and is given up only by a press', async () => {
    const stood = await stand();
    const { el } = stood;
    await typing(el, 'one', ' and more');
    const other = another(stood);
    await other.execute('deals-delete', { ids: ['pump'] });
    await waitUntil(() => kept(el) !== null);
    await click(one(el, '[data-kept-do=add]'));
    await waitUntil(() => text(one(el, '.banners')) !== '' || said(el).includes('not'), 'it is told');
    await settled(el);
    expect(one<HTMLInputElement>(el, '.plan--kept #edit-subject').value).to.equal('Subject one and more');
    await click(one(el, '[data-kept-do=discard]'));
    await waitUntil(() => kept(el) === null);
    other.close();
  });
});
