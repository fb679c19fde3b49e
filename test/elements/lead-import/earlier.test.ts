import { expect } from '@open-wc/testing';
import type { LeadImport } from '../../../src/elements/lead-import/lead-import.js';
import { createStore } from '../../../src/store/store.js';
import { anImport, creation } from '../../../src/testing/fixtures.js';
import {
  all,
  button,
  click,
  csv,
  importerFor,
  one,
  records,
  stand,
  text,
  toCheck,
  toColumns,
  toReport,
  until,
} from './support.js';
import type { Stand } from './support.js';

const people = (): File => csv(['Contact,Value', 'Ada,1', 'Bo,2', 'Cem,3'], 'people.csv');

/** Three leads are in, and the importer that brought them is gone. */
async function imported(options?: Parameters<typeof stand>[1]): Promise<Stand> {
  const there = await stand([], options);
  await toColumns(there.importer, people());
  await toCheck(there.importer);
  await toReport(there.importer);
  there.importer.remove();
  return there;
}

/** A button of the question. */
function answer(importer: LeadImport, name: string): HTMLElement {
  return [...one(importer, 'dialog[open]').querySelectorAll('button')].find((each) => text(each) === name)!;
}

describe('<lead-import>: earlier imports', () => {
  it('takes one back that was made in another tab, after a question', async () => {
    const { adapter, store } = await imported();
    const [edited] = await records(store, 'lead');
    await store.execute('lead-edit', { id: edited!.id, fields: { title: 'Edited since' } });
    const other = createStore({ adapter, user: { id: 'user-1', name: 'Robin' }, timeZone: 'UTC' });
    const importer = await importerFor(other);
    await until(importer, () => all(importer, '.earlier li').length === 1, 'it is listed');
    expect(text(one(importer, '.earlier'))).to.match(/^Earlier imports people\.csv 3 leads, /);
    one(importer, '[data-undo-earlier]').focus();
    await click(button(importer, 'Undo import of people.csv'));
    const question = (): HTMLElement | undefined => all(importer, 'dialog[open]')[0];
    await until(importer, () => question() !== undefined, 'it is asked');
    expect(text(question()!)).to.contain('Undo the import of “people.csv”?').and.to.contain('3 leads leave the inbox.');
    await click(answer(importer, 'Cancel'));
    await until(importer, () => question() === undefined, 'nothing was done');
    expect(await records(store, 'lead')).to.have.length(3);

    await click(button(importer, 'Undo import of people.csv'));
    await until(importer, () => question() !== undefined, 'it is asked again');
    await click(answer(importer, 'Undo import'));
    await until(importer, () => all(importer, '[data-back]').length === 1, 'it is told');
    expect(text(one(importer, '.earlier'))).to.equal(
      'Earlier imports “people.csv” was taken back. 2 leads are gone from the inbox. 1 lead was edited since and is kept.',
    );
    expect((await records(store, 'lead')).map(({ title }) => title)).to.deep.equal(['Edited since']);
    await until(
      importer,
      () => importer.shadowRoot!.activeElement === one(importer, '[data-back]'),
      'it has the focus',
    );
    other.close();
  });

  it('says who stopped it, and leaves all as it was', async () => {
    const { store } = await imported();
    const importer = await importerFor(store);
    await until(importer, () => all(importer, '.earlier li').length === 1, 'it is listed');
    importer.addEventListener('import-undo', (event) => event.preventDefault());
    await click(button(importer, 'Undo import of people.csv'));
    await until(importer, () => all(importer, 'dialog[open]').length === 1, 'it is asked');
    await click(answer(importer, 'Undo import'));
    await until(importer, () => all(importer, '.banner--negative').length === 1, 'it is told');
    expect(text(one(importer, '.banner--negative'))).to.contain('The import was not taken back. This page stopped it.');
    expect(await records(store, 'lead')).to.have.length(3);
    expect(all(importer, '.earlier li')).to.have.length(1);
  });

  it('dashes what may not be undone, and says why', async () => {
    const { store } = await imported({ can: (action) => (action === 'import-undo' ? 'Only the office may.' : true) });
    const importer = await importerFor(store);
    await until(importer, () => all(importer, '.earlier li').length === 1, 'it is listed');
    const undo = button(importer, 'Undo import of people.csv');
    expect([undo.ariaDisabled, undo.title]).to.deep.equal(['true', 'Only the office may.']);
    await click(undo);
    await importer.updateComplete;
    expect(all(importer, 'dialog[open]')).to.have.length(0);
  });

  it('lists none where there was none, and none that cannot be taken back any more', async () => {
    const old = anImport({ state: 'done', created: 1, fileName: 'old.csv', expiresAt: '2020-02-01T00:00:00.000Z' });
    const young = anImport({
      id: 'import-2',
      state: 'done',
      created: 1,
      fileName: 'young.csv',
      expiresAt: '2999-01-01T00:00:00.000Z',
    });
    const { importer } = await stand([creation('import', old)]);
    expect(all(importer, '.earlier')).to.have.length(0);
    const { importer: second } = await stand([creation('import', old), creation('import', young)]);
    await until(second, () => all(second, '.earlier li').length === 1, 'the young one is listed');
    expect(text(one(second, '.earlier')))
      .to.contain('young.csv')
      .and.not.to.contain('old.csv');
  });
});
