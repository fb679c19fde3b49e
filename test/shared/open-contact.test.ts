/** From a lead or deal to the person or organization it is with, where the page has an element that shows them. */
import { expect, waitUntil } from '@open-wc/testing';
import '../../src/define/deal-detail.js';
import '../../src/define/contact-detail.js';
import type { DealDetail } from '../../src/elements/deal-detail/deal-detail.js';
import { aDeal, anOrganization, aParticipant, aPerson, creation } from '../../src/testing/fixtures.js';
import { detailStand, keys, one, press, text } from './support/detail-stand.js';
import type { DetailStand } from './support/detail-stand.js';

const world = [
  creation('organization', anOrganization({ id: 'crane', name: 'Crane works' })),
  creation('person', aPerson({ id: 'beside', name: 'Thorsten Kühnapfel' })),
  creation('person', aPerson({ id: 'primary', name: 'Wiebke Ostermann' })),
  creation('deal', aDeal({ id: 'one', title: 'Hall of cranes', personId: 'primary', organizationId: 'crane' })),
  creation('participant', aParticipant({ id: 'p', dealId: 'one', personId: 'beside' })),
];
const stand = (): Promise<DetailStand<DealDetail>> =>
  detailStand(() => Object.assign(document.createElement('deal-detail'), { dealId: 'one' }), world, { width: 1000 });

describe('the way from a deal to its contacts', () => {
  for (const [part, button, kind, id] of [
    ['person', '[part=person] header button', 'person', 'primary'],
    ['organization', '[part=organization] header button', 'organization', 'crane'],
    ['participants', '[data-participant=p]', 'person', 'beside'],
  ] as const)
    it(`opens ${id} from the menu of ${part}, by keyboard and by mouse`, async () => {
      const { detail } = await stand();
      await waitUntil(() => /Thorsten/.test(text(detail, '[part=participants]')), 'all of it is there');
      const heard: unknown[] = [];
      detail.addEventListener('contact-open', (event) => {
        heard.push(event.detail);
        event.preventDefault();
      });
      one(detail, button).focus();
      await keys('Enter');
      await waitUntil(() => detail.shadowRoot!.activeElement?.getAttribute('data-id') === 'open', 'the first item');
      await keys('Enter');
      await press(one(detail, button));
      await waitUntil(() => detail.shadowRoot!.querySelector('[data-id=open]') !== null, 'the menu');
      await press(one(detail, '[data-id=open]'));
      expect(heard).to.deep.equal([
        { kind, id },
        { kind, id },
      ]);
    });
});
