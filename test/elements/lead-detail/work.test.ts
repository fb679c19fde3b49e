import { expect, waitUntil } from '@open-wc/testing';
import '../../../src/define/lead-detail.js';
import type { LeadDetail } from '../../../src/elements/lead-detail/lead-detail.js';
import type { Change } from '../../../src/domain/change.js';
import type { Lead } from '../../../src/domain/records.js';
import { aLead, anActivity, aNote, creation } from '../../../src/testing/fixtures.js';
import { detailStand, keys, named, one, press, still, text, type } from '../../shared/support/detail-stand.js';
import type { DetailStand } from '../../shared/support/detail-stand.js';
import { heard } from '../../shared/support/stand.js';

const lead = (fields: Partial<Lead> = {}): Change =>
  creation(
    'lead',
    aLead({
      id: 'one',
      title: 'Solar roof',
      organizationId: 'organization-1',
      value: { amount: '1200', currency: 'EUR' },
      labelIds: [],
      custom: { year: 2027 },
      ...fields,
    }),
  );

function stand(
  changes: readonly Change[] = [lead()],
  options: Parameters<typeof detailStand>[2] & { id?: string } = {},
): Promise<DetailStand<LeadDetail>> {
  const { id = 'one', ...rest } = options;
  return detailStand(() => Object.assign(document.createElement('lead-detail'), { leadId: id }), changes, rest);
}
const stored = async (store: DetailStand<LeadDetail>['store'], id = 'one'): Promise<Lead> =>
  (await store.read({ kind: 'lead', where: { field: 'id', op: 'is', value: id }, window: { offset: 0, limit: 1 } }))
    .records[0]!;
const menuItem = (detail: HTMLElement, id: string): HTMLElement => one(detail, `[popover] [data-id="${id}"]`);

describe('<lead-detail>: notes and activities', () => {
  it('saves a note, and a draft survives looking at another lead', async () => {
    // Of one person they might be one lead twice: a hint that comes late would move what is aimed at.
    const other = lead({ id: 'two', title: 'Other', personId: null, organizationId: null });
    const { detail, store } = await stand([lead(), other]);
    await press(one(detail, '#new-note'));
    await type('Half a thought');
    detail.leadId = 'two';
    await waitUntil(() => text(detail, 'h2') === 'Other');
    expect(one<HTMLTextAreaElement>(detail, '#new-note').value).to.equal('');
    detail.leadId = 'one';
    await waitUntil(() => text(detail, 'h2') === 'Solar roof');
    expect(one<HTMLTextAreaElement>(detail, '#new-note').value).to.equal('Half a thought');
    await press(named(detail, 'Save note'));
    await waitUntil(
      () => detail.shadowRoot?.querySelector('.tl-card')?.textContent?.includes('Half a thought') === true,
    );
    expect(one<HTMLTextAreaElement>(detail, '#new-note').value).to.equal('');
    expect((await store.read({ kind: 'note', window: { offset: 0, limit: 9 } })).records).to.have.length(1);
  });

  it('marks the next activity done, then proposes to plan the next one', async () => {
    const { detail } = await stand([
      lead(),
      creation('activity', anActivity({ id: 'a', leadId: 'one', subject: 'Ring Ada', due: '2026-11-23' })),
    ]);
    expect(text(detail, '[part=next]')).to.contain('Ring Ada');
    one(detail, '[data-next]').focus();
    await keys('Enter');
    await waitUntil(
      () => detail.shadowRoot?.activeElement?.matches('.proposal') === true,
      'the focus is at the proposal',
    );
    await keys('Escape');
    await waitUntil(() => text(detail, '[part=next]').includes('No activity planned'));
    await waitUntil(() => detail.shadowRoot?.activeElement?.textContent?.includes('Plan next') === true);
    await keys('Enter');
    await waitUntil(() => detail.shadowRoot?.activeElement?.id === 'new-subject');
    await type('Send the offer');
    await press(named(detail, 'Plan activity'));
    await waitUntil(() => text(detail, '[part=focus]').includes('Send the offer'));
  });

  it('deletes a note and brings it back', async () => {
    const { detail } = await stand([lead(), creation('note', aNote({ id: 'n', leadId: 'one', text: 'Keep me' }))]);
    await waitUntil(() => detail.shadowRoot?.querySelector('.tl-card') != null);
    await press(named(detail, 'Note actions'));
    await press(menuItem(detail, 'delete'));
    await waitUntil(() => detail.shadowRoot?.querySelector('.tl-card') == null);
    await press(named(detail, 'Undo'));
    await waitUntil(() => detail.shadowRoot?.querySelector('.tl-card')?.textContent?.includes('Keep me') === true);
  });
});

describe('<lead-detail>: leaving the inbox', () => {
  it('archives by E and restores by E', async () => {
    const { detail, store } = await stand();
    one(detail, '[data-act=convert]').focus();
    await keys('e');
    await waitUntil(async () => (await stored(store)).archivedAt !== null);
    await waitUntil(() => text(detail, '[data-act=archive]') === 'Restore');
    await keys('e');
    await waitUntil(async () => (await stored(store)).archivedAt === null);
  });

  it('does not archive while one types an e', async () => {
    const { detail, store } = await stand();
    await press(one(detail, '#new-note'));
    await type('e');
    expect((await stored(store)).archivedAt).to.equal(null);
  });

  it('converts, and then leads to the deal', async () => {
    const { detail, store } = await stand();
    await press(one(detail, '[data-act=convert]'));
    await waitUntil(() => detail.shadowRoot?.querySelector('dialog[open] [type=submit]') != null, 'the dialog');
    await press(one(detail, 'dialog[open] [type=submit]'));
    await waitUntil(() => detail.shadowRoot?.querySelector('[data-open-deal]') != null, 'it is a deal');
    expect(text(detail, '.empty')).to.contain('Already a deal');
    const [deal] = (await store.read({ kind: 'deal', window: { offset: 0, limit: 1 } })).records;
    const events = heard('deal-open');
    await press(one(detail, '[data-open-deal]'));
    events.stop();
    expect((events.events[0] as CustomEvent).detail).to.deep.equal({ id: deal?.id });
  });

  it('asks before it deletes, and restores from the trash', async () => {
    const { detail } = await stand();
    await press(named(detail, 'More actions'));
    await press(menuItem(detail, 'delete'));
    await press(one(detail, 'dialog[open] [type=submit]'));
    await waitUntil(() => detail.shadowRoot?.querySelector('[data-restore]') != null);
    expect(text(detail, '.empty')).to.contain('You deleted “Solar roof”');
    await press(one(detail, '[data-restore]'));
    await waitUntil(() => text(detail, 'h2') === 'Solar roof');
  });

  it('keeps an open editor and its text when it is moved in the page', async () => {
    const { detail } = await stand();
    await press(one(detail, '#new-note'));
    await type('On the way');
    detail.parentElement!.append(detail);
    await detail.updateComplete;
    expect(one<HTMLTextAreaElement>(detail, '#new-note').value).to.equal('On the way');
  });
});

describe('<lead-detail>: for everybody', () => {
  for (const theme of ['light', 'dark'] as const)
    it(`has no faults that axe finds, ${theme}`, async () => {
      const { detail } = await stand([
        lead({ labelIds: ['label-1'] }),
        creation('activity', anActivity({ id: 'a', leadId: 'one', due: '2026-11-20' })),
        creation('note', aNote({ id: 'n', leadId: 'one', pinned: true })),
      ]);
      detail.theme = theme;
      await press(one(detail, '#composer-activity'));
      await detail.updateComplete;
      still(detail);
      await expect(detail).to.be.accessible();
    });

  it('speaks Turkish', async () => {
    const { detail } = await stand([lead()], { lang: 'tr' });
    await waitUntil(() => text(detail, '[data-act=convert]') === 'Anlaşmaya dönüştür');
    expect(text(detail, '[part=person] h3')).to.equal('Kişi');
  });
});
