import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { aLead, anOrganization, creation } from '../../../src/testing/fixtures.js';
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
  stand,
  standAtCheck,
  standAtColumns,
  text,
  toCheck,
  toColumns,
  toReport,
  until,
} from './support.js';

const there = [
  creation('organization', anOrganization({ id: 'o1', name: 'Stadtwerke' })),
  creation(
    'lead',
    aLead({
      id: 'l1',
      title: 'Alarm',
      personId: null,
      organizationId: 'o1',
      value: { amount: '28000', currency: 'EUR' },
    }),
  ),
];

async function pick(importer: HTMLElementTagNameMap['lead-import'], words: string): Promise<void> {
  const label = all(importer, 'label').find((each) => text(each) === words)!;
  await click(label);
  await checked(importer);
}

describe('lead-import: the fate of every row', () => {
  it('shows all of a row on a narrow screen, where nothing has to be scrolled sideways', async () => {
    const line = 'Umstellung der Bestandsverwaltung,Annegret Hohenstein,Bergström & Söhne,84500';
    const { importer } = await standAtCheck(csv(['Title,Person,Organization,Value', line, ',,,12']), there, {
      width: 390,
    });
    const table = one(importer, '.pre');
    expect(table.scrollWidth, 'as wide as it is shown').to.be.at.most(table.clientWidth);
    const [row] = all(importer, '.prow[data-line]');
    const box = row!.getBoundingClientRect();
    const cells = [...row!.children].map((cell) => cell.getBoundingClientRect());
    for (const [at, cell] of cells.entries()) {
      expect(cell.left >= box.left && cell.right <= box.right + 1, `cell ${at} within its row`).to.equal(true);
      expect(cell.top >= box.top && cell.bottom <= box.bottom + 1, `cell ${at} within its height`).to.equal(true);
    }
    expect(text(row!)).to.contain('Annegret Hohenstein').and.to.contain('€84,500');
  });

  it('says of a cell that is empty by now that the value stays: nothing is erased without a word', async () => {
    const file = csv(['Title,Organization,Value,Source', 'Alarm,Stadtwerke,,', 'Roof,Stadtwerke,12,Fair']);
    const { importer } = await standAtCheck(file, there);
    expect(counts(importer)).to.include({ all: 2, create: 1, update: 0, skip: 0 });
    const rows = all(importer, '.prow[data-line]').map((row) => text(row));
    expect(rows.join()).to.contain('It is there already. Empty cells take nothing away. Kept: Value and Source.');
  });

  it('asks, with the count, about rows that name nobody: left out, or a person of a pattern', async () => {
    const { importer, store } = await standAtCheck(csv(['Lead Number,Score', '6601,3', '6602,4', '6603,5']));
    expect(text(one(importer, '.nobody'))).to.contain('3 rows name nobody');
    expect(counts(importer)).to.deep.equal({ all: 3, create: 0, update: 0, skip: 3 });
    expect(text(one(importer, '[data-next]'))).to.equal('There is nothing to import');
    expect(one<HTMLInputElement>(importer, '#pattern').value).to.equal('Lead {Lead Number}');
    await pick(importer, 'Make a person named');
    await until(importer, () => counts(importer)['create'] === 3, 'all are created now');
    expect(text(one(importer, '#pattern-note'))).to.equal('For example: Lead 6601');
    const pattern = one<HTMLInputElement>(importer, '#pattern');
    pattern.focus();
    pattern.select();
    await sendKeys({ type: 'No {Nummer}' });
    await sendKeys({ press: 'Tab' });
    await until(
      importer,
      () => text(one(importer, '#pattern-note')).includes('There is no column “Nummer”'),
      'a wrong name is told',
    );
    expect(one(importer, '[data-next]').ariaDisabled).to.equal('true');
    pattern.focus();
    pattern.select();
    await sendKeys({ type: 'Person {lead number}' });
    await sendKeys({ press: 'Tab' });
    await until(
      importer,
      () => counts(importer)['create'] === 3 && one(importer, '[data-next]').ariaDisabled === null,
      'right again',
    );
    await toReport(importer);
    expect((await records(store, 'person')).map(({ name }) => name).sort()).to.deep.equal([
      'Person 6601',
      'Person 6602',
      'Person 6603',
    ]);
  });

  it('asks about a few rows that name nobody in one line, with the first of them for an example', async () => {
    const { importer, store } = await standAtCheck(
      csv(['Contact,Lead Number', 'Ada,6601', 'Grace,6602', ',6603', 'Edsger,6604', 'Alan,6605']),
    );
    const question = one(importer, '.policies > .nobody');
    expect(text(question)).to.equal('1 row names nobody Skip it Make a person named');
    expect(all(importer, '#pattern'), 'nothing to fill in before it is wanted').to.have.length(0);
    expect(question.offsetHeight, 'no taller than a control').to.be.at.most(40);
    await pick(importer, 'Make a person named');
    await until(importer, () => counts(importer)['create'] === 5, 'it is created, too');
    expect(text(one(importer, '#pattern-note'))).to.equal('For example: Lead 6603');
    expect(text(one(importer, '.nobody'))).to.contain('1 row names nobody');
    await toReport(importer);
    expect((await records(store, 'person')).map(({ name }) => name)).to.include('Lead 6603');
  });

  it('updates, skips or doubles a lead that exists, as it is told', async () => {
    const { importer, store } = await standAtColumns(
      csv(['Subject,Company,Value', 'Alarm,Stadtwerke,"31,400.00"', 'Pump,Neu AG,5.50']),
      there,
    );
    await become(importer, 'Subject', 'Title');
    await toCheck(importer);
    expect(counts(importer)).to.include({ create: 1, update: 1, skip: 0 });
    expect(checkRows(importer)[0]).to.contain('€28,000').and.contain('€31,400').and.contain('Changed: Value');
    await pick(importer, 'Skip the row');
    await until(importer, () => counts(importer)['skip'] === 1, 'skipped');
    expect(checkRows(importer)[0]).to.contain('There is a lead “Alarm” already.');
    await pick(importer, 'Create another');
    await until(importer, () => counts(importer)['create'] === 2, 'doubled');
    await pick(importer, 'Update it');
    await until(importer, () => counts(importer)['update'] === 1, 'updated');
    await toReport(importer);
    expect(facts(importer)).to.include({ created: 1, updated: 1, skipped: 0 });
    const lead = (await records(store, 'lead')).find(({ id }) => id === 'l1')!;
    expect(lead.value).to.deep.equal({ amount: '31400.00', currency: 'EUR' });
  });

  it('mends a wrong cell in place, or leaves all such values empty', async () => {
    const { importer, store } = await standAtCheck(
      csv(['Contact;Value', 'Ada;1200,50', 'Grace;auf Anfrage', 'Edsger;viel', 'Alan;2,5', 'Barbara;7,25', 'Donald;3']),
    );
    expect(counts(importer)).to.include({ create: 4, skip: 2 });
    await click(one(importer, '.verdict[data-v=skip]'));
    await until(importer, () => checkRows(importer).length === 2, 'only the skipped ones');
    await click(button(importer, 'Value: auf Anfrage. Mend'));
    await until(importer, () => all(importer, 'input.mend').length === 1, 'a field opens');
    expect(importer.shadowRoot!.activeElement).to.equal(one(importer, 'input.mend'));
    await sendKeys({ type: '99,90' });
    await sendKeys({ press: 'Enter' });
    await until(importer, () => counts(importer)['create'] === 5, 'the row is taken');
    await click(button(importer, 'Leave all such values empty'));
    await until(importer, () => counts(importer)['create'] === 6, 'all are taken');
    await toReport(importer);
    const leads = await records(store, 'lead');
    expect(Object.fromEntries(leads.map(({ personName, value }) => [personName, value?.amount ?? null]))).to.deep.equal(
      {
        Ada: '1200.50',
        Grace: '99.90',
        Edsger: null,
        Alan: '2.5',
        Barbara: '7.25',
        Donald: '3',
      },
    );
  });

  it('puts a label on all, one that is there or a new one', async () => {
    const { importer, store } = await standAtCheck(csv(['Contact', 'Ada', 'Grace']));
    await click(button(importer, 'Add label'));
    await sendKeys({ type: 'Messe 2026' });
    await sendKeys({ press: 'Enter' });
    await until(importer, () => all(importer, '.labels .label').length === 1, 'the label is shown');
    await checked(importer);
    await toReport(importer);
    const [label] = (await records(store, 'label')).filter(({ name }) => name === 'Messe 2026');
    expect((await records(store, 'lead')).map(({ labelIds }) => labelIds)).to.deep.equal([[label!.id], [label!.id]]);
  });

  it('calls the same file unchanged the second time', async () => {
    const { importer, store } = await stand();
    const file = csv(['Contact,Company,Value', 'Ada,Engines,1.50', 'Grace,Cobol,2.50']);
    await toColumns(importer, file);
    await toCheck(importer);
    await toReport(importer);
    const again = await importerFor(store);
    await toColumns(again, file);
    await toCheck(again);
    expect(counts(again)).to.deep.equal({ all: 2, create: 0, update: 0, skip: 0, same: 2 });
    expect(text(one(again, '[data-next]'))).to.equal('There is nothing to import');
    expect(await records(store, 'lead')).to.have.length(2);
  });

  it('shows 20,000 rows with few elements, and gets to the last', async () => {
    const { importer } = await stand();
    const lines = [...Array(20_000).keys()].map((i) => `Person ${i},Company ${i % 900},${i}.50`);
    await toColumns(importer, csv(['Contact,Company,Value', ...lines]));
    await toCheck(importer);
    expect(counts(importer)['create']).to.equal(20_000);
    expect(one(importer, '.win').getAttribute('aria-rowcount')).to.equal('20001');
    expect(all(importer, '.prow').length).to.be.lessThan(60);
    const win = one(importer, '.win');
    win.scrollTop = win.scrollHeight;
    await until(importer, () => checkRows(importer).some((row) => row.includes('Person 19999')), 'the last row');
    expect(all(importer, '.prow').length).to.be.lessThan(60);
  });
});
