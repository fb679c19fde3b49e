import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { all, click, focused, one, stand, text, threeLeads, titles, waitUntil } from './support.js';

describe('<lead-inbox> the whole filter', () => {
  it('goes on from one condition to the whole filter, with groups; what it builds stands in the toolbar', async () => {
    const { inbox } = await stand(threeLeads());
    await click(one(inbox, '[data-filter=""]'));
    await waitUntil(() => all(inbox, '[data-all-conditions]').length === 1, 'the builder is there');
    await click(one(inbox, '[data-all-conditions]'));
    await waitUntil(() => all(inbox, 'dialog[open] .fcondition').length === 1, 'the whole filter is there');
    one(inbox, 'dialog[open] [id^=filter-value]').focus();
    await sendKeys({ type: 'SOLAR' });
    await click(one(inbox, 'dialog[open] [data-add-condition]'));
    await inbox.updateComplete;
    const fields = all<HTMLSelectElement>(inbox, 'dialog[open] [id^=filter-field]');
    fields[1]!.value = 'ownerId';
    fields[1]!.dispatchEvent(new Event('change', { bubbles: true }));
    await click(all(inbox, 'dialog[open] .fchoices label').find((each) => text(each).includes('Jonas'))!);
    const holds = one<HTMLSelectElement>(inbox, 'dialog[open] .fdialog > .field select');
    holds.value = 'any';
    holds.dispatchEvent(new Event('change', { bubbles: true }));
    await click(one(inbox, 'dialog[open] [data-apply]'));
    await waitUntil(() => titles(inbox).join() === 'Solar panels,Heat pump', 'either holds');
    expect(text(one(inbox, '.chip--on'))).to.equal('Title: SOLAR or Owner: Jonas Brandt');
    expect(inbox.filter).to.deep.equal([
      {
        any: [
          { field: 'title', op: 'contains', value: 'SOLAR' },
          { field: 'ownerId', op: 'in', value: ['user-2'] },
        ],
      },
    ]);
    await expect(inbox).to.be.accessible();
    await click(one(inbox, '.chip--on [data-filter="#0"]'));
    await waitUntil(() => all(inbox, 'dialog[open] .fcondition').length === 2, 'the chip opens it again');
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => all(inbox, 'dialog[open]').length === 0);
    await click(one(inbox, '.chip--on .chip-x'));
    await waitUntil(() => titles(inbox).length === 3);
    await waitUntil(() => focused(inbox)?.dataset['filter'] === '', 'the focus has a place');
  });

  it('reads days in the zone of the page, and tells a page what is no filter', async () => {
    const { inbox } = await stand(threeLeads());
    const warned: unknown[] = [];
    const { warn } = console;
    console.warn = (...words: unknown[]) => void warned.push(words);
    try {
      inbox.filter = [null, { field: 'createdAt', op: 'within', value: { last: 60 } }, { all: 3 }] as never;
      await waitUntil(() => inbox.filter.length === 1, 'what is none is left out');
    } finally {
      console.warn = warn;
    }
    expect(JSON.stringify(warned)).to.contain('"path":[0]').and.to.contain('"path":[2]');
    await waitUntil(() => titles(inbox).length === 3);
    expect(text(one(inbox, '.chip--on'))).to.equal('Created: last 60 days');
    inbox.filter = [{ field: 'createdAt', op: 'within', value: 'today' }];
    await waitUntil(() => titles(inbox).length === 0);
    inbox.filter = null as never;
    await waitUntil(() => titles(inbox).length === 3);
  });
});
