import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { aContactPoint, aField, anOrganization, aPerson, aUser, creation } from '../../../src/testing/fixtures.js';
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
  mapping,
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

const there = [
  creation('field', aField({ id: 'referrer', name: 'Referrer', type: 'person' })),
  creation('field', aField({ id: 'partner', name: 'Partner', type: 'organization' })),
  creation('field', aField({ id: 'expert', name: 'Expert', type: 'user' })),
  creation('field', aField({ id: 'term', name: 'Term', type: 'dateRange' })),
  creation('person', aPerson({ id: 'alan-1', name: 'Alan Turing', emails: [aContactPoint('alan@b.example')] })),
  creation('person', aPerson({ id: 'alan-2', name: 'Alan Turing' })),
  creation('organization', anOrganization({ id: 'engines', name: 'Engines Ltd' })),
  creation('user', aUser({ id: 'grace', name: 'Grace Hopper', email: 'grace@us.example' })),
];
const lines = [
  'Contact,Referrer,Partner,Expert,Term',
  'Kurt,alan@b.example,engines ltd,Grace Hopper,01.05.2026 - 31.05.2026',
  'Emmy,Alan Turing,,,',
  'David,Somebody,,,',
];

/** Presses a wrong value where it stands: scrolling to it would move the words in their cell. */
async function mend(importer: HTMLElementTagNameMap['lead-import'], name: string): Promise<void> {
  await click(button(importer, name));
  await until(importer, () => all(importer, 'input.mend').length === 1, 'a field in its place');
}

describe('lead-import: custom fields that name somebody or have two days', () => {
  it('finds who is meant, says in the row what to do where that is nobody, and takes the row when it is mended', async () => {
    const { importer, store } = await standAtCheck(csv(lines), there);
    expect(counts(importer)).to.include({ create: 1, skip: 2 });
    const [, emmy, david] = checkRows(importer);
    expect(emmy).to.contain('Several people fit Referrer. Write an e-mail address. Mend it here');
    expect(david).to.contain('Unknown person in Referrer. Add the person first.');
    await still(importer);
    await expect(importer).to.be.accessible();
    await mend(importer, 'Referrer: Alan Turing. Mend');
    await sendKeys({ type: 'ALAN@b.example' });
    await sendKeys({ press: 'Enter' });
    await until(importer, () => counts(importer)['create'] === 2, 'the row is taken');
    await checked(importer);
    await toReport(importer);
    expect(facts(importer)).to.include({ 'rows in the file': 3, created: 2, skipped: 1 });
    const given = downloads();
    await click(button(importer, 'Download these rows'));
    await until(importer, () => given.texts.length === 1, 'a file is given');
    given.stop();
    expect(await given.texts[0]!).to.contain('David,Somebody,,,,4,Unknown person in Referrer. Add the person first.');
    const leads = await records(store, 'lead');
    const of = (name: string) => leads.find(({ personName }) => personName === name)!.custom;
    expect(of('Kurt')).to.deep.equal({
      referrer: 'alan-1',
      partner: 'engines',
      expert: 'grace',
      term: ['2026-05-01', '2026-05-31'],
    });
    expect(of('Emmy')).to.deep.equal({ referrer: 'alan-1' });
    await click(one(importer, '[data-undo]'));
    await until(importer, () => text(one(importer, '.wiz-body')).includes('was taken back'), 'it is taken back');
    expect(await records(store, 'lead')).to.have.length(0);
    expect((await records(store, 'person')).map(({ id }) => id)).to.include.members(['alan-1', 'alan-2']);
  });

  it('leaves the values empty where one wants the rows all the same', async () => {
    const { importer, store } = await standAtCheck(csv(lines), there);
    await click(button(importer, 'Leave all such values empty'));
    await until(importer, () => counts(importer)['create'] === 3, 'the rows are taken');
    await checked(importer);
    expect(checkRows(importer)[2]).to.contain('“Somebody” in Referrer cannot be read and is left empty.');
    await toReport(importer);
    expect((await records(store, 'lead')).filter(({ custom }) => custom['referrer'] === 'alan-1')).to.have.length(1);
  });

  it('lets two columns be the two days of a field, and asks for the other one', async () => {
    const file = csv(['Contact,From,Till', 'Kurt,2026-05-01,2026-05-31', 'Emmy,2026-06-01,']);
    const { importer, store } = await standAtColumns(file, there);
    await become(importer, 'From', 'Term, first day');
    expect(text(one(importer, '.boxed-note'))).to.contain(
      '“Term” has a first and a last day, and only one of them has a column. Choose a column for the last day',
    );
    await still(importer);
    await expect(importer).to.be.accessible();
    await become(importer, 'Till', 'Term, last day');
    await until(importer, () => all(importer, '.boxed-note').length === 0, 'both days have a column');
    expect(mapping(importer)).to.include({ From: 'Term, first day', Till: 'Term, last day' });
    await toCheck(importer);
    expect(checkRows(importer)[1]).to.contain('Till is empty, and the other day of the two is not.');
    await still(importer);
    await mend(importer, 'Till: empty. Mend');
    await sendKeys({ type: '2026-06-02' });
    await sendKeys({ press: 'Enter' });
    await until(importer, () => counts(importer)['create'] === 2, 'the row is taken');
    await checked(importer);
    await toReport(importer);
    expect((await records(store, 'lead')).map(({ custom }) => custom['term'])).to.have.deep.members([
      ['2026-05-01', '2026-05-31'],
      ['2026-06-01', '2026-06-02'],
    ]);
  });

  it('makes such fields of columns, and speaks Turkish', async () => {
    const { importer, store } = await standAtColumns(
      csv(['Contact,Stay,Guide', 'Kurt,2026-05-01 – 2026-05-03,Alan', 'Emmy,2026-06-01 – 2026-06-02,Alan Turing']),
      there,
    );
    const guide = one<HTMLSelectElement>(importer, '#type-2');
    guide.value = 'person';
    guide.dispatchEvent(new Event('change'));
    await until(importer, () => one<HTMLSelectElement>(importer, '#type-2').value === 'person', 'it is a person');
    expect(one<HTMLSelectElement>(importer, '#type-1').selectedOptions[0]!.text.trim()).to.equal('Date range');
    await toCheck(importer);
    expect(counts(importer)).to.include({ create: 0, skip: 2 });
    const turkish = await importerFor(store, { lang: 'tr' });
    await toColumns(turkish, csv(lines));
    await until(turkish, () => text(one(turkish, '[data-next]')) === '3 satırı kontrol et', 'in Turkish');
    await click(one(turkish, '[data-next]'));
    await checked(turkish);
    expect(checkRows(turkish)[1]).to.contain('Referrer birden çok kişiye uyuyor. E-posta adresini yazın.');
  });
});
