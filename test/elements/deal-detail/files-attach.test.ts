/** Files on their way to a deal: chosen, pasted, written about; approved, refused, given up, tried again. */
import { expect, waitUntil } from '@open-wc/testing';
import { memoryAdapter } from '../../../src/adapters/memory.js';
import type { CrmStore } from '../../../src/store/api.js';
import { faultyAdapter } from '../../../src/testing/faulty.js';
import { keys, named, one, press, still, text, type } from '../../shared/support/detail-stand.js';
import {
  away,
  choose,
  deal,
  file,
  filesOf,
  holding,
  names,
  noRoom,
  other,
  paste,
  shown,
  stand,
  there,
  withBlobs,
} from './support/files-stand.js';

const focused = (detail: HTMLElement): Element | null => detail.shadowRoot!.activeElement;

describe('<deal-detail>: attaching files', () => {
  it('attaches those that were chosen; one Undo takes them all back', async () => {
    const { detail, store } = await stand([deal]);
    choose(detail, [file('Offer.pdf', '%PDF-1.7'), file('Plan.txt')]);
    await shown(detail, /^Files 2/);
    expect(names(detail)).to.have.members(['Offer.pdf', 'Plan.txt']);
    const first = (await filesOf(store)).find(({ name }) => name === 'Offer.pdf');
    expect(first).to.include({ dealId: 'one', authorId: 'user-1', name: 'Offer.pdf', type: 'application/pdf' });
    expect(await (await store.blob(first!)).text()).to.equal('%PDF-1.7');
    await waitUntil(() => /2 files attached/.test(text(detail, '.toast')));
    await press(named(detail, /^Undo/));
    await shown(detail, /None yet/);
  });

  it('opens the window of the system by its button', async () => {
    const { detail } = await stand([deal]);
    let opened = 0;
    one<HTMLInputElement>(detail, '[data-files]').addEventListener('click', (event) => {
      opened++;
      event.preventDefault();
    });
    one(detail, '[data-act=upload]').focus();
    await keys('Enter');
    expect(opened).to.equal(1);
  });

  it('says that the page has not agreed yet; one Cancel calls off all that it is asked about, and it is not asked again', async () => {
    const { detail, store } = await stand([deal]);
    const asked: { agree: () => void; signal: AbortSignal }[] = [];
    detail.addEventListener('file-add', (event) =>
      event.waitUntil(new Promise<void>((agree) => asked.push({ agree, signal: event.signal }))),
    );
    choose(detail, [file('Offer.pdf'), file('Plan.txt')]);
    await shown(detail, /Offer\.pdf.*Waiting for approval.*Plan\.txt.*Waiting for approval/);
    await expect(one(detail, '[part=files]')).to.be.accessible();
    const [cancel] = detail.shadowRoot!.querySelectorAll<HTMLElement>(
      '[data-upload] [aria-label="Cancel all 2 files"]',
    );
    cancel!.focus();
    await keys('Enter');
    await shown(detail, /Offer\.pdf.*Called off\. It was not attached\..*Try again.*Plan\.txt.*Called off.*Try again/);
    expect(text(detail, '#files').match(/Called off/g)?.length, 'each says so once').to.equal(2);
    await waitUntil(() => focused(detail)?.getAttribute('aria-label') === 'Try again: Offer.pdf', 'the focus');
    await waitUntil(() => asked[0]!.signal.aborted, 'the page hears of it');
    await expect(one(detail, '[part=files]')).to.be.accessible();
    await keys('Enter');
    await waitUntil(() => asked.length === 2, 'the page is asked about the one that is tried again');
    await shown(detail, /Offer\.pdf.*Waiting for approval.*Plan\.txt.*Called off/);
    asked[1]!.agree();
    await shown(detail, /Plan\.txt.*Called off.*Offer\.pdf.*Robin/);
    expect(asked.length).to.equal(2);
    expect((await filesOf(store)).map(({ name }) => name)).to.deep.equal(['Offer.pdf']);
  });

  it('takes one off that alone the page is asked about', async () => {
    const { detail } = await stand([deal]);
    detail.addEventListener('file-add', (event) => event.waitUntil(new Promise(() => undefined)));
    choose(detail, [file('Offer.pdf')]);
    await shown(detail, /Waiting for approval/);
    named(detail, 'Cancel Offer.pdf').focus();
    await keys('Enter');
    await shown(detail, /None yet/);
    await waitUntil(() => focused(detail)?.matches('[data-act=upload]') === true, 'the focus');
  });

  it('leaves out what the page refuses, with its reason, and takes a name from it', async () => {
    const { detail } = await stand([deal]);
    let strict = true;
    detail.addEventListener('file-add', ({ plan }) => {
      for (const draft of plan.drafts)
        if (strict && draft.title === 'Offer.pdf') draft.refuse('No offers here.');
        else draft.fields['name'] = `2026 ${draft.title}`;
    });
    choose(detail, [file('Offer.pdf'), file('Plan.txt')]);
    await shown(detail, /Offer\.pdf.*No offers here\..*Try again.*2026 Plan\.txt/);
    strict = false;
    named(detail, 'Try again: Offer.pdf').focus();
    await keys('Enter');
    await shown(detail, /2026 Offer\.pdf/);
    await away(detail, '[data-upload]');
  });

  it('says what the page says where it stops all', async () => {
    const { detail } = await stand([deal]);
    detail.addEventListener('file-add', (event) => event.waitUntil(Promise.reject(new Error('Not before Monday.'))));
    choose(detail, [file('Offer.pdf')]);
    await shown(detail, /Offer\.pdf.*Not before Monday\..*Try again/);
    await press(named(detail, 'Remove Offer.pdf'));
    await shown(detail, /None yet/);
  });

  it('names the limit where one is too large, and asks where one is empty', async () => {
    const { detail, store } = await stand([deal], { adapter: withBlobs(() => ({ limit: 5 })) });
    choose(detail, [file('Video.mp4', 'far more'), file('Empty.txt', ''), file('Fits.txt', 'fits')]);
    await shown(
      detail,
      /Video\.mp4.*It is larger than 5 bytes.*Empty\.txt.*It is empty\. Attach it all the same\?.*Fits\.txt/,
    );
    await waitUntil(async () => (await filesOf(store)).length === 1, 'the one that fits');
    expect(detail.shadowRoot!.querySelector('[aria-label="Try again: Video.mp4"]')).to.equal(null);
    still(detail);
    await expect(one(detail, '[part=files]')).to.be.accessible();
    await press(named(detail, 'Attach the empty file Empty.txt'));
    await waitUntil(async () => (await filesOf(store)).length === 2, 'the empty one too');
    await press(named(detail, 'Remove Video.mp4'));
    await away(detail, '[data-upload]');
  });

  it('keeps what found no room until there is some, also while another deal is shown', async () => {
    let room = false;
    const adapter = withBlobs((inner) => ({ put: (blob, how) => (room ? inner.put(blob, how) : noRoom(blob)) }));
    const { detail } = await stand([deal, other], { adapter });
    choose(detail, [file('Offer.pdf')]);
    await shown(detail, /Offer\.pdf.*There is no room left in the storage/);
    detail.dealId = 'two';
    await shown(detail, /None yet/);
    detail.dealId = 'one';
    await shown(detail, /Offer\.pdf.*There is no room left in the storage/);
    room = true;
    await press(named(detail, 'Try again: Offer.pdf'));
    await shown(detail, /^Files 1 .*Offer\.pdf.*Robin/);
  });

  it('keeps it where the storage does not take it', async () => {
    const inner = memoryAdapter();
    const adapter = faultyAdapter(inner);
    const { detail } = await stand([deal], { adapter });
    adapter.script([{ on: 'commit', kind: 'file', fault: { reject: 'auth' } }]);
    choose(detail, [file('Offer.pdf')]);
    await shown(detail, /Offer\.pdf.*Your session has ended/);
    adapter.script([]);
    await press(named(detail, 'Try again: Offer.pdf'));
    await shown(detail, /^Files 1 .*Offer\.pdf/);
  });

  describe('while its deal is merged away', () => {
    const merge = (store: CrmStore): Promise<unknown> =>
      store.execute('deals-merge', { ids: ['one', 'two'], survivorId: 'two' });

    for (const open of ['one', 'two'])
      it(`has what was not attached wait at the one that stays, with the reason: ${open} is open meanwhile`, async () => {
        const { detail, store } = await stand([deal, other]);
        let agree = (): void => undefined;
        detail.addEventListener('file-add', (event) => event.waitUntil(new Promise<void>((done) => (agree = done))), {
          once: true,
        });
        choose(detail, [file('Offer.pdf')]);
        await shown(detail, /Waiting for approval/);
        detail.dealId = open;
        await waitUntil(() => text(detail, '.deal-title').includes(open === 'one' ? 'Hall of cranes' : 'Second hall'));
        await merge(store);
        agree();
        detail.dealId = 'two';
        await shown(detail, /Offer\.pdf.*what it was meant for was merged into this one meanwhile.*Try again/);
        expect(detail.shadowRoot!.querySelectorAll('[data-upload]').length).to.equal(1);
        expect((await filesOf(store)).length).to.equal(0);
        named(detail, 'Try again: Offer.pdf').focus();
        await keys('Enter');
        await shown(detail, /^Files 1 .*Offer\.pdf.*Robin/);
        await away(detail, '[data-upload]');
        expect((await filesOf(store))[0]).to.include({ name: 'Offer.pdf', dealId: 'two' });
      });

    it('has what waited before wait there too, beside what waits there', async () => {
      const { detail, store } = await stand([deal, other], { adapter: withBlobs(() => ({ put: noRoom })) });
      choose(detail, [file('Offer.pdf')]);
      await shown(detail, /Offer\.pdf.*There is no room/);
      detail.dealId = 'two';
      await waitUntil(() => text(detail, '.deal-title').includes('Second hall'));
      choose(detail, [file('Plan.txt')]);
      await shown(detail, /Plan\.txt.*There is no room/);
      await merge(store);
      await shown(detail, /Plan\.txt.*There is no room.*Offer\.pdf.*There is no room/);
      expect(detail.shadowRoot!.querySelectorAll('[data-upload]').length).to.equal(2);
    });
  });

  describe('by pasting', () => {
    it('names a picture of the screen by day and time', async () => {
      const { detail, store } = await stand([deal]);
      one(detail, '[data-act=upload]').focus();
      expect(paste(document.body, holding(file('image.png', 'png', 'image/png')))).to.equal(true);
      await shown(detail, /Screenshot 2026-11-23 12\.00\.png/);
      await waitUntil(async () => (await filesOf(store)).length === 1, 'it is stored');
    });

    it('leaves text to the field one writes in, and pastes elsewhere to the page', async () => {
      const { detail } = await stand([deal]);
      one(detail, '#new-note').focus();
      const cells = holding(file('image.png', 'png', 'image/png'));
      cells.setData('text/plain', 'Cells');
      expect(paste(one(detail, '#new-note'), cells)).to.equal(false);
      one(detail, '.deal-title .edit').focus();
      expect(paste(document.body, holding(file('Offer.pdf')))).to.equal(false);
      await shown(detail, /None yet/);
    });
  });

  it('gathers them in the composer, by keys, with something about them', async () => {
    const { detail, store } = await stand([deal]);
    one(detail, '#composer-note').focus();
    await keys('ArrowLeft');
    await waitUntil(() => focused(detail)?.id === 'composer-file', 'the tab');
    await there(detail, '[data-choose]');
    choose(detail, [file('Offer.pdf'), file('Wrong.txt')], '.attach input[type=file]');
    await there(detail, '.attach .file');
    await expect(one(detail, '[part=composer]')).to.be.accessible();
    named(detail, 'Take Wrong.txt off').focus();
    await keys('Enter');
    one(detail, '[data-choose]').focus();
    paste(document.body, holding(file('Plan.txt')));
    await waitUntil(() => detail.shadowRoot!.querySelectorAll('.attach .file').length === 2, 'two of them');
    expect((await filesOf(store)).length).to.equal(0);
    one(detail, '#new-about').focus();
    await type('For the workshop');
    await press(named(detail, 'Attach 2 files'));
    await shown(detail, /^Files 2/);
    expect((await filesOf(store)).map(({ name, description }) => `${name}: ${description}`)).to.have.members([
      'Offer.pdf: For the workshop',
      'Plan.txt: For the workshop',
    ]);
    expect(detail.shadowRoot!.querySelector('.attach .file')).to.equal(null);
    await waitUntil(() => focused(detail)?.id === 'composer-file', 'the focus stays');
  });

  it('leads from the composer to the files where it is narrow', async () => {
    const { detail } = await stand([deal], { width: 390 });
    await press(one(detail, '#composer-file'));
    await there(detail, '[data-choose]');
    choose(detail, [file('Offer.pdf')], '.attach input[type=file]');
    await there(detail, '.attach .file');
    named(detail, 'Attach 1 file').focus();
    await keys('Enter');
    await shown(detail, /^Files 1 .*Offer\.pdf/);
    expect(one(detail, '#files').checkVisibility()).to.equal(true);
    await waitUntil(() => focused(detail)?.matches('[data-act=upload]') === true, 'the focus');
  });
});
