/** Wait until, because: on the board. */
import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { aStage, creation, today } from '../../../src/testing/fixtures.js';
import { all, card, click, deal, focusCard, one, press, settled, stand, stored, text, toast } from './support.js';
import type { Stand, StandOptions } from './support.js';

const slow = creation('stage', aStage({ id: 'slow', name: 'Slow', rank: 'b0', rotDays: 30 }));
const touchedAt = '2026-10-13T12:00:00.000Z';

function waitBoard(fields: Parameters<typeof deal>[0], options: StandOptions = {}): Promise<Stand> {
  return stand(deal({ stageId: 'slow', title: 'Tender', createdAt: touchedAt, touchedAt, ...fields }), {
    changes: [slow],
    ...options,
  });
}
const rot = (el: Stand['el'], id = 'd1'): string | undefined => card(el, id).dataset['rot'];

describe('<deal-pipeline> wait until, because', () => {
  it('by key: asks for the day and the reason, stores both, and stands on the card without red', async () => {
    const { el, adapter } = await waitBoard({ id: 'd1' });
    expect(rot(el)).to.equal('2');
    await focusCard(el, 'd1');
    await sendKeys({ press: 'w' });
    await waitUntil(() => el.shadowRoot!.querySelector('dialog[open] input[type=radio]') !== null, 'the dialog');
    const radios = (): string[] => all(el, 'dialog[open] .reasons .menu-item').map(text);
    expect(radios()).to.deep.equal([
      'Tomorrow Tue, Nov 24',
      'Next week Mon, Nov 30',
      'In a month Wed, Dec 23',
      'On a day of your choice',
    ]);
    const active = el.shadowRoot!.activeElement as HTMLInputElement;
    expect(text(active.closest('label')!)).to.contain('Next week');

    await sendKeys({ press: 'Enter' });
    await settled(el);
    expect(text(one(el, '#wait-reason-error'))).to.equal('Needs an answer');
    expect(el.shadowRoot!.activeElement?.id, 'the missing answer has the focus').to.equal('wait-reason');
    await sendKeys({ type: 'tender opens' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => rot(el) === undefined, 'it waits');
    expect(text(card(el, 'd1'))).to.contain('Waiting until Nov 30: tender opens');
    expect(card(el, 'd1').querySelector('.is-late')).to.equal(null);
    expect(el.shadowRoot!.querySelector('dialog[open]')).to.equal(null);
    expect(el.shadowRoot!.activeElement?.closest<HTMLElement>('.card')?.dataset['id']).to.equal('d1');
    await waitUntil(() => toast(el).includes('1 deal waits'));
    const { waitUntil: until, waitReason } = await stored(adapter, 'd1');
    expect([until, waitReason]).to.deep.equal(['2026-11-30', 'tender opens']);

    await press(el, 'z');
    await waitUntil(() => !text(card(el, 'd1')).includes('Waiting'), 'taken back');
    expect((await stored(adapter, 'd1')).waitUntil).to.equal(null);
  });

  it('by menu: on a day of one’s own, which has to be one to come; and ends by hand', async () => {
    const { el, adapter } = await waitBoard({ id: 'd1' });
    await click(card(el, 'd1').querySelector('[data-do=menu]')!);
    await click(one(el, '.menu [data-id=wait]'));
    await waitUntil(() => el.shadowRoot!.querySelector('dialog[open] input[type=radio]') !== null, 'the dialog');
    await click(all(el, 'dialog[open] .reasons .menu-item').at(-1)!);
    await settled(el);
    const day = one(el, '#wait-until') as HTMLInputElement;
    day.value = '2026-11-01';
    day.dispatchEvent(new Event('change', { bubbles: true }));
    await settled(el);
    await click(one(el, '#wait-reason'));
    await sendKeys({ type: 'budget' });
    await click(one(el, 'dialog[open] [type=submit]'));
    await settled(el);
    expect(text(one(el, '#wait-until-error'))).to.equal('Choose a day to come.');
    day.value = '2027-01-04';
    day.dispatchEvent(new Event('change', { bubbles: true }));
    await settled(el);
    await click(one(el, 'dialog[open] [type=submit]'));
    await waitUntil(() => text(card(el, 'd1')).includes('Waiting until Jan 4, 2027: budget'), 'it waits');

    await click(card(el, 'd1').querySelector('[data-do=menu]')!);
    await click(one(el, '.menu [data-id=end-wait]'));
    await waitUntil(() => !text(card(el, 'd1')).includes('Waiting'), 'by hand');
    await waitUntil(() => toast(el).includes('Tender waits no longer'));
    expect((await stored(adapter, 'd1')).waitUntil).to.equal(null);
  });

  it('begins with what was said before, and keeps it where the page says no', async () => {
    const { el } = await waitBoard({ id: 'd1', waitUntil: '2027-01-04', waitReason: 'tender opens' });
    const stop = (event: Event): void => event.preventDefault();
    document.addEventListener('deal-wait', stop);
    await focusCard(el, 'd1');
    await sendKeys({ press: 'w' });
    await waitUntil(() => el.shadowRoot!.querySelector('dialog[open] #wait-until') !== null, 'the dialog');
    expect((one(el, '#wait-until') as HTMLInputElement).value).to.equal('2027-01-04');
    expect((one(el, '#wait-reason') as HTMLInputElement).value).to.equal('tender opens');
    await click(one(el, '#wait-reason'));
    await sendKeys({ type: ' late' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => el.shadowRoot!.querySelector('dialog[open] [data-error]') !== null, 'it says why');
    document.removeEventListener('deal-wait', stop);
    expect((one(el, '#wait-reason') as HTMLInputElement).value).to.equal('tender opens late');
    expect(text(card(el, 'd1'))).to.contain('Waiting until Jan 4, 2027: tender opens');
    expect(text(card(el, 'd1'))).not.to.contain('late');
  });

  it('ends by itself on its day, and is quiet again from there on', async () => {
    let now = Date.parse(`${today}T12:00:00Z`);
    const minutes: (() => void)[] = [];
    const { setInterval } = window;
    window.setInterval = ((call: () => void, ms: number) =>
      ms === 60_000 ? minutes.push(call) : setInterval(call, ms)) as typeof window.setInterval;
    try {
      const { el } = await waitBoard(
        { id: 'd1', waitUntil: '2026-11-25', waitReason: 'fair' },
        {
          clock: {
            now: () => now,
            random: (n) => crypto.getRandomValues(new Uint8Array(n)),
            after: (ms, call) => {
              const timer = setTimeout(call, ms);
              return () => clearTimeout(timer);
            },
          },
        },
      );
      const later = async (day: string): Promise<void> => {
        now = Date.parse(`${day}T12:00:00Z`);
        for (const call of minutes) call();
        await settled(el);
      };
      expect(text(card(el, 'd1'))).to.contain('Waiting until Nov 25: fair');
      await later('2026-11-24');
      expect(text(card(el, 'd1'))).to.contain('Waiting');
      await later('2026-11-25');
      expect(text(card(el, 'd1'))).not.to.contain('Waiting');
      expect(rot(el)).to.equal(undefined);
      await later('2026-12-10');
      expect(text(card(el, 'd1'))).to.contain('Quiet for 15 days');
    } finally {
      window.setInterval = setInterval;
    }
  });

  it('is refused with a reason where the page does not allow it', async () => {
    const { el } = await waitBoard({ id: 'd1' }, { can: (name) => (name === 'deal-wait' ? 'Ask Maya' : true) });
    await click(card(el, 'd1').querySelector('[data-do=menu]')!);
    expect(one(el, '.menu [data-id=wait]').getAttribute('aria-disabled')).to.equal('true');
    await press(el, 'Escape');
    await focusCard(el, 'd1');
    await press(el, 'w');
    expect(el.shadowRoot!.querySelector('dialog[open]')).to.equal(null);
  });
});
