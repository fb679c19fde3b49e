/** Duplicates in a detail: hinted at with the reason, compared, merged, or said to be none; and a merged one leads on. */
import { expect, waitUntil } from '@open-wc/testing';
import '../../src/define/crm-provider.js';
import '../../src/define/deal-detail.js';
import '../../src/define/lead-detail.js';
import type { Change } from '../../src/domain/change.js';
import type { Deal, Lead } from '../../src/domain/records.js';
import type { DealDetail } from '../../src/elements/deal-detail/deal-detail.js';
import type { LeadDetail } from '../../src/elements/lead-detail/lead-detail.js';
import { aDeal, aLead, aNote, aPerson, creation } from '../../src/testing/fixtures.js';
import { chord } from '../support/commands.js';
import { clock, detailStand, keys, named, one, press, text } from './support/detail-stand.js';
import type { DetailStand } from './support/detail-stand.js';

const lead = (fields: Partial<Lead> = {}): Change =>
  creation('lead', aLead({ id: 'one', title: 'Solar roof', ...fields }));
const deal = (fields: Partial<Deal> = {}): Change =>
  creation(
    'deal',
    aDeal({ id: 'one', title: 'Hall of cranes', organizationId: 'organization-1', personId: null, ...fields }),
  );
const leadStand = (changes: readonly Change[], options = {}): Promise<DetailStand<LeadDetail>> =>
  detailStand(() => Object.assign(document.createElement('lead-detail'), { leadId: 'one' }), changes, options);
const dealStand = (changes: readonly Change[], options = {}): Promise<DetailStand<DealDetail>> =>
  detailStand(() => Object.assign(document.createElement('deal-detail'), { dealId: 'one' }), changes, {
    width: 1000,
    ...options,
  });
const mark = (detail: HTMLElement): HTMLElement | null => detail.shadowRoot!.querySelector('[part=duplicates]');
const hinted = (detail: HTMLElement): Promise<void> => waitUntil(() => mark(detail) !== null, 'a hint');
/** What the hint says when it is asked. */
async function hint(detail: HTMLElement): Promise<string> {
  await press(mark(detail)!);
  await waitUntil(() => detail.shadowRoot!.querySelector('.twin-hint') !== null);
  return text(detail, '.twin-hint');
}
const dialogOf = (detail: HTMLElement): HTMLElement | null => detail.shadowRoot!.querySelector('dialog[open]');
const page = { offset: 0, limit: 9 };

describe('a duplicate of the open lead', () => {
  it('of the same person is hinted at, compared, merged, and comes back', async () => {
    const twin = lead({ id: 'two', title: 'Roof with panels', createdAt: '2026-11-03T00:00:00.000Z' });
    const { detail, store } = await leadStand([lead(), twin, creation('note', aNote({ id: 'n', leadId: 'two' }))]);
    await hinted(detail);
    expect(await hint(detail))
      .to.contain('Possible duplicate')
      .and.to.contain('Roof with panels: same person');
    await expect(detail).to.be.accessible();
    await press(named(detail, 'Compare'));
    await waitUntil(() => dialogOf(detail)?.querySelector('.merge-grid'), 'side by side');
    await keys('Enter');
    await waitUntil(() => dialogOf(detail) === null, 'merged');
    await waitUntil(() => mark(detail) === null, 'there is none any more');
    await waitUntil(() => text(detail, '[part=history]').includes('1'), 'the note has come along');
    expect((await store.read({ kind: 'lead', window: page })).total).to.equal(1);
    await waitUntil(() => detail.shadowRoot!.activeElement !== null, 'the focus has not fallen off');
    await keys('z');
    await hinted(detail);
    expect((await store.read({ kind: 'lead', window: page })).total).to.equal(2);
  });

  it('of another person with the same address is hinted at; that it is none is kept, seen at once, and taken back', async () => {
    const emails = [{ value: 'ADA@nur.example', label: 'home', primary: true } as const];
    const { detail, store } = await leadStand([
      lead({ personId: 'person-1' }),
      creation('person', aPerson({ id: 'person-x', name: 'A. Yıldız', emails, phones: [] })),
      lead({ id: 'two', title: 'Boiler', personId: 'person-x' }),
    ]);
    await hinted(detail);
    expect(await hint(detail)).to.contain('Boiler: same e-mail address');
    await press(named(detail, 'Not a duplicate'));
    await waitUntil(() => mark(detail) === null, 'it is gone');
    await waitUntil(() => text(detail, '.toast').includes('Noted: not a duplicate'));
    const [kept] = (await store.read({ kind: 'lead', where: { field: 'id', op: 'is', value: 'one' }, window: page }))
      .records;
    expect(kept?.notDuplicateOf).to.deep.equal(['two']);
    detail.leadId = 'two';
    await waitUntil(() => text(detail, 'h2') === 'Boiler');
    await waitUntil(() => detail.shadowRoot!.querySelector('[part=history]') !== null);
    expect(mark(detail), 'nor the other way').to.equal(null);
    detail.leadId = 'one';
    await waitUntil(() => text(detail, 'h2') === 'Solar roof');
    await store.undo();
    await hinted(detail);
  });

  it('comes and goes with what others do', async () => {
    const { detail, store } = await leadStand([lead()]);
    await waitUntil(() => detail.shadowRoot!.querySelector('[part=history]') !== null);
    await store.execute('lead-add', { title: 'Came in later', person: { id: 'person-1' } });
    await hinted(detail);
    expect(await hint(detail)).to.contain('Came in later');
    await store.execute('leads-archive', {
      ids: await store.ids({ kind: 'lead', where: { field: 'title', op: 'is', value: 'Came in later' } }),
    });
    await waitUntil(() => mark(detail) === null, 'an archived one is none');
  });

  it('is merged with whom one says, by the menu and by key', async () => {
    const { detail } = await leadStand([lead(), lead({ id: 'two', title: 'Other' })]);
    await press(named(detail, 'More actions'));
    await waitUntil(() => detail.shadowRoot!.querySelector('[popover] [data-id=merge]') !== null);
    await press(one(detail, '[popover] [data-id=merge]'));
    await waitUntil(() => dialogOf(detail)?.querySelector('#crm-merge-other'), 'it asks with whom');
    await keys('Escape');
    await waitUntil(() => dialogOf(detail) === null);
    one(detail, '.detail-body').focus();
    await chord('Shift+M');
    await waitUntil(() => dialogOf(detail)?.querySelector('#crm-merge-other'), 'and once more');
  });
});

describe('a duplicate of the open deal', () => {
  it('of the same organization is one where the titles are alike; a won one is none', async () => {
    const { detail } = await dealStand([
      deal(),
      deal({ id: 'two', title: 'Cranes, hall of' }),
      deal({ id: 'three', title: 'Office chairs' }),
      deal({ id: 'four', title: 'Hall of cranes', status: 'won' }),
    ]);
    await hinted(detail);
    expect(await hint(detail))
      .to.contain('Cranes, hall of: same organization, similar title')
      .and.not.to.contain('more');
  });

  it('that was merged says into which one, and leads there', async () => {
    const { detail, store } = await dealStand([deal(), deal({ id: 'two', title: 'Cranes' })]);
    await waitUntil(() => text(detail, 'h2') === 'Hall of cranes');
    await store.mergeDeals({ ids: ['one', 'two'], survivorId: 'two' });
    await waitUntil(() => detail.shadowRoot!.querySelector('[data-open-survivor]') !== null, 'it says so');
    expect(text(detail, '.empty')).to.contain('This deal was merged').and.to.contain('You merged “Hall of cranes”');
    const heard: (string | null)[] = [];
    detail.addEventListener('deal-open', (event) => heard.push(event.detail.id));
    await expect(detail).to.be.accessible();
    await press(named(detail, 'Open Cranes'));
    expect(heard).to.deep.equal(['two']);
    await store.undo();
    await waitUntil(() => text(detail, 'h2') === 'Hall of cranes', 'it is there again');
  });

  it('is told in the history of the one that stayed, with the way to it and back; after undo nothing is left of it', async () => {
    const { detail, store } = await dealStand([
      deal(),
      deal({ id: 'two', title: 'Cranes' }),
      creation('note', aNote({ id: 'n1', leadId: null, dealId: 'one' })),
    ]);
    const line = (): HTMLElement | null => detail.shadowRoot!.querySelector('[data-open-merged]');
    detail.dealId = 'two';
    await waitUntil(() => text(detail, 'h2') === 'Cranes');
    await store.mergeDeals({ ids: ['one', 'two'], survivorId: 'two' });
    await waitUntil(() => line() !== null, 'it is told');
    expect(line()!.closest('.tl-line')!.textContent.replace(/\s+/g, ' ')).to.match(
      /merged a deal into this one: Hall of cranes with 1 note/,
    );
    await expect(detail).to.be.accessible();
    const heard: (string | null)[] = [];
    detail.addEventListener('deal-open', (event) => heard.push(event.detail.id));
    await press(line()!);
    expect(heard).to.deep.equal(['one']);
    detail.dealId = 'one';
    await waitUntil(() => detail.shadowRoot!.querySelector('[data-open-survivor]') !== null);
    expect(text(detail, '[data-open-survivor]')).to.equal('Open Cranes');
    await press(named(detail, 'Restore'));
    await waitUntil(() => text(detail, 'h2') === 'Hall of cranes', 'it is back');
    detail.dealId = 'two';
    await waitUntil(() => text(detail, 'h2') === 'Cranes');
    await waitUntil(() => line() === null, 'nothing is told any more');
    await store.mergeDeals({ ids: ['one', 'two'], survivorId: 'two' });
    await waitUntil(() => line() !== null, 'once more');
    await store.undo();
    await waitUntil(() => line() === null, 'nothing is left of it');
    const [kept] = (await store.read({ kind: 'deal', where: { field: 'id', op: 'is', value: 'two' }, window: page }))
      .records;
    expect(kept!.mergedIds ?? []).to.deep.equal([]);
    expect((await store.read({ kind: 'trash', window: page })).total).to.equal(0);
  });

  it('is told in the history without a way to it when it is not kept any more', async () => {
    let time = clock.now();
    const { detail, store } = await dealStand([deal(), deal({ id: 'two', title: 'Cranes' })], {
      clock: { ...clock, now: () => time },
    });
    detail.dealId = 'two';
    await waitUntil(() => text(detail, 'h2') === 'Cranes');
    await store.mergeDeals({ ids: ['one', 'two'], survivorId: 'two' });
    await waitUntil(() => detail.shadowRoot!.querySelector('[data-open-merged]') !== null, 'the way to it');
    time += 31 * 24 * 3600_000;
    detail.requestUpdate();
    await waitUntil(() => detail.shadowRoot!.querySelector('[data-open-merged]') === null, 'no way any more');
    expect(text(detail, '[part=history]')).to.contain('not kept any more');
  });

  it('followed from the history it stays, and leads on when it is asked for again', async () => {
    const { store } = await dealStand([deal(), deal({ id: 'two', title: 'Cranes' })]);
    await store.mergeDeals({ ids: ['one', 'two'], survivorId: 'two' });
    const provider = document.createElement('crm-provider');
    provider.store = store;
    const detail = document.createElement('deal-detail');
    provider.append(detail);
    document.body.append(provider);
    const find = (selector: string): HTMLElement | null => detail.shadowRoot?.querySelector(selector) ?? null;
    try {
      provider.current = { lead: null, deal: 'two' };
      await waitUntil(() => find('[data-open-merged]') !== null);
      await press(find('[data-open-merged]')!);
      await waitUntil(() => find('[data-open-survivor]') !== null, 'what became of it');
      expect(provider.current.deal, 'one is not sent back').to.equal('one');
      await press(find('[data-open-survivor]')!);
      await waitUntil(() => find('h2')?.textContent.trim() === 'Cranes');
    } finally {
      provider.remove();
    }
  });

  it('that follows what is open goes to the one that stayed, and says so', async () => {
    const { store } = await dealStand([deal(), deal({ id: 'two', title: 'Cranes' })]);
    const provider = document.createElement('crm-provider');
    provider.store = store;
    const detail = document.createElement('deal-detail');
    provider.append(detail);
    document.body.append(provider);
    const title = (): string => detail.shadowRoot?.querySelector('h2')?.textContent?.trim() ?? '';
    try {
      provider.current = { lead: null, deal: 'one' };
      await waitUntil(() => title() === 'Hall of cranes', 'open');
      await store.mergeDeals({ ids: ['one', 'two'], survivorId: 'two' });
      await waitUntil(() => title() === 'Cranes', 'it has led on');
      expect(provider.current.deal).to.equal('two');
      await waitUntil(() =>
        text(detail, '.toast').includes('“Hall of cranes” was merged. This is the one that stayed.'),
      );
    } finally {
      provider.remove();
    }
  });
});
