import { expect, waitUntil } from '@open-wc/testing';
import '../../../src/define/lead-detail.js';
import type { LeadDetail } from '../../../src/elements/lead-detail/lead-detail.js';
import { memoryAdapter } from '../../../src/adapters/memory.js';
import type { Change } from '../../../src/domain/change.js';
import type { Lead } from '../../../src/domain/records.js';
import { faultyAdapter } from '../../../src/testing/faulty.js';
import { aDeal, aLead, anActivity, aNote, creation, minutesAfter } from '../../../src/testing/fixtures.js';
import { detailStand, keys, named, one, press, text, type } from '../../shared/support/detail-stand.js';
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

describe('<lead-detail>: what it shows', () => {
  it('names the lead, its value, person, organization and fields, with ways to call and write', async () => {
    const { detail } = await stand();
    expect(text(detail, 'h2')).to.equal('Solar roof');
    expect(text(detail, '.worth')).to.equal('€1,200');
    expect(text(detail, '[part=person]')).to.contain('Ada Nur');
    expect(text(detail, '[part=organization]')).to.contain('Nur Works');
    expect(text(detail, '[part=details]')).to.contain('Year 2,027');
    expect(one<HTMLAnchorElement>(detail, '.points a[href^="tel:"]').getAttribute('href')).to.equal(
      'tel:+902325550144',
    );
    expect(one<HTMLAnchorElement>(detail, '.points a[href^="mailto:"]').getAttribute('href')).to.equal(
      'mailto:ada@nur.example',
    );
  });

  it('says in another language what a menu offers that is open: of a number, and of what is planned', async () => {
    const planned = anActivity({ id: 'call', subject: 'Ring Ada', leadId: 'one', due: '2026-11-23' });
    const { detail } = await stand([lead(), creation('activity', planned)]);
    const items = (): string =>
      [...detail.shadowRoot!.querySelectorAll('.menu [data-id] bdi')].map((each) => each.textContent).join(', ');
    for (const [opener, english, turkish] of [
      ['.points [aria-haspopup]', /Edit, .*Remove/, /Düzenle, .*Kaldır/],
      ['.focus-item [aria-haspopup]', /Mark .*Edit, .*Delete/, /Düzenle, .*Sil/],
    ] as const) {
      await press(one(detail, opener));
      await waitUntil(() => english.test(items()), 'in English');
      const { ariaLabel } = one(detail, '.menu');
      detail.lang = 'tr';
      await waitUntil(() => turkish.test(items()), 'in Turkish');
      expect(items()).not.to.match(/Edit|Remove|Delete/);
      expect(one(detail, '.menu').ariaLabel).not.to.equal(ariaLabel);
      detail.lang = 'en';
      await waitUntil(() => english.test(items()), 'and back');
      await keys('Escape');
    }
  });

  it('marks the lead as seen once it is open, and leaves it unseen when somebody says so', async () => {
    const { detail, store } = await stand();
    // The code of commands is fetched and compiled by the test server when it is asked for first.
    await waitUntil(async () => (await stored(store)).seen, 'it is seen');
    await press(named(detail, 'More actions'));
    await press(menuItem(detail, 'unseen'));
    await waitUntil(async () => !(await stored(store)).seen, 'it is unseen again');
    await detail.updateComplete;
    expect((await stored(store)).seen).to.equal(false);
  });

  it('shows text as text: no markup, and links only to http, https and mail', async () => {
    const nasty = '<img src=x onerror=alert(1)> javascript:alert(1) https://ok.example/a. Mail ada@nur.example';
    const { detail } = await stand([
      lead({ title: nasty }),
      creation('note', aNote({ id: 'n', leadId: 'one', text: nasty })),
    ]);
    await waitUntil(() => detail.shadowRoot?.querySelector('.tl-card') != null);
    expect(detail.shadowRoot?.querySelector('img')).to.equal(null);
    expect(text(detail, '.tl-card .text')).to.equal(nasty);
    const links = [...detail.shadowRoot!.querySelectorAll<HTMLAnchorElement>('.tl-card a')].map((link) =>
      link.getAttribute('href'),
    );
    expect(links).to.deep.equal(['https://ok.example/a', 'mailto:ada@nur.example']);
  });

  it('leads to the open deal of the organization', async () => {
    const { detail } = await stand([
      lead(),
      creation('deal', aDeal({ id: 'deal-9', personId: null, organizationId: 'organization-1' })),
    ]);
    const events = heard('deal-open');
    await waitUntil(() => detail.shadowRoot?.querySelector('.tag--open') != null);
    await press(named(detail, 'Nur Works: 1 open deal. Open it'));
    events.stop();
    expect((events.events[0] as CustomEvent).detail).to.deep.equal({ id: 'deal-9' });
  });

  it('shows a page of a long history, and more when asked', async () => {
    const notes = [...Array(60).keys()].map((at) =>
      creation('note', aNote({ id: `n${at}`, leadId: 'one', text: `Note ${at}`, createdAt: minutesAfter(at) })),
    );
    const { detail } = await stand([lead(), ...notes]);
    await waitUntil(() => detail.shadowRoot!.querySelectorAll('.tl-line').length === 20, 'a page');
    expect(text(detail, '.tl-line')).to.contain('Note 59');
    await press(one(detail, '[data-more]'));
    await waitUntil(() => detail.shadowRoot!.querySelectorAll('.tl-line').length === 60, 'more of it');
  });
});

describe('<lead-detail>: editing in place', () => {
  it('changes the title by keyboard, and restores it on Escape', async () => {
    const { detail, store } = await stand();
    one(detail, 'h2 .edit').focus();
    await keys('Enter');
    await type('Solar roof, phase 2');
    await keys('Enter');
    await waitUntil(async () => (await stored(store)).title === 'Solar roof, phase 2');
    await waitUntil(() => detail.shadowRoot?.activeElement?.matches('h2 .edit') === true, 'the focus is back');
    await keys('Enter');
    await type('nonsense');
    await keys('Escape');
    await detail.updateComplete;
    expect(text(detail, 'h2')).to.equal('Solar roof, phase 2');
  });

  it('keeps a refused number as it was typed, with the reason at the field', async () => {
    const { detail, store } = await stand();
    await press(named(detail, /^Year: 2,027\. Edit$/));
    await type('soon');
    await keys('Enter');
    await detail.updateComplete;
    expect(text(detail, '[part=details] .field-error')).to.equal('Write a number, for example 1,234.5');
    expect((detail.shadowRoot?.activeElement as HTMLInputElement).value).to.equal('soon');
    expect((await stored(store)).custom['year']).to.equal(2027);
  });

  it('gives typed text back with the reason when the storage refuses it', async () => {
    // The first commit is the stand's own.
    const adapter = faultyAdapter(memoryAdapter(), [{ on: 'commit', from: 1, fault: { reject: 'denied' } }]);
    const { detail } = await stand([lead({ seen: true })], { adapter });
    await press(one(detail, 'h2 .edit'));
    await type('Mine');
    await keys('Enter');
    await waitUntil(() => detail.shadowRoot?.querySelector('h2 .field-error') != null, 'the reason');
    expect(one<HTMLInputElement>(detail, 'h2 input').value).to.equal('Mine');
  });

  it('keeps what one types when somebody else changes the same field meanwhile, and says so', async () => {
    const { detail, store } = await stand();
    await press(one(detail, 'h2 .edit'));
    await type('Mine');
    await store.execute('lead-edit', { id: 'one', fields: { title: 'Theirs' } });
    await waitUntil(() => text(detail, 'h2').includes('Theirs'), 'it is told');
    expect(text(detail, 'h2')).to.contain('What you type takes its place, Esc leaves it.');
    expect(one<HTMLInputElement>(detail, 'h2 input').value).to.equal('Mine');
    await keys('Enter');
    await waitUntil(async () => (await stored(store)).title === 'Mine', 'as it was said');
  });

  it('changes the amount and keeps its currency', async () => {
    const { detail, store } = await stand();
    await press(one(detail, '.worth .edit'));
    await type('2500.50');
    await keys('Enter');
    await waitUntil(async () => (await stored(store)).value?.amount === '2500.50');
    expect((await stored(store)).value?.currency).to.equal('EUR');
  });

  it('keeps an amount that cannot be read where it was typed', async () => {
    const { detail, store } = await stand();
    await press(one(detail, '.worth .edit'));
    await type('a lot');
    await keys('Enter');
    await waitUntil(() => text(detail, '.worth .field-error').startsWith('Write a number'), 'the reason');
    await waitUntil(() => (detail.shadowRoot?.activeElement as HTMLInputElement | null)?.value === 'a lot');
    await type('2500');
    await keys('Enter');
    await waitUntil(async () => (await stored(store)).value?.amount === '2500');
  });

  it('adds a phone number to the person', async () => {
    const { detail } = await stand();
    await press(named(detail, 'Person actions'));
    await press(menuItem(detail, 'phone'));
    await type('0532 111 22 33');
    await keys('Enter');
    await waitUntil(() => text(detail, '.points').includes('0532 111 22 33'));
  });

  it('puts a label on', async () => {
    const { detail, store } = await stand();
    await press(named(detail, 'Labels for Solar roof'));
    await waitUntil(() => detail.shadowRoot?.querySelector('[data-label=label-1] input') != null);
    await press(one(detail, '[data-label=label-1] .menu-item'));
    await waitUntil(async () => (await stored(store)).labelIds.includes('label-1'));
    expect(text(detail, '.meta .labels')).to.contain('Hot');
  });
});
