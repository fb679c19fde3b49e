/** The files of a deal that are there: listed, saved, renamed, described, deleted, and told in the history. */
import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { memoryAdapter } from '../../../src/adapters/memory.js';
import { profileWith } from '../../../src/domain/profile.js';
import { faultyAdapter } from '../../../src/testing/faulty.js';
import { keys, named, one, press, still, text, type } from '../../shared/support/detail-stand.js';
import { downloads } from '../../support/downloads.js';
import { away, choose, deal, file, fileOn, filesOf, shown, stand, there, two } from './support/files-stand.js';

const focused = (detail: HTMLElement): Element | null => detail.shadowRoot!.activeElement;
async function menu(detail: HTMLElement, id: string, item: string): Promise<void> {
  one(detail, `#files [data-file=${id}] [data-file-menu]`).focus();
  await keys('Enter');
  await there(detail, `[data-id=${item}]`);
  await press(one(detail, `[data-id=${item}]`));
}

describe('<deal-detail>: files', () => {
  it('lists them, the newest first: name, size, who, day, and what came with the lead', async () => {
    const { detail } = await stand();
    await shown(
      detail,
      /^Files 2 .*Quantities\.xlsx.*88 kB, Jonas Brandt, Nov 19.*Counted on site.*Specification of everything\.pdf/,
    );
    await shown(detail, /2\.4 MB, Jonas Brandt, Nov 2, from the lead$/);
    still(detail);
    await expect(one(detail, '[part=files]')).to.be.accessible();
  });

  it('cuts a long name in its middle: how it ends is seen, all of it is said', async () => {
    const long = `${'Lastenheft_Bestandsverwaltung_'.repeat(6)}v4.pdf`;
    const { detail } = await stand([deal, fileOn('long', { name: long })]);
    await there(detail, '[data-file=long]');
    const [begin, end] = one(detail, '#files .file-name').querySelectorAll('span');
    expect(begin!.scrollWidth).to.be.greaterThan(begin!.clientWidth);
    expect(end!.textContent).to.equal('.pdf');
    const row = one(detail, '[data-file=long] .file').getBoundingClientRect();
    expect(end!.getBoundingClientRect().right).to.be.lessThan(row.right);
    expect(one(detail, '#files .file-name').title).to.equal(long);
  });

  it('says that there are none', async () => {
    const { detail } = await stand([deal]);
    await shown(detail, /None yet\. Drop a file anywhere here\.$/);
  });

  it('shows none where the profile of the page has none, or the storage takes none', async () => {
    const { detail } = await stand(undefined, {
      profile: profileWith({ documentsAndFiles: { lead: false, deal: false } }),
    });
    expect(detail.shadowRoot!.querySelector('#files, #composer-file, #tab-files')).to.equal(null);
    const inner = memoryAdapter();
    const adapter = { ...faultyAdapter(inner), abilities: { ...inner.abilities, blobs: false } };
    const { detail: without } = await stand(undefined, { adapter });
    expect(without.shadowRoot!.querySelector('#files, #composer-file, #tab-files')).to.equal(null);
  });

  it('saves one under its name', async () => {
    const { detail } = await stand([deal]);
    choose(detail, [file('Plan of halls.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'image/svg+xml')]);
    await there(detail, '#files [data-download]');
    const saved = downloads();
    try {
      one(detail, '#files [data-download]').focus();
      await keys('Enter');
      await waitUntil(() => saved.names.length > 0, 'saved');
      expect(saved.names).to.deep.equal(['Plan of halls.svg']);
      expect(await saved.texts[0]).to.contain('<svg');
    } finally {
      saved.stop();
    }
  });

  it('says it where what one held is gone', async () => {
    const { detail } = await stand();
    await there(detail, '[data-file=list]');
    await press(named(detail, 'Download Quantities.xlsx'));
    await shown(detail, /What the file held is no longer there/);
  });

  it('renames one where it stands; what may not be is said there', async () => {
    const { detail, store } = await stand();
    await there(detail, '[data-file=list]');
    await menu(detail, 'list', 'rename');
    await waitUntil(() => focused(detail)?.matches('[data-file=list] input') === true, 'the editor');
    await type('a/b');
    await keys('Enter');
    await there(detail, '#files .field-error');
    expect(text(detail, '#files .field-error')).to.contain('no /');
    const input = one<HTMLInputElement>(detail, '[data-file=list] input');
    expect(input.value).to.equal('a/b.xlsx');
    input.select();
    await type('Counts.xlsx');
    await keys('Enter');
    await shown(detail, /Counts\.xlsx/);
    expect((await filesOf(store)).map(({ name }) => name)).to.include('Counts.xlsx');
  });

  it('has the name without its ending chosen where one is renamed: what is typed keeps the ending, or has another', async () => {
    const { detail, store } = await stand();
    await there(detail, '[data-file=list]');
    const called = async (name: string): Promise<void> => {
      await shown(detail, new RegExp(name.replace('.', '\\.')));
      await waitUntil(async () => (await filesOf(store)).some((each) => each.name === name), name);
    };
    await menu(detail, 'list', 'rename');
    await waitUntil(() => focused(detail)?.matches('[data-file=list] input') === true, 'the editor');
    await type('Counts');
    await keys('Enter');
    await called('Counts.xlsx');
    await menu(detail, 'list', 'rename');
    await waitUntil(() => focused(detail)?.matches('[data-file=list] input') === true, 'the editor again');
    one<HTMLInputElement>(detail, '[data-file=list] input').select();
    await type('Counts');
    await keys('Enter');
    await waitUntil(async () => (await filesOf(store)).some(({ name }) => name === 'Counts'), 'without an ending');
    await menu(detail, 'list', 'rename');
    await waitUntil(() => focused(detail)?.matches('[data-file=list] input') === true, 'the editor once more');
    await type('Sums.ods');
    await keys('Enter');
    await called('Sums.ods');
  });

  for (const what of ['rename', 'describe'])
    it(`leads back to the menu of the file whose editor is closed: ${what}`, async () => {
      const { detail } = await stand();
      await there(detail, '[data-file=list]');
      await menu(detail, 'list', what);
      await waitUntil(() => focused(detail)?.matches('[data-file=list] :is(input, textarea)') === true, 'the editor');
      await keys('Escape');
      await waitUntil(() => focused(detail)?.matches('[data-file=list] [data-file-menu]') === true, 'the focus');
    });

  it('writes something about one', async () => {
    const { detail, store } = await stand();
    await there(detail, '[data-file=spec]');
    await menu(detail, 'spec', 'describe');
    await waitUntil(() => focused(detail)?.matches('[data-file=spec] textarea') === true, 'the editor');
    await type('As agreed');
    await sendKeys({ down: 'Control' });
    await keys('Enter');
    await sendKeys({ up: 'Control' });
    await shown(detail, /As agreed$/);
    expect((await filesOf(store)).find(({ id }) => id === 'spec')?.description).to.equal('As agreed');
  });

  it('deletes one and gives it back; the focus goes to the one beside it', async () => {
    const { detail, store } = await stand();
    await there(detail, '[data-file=list]');
    await menu(detail, 'list', 'delete');
    await away(detail, '[data-file=list]');
    await waitUntil(() => focused(detail)?.matches('[data-file=spec] [data-file-menu]') === true, 'the focus');
    await waitUntil(() => /File deleted/.test(text(detail, '.toast')));
    await press(named(detail, /^Undo/));
    await there(detail, '[data-file=list]');
    expect((await filesOf(store)).length).to.equal(2);
  });

  it('leaves the controls where nothing may be done, dashed, with the reason', async () => {
    const { detail } = await stand(undefined, {
      can: (action) => (action.startsWith('file-') ? 'Only the owner does that.' : true),
    });
    await there(detail, '[data-file=list]');
    const upload = one(detail, '[data-act=upload]');
    expect(upload.getAttribute('aria-disabled')).to.equal('true');
    expect(upload.title).to.contain('Only the owner does that.');
    expect(detail.shadowRoot!.querySelector('#composer-file')).to.equal(null);
    one(detail, '[data-file=list] [data-file-menu]').focus();
    await keys('Enter');
    await there(detail, '[data-id=rename]');
    for (const item of ['rename', 'describe', 'delete'])
      expect(one(detail, `[data-id=${item}]`).getAttribute('aria-disabled'), item).to.equal('true');
  });

  it('tells them in the history, which shows only them where that is asked', async () => {
    const { detail } = await stand();
    await waitUntil(() => /Jonas Brandt attached a file/.test(text(detail, '[part=history]')));
    await there(detail, '.history .file');
    await press(named(detail, /^Files 2$/));
    const lines = (): readonly HTMLElement[] => [...detail.shadowRoot!.querySelectorAll<HTMLElement>('.tl-line')];
    await waitUntil(() => lines().length === 2, 'only files');
    expect(lines()[1]!.textContent).to.contain('while a lead');
    await expect(one(detail, '[part=history]')).to.be.accessible();
  });

  it('shows fifty of two hundred at first, and the others where somebody asks', async () => {
    const many = Array.from({ length: 203 }, (_, i) => fileOn(`many-${i}`, { name: `${i}.csv`, size: i }));
    const { detail } = await stand([deal, ...many]);
    const rows = (): number => detail.shadowRoot!.querySelectorAll('#files [data-file]').length;
    await waitUntil(() => rows() === 50);
    expect(text(detail, '#files .count')).to.equal('203');
    one(detail, '[data-more-files]').focus();
    await keys('Enter');
    await waitUntil(() => rows() === 200);
    await press(one(detail, '[data-more-files]'));
    await waitUntil(() => rows() === 203);
    await away(detail, '[data-more-files]');
  });

  it('has a part of its own where it is narrow', async () => {
    const { detail } = await stand([deal, ...two], { width: 390 });
    await there(detail, '#tab-files');
    expect(one(detail, '#files').checkVisibility()).to.equal(false);
    one(detail, '#tab-work').focus();
    await keys('ArrowLeft');
    await waitUntil(() => one(detail, '#files').checkVisibility(), 'the files');
    expect(focused(detail)?.id).to.equal('tab-files');
    expect(one(detail, '[part=details]').checkVisibility()).to.equal(false);
    await press(one(detail, '#tab-summary'));
    await waitUntil(() => !one(detail, '#files').checkVisibility() && one(detail, '[part=details]').checkVisibility());
  });
});
