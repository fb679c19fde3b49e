/** Files and folders that are dropped on a deal: where, whether they may be, and which deal they go to. */
import { expect, waitUntil } from '@open-wc/testing';
import type { DealDetail } from '../../../src/elements/deal-detail/deal-detail.js';
import { one, text } from '../../shared/support/detail-stand.js';
import {
  away,
  deal,
  drag,
  file,
  filesOf,
  holding,
  names,
  noRoom,
  other,
  shown,
  stand,
  there,
  withBlobs,
} from './support/files-stand.js';

describe('<deal-detail>: dropping files', () => {
  const zone = (detail: DealDetail): Promise<void> => there(detail, '.drop-zone');

  it('shows where they go, takes them anywhere, and keeps the page', async () => {
    const { detail } = await stand([deal]);
    const work = one(detail, '.work');
    const transfer = holding(file('Offer.pdf'));
    expect(drag(work, 'dragenter', transfer)).to.equal(true);
    await zone(detail);
    expect(text(detail, '.drop-zone')).to.match(/Drop to attach.*Hall of cranes/);
    drag(one(detail, '.drop-zone'), 'dragleave', transfer, document.body);
    await away(detail, '.drop-zone');
    expect(drag(work, 'dragover', transfer)).to.equal(true);
    await zone(detail);
    expect(drag(one(detail, '.drop-zone'), 'drop', transfer)).to.equal(true);
    await away(detail, '.drop-zone');
    await shown(detail, /^Files 1 .*Offer\.pdf/);
  });

  it('leaves alone what is no file, and goes where a pointer moves again', async () => {
    const { detail } = await stand([deal]);
    const words = new DataTransfer();
    words.setData('text/plain', 'Words');
    expect(drag(one(detail, '.work'), 'dragover', words)).to.equal(false);
    drag(one(detail, '.work'), 'dragover', holding(file('Offer.pdf')));
    await zone(detail);
    document.body.dispatchEvent(new PointerEvent('pointermove', { bubbles: true }));
    await away(detail, '.drop-zone');
  });

  it('says why nothing may be dropped', async () => {
    const { detail, store } = await stand([deal], { can: (action) => (action === 'file-add' ? 'Read only.' : true) });
    drag(one(detail, '.work'), 'dragover', holding(file('Offer.pdf')));
    await zone(detail);
    expect(text(detail, '.drop-zone')).to.equal('Read only.');
    expect(drag(one(detail, '.work'), 'drop', holding(file('Offer.pdf')))).to.equal(true);
    expect((await filesOf(store)).length).to.equal(0);
  });

  const entry = (name: string): object => ({
    ...{ name, isDirectory: false },
    file: (take: (found: File) => void) => take(file(name)),
  });
  /** @param when its content is handed out */
  const folder = (name: string, inside: object[], when = Promise.resolve()): object => ({
    ...{ name, isDirectory: true },
    createReader: () => ({
      readEntries: (take: (some: object[]) => void) => void when.then(() => take(inside.splice(0, 1))),
    }),
  });
  const dropFolder = (detail: DealDetail, dropped: object): void => {
    const item = { kind: 'file', getAsFile: () => null, webkitGetAsEntry: () => dropped };
    const drop = new DragEvent('drop', { bubbles: true, cancelable: true, composed: true });
    Object.defineProperty(drop, 'dataTransfer', { value: { types: ['Files'], items: [item], dropEffect: 'none' } });
    one(detail, '.work').dispatchEvent(drop);
  };

  it('takes the files of folders, and those in folders within them', async () => {
    const { detail } = await stand([deal]);
    dropFolder(detail, folder('Plans', [entry('B.txt'), entry('.DS_Store'), folder('Old', [entry('A.txt')])]));
    await shown(detail, /^Files 2/);
    expect(names(detail)).to.have.members(['A.txt', 'B.txt']);
  });

  it('attaches the files of a folder to the deal it was dropped on, also where another one is open once it is read', async () => {
    const { detail, store } = await stand([deal, other]);
    let read = (): void => undefined;
    const slow = new Promise<void>((resolve) => (read = resolve));
    dropFolder(detail, folder('Plans', [entry('A.txt')], slow));
    detail.dealId = 'two';
    await waitUntil(() => text(detail, '.deal-title').includes('Second hall'), 'the other deal');
    read();
    await waitUntil(async () => (await filesOf(store)).length === 1, 'attached');
    expect((await filesOf(store))[0]).to.include({ name: 'A.txt', dealId: 'one' });
    await waitUntil(() => /File attached/.test(text(detail, '.toast')), 'told');
    await shown(detail, /None yet/);
  });

  it('tells it where another deal is open by then, and they could not be attached: they wait at theirs', async () => {
    const { detail } = await stand([deal, other], { adapter: withBlobs(() => ({ put: noRoom })) });
    let read = (): void => undefined;
    const slow = new Promise<void>((resolve) => (read = resolve));
    dropFolder(detail, folder('Plans', [entry('A.txt')], slow));
    detail.dealId = 'two';
    await waitUntil(() => text(detail, '.deal-title').includes('Second hall'), 'the other deal');
    read();
    await waitUntil(() => /1 file was not attached\. A\.txt: /.test(text(detail, '.toast')), 'told');
    await shown(detail, /None yet/);
    detail.dealId = 'one';
    await shown(detail, /A\.txt.*There is no room left in the storage.*Try again/);
  });
});
