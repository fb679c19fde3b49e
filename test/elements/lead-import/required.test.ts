import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { aField, aPerson, creation } from '../../../src/testing/fixtures.js';
import { downloads } from '../../support/downloads.js';
import {
  all,
  become,
  button,
  checked,
  checkRows,
  click,
  counts,
  csv,
  facts,
  importerFor,
  one,
  records,
  standAtCheck,
  standAtColumns,
  still,
  text,
  toCheck,
  toColumns,
  toReport,
  until,
} from './support.js';

const region = creation('field', aField({ id: 'region', name: 'Region', type: 'text', required: true }));
const partner = creation('field', aField({ id: 'partner', name: 'Partner', type: 'person', required: true }));

function notes(importer: HTMLElementTagNameMap['lead-import']): string[] {
  return all(importer, '[data-required] li').map(text);
}

describe('lead-import: fields that every lead needs', () => {
  it('says beside the columns which is missing, leads back from the rows, and takes them when the column is chosen', async () => {
    const { importer, store } = await standAtColumns(csv(['Contact,Area', 'Ada,North', 'Grace,South']), [region]);
    expect(notes(importer)).to.deep.equal([
      '“Region” is required, and no column becomes it yet. New leads need a value for it.',
    ]);
    await toCheck(importer);
    expect(counts(importer)).to.include({ all: 2, create: 0, skip: 2 });
    expect(notes(importer)[0]).to.contain('2 rows are skipped: they have no value for “Region”, which is required.');
    expect(checkRows(importer)[0]).to.contain('Ada').and.to.contain('“Region” is required, and no column becomes it.');
    expect(text(one(importer, '[data-next]'))).to.equal('There is nothing to import');
    expect(await records(store, 'lead')).to.have.length(0);
    await click(button(importer, 'Choose its column'));
    await until(importer, () => all(importer, 'tr[data-column]').length > 0, 'the columns are shown');
    expect(importer.shadowRoot!.activeElement === one(importer, '#step'), 'the step has the focus').to.equal(true);
    await become(importer, 'Area', 'Region');
    await until(importer, () => notes(importer).length === 0, 'nothing is missing');
    await toCheck(importer);
    expect(counts(importer)).to.include({ create: 2, skip: 0 });
    await toReport(importer);
    expect((await records(store, 'lead')).map(({ custom }) => custom['region']).sort()).to.deep.equal([
      'North',
      'South',
    ]);
  });

  it('lets an empty cell be filled in by keyboard, and gives the others with what to do', async () => {
    const { importer, store } = await standAtCheck(csv(['Contact,Region', 'Ada,North', 'Grace,', 'Alan,']), [region]);
    expect(counts(importer)).to.include({ create: 1, skip: 2 });
    await still(importer);
    await expect(importer).to.be.accessible();
    const cell = button(importer, 'Region: empty. Mend');
    cell.focus();
    await sendKeys({ press: 'Enter' });
    await until(importer, () => all(importer, 'input.mend').length === 1, 'a field in its place');
    await sendKeys({ type: 'South' });
    await sendKeys({ press: 'Enter' });
    await until(importer, () => counts(importer)['create'] === 2, 'the row is taken');
    await checked(importer);
    await toReport(importer);
    expect(facts(importer)).to.include({ 'rows in the file': 3, created: 2, skipped: 1 });
    expect(text(one(importer, '.skips')))
      .to.contain('“Region” is required, and its cell is empty')
      .and.to.contain('line 4');
    const given = downloads();
    await click(button(importer, 'Download these rows'));
    await until(importer, () => given.texts.length === 1, 'a file is given');
    given.stop();
    expect(await given.texts[0]!).to.contain('Alan,,4,"“Region” is required, and its cell is empty. Fill it in."');
    expect((await records(store, 'lead')).map(({ personName }) => personName).sort()).to.deep.equal(['Ada', 'Grace']);
  });

  it('asks for a person in the same way, in Turkish, too', async () => {
    const { importer, store } = await standAtCheck(csv(['Contact,Partner', 'Ada,Ada King', 'Grace,']), [
      partner,
      creation('person', aPerson({ id: 'king', name: 'Ada King' })),
    ]);
    expect(counts(importer)).to.include({ create: 1, skip: 1 });
    expect(checkRows(importer)[1]).to.contain('“Partner” is required, and its cell is empty. Fill it in.');
    const turkish = await importerFor(store, { lang: 'tr' });
    await toColumns(turkish, csv(['Contact', 'Ada']));
    await until(turkish, () => notes(turkish)[0]?.startsWith('“Partner” zorunlu') === true, 'in Turkish');
  });

  it('keeps out a row whose field has become required after it was checked, and says so', async () => {
    const { importer, store } = await standAtCheck(csv(['Contact,Region', 'Ada,North', 'Grace,']), [
      creation('field', aField({ id: 'region', name: 'Region', type: 'text' })),
    ]);
    expect(counts(importer)).to.include({ create: 2 });
    await store.execute('field-edit', { id: 'region', required: true });
    await toReport(importer);
    expect(facts(importer)).to.include({ created: 1, 'not stored': 1 });
    expect(text(one(importer, '.skips'))).to.contain('Required by now, and without a value in this row: “Region”');
    expect((await records(store, 'lead')).map(({ personName }) => personName)).to.deep.equal(['Ada']);
  });
});
