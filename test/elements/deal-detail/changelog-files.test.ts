/** What the changelog of a deal tells of its files, and gives back of them. */
import { expect, waitUntil } from '@open-wc/testing';
import type { DealDetail } from '../../../src/elements/deal-detail/deal-detail.js';
import { clock, named, one, press, text } from '../../shared/support/detail-stand.js';
import type { DetailStand } from '../../shared/support/detail-stand.js';
import { deal, file, fileOn, filesOf, shown, stand } from './support/files-stand.js';

let seconds = 0;
/** What is done later is written later. */
const ticking: typeof clock = { ...clock, now: () => clock.now() + 1000 * seconds++ };
const on = { dealId: 'one' };

async function look({ detail }: DetailStand<DealDetail>): Promise<void> {
  await press(named(detail, /^Changelog/));
  await waitUntil(() => detail.shadowRoot?.querySelector('[data-log]') != null, 'the changes');
}
const has = ({ detail }: DetailStand<DealDetail>, words: RegExp): Promise<void> =>
  waitUntil(() => detail.shadowRoot?.querySelector('.log') != null && words.test(text(detail, '.log')), String(words));

describe('<deal-detail>: what its changelog tells of files', () => {
  it('that they were attached, renamed, described, deleted', async () => {
    const there = await stand([deal], { clock: ticking });
    const { store } = there;
    const made = await store.execute('file-add', { on, files: [{ blob: file('Draft.txt', 'four') }] });
    const { id } = made.outcomes[0]!;
    await look(there);
    await has(there, /File attached ?Draft\.txt 4 bytes/);
    await store.execute('file-edit', { id, name: 'Offer.txt' });
    await has(there, /File: Offer\.txt · ?File name ?Draft\.txt to Offer\.txt/);
    await store.execute('file-edit', { id, description: 'For the workshop' });
    await has(there, /Description ?empty to For the workshop/);
    await store.execute('file-delete', { id });
    await has(there, /File deleted ?Offer\.txt 4 bytes/);
    await expect(one(there.detail, '[part=history]')).to.be.accessible();
  });

  it('says beforehand why one is not given back of which the storage has nothing any more', async () => {
    const there = await stand([deal], { clock: ticking });
    const { detail, store } = there;
    const made = await store.execute('file-add', { on, files: [{ blob: file('Draft.txt', 'four') }] });
    const { id } = made.outcomes[0]!;
    const has = store.adapter.blobs!.has!;
    store.adapter.blobs!.has = async () => new Set();
    await store.execute('file-delete', { id });
    await look(there);
    await waitUntil(() => {
      const button = detail.shadowRoot?.querySelector('[data-give-back]');
      return (
        button?.getAttribute('aria-disabled') === 'true' && /no longer kept/.test(button.getAttribute('title') ?? '')
      );
    }, 'why not');
    store.adapter.blobs!.has = has;
  });

  describe('of a deal with more files than are read at first', () => {
    const many = Array.from({ length: 60 }, (_, i) =>
      fileOn(`many-${i}`, { name: `${i}.csv`, createdAt: `2026-11-20T09:00:${String(i).padStart(2, '0')}.000Z` }),
    );
    /** Older than all that are listed at first. */
    const old = fileOn('old', { name: 'Old.txt', createdAt: '2026-11-01T09:00:00.000Z' });

    it('gives back the name of one that is not listed, and reads them together, not one by one', async () => {
      const there = await stand([deal, old, ...many], { clock: ticking });
      const { detail, store } = there;
      await store.execute('file-edit', { id: 'old', name: 'Offer.txt' });
      await store.execute('file-edit', { id: 'many-3', name: 'Sums.csv' });
      const asked: string[] = [];
      const read = store.adapter.read.bind(store.adapter);
      store.adapter.read = (query, options) => {
        if (query.kind === 'file') asked.push(JSON.stringify(query.where));
        return read(query, options);
      };
      await look(there);
      await has(there, /Old\.txt to Offer\.txt/);
      await waitUntil(() => detail.shadowRoot!.querySelectorAll('[data-give-back]').length === 2, 'both');
      expect(asked.filter((where) => where.includes('"old"')).length).to.equal(1);
      expect(asked.find((where) => where.includes('"old"'))).to.contain('"many-3"');
      await press(named(detail, 'Give back File name of Offer.txt: Old.txt'));
      await waitUntil(async () => (await filesOf(store)).some(({ name }) => name === 'Old.txt'), 'given back');
    });

    it('says beforehand that one is gone, and puts it back', async () => {
      const there = await stand([deal, ...many], { clock: ticking });
      const { detail, store } = there;
      const made = await store.execute('file-add', { on, files: [{ blob: file('Draft.txt', 'four') }] });
      const { id } = made.outcomes[0]!;
      await store.execute('file-edit', { id, name: 'Offer.txt' });
      await store.execute('file-delete', { id });
      await look(there);
      await waitUntil(() => {
        const button = detail.shadowRoot!.querySelector<HTMLElement>(
          '[aria-label^="Give back File name of Offer.txt"]',
        );
        return button?.getAttribute('aria-disabled') === 'true' && /no longer there/.test(button.title);
      }, 'why not');
      await press(named(detail, /^Put Offer\.txt back/));
      await shown(detail, /^Files 61 .*Offer\.txt/);
      await waitUntil(
        () => detail.shadowRoot!.querySelector('[aria-label^="Put Offer.txt back"]') === null,
        'it is put back once',
      );
    });
  });

  it('gives back a name, and one that was deleted with what it held', async () => {
    const there = await stand([deal], { clock: ticking });
    const { detail, store } = there;
    const made = await store.execute('file-add', { on, files: [{ blob: file('Draft.txt', 'four') }] });
    const { id } = made.outcomes[0]!;
    await store.execute('file-edit', { id, name: 'Offer.txt' });
    await look(there);
    await has(there, /Draft\.txt to Offer\.txt/);
    await press(named(detail, 'Give back File name of Offer.txt: Draft.txt'));
    await shown(detail, /Draft\.txt/);
    await store.execute('file-delete', { id });
    await has(there, /File deleted ?Draft\.txt/);
    await press(named(detail, /^Put Draft\.txt back/));
    await shown(detail, /^Files 1 .*Draft\.txt/);
    const [again] = await filesOf(store);
    expect(await (await store.blob(again!)).text()).to.equal('four');
  });
});
