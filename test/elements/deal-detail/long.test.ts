/** A deal on which very much hangs: what is in sight comes first, and what is not drawn yet is reached all the same. */
import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../../src/define/deal-detail.js';
import type { DealDetail } from '../../../src/elements/deal-detail/deal-detail.js';
import { aDeal, aDealProduct, aNote, anActivity, creation, minutesAfter } from '../../../src/testing/fixtures.js';
import { detailStand, keys, named, one, press, text } from '../../shared/support/detail-stand.js';
import type { DetailStand } from '../../shared/support/detail-stand.js';

const many = 300;
const of = <T>(count: number, make: (n: number) => T): T[] => Array.from({ length: count }).map((_, n) => make(n));
const hung = { leadId: null, dealId: 'one' };
const changes = [
  creation('deal', aDeal({ id: 'one', lines: { count: many, by: 'seed' } })),
  ...of(many, (n) =>
    creation(
      'dealProduct',
      aDealProduct({ id: `line-${n}`, dealId: 'one', name: `Product ${100 + n}`, rank: `a${1000 + n}1` }),
    ),
  ),
  ...of(many, (n) =>
    creation('note', aNote({ ...hung, id: `note-${n}`, text: `Note ${n}`, createdAt: minutesAfter(2 * n) })),
  ),
  ...of(many, (n) =>
    creation('activity', anActivity({ ...hung, id: `done-${n}`, done: true, doneAt: minutesAfter(2 * n + 1) })),
  ),
];

const stand = (): Promise<DetailStand<DealDetail>> =>
  detailStand(() => Object.assign(document.createElement('deal-detail'), { dealId: 'one' }), changes, { width: 1000 });

const lines = (detail: HTMLElement): number => detail.shadowRoot!.querySelectorAll('[data-line]').length;
const entries = (detail: HTMLElement): number => detail.shadowRoot!.querySelectorAll('.tl [role=listitem]').length;

describe('<deal-detail>: a deal on which very much hangs', () => {
  it('goes by key to a line that is not drawn yet', async () => {
    const { detail } = await stand();
    await waitUntil(() => lines(detail) > 0, 'the first lines');
    expect(lines(detail)).to.be.lessThan(many);
    one(detail, '[data-cell="line-0 name"]').focus();
    await sendKeys({ down: 'Control' });
    await keys('End');
    await sendKeys({ up: 'Control' });
    await waitUntil(
      () => detail.shadowRoot!.activeElement === one(detail, `[data-cell="line-${many - 1} menu"]`),
      'the last',
    );
    expect(lines(detail)).to.equal(many);
    expect(one(detail, '.prod').getAttribute('aria-rowcount')).to.equal(String(many + 1));
  });

  it('has all lines drawn before it is printed, and nobody who is gone is asked', async () => {
    const { detail } = await stand();
    await waitUntil(() => lines(detail) > 0, 'the first lines');
    expect(lines(detail)).to.be.lessThan(many);
    window.dispatchEvent(new Event('beforeprint'));
    expect(lines(detail)).to.equal(many);

    const { detail: away } = await stand();
    await waitUntil(() => lines(away) > 0, 'the first lines');
    const before = lines(away);
    away.remove();
    window.dispatchEvent(new Event('beforeprint'));
    expect(lines(away)).to.equal(before);
  });

  it('has all lines drawn after a while, and nobody has to ask for it', async () => {
    const { detail } = await stand();
    await waitUntil(() => text(detail, '.filters').includes(`Notes ${many}`), 'what stands below is there');
    const place = (): number => one(detail, '.filters').getBoundingClientRect().top;
    const before = place();
    expect(lines(detail), 'some are still to come').to.be.lessThan(many);
    await waitUntil(() => lines(detail) === many, 'all of them');
    expect(place(), 'and nothing below has moved').to.be.closeTo(before, 2);
    expect(detail.shadowRoot!.querySelector('.prod .rest') === null).to.equal(true);
  });

  it('shows the history by kind, the newest first, and as much more as is asked for', async () => {
    const { detail } = await stand();
    await waitUntil(() => text(detail, '.filters').includes(`Notes ${many}`), 'how many there are');
    expect(text(detail, '.filters')).to.contain(`Activities ${many}`);
    await press(named(detail, /^Notes/));
    await waitUntil(() => text(detail, '.tl [role=listitem]').includes(`Note ${many - 1}`), 'the newest');
    expect(entries(detail)).to.equal(20);
    await press(named(detail, 'Show 40 more'));
    await waitUntil(() => entries(detail) === 60);
    await press(named(detail, 'Show 120 more'));
    await waitUntil(() => entries(detail) === 180);
    await press(named(detail, /^Show 120 more/));
    await waitUntil(() => entries(detail) === many, 'all');
    expect(detail.shadowRoot!.querySelector('.history [data-more]') === null).to.equal(true);
    await press(named(detail, /^Activities/));
    await waitUntil(() => entries(detail) === 20, 'the newest of another kind');
    expect(text(detail, '.tl [role=listitem]')).to.contain('Call back');
  });
});
