/** That a record may be a duplicate is found out late: nothing that a person may be aiming at moves when it is said. */
import { expect, waitUntil } from '@open-wc/testing';
import '../../src/define/crm-provider.js';
import '../../src/define/deal-detail.js';
import '../../src/define/lead-detail.js';
import { aDeal, aLead, anActivity, aPerson, creation } from '../../src/testing/fixtures.js';
import { detailStand, keys, press, text } from './support/detail-stand.js';

const mark = (detail: HTMLElement): HTMLElement | null => detail.shadowRoot!.querySelector('[part=duplicates]');

/** Where everything stands that can be pressed, filled in or read on: by the element, in CSS pixels. */
function places(detail: HTMLElement): Map<Element, string> {
  const found = detail.shadowRoot!.querySelectorAll(
    'button, a, input, textarea, select, h2, h3, dt, dd, section, li, .meta',
  );
  return new Map(
    [...found].map((each) => {
      const { x, y, width, height } = each.getBoundingClientRect();
      return [each, [x, y, width, height].map((n) => n.toFixed(1)).join(' ')];
    }),
  );
}

/** Somebody else of the same address: what is said of the person who is shown stays as it is. */
const emails = [{ value: 'ada@nur.example', label: 'home', primary: true } as const];

async function stands(kind: 'lead' | 'deal', width: number, dir: 'ltr' | 'rtl') {
  const make = () => {
    const detail = Object.assign(document.createElement(`${kind}-detail`), { dir, position: { index: 11, of: 1204 } });
    return Object.assign(detail, kind === 'lead' ? { leadId: 'one' } : { dealId: 'one' });
  };
  const record = { id: 'one', title: 'Solar roof', personId: 'person-1', labelIds: ['label-1'] };
  const stand = await detailStand(
    make,
    [
      kind === 'lead' ? creation('lead', aLead(record)) : creation('deal', aDeal(record)),
      creation('person', aPerson({ id: 'person-x', name: 'A. Yıldız', emails, phones: [] })),
      creation('activity', anActivity({ id: 'a', leadId: null, [`${kind}Id`]: 'one' })),
    ],
    { width },
  );
  const { detail } = stand;
  await waitUntil(() => detail.shadowRoot!.querySelector('[part=history] li, [part=history] .tl-line') !== null);
  await waitUntil(() => text(detail, '.next, .focus') !== '');
  return stand;
}

for (const kind of ['lead', 'deal'] as const)
  for (const [width, dir] of [
    [320, 'ltr'],
    [390, 'rtl'],
    [440, 'ltr'],
    [1000, 'ltr'],
  ] as const)
    it(`moves nothing of a ${kind}, ${width} pixels wide, ${dir}`, async () => {
      const { detail, store } = await stands(kind, width, dir);
      const before = places(detail);
      expect(before.size).to.be.above(15);
      const title = 'Came in later';
      await store.execute(`${kind}-add`, { title, person: { id: 'person-x' } });
      await waitUntil(() => mark(detail) !== null, 'it is said');
      const after = places(detail);
      const moved = [...before].filter(([each, place]) => each.isConnected && after.get(each) !== place);
      expect(
        moved.map(([each, place]) => `${each.outerHTML.slice(0, 60)}: ${place}, now ${after.get(each)}`),
      ).to.deep.equal([]);
      expect(
        [...before.keys()].every((each) => each.isConnected),
        'and nothing is gone',
      ).to.equal(true);
      // It stands inside, where it can be pressed, and says more then; the focus comes back to it.
      const [box, host] = [mark(detail)!.getBoundingClientRect(), detail.getBoundingClientRect()];
      expect(box.left >= host.left && box.right <= host.right && box.height >= 24, 'it can be pressed').to.equal(true);
      await press(mark(detail)!);
      await waitUntil(() => detail.shadowRoot!.querySelector('.twin-hint') !== null);
      expect(text(detail, '.twin-hint')).to.contain('Came in later: same e-mail address');
      await expect(detail).to.be.accessible();
      await keys('Escape');
      await waitUntil(() => detail.shadowRoot!.activeElement === mark(detail), 'the focus is back');
    });
