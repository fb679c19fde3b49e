/** An activity goes into the calendar of whoever works here, as a file: from the day and from the detail. */
import { expect, waitUntil } from '@open-wc/testing';
import '../../../src/define/lead-detail.js';
import { aLead, anActivity, creation } from '../../../src/testing/fixtures.js';
import { detailStand, named, press as pressIn } from '../../shared/support/detail-stand.js';
import { downloads } from '../../support/downloads.js';
import { activity, click, focusRow, one, row, said, stand } from './support.js';

describe('an activity for the calendar', () => {
  let kept: ReturnType<typeof downloads>;
  beforeEach(() => (kept = downloads()));
  afterEach(() => kept.stop());

  it('from the menu of its row: what, about whom, and when', async () => {
    const { el } = await stand([
      activity('one', { subject: 'Call, then write', due: '2026-11-23', time: '09:30', duration: 20 }),
    ]);
    await focusRow(el, 'one');
    await click(row(el, 'one').querySelector<HTMLElement>('[aria-haspopup=menu]')!);
    await click(one(el, '[popover] [data-id=calendar]'));
    await waitUntil(() => kept.names.length === 1, 'a file');
    expect(kept.names).to.deep.equal(['Call-then-write-2026-11-23.ics']);
    const text = (await kept.texts[0]!).replaceAll('\r\n ', '');
    expect(text)
      .to.contain('UID:one\r\n')
      .and.to.contain('DTSTART:20261123T093000Z')
      .and.to.contain('DTEND:20261123T095000Z');
    expect(text).to.match(/SUMMARY:Call\\, then write · \S/u);
    await waitUntil(() => said(el).includes('is in a calendar file now'), 'it is said');
  });

  it('one without a day has none', async () => {
    const { el } = await stand([activity('one', { due: null })]);
    await focusRow(el, 'one');
    await click(row(el, 'one').querySelector<HTMLElement>('[aria-haspopup=menu]')!);
    await waitUntil(() => el.shadowRoot!.querySelector('[popover] [data-id=delete]') !== null, 'the menu');
    expect(el.shadowRoot!.querySelector('[popover] [data-id=calendar]')).to.equal(null);
  });

  it('from the detail of its lead, all day', async () => {
    const { detail } = await detailStand(
      () => Object.assign(document.createElement('lead-detail'), { leadId: 'lead-1' }),
      [
        creation('lead', aLead({ id: 'lead-1', title: 'Crane', personId: 'person-1', seen: true })),
        creation(
          'activity',
          anActivity({
            id: 'visit',
            leadId: 'lead-1',
            subject: 'Visit',
            due: '2026-12-01',
            time: null,
            note: 'Ring twice',
          }),
        ),
      ],
    );
    await waitUntil(() => detail.shadowRoot?.querySelector('.focus-item') != null, 'what is planned');
    await pressIn(named(detail, 'Actions for Visit'));
    await pressIn(named(detail, 'Calendar file (.ics)'));
    await waitUntil(() => kept.names.length === 1, 'a file');
    const text = (await kept.texts[0]!).replaceAll('\r\n ', '');
    expect(kept.names).to.deep.equal(['Visit-2026-12-01.ics']);
    for (const line of ['SUMMARY:Visit · Crane', 'DTSTART;VALUE=DATE:20261201', 'DESCRIPTION:Ring twice'])
      expect(text).to.contain(`${line}\r\n`);
  });
});
