import { expect } from '@open-wc/testing';

import { heard } from '../../shared/support/stand.js';
import { checkRows, counts, csv, facts, mapping, records, standAtColumns, toCheck, toReport } from './support.js';

const three = csv([
  'Title;Contact;Company;E-Mail;Value;Currency;Region code',
  'Roof;Ada Lovelace;Engines Ltd;ada@e.example;1.200,50;EUR;N1',
  'Pump;Grace Hopper;Cobol Inc;grace@c.example;800;USD;S2',
  ';;;;;;',
  'Cable;;;;12;EUR;N1',
]);

describe('lead-import: from a file to leads', () => {
  it('guesses the columns, says what each row will do, imports, and tells what became of them', async () => {
    const { importer, store } = await standAtColumns(three);
    expect(mapping(importer)).to.deep.equal({
      Title: 'Person, job title',
      Contact: 'Person',
      Company: 'Organization',
      'E-Mail': 'Person, e-mail',
      Value: 'Value',
      Currency: 'Currency',
      'Region code': 'New field “Region code”',
    });
    await toCheck(importer);
    expect(counts(importer)).to.deep.equal({ all: 3, create: 2, update: 0, skip: 1 });
    expect(checkRows(importer)[0]).to.contain('Ada Lovelace lead').and.contain('Engines Ltd').and.contain('€1,200.50');
    expect(checkRows(importer)[2]).to.contain('A lead needs a person or an organization.');
    expect(await records(store, 'lead'), 'nothing is written yet').to.have.length(0);
    const { events, stop } = heard('leads-import', 'leads-imported');
    await toReport(importer);
    stop();
    expect(events.map((event) => [event.type, event.target])).to.deep.equal([
      ['leads-import', importer],
      ['leads-imported', importer],
    ]);
    expect(facts(importer)).to.include({ 'rows in the file': 3, created: 2, skipped: 1 });
    const leads = await records(store, 'lead');
    expect(leads.map(({ title, value }) => [title, value?.amount, value?.currency]).sort()).to.deep.equal([
      ['Ada Lovelace lead', '1200.50', 'EUR'],
      ['Grace Hopper lead', '800', 'USD'],
    ]);
    const [field] = await records(store, 'field');
    expect(field?.name).to.equal('Region code');
    expect((await records(store, 'person')).map(({ name, emails }) => [name, emails[0]?.value]).sort()).to.deep.equal([
      ['Ada Lovelace', 'ada@e.example'],
      ['Grace Hopper', 'grace@c.example'],
    ]);
  });
});
