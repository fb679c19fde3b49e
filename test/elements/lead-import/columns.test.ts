import { expect } from '@open-wc/testing';
import { aField, creation } from '../../../src/testing/fixtures.js';
import {
  all,
  become,
  button,
  checkRows,
  choose,
  click,
  counts,
  csv,
  mapping,
  one,
  records,
  stand,
  standAtColumns,
  text,
  toCheck,
  toColumns,
  toReport,
  until,
} from './support.js';

describe('lead-import: what each column becomes', () => {
  it('reads Windows-1252 with euros and umlauts, and shows how', async () => {
    const { importer, store } = await stand();
    const lines = 'Name;Wert\r\nBj\u00f6rn M\u00fcller;\u20ac 1.250,50\r\nZo\u00eb;\u20ac 12,00\r\n';
    const bytes = [...lines].map((char) => (char === '\u20ac' ? 0x80 : char.charCodeAt(0)));
    await toColumns(importer, new File([new Uint8Array(bytes)], 'alt.csv'));
    expect(text(one(importer, '.facts')))
      .to.contain('Semicolons, Windows-1252')
      .and.contain('2 rows');
    await toCheck(importer);
    expect(checkRows(importer)[0]).to.contain('Björn Müller').and.contain('€1,250.50');
    await toReport(importer);
    expect((await records(store, 'lead')).map(({ value }) => value)).to.deep.include({
      amount: '1250.50',
      currency: 'EUR',
    });
  });

  it('lets encoding, delimiter and headings be overruled, beside the values', async () => {
    const { importer } = await standAtColumns(csv(['Ada,1', 'Grace,2']));
    await click(button(importer, 'Change'));
    expect(text(one(importer, '#how'))).to.contain('Lines end with CRLF');
    const headings = one<HTMLSelectElement>(importer, '#heading');
    headings.value = '-1';
    headings.dispatchEvent(new Event('change', { bubbles: true }));
    await until(importer, () => text(one(importer, '.facts')).includes('There are no headings'), 'read again');
    expect(Object.keys(mapping(importer))).to.deep.equal(['Column 1', 'Column 2']);
    expect(text(one(importer, 'tr[data-column="0"] .vals'))).to.equal('Ada; Grace');
    const delimiter = one<HTMLSelectElement>(importer, '#delimiter');
    delimiter.value = ';';
    delimiter.dispatchEvent(new Event('change', { bubbles: true }));
    await until(importer, () => all(importer, 'tr[data-column]').length === 1, 'one column');
    expect(text(one(importer, 'tr[data-column="0"] .vals'))).to.equal('Ada,1; Grace,2');
  });

  it('asks which day 03/04/2026 is, in the column itself, and goes on only with an answer', async () => {
    const { importer, store } = await standAtColumns(
      csv(['Contact,Expected close', 'Ada,03/04/2026', 'Grace,05/06/2026']),
    );
    const ask = one(importer, 'tr[data-column="1"] .ask');
    expect(text(ask)).to.contain('which day is 03/04/2026?').and.contain('Apr 3, 2026').and.contain('Mar 4, 2026');
    await click(button(importer, 'Check'));
    expect(all(importer, '.verdict'), 'it stays').to.have.length(0);
    expect(importer.shadowRoot!.activeElement, 'the question has the focus').to.equal(ask.querySelector('button'));
    await click(button(importer, 'Apr 3, 2026'));
    expect(all(importer, '.ask')).to.have.length(0);
    await toCheck(importer);
    await toReport(importer);
    expect((await records(store, 'lead')).map(({ expectedClose }) => expectedClose).sort()).to.deep.equal([
      '2026-04-03',
      '2026-06-05',
    ]);
  });

  it('refuses two columns on one field at their place, with a way out', async () => {
    const { importer } = await standAtColumns(csv(['Contact,E-mail,Second', 'Ada,a@x.example,b@x.example']));
    await become(importer, 'Second', 'Person, e-mail');
    expect(text(one(importer, '.banner'))).to.contain('“E-mail” and “Second” both become “Person, e-mail”.');
    expect(all(importer, 'tr.clash')).to.have.length(2);
    expect(one(importer, '[data-next]').ariaDisabled).to.equal('true');
    await click(button(importer, 'Keep them all'));
    expect(all(importer, 'tr.clash')).to.have.length(0);
    expect(mapping(importer)['Second']).to.equal('Person, another e-mail');
    await toCheck(importer);
    expect(counts(importer)['create']).to.equal(1);
  });

  it('makes a custom field of a column of one’s own, of the chosen type; takes one that exists; leaves one out', async () => {
    const { importer, store } = await standAtColumns(
      csv(['Contact,Roof area,Tier,Junk', 'Ada,120,1,x', 'Grace,80,2,y']),
      [creation('field', aField({ id: 'f1', name: 'Roof area', type: 'number' }))],
    );
    expect(mapping(importer)).to.include({ 'Roof area': 'Roof area', Tier: 'New field “Tier”' });
    const type = one<HTMLSelectElement>(importer, '#type-2');
    expect(type.value).to.equal('number');
    type.value = 'text';
    type.dispatchEvent(new Event('change', { bubbles: true }));
    await become(importer, 'Junk', 'Do not import');
    expect(text(all(importer, 'tr[data-column]').at(-1)!)).to.contain('Left out');
    await toCheck(importer);
    await toReport(importer);
    const fields = await records(store, 'field');
    expect(fields.map(({ name, type: kind }) => [name, kind]).sort()).to.deep.equal([
      ['Roof area', 'number'],
      ['Tier', 'text'],
    ]);
    const tier = fields.find(({ name }) => name === 'Tier')!.id;
    expect((await records(store, 'lead')).map(({ custom }) => [custom['f1'], custom[tier]]).sort()).to.deep.equal([
      [120, '1'],
      [80, '2'],
    ]);
  });

  it('tells what a wrong file is and what to do, and keeps the step', async () => {
    const { importer } = await stand();
    const excel = new File([new Uint8Array([0x50, 0x4b, 3, 4]), '[Content_Types].xml xl/'], 'Fuar.xlsx');
    choose(importer, excel);
    await until(importer, () => all(importer, '.banner').length > 0, 'it is told');
    expect(text(one(importer, '.banner'))).to.contain('“Fuar.xlsx” cannot be read. It is an Excel workbook.');
    choose(importer, new File(['%PDF-1.7 abc'], 'list.pdf'));
    await until(
      importer,
      () => all(importer, '.banner').some((banner) => text(banner).includes('It is a PDF')),
      'the next one too',
    );
    choose(importer, csv(['Name,Company'], 'empty.csv'));
    await until(
      importer,
      () => all(importer, '.banner').some((banner) => text(banner).includes('no rows under them')),
      'no rows',
    );
    await toColumns(importer, csv(['Contact', 'Ada']));
    expect(all(importer, '.banner'), 'what was wrong is gone').to.have.length(0);
  });

  it('takes a file that is dropped, says so while it is over, and cells that are pasted', async () => {
    const { importer } = await stand();
    const drop = one(importer, '.drop');
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(csv(['Contact', 'Ada']));
    drop.dispatchEvent(new DragEvent('dragenter', { bubbles: true, cancelable: true, dataTransfer }));
    await importer.updateComplete;
    expect(text(drop)).to.contain('Let go to read the file');
    drop.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }));
    await until(importer, () => all(importer, 'tr[data-column]').length === 1, 'the dropped file is read');
    await click(button(importer, 'Back'));
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'Contact\tCompany\nAda\tEngines\n');
    // Firefox makes no clipboard of its own for an event of a script.
    const paste = new Event('paste', { bubbles: true, composed: true, cancelable: true });
    Object.defineProperty(paste, 'clipboardData', { value: clipboardData });
    one(importer, '.drop').dispatchEvent(paste);
    await until(importer, () => all(importer, 'tr[data-column]').length === 2, 'pasted cells are read');
    expect(text(one(importer, '.facts'))).to.contain('Pasted cells');
  });

  it('begins with the columns where the page gives the file', async () => {
    const { importer } = await stand([], { setUp: (element) => (element.file = csv(['Contact', 'Ada'])) });
    await until(importer, () => all(importer, 'tr[data-column]').length === 1, 'the file is read');
    expect(text(one(importer, '[aria-current=step]'))).to.contain('Columns');
  });
});
