import { expect, waitUntil } from '@open-wc/testing';
import '../../../src/define/deal-detail.js';
import '../../../src/define/lead-detail.js';
import type { Change } from '../../../src/domain/change.js';
import { profileWith } from '../../../src/domain/profile.js';
import type { DealDetail } from '../../../src/elements/deal-detail/deal-detail.js';
import { aDeal, aField, aLead, creation, money } from '../../../src/testing/fixtures.js';
import { clock, detailStand, keys, named, one, press, still, text } from '../../shared/support/detail-stand.js';
import type { DetailStand } from '../../shared/support/detail-stand.js';

const theDeal = creation(
  'deal',
  aDeal({ id: 'one', title: 'Hall of cranes', value: money('84500'), personId: 'person-1', labelIds: [] }),
);

type Options = Parameters<typeof detailStand>[2];

/** What is done later is written later: on a clock that stands still nothing is newer than anything else. */
function ticking(): typeof clock {
  let seconds = 0;
  return { ...clock, now: () => clock.now() + 1000 * seconds++ };
}

const stand = (options: Options = {}, more: readonly Change[] = []): Promise<DetailStand<DealDetail>> =>
  detailStand(() => Object.assign(document.createElement('deal-detail'), { dealId: 'one' }), [...more, theDeal], {
    width: 1000,
    clock: ticking(),
    ...options,
  });

const rows = (detail: HTMLElement): string[] =>
  [...(detail.shadowRoot?.querySelectorAll<HTMLElement>('.log > li') ?? [])].map((row) =>
    [...row.querySelectorAll<HTMLElement>('b, .diff')]
      .map((each) => each.textContent.replace(/\s+/g, ' ').trim())
      .join(': '),
  );

async function look({ detail }: DetailStand<HTMLElement>): Promise<void> {
  await press(named(detail, /^Changelog/));
  await waitUntil(() => detail.shadowRoot?.querySelector('[data-log]') != null, 'the changes');
}

/** Chosen by its words, as a person does. */
async function choose(select: HTMLSelectElement, label: string): Promise<void> {
  select.value = [...select.options].find((each) => each.label === label)!.value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await Promise.resolve();
}

describe('<deal-detail>: its changelog', () => {
  it('says which field was changed, from what to what, by whom and when, the newest first', async () => {
    const there = await stand();
    const { detail, store } = there;
    await store.execute('deal-edit', { id: 'one', fields: { value: money('86500') } });
    await store.execute('deals-label', { ids: ['one'], add: ['label-1'], remove: [] });
    await look(there);
    await waitUntil(() => rows(detail).length === 2, 'both');
    expect(rows(detail)).to.deep.equal(['Labels: added Hot by the page', 'Value: €84,500 to €86,500 by the page']);
    expect(text(detail, '.log-day')).to.equal('Today');
    expect(one(detail, '.log > li .avatar').ariaLabel).to.equal('Robin');
    expect(text(detail, '.log > li time')).to.match(/^12:0\d PM$/);
    expect(text(detail, '.filters [aria-pressed=true]')).to.equal('Changelog 2');
  });

  it('follows what is changed while one looks, in the page or by others', async () => {
    const there = await stand();
    const { detail, store } = there;
    await look(there);
    await waitUntil(() => text(detail, '[data-log]').includes('Nothing was changed yet.'), 'nothing yet');
    await store.execute('deal-edit', { id: 'one', fields: { expectedClose: '2026-12-24' } });
    await waitUntil(() => rows(detail)[0] === 'Expected close: empty to Dec 24, 2026 by the page', 'the new one');
    expect(text(detail, '.filters [aria-pressed=true]')).to.equal('Changelog 1');
  });

  it('gives an old value back by key: the page is asked, it can be taken back, and the focus stays near', async () => {
    const there = await stand();
    const { detail, store } = there;
    await store.execute('deal-edit', { id: 'one', fields: { value: money('86500') } });
    await look(there);
    await waitUntil(() => rows(detail).length === 1, 'the row');
    const asked: string[] = [];
    detail.addEventListener('deal-edit', (event) => asked.push(event.type));
    named(detail, 'Give back Value: €84,500').focus();
    await keys('Enter');
    await waitUntil(() => rows(detail)[0]?.startsWith('Value: €86,500 to €84,500') ?? false, 'it is back');
    expect(asked).to.deep.equal(['deal-edit']);
    expect(text(detail, '[part=summary]')).to.contain('€84,500');
    await waitUntil(
      () => text(detail, '[data-row]:focus').includes('€84,500 to €86,500'),
      'the focus stays at the row',
    );
    await keys('z');
    await waitUntil(() => text(detail, '[part=summary]').includes('€86,500'), 'taken back');
    await waitUntil(() => rows(detail)[0]?.includes('taken back') ?? false, 'and told');
  });

  it('changes nothing where the page says no', async () => {
    const there = await stand();
    const { detail, store } = there;
    await store.execute('deal-edit', { id: 'one', fields: { value: money('86500') } });
    await look(there);
    await waitUntil(() => rows(detail).length === 1, 'the row');
    detail.addEventListener('deal-edit', (event) => event.preventDefault());
    await press(named(detail, 'Give back Value: €84,500'));
    await detail.updateComplete;
    expect(text(detail, '[part=summary]')).to.contain('€86,500');
    expect(rows(detail)).to.have.length(1);
    expect(named(detail, 'Give back Value: €84,500')).to.exist;
  });

  it('says why nothing may be given back here', async () => {
    let mine = true;
    const there = await stand({ can: (name) => (name === 'deal-edit' && !mine ? 'Only the owner may.' : true) });
    const { detail, store } = there;
    await store.execute('deal-edit', { id: 'one', fields: { value: money('86500') } });
    await look(there);
    await waitUntil(() => rows(detail).length === 1, 'the row');
    mine = false;
    detail.requestUpdate();
    await detail.updateComplete;
    const button = named(detail, 'Give back Value: €84,500');
    expect([button.ariaDisabled, button.title]).to.deep.equal(['true', 'Only the owner may.']);
  });

  it('says why a value of a field that takes others by now is not given back', async () => {
    const built = creation('field', aField({ id: 'built', name: 'Built', type: 'number', options: [] }));
    const there = await stand({}, [built]);
    const { detail, store } = there;
    await store.execute('deal-edit', { id: 'one', fields: { 'custom.built': 1974 } });
    await store.execute('deal-edit', { id: 'one', fields: { 'custom.built': 1980 } });
    await look(there);
    await waitUntil(() => rows(detail).length === 2, 'both');
    expect(named(detail, /^Give back Built: 1.?974$/).ariaDisabled).to.equal('false');
    await store.execute('field-retype', { id: 'built', type: 'yesNo' });
    const button = (): HTMLElement => named(detail, /^Give back Built: 1.?974$/);
    await waitUntil(() => button().ariaDisabled === 'true', 'it cannot be pressed');
    expect(button().title).to.equal('The field takes other values by now.');
  });

  it('is narrowed to a field and to a person, and says so where nothing is left', async () => {
    const there = await stand();
    const { detail, store } = there;
    await store.execute('deal-edit', { id: 'one', fields: { value: money('86500'), title: 'Crane hall' } });
    await look(there);
    await waitUntil(() => rows(detail).length === 2, 'both rows');
    await choose(one(detail, '#log-field'), 'Value');
    await waitUntil(() => rows(detail).length === 1, 'one field');
    expect(rows(detail)).to.deep.equal(['Value: €84,500 to €86,500 by the page']);
    await choose(one(detail, '#log-user'), 'Jonas Brandt');
    await waitUntil(() => text(detail, '[data-log]').includes('No such change.'), 'nobody else');
    await press(named(detail, 'Show all changes'));
    await waitUntil(() => rows(detail).length === 2, 'all again');
    expect(text(detail, '.filters [aria-pressed=true]'), 'the count is of all').to.equal('Changelog 2');
  });

  it('has the field and the person side by side on a phone', async () => {
    const there = await stand({ width: 390 });
    await there.store.execute('deal-edit', { id: 'one', fields: { title: 'Hall' } });
    await look(there);
    await waitUntil(() => rows(there.detail).length === 1, 'the row');
    const [field, user] = ['#log-field', '#log-user'].map((each) => one(there.detail, each).getBoundingClientRect());
    expect(user!.top).to.equal(field!.top);
    expect(user!.left).to.be.greaterThan(field!.right);
    expect(user!.right, 'as wide as the rows').to.be.closeTo(
      one(there.detail, '.log').getBoundingClientRect().right,
      1,
    );
  });

  it('shows fifty of thousands, and more when asked', async () => {
    const there = await stand();
    const { detail, store } = there;
    for (let at = 1; at <= 120; at++) await store.execute('deal-edit', { id: 'one', fields: { title: `Title ${at}` } });
    await look(there);
    await waitUntil(() => rows(detail).length === 50, 'the first ones');
    await press(named(detail, 'Show 70 more'));
    await waitUntil(() => rows(detail).length === 120, 'all of them');
    expect(detail.shadowRoot!.querySelector('[data-more]')).to.equal(null);
  });

  it('draws more of them a few at a time, leaves those there are alone, and keeps the focus where the button goes', async () => {
    const there = await stand();
    const { detail, store } = there;
    for (let at = 1; at <= 160; at++) await store.execute('deal-edit', { id: 'one', fields: { title: `Title ${at}` } });
    await look(there);
    await waitUntil(() => rows(detail).length === 50, 'the first ones');
    const log = one(detail, '[data-log]');
    const early = new Set(log.querySelectorAll('li'));
    const atOnce: number[] = [];
    let touched = 0;
    const watch = new MutationObserver((all) => {
      const added = all.flatMap(({ addedNodes }) => [...addedNodes]);
      atOnce.push(added.filter((node) => (node as Element).localName === 'li').length);
      touched += all.filter(({ target }) => [...early].some((row) => row.contains(target))).length;
    });
    watch.observe(log, { childList: true, subtree: true, characterData: true, attributes: true });
    await press(named(detail, 'Show 100 more'));
    await waitUntil(() => rows(detail).length === 150, 'all that was asked for', { timeout: 10_000 });
    watch.disconnect();
    expect(Math.max(...atOnce), 'of a hundred').to.be.at.most(50);
    expect(touched, 'what was there is as it was').to.equal(0);

    named(detail, 'Show 10 more').focus();
    await keys('Enter');
    await waitUntil(() => rows(detail).length === 160, 'the last');
    await waitUntil(() => detail.shadowRoot!.querySelector('[data-more]') === null, 'no more of them');
    expect(text(detail, '[data-row]:focus'), 'before what has come').to.contain('Title 10 to Title 11');
    expect(rows(detail).at(-1)).to.contain('Title 1 ');
  });

  it('has all that was asked for on paper', async () => {
    const there = await stand();
    const { detail, store } = there;
    for (let at = 1; at <= 150; at++) await store.execute('deal-edit', { id: 'one', fields: { title: `Title ${at}` } });
    await look(there);
    await waitUntil(() => rows(detail).length === 50, 'the first ones');
    const more = named(detail, 'Show 100 more');
    await press(more);
    await waitUntil(() => !more.isConnected, 'they are read');
    window.dispatchEvent(new Event('beforeprint'));
    expect(rows(detail).length).to.equal(150);
  });

  it('is no part of a lead, until the page’s profile says so', async () => {
    const make = (): HTMLElementTagNameMap['lead-detail'] =>
      Object.assign(document.createElement('lead-detail'), { leadId: 'lead-1' });
    const lead = creation('lead', aLead({ id: 'lead-1', title: 'Crane', personId: 'person-1' }));
    const plain = await detailStand(make, [lead]);
    expect(text(plain.detail, '.filters')).to.not.contain('Changelog');
    const there = await detailStand(make, [lead], { profile: profileWith({ changelog: { lead: true, deal: true } }) });
    await there.store.execute('lead-edit', { id: 'lead-1', fields: { title: 'Two cranes' } });
    await look(there);
    await waitUntil(() => rows(there.detail)[0] === 'Title: Crane to Two cranes by the page', 'its changes');
  });

  it('tells that it could not be loaded, and tries again', async () => {
    const there = await stand();
    const { detail, store } = there;
    await look(there);
    await waitUntil(() => text(detail, '[data-log]').includes('Nothing was changed yet.'), 'nothing yet');
    const read = store.read.bind(store);
    let broken = true;
    Object.assign(store, {
      read: (query: never) =>
        broken && (query as { kind: string }).kind === 'changelog' ? Promise.reject(new Error('gone')) : read(query),
    });
    await choose(one(detail, '#log-field'), 'Value');
    await waitUntil(() => text(detail, '[data-log]').includes('could not be loaded'), 'it is told');
    broken = false;
    await press(named(detail, 'Try again'));
    await waitUntil(() => text(detail, '[data-log]').includes('No such change.'), 'read after all');
  });

  for (const theme of ['light', 'dark'] as const)
    for (const [width, lang] of [
      [1000, 'en'],
      [390, 'tr'],
    ] as const)
      it(`has no faults that axe finds, and fits: ${theme}, ${width} px, ${lang}`, async () => {
        const there = await stand({ width, lang });
        const { detail, store } = there;
        detail.theme = theme;
        await store.execute('deal-edit', {
          id: 'one',
          fields: { title: 'Umstellung der Bestandsverwaltung auf zwei Lager' },
        });
        await store.execute('deals-label', { ids: ['one'], add: ['label-1'], remove: [] });
        await waitUntil(
          () => text(detail, '.filters').includes(lang === 'tr' ? 'Değişiklikler' : 'Changelog'),
          'its words',
        );
        await press(named(detail, /^(Changelog|Değişiklikler)/));
        await waitUntil(() => rows(detail).length === 2, 'the rows');
        const { left, right } = detail.getBoundingClientRect();
        for (const part of detail.shadowRoot!.querySelectorAll('.log > li, .log-filters')) {
          const box = part.getBoundingClientRect();
          expect([box.left >= left, box.right <= right], part.textContent).to.deep.equal([true, true]);
        }
        still(detail);
        await expect(detail).to.be.accessible();
      });
});
