/** Dialogs of an open deal come with code and looks of their own, which leave everything around them as it is. */
import { expect, waitUntil } from '@open-wc/testing';
import '../../../src/define/deal-detail.js';
import type { DealDetail } from '../../../src/elements/deal-detail/deal-detail.js';
import { aDeal, anOrganization, aPerson, creation } from '../../../src/testing/fixtures.js';
import { detailStand, keys, named, one, press } from '../../shared/support/detail-stand.js';
import type { DetailStand } from '../../shared/support/detail-stand.js';

const organization = 'Bergström & Söhne Maschinenbau GmbH & Co. KG';
const changes = [
  creation('organization', anOrganization({ id: 'berg', name: organization })),
  creation(
    'person',
    aPerson({
      id: 'anne',
      name: 'Annegret Freifrau von Hohenstein',
      jobTitle: 'Leiterin Finanzen, Controlling und Beschaffung',
      organizationId: 'berg',
    }),
  ),
  creation('deal', aDeal({ id: 'one', personId: 'anne', organizationId: 'berg' })),
];
const stand = (): Promise<DetailStand<DealDetail>> =>
  detailStand(() => Object.assign(document.createElement('deal-detail'), { dealId: 'one' }), changes, { width: 1000 });

/** Where everything beside the work stands, and how high it is. */
const places = (detail: DealDetail): string[] =>
  [...detail.shadowRoot!.querySelectorAll('.deal-head *, .side *')].map((each) => {
    const { x, y, width, height } = each.getBoundingClientRect();
    return `${each.localName}.${each.getAttribute('class') ?? ''} ${[x, y, width, height].map(Math.round).join()}`;
  });
const isOpen = (detail: DealDetail): boolean => detail.shadowRoot!.querySelector('dialog[open]') !== null;

describe('the dialogs of <deal-detail>', () => {
  for (const item of [/^Lost$/, /^Wait until/, /^Convert to lead/, /^Merge with/])
    it(`move nothing that stands around them: ${item.source}`, async () => {
      const { detail } = await stand();
      await waitUntil(
        () => (detail.shadowRoot!.querySelector('.who small')?.textContent ?? '').includes('Controlling'),
        'the person',
      );
      await detail.updateComplete;
      const before = places(detail);
      if (item.source !== '^Lost$') await press(one(detail, '[data-act=more]'));
      await press(named(detail, item));
      await waitUntil(() => isOpen(detail), 'the dialog');
      await keys('Escape');
      await waitUntil(() => !isOpen(detail), 'it is closed');
      expect(places(detail)).to.deep.equal(before);
    });
});
