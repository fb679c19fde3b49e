/** The next lead and the one before, wherever the open one stands: in the list's window, far outside it, or not at all. */
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../../src/define/lead-detail.js';
import type { CrmAdapter } from '../../../src/adapters/adapter.js';
import { memoryAdapter } from '../../../src/adapters/memory.js';
import type { LeadDetail } from '../../../src/elements/lead-detail/lead-detail.js';
import type { LeadInbox } from '../../../src/elements/lead-inbox/lead-inbox.js';
import { crmOf } from '../../../src/shared/fallback.js';
import { openRecord } from '../../../src/shared/open-record.js';
import type { CrmStore } from '../../../src/store/api.js';
import { all, focusedId, manyLeads, one, row, rows, stand, text, waitUntil, type StandOptions } from './support.js';

const detailOf = (inbox: LeadInbox): LeadDetail => one<LeadDetail>(inbox, 'lead-detail');
const part = (inbox: LeadInbox, selector: string): HTMLElement | null =>
  all<LeadDetail>(inbox, 'lead-detail')[0]?.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;
const title = (inbox: LeadInbox): string => part(inbox, 'h2')?.textContent.trim() ?? '';
const place = (inbox: LeadInbox): string => part(inbox, '.place')?.textContent.trim() ?? '';
const button = (inbox: LeadInbox, name: 'next' | 'previous' | 'archive' | 'close' | 'back'): HTMLElement =>
  part(inbox, `[data-act=${name}]`)!;

/** As a link or the host opens a lead. */
function open(store: CrmStore, id: string): void {
  openRecord({ crm: crmOf(store), host: document.body }, 'lead', id);
}

async function opened(
  id: string,
  count = 1500,
  options: StandOptions = {},
): Promise<Awaited<ReturnType<typeof stand>>> {
  const made = await stand(manyLeads(count), options);
  open(made.store, id);
  await waitUntil(() => title(made.inbox) === id.replace('lead-', 'Lead '), 'the lead is open');
  return made;
}

/** A service that knows no places, and answers late. */
function slow(inner: CrmAdapter): CrmAdapter {
  const late = <T>(answer: Promise<T>): Promise<T> => new Promise((done) => setTimeout(() => done(answer), 30));
  return {
    abilities: { ...inner.abilities, seek: false, summarize: false },
    read: (query, options) => late(inner.read(query, options)),
    commit: (changes, options) => late(inner.commit(changes, options)),
    watch: (listener) => inner.watch!(listener),
  };
}

describe('<lead-inbox> next and previous', () => {
  it('knows the place of a lead that a link has opened far outside the rows it holds, and goes on from there', async () => {
    const { inbox } = await opened('lead-1200');
    await waitUntil(() => place(inbox) === '1,200 of 1,500', 'its place');
    button(inbox, 'next').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => title(inbox) === 'Lead 1201');
    await waitUntil(() => row(inbox, 'lead-1201').getAttribute('aria-current') === 'true', 'the list has come along');
    await waitUntil(() => place(inbox) === '1,201 of 1,500');
    expect(
      detailOf(inbox).shadowRoot?.activeElement === button(inbox, 'next'),
      'the focus stays at the button',
    ).to.equal(true);
    await waitUntil(() => (part(inbox, '.sr[role=status]')?.textContent ?? '').includes('Lead 1201'), 'it is said');
    for (const _ of '123') await sendKeys({ press: 'k' });
    await waitUntil(() => title(inbox) === 'Lead 1198');
  });

  it('counts every press, also those that come before the place is known', async () => {
    const { inbox } = await opened('lead-900', 1500, { adapter: slow(memoryAdapter()) });
    for (const _ of '1234') button(inbox, 'next').click();
    await waitUntil(() => title(inbox) === 'Lead 904');
    await waitUntil(() => place(inbox) === '904 of 1,500');
    for (const _ of '12') button(inbox, 'previous').click();
    await waitUntil(() => title(inbox) === 'Lead 902');
  });

  it('says at the ends that there is no further lead, and stays', async () => {
    const { inbox } = await opened('lead-1500');
    await waitUntil(() => place(inbox) === '1,500 of 1,500');
    expect(button(inbox, 'next').getAttribute('aria-disabled')).to.equal('true');
    expect(button(inbox, 'next').title).to.equal('This is the last lead in the list');
    button(inbox, 'next').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => (part(inbox, '.sr[role=status]')?.textContent ?? '').includes('last lead'), 'it is said');
    expect(title(inbox)).to.equal('Lead 1500');
    await sendKeys({ press: 'k' });
    await waitUntil(() => title(inbox) === 'Lead 1499');
  });

  for (const id of ['lead-3', 'lead-1200'])
    it(`goes from ${id}, which has been archived, to the one that took its place`, async () => {
      const { inbox } = await opened(id);
      const at = Number(id.slice(5));
      await waitUntil(() => place(inbox) === `${at.toLocaleString('en')} of 1,500`);
      button(inbox, 'archive').focus();
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => place(inbox) === 'Not in this list');
      await sendKeys({ press: 'j' });
      await waitUntil(() => title(inbox) === `Lead ${at + 1}`);
      await waitUntil(() => place(inbox) === `${at.toLocaleString('en')} of 1,499`);
      await sendKeys({ press: 'k' });
      await waitUntil(() => title(inbox) === `Lead ${at - 1}`);
    });

  it('goes on from a lead that somebody else has deleted', async () => {
    const { inbox, adapter } = await opened('lead-1200');
    await waitUntil(() => place(inbox) === '1,200 of 1,500');
    button(inbox, 'next').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => place(inbox) === '1,201 of 1,500');
    const where = { field: 'id', op: 'is', value: 'lead-1201' } as const;
    const { records } = await adapter.read({
      kind: 'lead',
      where,
      today: '2026-11-23',
      window: { offset: 0, limit: 1 },
    });
    await memoryAdapter({ beside: adapter }).commit([
      { op: 'delete', kind: 'lead', id: 'lead-1201', record: records[0]!, rev: records[0]!.rev },
    ]);
    await waitUntil(() => place(inbox) === 'Not in this list');
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => title(inbox) === 'Lead 1202');
  });

  it('goes on in the order of the list from a lead that the filter leaves out', async () => {
    const { inbox } = await opened('lead-700', 800);
    inbox.filter = [{ field: 'title', op: 'contains', value: 'Lead 7' }];
    await waitUntil(() => rows(inbox).length > 0 && text(rows(inbox)[0]!).includes('Lead 7'));
    await waitUntil(() => place(inbox).endsWith(' of 111'));
    inbox.filter = [{ field: 'title', op: 'contains', value: 'Lead 79' }];
    await waitUntil(() => place(inbox) === 'Not in this list');
    button(inbox, 'next').click();
    await waitUntil(() => title(inbox) === 'Lead 790');
    button(inbox, 'previous').click();
    await waitUntil(() => title(inbox) === 'Lead 79');
  });

  it('keeps counting when others put leads before it', async () => {
    const { inbox, adapter } = await opened('lead-1200');
    await waitUntil(() => place(inbox) === '1,200 of 1,500');
    const two = manyLeads(2).filter(({ kind }) => kind === 'lead') as readonly { id: string; record: object }[];
    await memoryAdapter({ beside: adapter }).commit(
      two.map((change) => ({
        ...change,
        id: `new-${change.id}`,
        record: { ...change.record, id: `new-${change.id}` },
      })) as never,
    );
    await waitUntil(() => place(inbox) === '1,202 of 1,502');
  });

  it('reads on where the detail covers the list, and leads back to the row of the lead', async () => {
    const { inbox } = await opened('lead-1200', 1500, { width: 390 });
    await waitUntil(() => place(inbox) === '1,200 of 1,500');
    button(inbox, 'next').focus();
    for (const _ of '12345') await sendKeys({ press: 'Enter' });
    await waitUntil(() => title(inbox) === 'Lead 1205');
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => focusedId(inbox) === 'lead-1205', 'the row of the lead has the focus');
  });
});
