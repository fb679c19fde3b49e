/** Who follows a deal: a column of the list, and something to narrow it by. */
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { all, cell, one, stand, text, titles, waitUntil } from './support.js';

describe('<deal-list>: followers', () => {
  it('are shown, narrow the list with and without them, and follow what is changed', async () => {
    const { el, store } = await stand(undefined, { set: (made) => (made.columns = ['title', 'followerIds']) });
    await store.execute('deals-follow', { ids: ['roof', 'pump'], add: ['user-2'], remove: [] });
    await waitUntil(() => cell(el, 'roof', 'Followers') === 'Jonas Brandt');
    expect(cell(el, 'partner', 'Followers')).to.equal('');
    el.filter = [{ field: 'followerIds', op: 'has', value: ['user-2'] }];
    await waitUntil(() => titles(el).join() === 'Heat pump,Roof');
    await store.execute('deals-follow', { ids: ['roof'], add: [], remove: ['user-2'] });
    await waitUntil(() => titles(el).join() === 'Heat pump');
    el.filter = [{ field: 'followerIds', op: 'empty' }];
    await waitUntil(() => titles(el).join() === 'Roof,İzmir deposu,Reseller', 'who was never followed counts as well');
    el.filter = [{ field: 'followerIds', op: 'has', value: [null] }];
    await waitUntil(() => titles(el).join() === 'Roof,İzmir deposu,Reseller');
    el.filter = [{ field: 'followerIds', op: 'hasNot', value: ['user-2'] }];
    await waitUntil(() => titles(el).join() === 'Roof,İzmir deposu,Reseller');
  });

  it('are chosen in the filter by name', async () => {
    const { el, store } = await stand();
    await store.execute('deals-follow', { ids: ['depot'], add: ['user-2'], remove: [] });
    one(el, '[data-filters]').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => all(el, 'dialog[open] .fcondition').length === 1, 'the filter is open');
    const field = one(el, 'dialog[open] [id^=filter-field]') as HTMLSelectElement;
    field.value = 'followerIds';
    field.dispatchEvent(new Event('change', { bubbles: true }));
    await waitUntil(() => /Jonas Brandt/.test(text(one(el, 'dialog[open]'))), 'users to choose from');
    expect(text(one(el, 'dialog[open]'))).to.contain('Nobody follows');
    const choice = all(el, 'dialog[open] label').find((each) => /Jonas Brandt/.test(text(each)))! as HTMLLabelElement;
    (choice.control ?? choice.querySelector('input'))!.focus();
    await sendKeys({ press: ' ' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => titles(el).join() === 'İzmir deposu');
  });
});
