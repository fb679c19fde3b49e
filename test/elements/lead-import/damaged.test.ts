import { expect } from '@open-wc/testing';
import {
  all,
  checkRows,
  choose,
  counts,
  csv,
  one,
  stand,
  standAtCheck,
  standAtColumns,
  text,
  until,
} from './support.js';

describe('lead-import: files that are damaged, or none', () => {
  for (const [what, file, says] of [
    ['nothing', new File([], 'a.csv'), 'There is nothing in it.'],
    ['blank lines', csv(['', '  ', '']), 'There is nothing in it.'],
    ['headings alone', csv(['Name,Company']), 'It has headings, but no rows under them.'],
    ['a picture', new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])], 'a.csv'), 'It is a picture.'],
    ['a picture of another kind', new File(['RIFF\u0001\u0002\u0003\u0000WEBPVP8 '], 'a.csv'), 'It is a picture.'],
    [
      'more columns than one can go through',
      csv([Array.from({ length: 1200 }, (_, i) => `Column ${i}`).join(','), 'x,y']),
      'It has more than 1,000 columns.',
    ],
  ] as const)
    it(`tells ${what}, and what to do`, async () => {
      const { importer } = await stand();
      choose(importer, file);
      await until(importer, () => all(importer, '.banner').length > 0, 'it is told');
      expect(text(one(importer, '.banner'))).to.contain(says);
      expect(all(importer, '.drop'), 'the next file can be chosen').to.have.length(1);
    });

  it('leaves out a record that never ends, with its reason, and takes all others', async () => {
    const { importer } = await standAtCheck(csv(['Contact,Company', 'Ada,Engines', 'Grace,Cobol', '"Edsger']));
    expect(counts(importer)).to.include({ all: 3, create: 2, skip: 1 });
    expect(checkRows(importer).at(-1)).to.contain('4 Skip');
  });

  it('takes one whose cells can be told apart all the same, and says what was wrong', async () => {
    const { importer } = await standAtCheck(csv(['Contact,Company', 'Ada,Engines', 'Grace,Cobol', '"Edsger,Graphs']));
    expect(counts(importer)).to.include({ all: 3, create: 3, skip: 0 });
    expect(checkRows(importer).at(-1)).to.contain('quote');
  });

  it('shows a file of nothing but damage row by row, and imports nothing', async () => {
    const { importer } = await standAtCheck(csv(['Contact,Company', '"Ada']));
    expect(counts(importer)).to.include({ all: 1, create: 0, skip: 1 });
    expect(one(importer, '[data-next]').ariaDisabled).to.equal('true');
  });

  it('shows the beginning of a cell of two million characters', async () => {
    const endless = 'long '.repeat(400_000);
    const { importer } = await standAtColumns(
      csv(['Contact,Company,Value', `Ada,${endless},1.50`, 'Grace,Cobol,2.50']),
    );
    const values = one(importer, 'tr[data-column="1"] .vals');
    expect(values.textContent.length).to.be.lessThan(1000);
    expect(values.textContent).to.contain('long long').and.contain('…');
    const { importer: other } = await standAtCheck(csv(['Contact,Company', `Ada,${endless}`, 'Grace,Cobol']));
    expect(counts(other)).to.include({ create: 1, skip: 1 });
    expect(one(other, '.win').textContent.length).to.be.lessThan(3000);
  });
});
