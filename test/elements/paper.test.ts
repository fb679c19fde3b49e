/** Details on paper: all that they hold, whatever box the page has put them in, dark on white, without what can only be pressed. */
import { expect, waitUntil } from '@open-wc/testing';
import '../../src/define/contact-detail.js';
import '../../src/define/deal-detail.js';
import '../../src/define/lead-detail.js';
import type { CrmStore } from '../../src/store/api.js';
import {
  aDeal,
  aLead,
  anActivity,
  aNote,
  aParticipant,
  aPerson,
  creation,
  minutesAfter,
} from '../../src/testing/fixtures.js';
import { emulateFeatures, orSkip } from '../support/commands.js';
import { detailStand, one, still, text } from '../shared/support/detail-stand.js';

type Detail = HTMLElement & { store?: CrmStore | null; updateComplete: Promise<boolean> };

const about = { personId: 'person-1', organizationId: 'organization-1' };
const hung = (on: object) => [
  ...Array.from({ length: 15 }, (_, n) =>
    creation(
      'note',
      aNote({
        id: `n${n}`,
        text: `Note ${n}. ${'What was said. '.repeat(20)}`,
        createdAt: minutesAfter(-n),
        leadId: null,
        ...on,
      }),
    ),
  ),
  creation('activity', anActivity({ id: 'a', subject: 'Ring Ada', due: '2026-11-24', leadId: null, ...on })),
];

const details = [
  [
    'lead-detail',
    { leadId: 'one' },
    [creation('lead', aLead({ id: 'one', title: 'Solar roof', seen: true, ...about })), ...hung({ leadId: 'one' })],
  ],
  [
    'deal-detail',
    { dealId: 'one' },
    [creation('deal', aDeal({ id: 'one', title: 'Solar roof', ...about })), ...hung({ dealId: 'one' })],
  ],
  ['contact-detail', { personId: 'person-1' }, hung({ personId: 'person-1' })],
] as const;

const seen = (detail: Detail, selector: string): HTMLElement[] =>
  [...detail.shadowRoot!.querySelectorAll<HTMLElement>(selector)].filter((each) => each.checkVisibility());
/** How light a colour is that the browser has worked out, 0 to 1. */
function lightness(color: string): number {
  const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d')!;
  canvas.fillStyle = color;
  canvas.fillRect(0, 0, 1, 1);
  const [r = 0, g = 0, b = 0] = canvas.getImageData(0, 0, 1, 1).data;
  return (r + g + b) / 765;
}

describe('a detail on paper', () => {
  afterEach(() => emulateFeatures({}, 'screen').catch(() => undefined));

  for (const width of [560, 1000])
    for (const [tag, set, changes] of details)
      it(`<${tag}>, ${width} px, in a low box and in the dark: all of it, dark on white`, async function () {
        const { detail } = await detailStand<Detail>(
          () => Object.assign(document.createElement(tag), { ...set, theme: 'dark' }),
          changes,
          { width },
        );
        detail.style.blockSize = '300px';
        detail.style.setProperty('--crm-surface', '#111');
        detail.style.setProperty('--crm-text', '#eee');
        await waitUntil(() => detail.shadowRoot!.querySelectorAll('.tl-card').length === 15, 'the notes are drawn');
        const buttons = seen(detail, '.btn').length;
        expect(detail.offsetHeight, 'on the screen it is as high as the page says').to.equal(300);
        await orSkip(this, () => emulateFeatures({}, 'print'));
        still(detail);

        const box = detail.getBoundingClientRect();
        expect(detail.offsetHeight, 'as high as what it holds').to.be.greaterThan(1200);
        const scrolled = seen(detail, '*').filter(
          (each) =>
            each.clientHeight > 0 &&
            each.scrollHeight > each.clientHeight + 2 &&
            /auto|scroll|clip|hidden/.test(getComputedStyle(each).overflowY) &&
            !each.matches('.sr, .stages'),
        );
        expect(
          scrolled.map(({ className }) => className),
          'nothing scrolls, nothing is cut',
        ).to.deep.equal([]);
        for (const part of ['.side', '.work', '.tl-line:last-child', 'h2'])
          for (const each of seen(detail, part))
            expect(each.getBoundingClientRect().bottom, part).to.be.at.most(box.bottom + 1);
        expect(seen(detail, '.side').length && seen(detail, '.work').length, 'both sides').to.equal(1);
        expect(text(detail, '[part=history]')).to.contain('Note 14.');
        expect(text(detail, '[part=focus]')).to.contain('Ring Ada');

        expect(buttons).to.be.greaterThan(0);
        expect(
          seen(detail, '.btn, .composer, .edit.add, .filters, [role=tab]').map((each) => each.outerHTML),
        ).to.deep.equal([]);
        const title = one(detail, 'h2 .edit, h2');
        expect(lightness(getComputedStyle(title).color), 'dark').to.be.lessThan(0.35);
        expect(lightness(getComputedStyle(detail).backgroundColor), 'on white').to.be.greaterThan(0.95);
      });

  it('says what a participant does, also where that is their job and no role is set', async function () {
    const taking = ['Ada', 'Bo', 'Cem'].flatMap((name, n) => [
      creation('person', aPerson({ id: `with-${n}`, name, jobTitle: n < 2 ? 'Head of IT' : '' })),
      creation(
        'participant',
        aParticipant({ id: `p${n}`, dealId: 'one', personId: `with-${n}`, role: n === 0 ? 'Advises' : '' }),
      ),
    ]);
    const { detail } = await detailStand<Detail>(
      () => Object.assign(document.createElement('deal-detail'), { dealId: 'one' }),
      [creation('deal', aDeal({ id: 'one', title: 'Solar roof', ...about })), ...taking],
      { width: 1000 },
    );
    const said = (): string[] => seen(detail, '.participants .who .edit').map((each) => each.innerText.trim());
    await waitUntil(() => said().length === 3, 'who takes part');
    expect(said().sort(), 'on the screen').to.deep.equal(['Add role', 'Advises', 'Head of IT']);
    await orSkip(this, () => emulateFeatures({}, 'print'));
    expect(said().sort(), 'on paper').to.deep.equal(['Advises', 'Head of IT']);
  });
});
