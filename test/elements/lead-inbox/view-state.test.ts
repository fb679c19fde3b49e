import { expect } from '@open-wc/testing';
import type { InboxState } from '../../../src/domain/view-state.js';
import type { LeadInbox } from '../../../src/elements/lead-inbox/lead-inbox.js';
import { told } from '../../support/told.js';
import { all, click, one, stand, text, threeLeads, titles, waitUntil } from './support.js';

/** As a page keeps it and sends it. */
const sent = (state: InboxState): InboxState => JSON.parse(JSON.stringify(state)) as InboxState;

describe('<lead-inbox> state of the view', () => {
  it('is told when a person sets it up, read as one value, and set on the inbox of another page, which shows the same', async () => {
    const { inbox } = await stand(threeLeads());
    const heard: InboxState[] = [];
    const listen = (event: CustomEvent): void => void heard.push(event.detail as InboxState);
    document.addEventListener('view-changed', listen);
    inbox.filter = [{ field: 'title', op: 'contains', value: 'a' }];
    inbox.columns = ['title', 'value', 'createdAt'];
    inbox.widths = { value: 180 };
    await waitUntil(() => one(inbox, '.list > .grid').style.getPropertyValue('--cols').includes('180px'), 'as wide');
    expect(heard.length, 'nobody tells a page what it does itself').to.equal(0);
    await click(one(inbox, '[data-sort="value"]'));
    await waitUntil(() => heard.length === 1, 'the order is told');
    expect(heard[0]?.order).to.eql([{ field: 'value', descending: true }]);
    const shown = titles(inbox);
    const kept = sent(inbox.viewState);
    expect(kept).to.eql(heard[0]);
    expect(kept).to.eql({
      segment: 'inbox',
      search: '',
      filter: [{ field: 'title', op: 'contains', value: 'a' }],
      order: [{ field: 'value', descending: true }],
      columns: ['title', 'value', 'createdAt'],
      widths: { value: 180 },
    });
    await click(one(inbox, '[data-segment="trash"]'));
    await waitUntil(() => heard.length === 2);
    expect(heard[1]?.segment).to.equal('trash');
    document.removeEventListener('view-changed', listen);

    const { inbox: other } = await stand(threeLeads(), { setUp: (made) => (made.viewState = kept) });
    await waitUntil(() => titles(other).join() === shown.join(), 'the same leads in the same order');
    expect(all(other, '.lrow--head [data-sort]').map(text)).to.eql(['Lead', 'Value', 'Age']);
    expect(one(other, '.list > .grid').style.getPropertyValue('--cols')).to.contain('180px');
    expect(sent(other.viewState)).to.eql(kept);
    other.viewState = { search: 'pump' };
    await waitUntil(() => other.search === 'pump' && titles(other).join() !== shown.join());
    expect(other.columns, 'what is left out stays').to.eql(kept.columns);
  });

  it('takes what can be taken of a wrong one, before and after its hands have come, and says in the console what is wrong', async () => {
    const wrong = {
      segment: 'inbox',
      search: '',
      columns: ['title', 5, 'value'],
      order: 'value',
      widths: { value: 180, title: 'wide' },
      colour: 'red',
    } as unknown as InboxState;
    const right = async (inbox: LeadInbox): Promise<void> => {
      await waitUntil(() => all(inbox, '.lrow--head [data-sort]').map(text).join() === 'Lead,Value', 'the columns');
      await waitUntil(() => inbox.order.length === 1 && inbox.columns.length === 2);
      expect(inbox.order).to.eql([{ field: 'nextActivity' }]);
      expect(inbox.widths).to.eql({ value: 180 });
      expect(titles(inbox)).to.have.length(3);
    };
    const first = await told(async () => {
      const { inbox } = await stand(threeLeads(), { setUp: (made) => (made.viewState = wrong) });
      await right(inbox);
      const again = await told(async () => {
        inbox.viewState = wrong;
        await right(inbox);
      });
      expect(again).to.have.length(1);
    });
    expect(first).to.have.length(1);
    expect(first[0]).to.contain('viewState of <lead-inbox>');
    for (const line of [
      'columns[1] has to be the name of a field; it is 5.',
      'order has to be a list; it is "value".',
      'widths.title has to be a number of CSS pixels above zero; it is "wide".',
      'colour has to be left out: the names here are segment, search, filter, order, columns, widths; it is "red".',
    ])
      expect(first[0]).to.contain(line);
  });
});
