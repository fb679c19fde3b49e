import { expect, waitUntil } from '@open-wc/testing';
import '../../../src/define/deal-list.js';
import type { DealList } from '../../../src/elements/deal-list/deal-list.js';
import { edit } from '../../../src/testing/fixtures.js';
import { all, click, one, settled, stand, text } from './support.js';

describe('closed deals of <deal-pipeline>', () => {
  for (const [item, status, title] of [
    ['won-deals', 'won', 'Roof'],
    ['lost-deals', 'lost', 'Heat pump'],
  ] as const)
    it(`“More actions” leads to those that are ${status}, and back to the board`, async () => {
      const { el } = await stand(undefined, {
        changes: [
          edit('deal', 'd1', { status: ['open', 'won'] }),
          edit('deal', 'd2', { status: ['open', 'lost'], lostReason: [null, 'Price too high'] }),
        ],
      });
      await click(one(el, '[data-more]'));
      await click(one(el, `.menu [data-id=${item}]`));
      await settled(el);
      const list = one(el, 'deal-list') as DealList;
      await waitUntil(
        () => text(list.shadowRoot!.querySelector('.lrow[data-id] .lead button') ?? list) === title,
        'the deal',
      );
      expect(list.segment).to.equal(status);
      expect(list.embedded).to.equal(true);
      await click(one(el, '[data-view=board]'));
      await waitUntil(() => all(el, '.card[data-id]').length === 3, 'the board again');
    });
});
