/** A deal that has gone quiet, in its detail. */
import { expect, waitUntil } from '@open-wc/testing';
import '../../../src/define/deal-detail.js';
import type { DealDetail } from '../../../src/elements/deal-detail/deal-detail.js';
import type { Deal } from '../../../src/domain/records.js';
import { aDeal, aStage, creation } from '../../../src/testing/fixtures.js';
import { detailStand, keys, one, press, text, type } from '../../shared/support/detail-stand.js';
import type { DetailStand } from '../../shared/support/detail-stand.js';

function stand(fields: Partial<Deal> = {}, width = 1000): Promise<DetailStand<DealDetail>> {
  const touchedAt = '2026-10-13T12:00:00.000Z';
  return detailStand(
    () => Object.assign(document.createElement('deal-detail'), { dealId: 'one' }),
    [
      creation('stage', aStage({ id: 'slow', name: 'Slow', rank: 'b0', rotDays: 30 })),
      creation(
        'deal',
        aDeal({ id: 'one', title: 'Hall', stageId: 'slow', createdAt: touchedAt, touchedAt, ...fields }),
      ),
    ],
    { width },
  );
}
const banner = (detail: DealDetail): Element | null => detail.shadowRoot!.querySelector('[part=quiet]');

describe('<deal-detail>: a quiet deal', () => {
  it('says for how long, what the limit is, and what ends it', async () => {
    const { detail, store } = await stand();
    await waitUntil(() => banner(detail) !== null);
    expect(text(detail, '[part=quiet]')).to.contain('Quiet for 41 days, 30 is the limit in this stage.');
    await store.execute('note-add', { on: { dealId: 'one' }, text: 'They are back' });
    await waitUntil(() => banner(detail) === null, 'a note ends it');
  });

  it('leads on to an activity, also where that is in another part', async () => {
    const { detail } = await stand({}, 390);
    await waitUntil(() => banner(detail) !== null);
    await press(one(detail, '#tab-summary'));
    await press(one(detail, '[data-act=plan]'));
    await waitUntil(() => detail.shadowRoot!.activeElement?.id === 'new-subject', 'the form has the focus');
    expect(one(detail, '#new-subject').checkVisibility()).to.equal(true);
  });

  it('is told in a word where it is only going quiet, and not at all when it is won', async () => {
    const { detail, store } = await stand({ touchedAt: '2026-11-07T12:00:00.000Z' });
    await waitUntil(() => detail.shadowRoot!.querySelector('.going-quiet') !== null);
    expect(text(detail, '.going-quiet')).to.equal('Quiet for 16 days');
    expect(banner(detail)).to.equal(null);
    await store.execute('deal-win', { ids: ['one'] });
    await waitUntil(() => detail.shadowRoot!.querySelector('.going-quiet') === null);
    expect(banner(detail)).to.equal(null);
  });
});

describe('<deal-detail>: a deal that waits', () => {
  it('is asked for by key, says until when and why without red, and waits no longer by its button', async () => {
    const { detail, store } = await stand();
    await waitUntil(() => banner(detail) !== null);
    one(detail, '[data-act=more]').focus();
    await keys('w');
    await waitUntil(() => detail.shadowRoot!.querySelector('dialog[open] input[type=radio]') !== null, 'the dialog');
    one(detail, '#wait-reason').focus();
    await type('tender opens');
    await keys('Enter');
    await waitUntil(() => detail.shadowRoot!.querySelector('[part=waiting]') !== null, 'it waits');
    expect(text(detail, '[part=waiting]')).to.contain('Waiting until Mon, Nov 30: tender opens');
    expect(banner(detail)).to.equal(null);
    await press(one(detail, '[data-act=end-wait]'));
    await waitUntil(() => detail.shadowRoot!.querySelector('[part=waiting]') === null, 'no longer');
    expect(banner(detail), 'somebody has just been here').to.equal(null);
    expect(detail.shadowRoot!.activeElement, 'the focus is somewhere').not.to.equal(null);
    await store.execute('deal-win', { ids: ['one'] });
    await waitUntil(() => detail.shadowRoot!.querySelector('.closed') !== null);
    await press(one(detail, '[data-act=more]'));
    expect(detail.shadowRoot!.querySelector('.menu [data-id=wait]'), 'a won deal waits for nothing').to.equal(null);
  });
});
