/** What was typed into the form of a template is not thrown away unasked. */
import { expect, waitUntil } from '@open-wc/testing';
import '../../../src/define/deal-detail.js';
import type { DealDetail } from '../../../src/elements/deal-detail/deal-detail.js';
import type { CrmStore } from '../../../src/store/api.js';
import { aDeal, aProjectTemplate, creation } from '../../../src/testing/fixtures.js';
import { detailStand, keys, one, press, still, text, type } from '../../shared/support/detail-stand.js';
import type { DetailStand } from '../../shared/support/detail-stand.js';

const there = (detail: HTMLElement, selector: string): Promise<void> =>
  waitUntil(() => detail.shadowRoot!.querySelector(selector) !== null, selector);
const focused = (detail: HTMLElement): Element | null => detail.shadowRoot!.activeElement;
const names = async (store: CrmStore): Promise<readonly string[]> =>
  (await store.read({ kind: 'projectTemplate', window: { offset: 0, limit: 9 } })).records.map(({ name }) => name);

/** A template in its form. */
async function form(): Promise<DetailStand<DealDetail>> {
  const made = await detailStand(
    () => Object.assign(document.createElement('deal-detail'), { dealId: 'one' }),
    [
      creation('deal', aDeal({ id: 'one', title: 'Hall' })),
      creation('projectTemplate', aProjectTemplate({ id: 't', name: 'Roll-out' })),
    ],
    { width: 1000 },
  );
  const { detail } = made;
  await there(detail, '[data-act=add-project]');
  await press(one(detail, '[data-act=add-project]'));
  await there(detail, '[data-id=templates]');
  await press(one(detail, '[data-id=templates]'));
  await there(detail, '[data-template=t]');
  await press(one(detail, '[data-template=t]'));
  await waitUntil(() => focused(detail)?.id === 'template-name', 'the form');
  return made;
}

describe('<deal-detail>: the form of a template', () => {
  for (const way of ['Escape', 'Cancel'] as const)
    it(`${way} with something typed asks first, and who says no types on`, async () => {
      const { detail, store } = await form();
      const leave = (): Promise<void> =>
        way === 'Escape' ? keys('Escape') : press(one(detail, 'dialog [data-cancel]'));
      // Nothing typed: nothing to ask.
      await leave();
      await waitUntil(() => focused(detail)?.matches('[data-template=t]'), 'the list');
      await keys('Enter');
      await waitUntil(() => focused(detail)?.id === 'template-name', 'the form');
      await type('Other');
      await leave();
      await waitUntil(() => focused(detail)?.matches('[data-keep-typing]'), 'it asks');
      expect(text(detail, 'dialog[open]')).to.contain('Discard what you typed?');
      still(detail);
      await expect(one(detail, 'dialog[open]')).to.be.accessible();
      await keys('Enter');
      await waitUntil(() => one(detail, '#template-name').checkVisibility(), 'the form again');
      expect(one<HTMLInputElement>(detail, '#template-name').value).to.equal('Other');
      await leave();
      await waitUntil(() => focused(detail)?.matches('[data-keep-typing]'), 'it asks again');
      await press(one(detail, '[data-discard]'));
      await waitUntil(() => focused(detail)?.matches('[data-template=t]'), 'the list');
      expect((await names(store))[0]).not.to.equal('Other');
    });

  it('stops saying what was put right, and says nothing of the row that has come to its place', async () => {
    const { detail } = await form();
    const wrong = (): readonly string[] =>
      [...detail.shadowRoot!.querySelectorAll('.template-form .field-error')].map(({ id }) => id);
    one(detail, '[data-act=add-task]').focus();
    await keys('Enter');
    const task = focused(detail)!.id;
    const days = task.replace('task', 'days');
    await type('Kick-off');
    one(detail, `#${days}`).focus();
    await type('three');
    await press(one(detail, 'dialog [type=submit]'));
    await waitUntil(() => wrong().join() === `${days}-error`, 'it is wrong');
    one<HTMLInputElement>(detail, `#${days}`).select();
    await type('3');
    expect(wrong()).to.deep.equal([]);
    one<HTMLInputElement>(detail, `#${days}`).select();
    await type('three');
    await press(one(detail, 'dialog [type=submit]'));
    await waitUntil(() => wrong().length === 1, 'wrong again');
    one(detail, `#${task}`).focus();
    await keys('Enter');
    await waitUntil(() => focused(detail)?.id !== task, 'a row below');
    expect(wrong()).to.deep.equal([]);
  });
});
