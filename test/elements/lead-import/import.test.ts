import { expect } from '@open-wc/testing';
import type { CrmAdapter } from '../../../src/adapters/adapter.js';
import { CrmError } from '../../../src/domain/errors.js';
import type { IntentEvent } from '../../../src/events.js';
import { downloads } from '../../support/downloads.js';
import {
  all,
  button,
  checkRows,
  click,
  counts,
  csv,
  facts,
  importerFor,
  one,
  records,
  reported,
  stand,
  text,
  toCheck,
  toColumns,
  toReport,
  until,
} from './support.js';
import type { Stand } from './support.js';

function people(count: number): File {
  return csv(['Contact,Value', ...[...Array(count).keys()].map((i) => `Person ${i},${i}.50`)]);
}

/** Lets a test decide about each commit; answers with the way back. */
function between(
  adapter: CrmAdapter,
  decide: (titles: readonly string[], count: number) => Promise<void> | void,
): () => void {
  const commit = adapter.commit.bind(adapter);
  let count = 0;
  adapter.commit = async (changes, options) => {
    const titles = changes.flatMap((change) =>
      change.op === 'create' && change.kind === 'lead' ? [change.record.title] : [],
    );
    if (titles.length > 0) count++;
    await decide(titles, count);
    return commit(changes, options);
  };
  return () => {
    adapter.commit = commit;
  };
}

async function ready({ importer }: Stand, file: File): Promise<void> {
  await toColumns(importer, file);
  await toCheck(importer);
}

describe('lead-import: writing', () => {
  it('asks the page first: a veto writes nothing and says why, an answer that takes its time is waited for', async () => {
    const it = await stand();
    await ready(it, people(3));
    const veto = (event: IntentEvent<'leads-import'>): void => {
      expect(event.plan.input).to.include({ fileName: 'leads.csv', rows: 3, creates: 3, updates: 0 });
      event.waitUntil(Promise.reject(new Error('Not on Mondays')));
    };
    it.importer.addEventListener('leads-import', veto);
    await click(one(it.importer, '[data-next]'));
    await until(
      it.importer,
      () => text(it.importer.shadowRoot!.querySelector('.wiz')!).includes('Not on Mondays'),
      'the reason',
    );
    expect(await records(it.store, 'lead')).to.have.length(0);
    it.importer.removeEventListener('leads-import', veto);
    let allow: (() => void) | undefined;
    it.importer.addEventListener(
      'leads-import',
      (event) => event.waitUntil(new Promise<void>((resolve) => (allow = resolve))),
      { once: true },
    );
    await click(one(it.importer, '[data-next]'));
    await until(
      it.importer,
      () => text(it.importer.shadowRoot!.querySelector('.wiz')!).includes('Waiting for approval'),
      'it waits',
    );
    expect(await records(it.store, 'lead')).to.have.length(0);
    allow!();
    await reported(it.importer);
    expect(await records(it.store, 'lead')).to.have.length(3);
  });

  it('stops between two chunks: what is in stays, what is not is told and can be downloaded', async () => {
    const it = await stand();
    const { importer, store, adapter } = it;
    await ready(it, people(450));
    const undo = between(adapter, async (_, count) => {
      // Pressed while the second chunk is on its way.
      if (count === 2) {
        await until(importer, () => all(importer, '[data-stop]').length > 0, 'there is a way to stop');
        one(importer, '[data-stop]').click();
      }
    });
    await click(one(importer, '[data-next]'));
    await reported(importer);
    undo();
    expect(text(one(importer, '.big-n'))).to.equal('Stopped. 200 leads imported');
    expect(facts(importer)).to.include({
      'rows in the file': 450,
      created: 200,
      'not begun': 250,
      skipped: 0,
      'new people': 200,
    });
    expect(await records(store, 'person')).to.have.length(200);
    expect(await records(store, 'lead')).to.have.length(200);
    const given = downloads();
    await click(button(importer, 'Download these rows'));
    await until(importer, () => given.texts.length === 1, 'a file is given');
    given.stop();
    const lines = (await given.texts[0]!).trim().split('\r\n');
    expect(lines).to.have.length(251);
    expect(lines[1]).to.equal('Person 200,200.50,202,Stopped before it was imported.');
    expect(given.names[0]).to.equal('leads-left-out.csv');
    // The same file again brings the rest, and nothing twice.
    const again = await importerFor(store);
    await toColumns(again, people(450));
    await toCheck(again);
    expect(counts(again)).to.deep.equal({ all: 450, create: 250, update: 0, skip: 0, same: 200 });
    await toReport(again);
    expect(facts(again)).to.include({ 'rows in the file': 450, created: 250, unchanged: 200, skipped: 0 });
    expect(await records(store, 'lead')).to.have.length(450);
  });

  it('tells rows that the storage refuses, with their lines, and stores all others', async () => {
    const it = await stand();
    const { importer, store, adapter } = it;
    await ready(it, csv(['Contact,Value', 'Ada,1.50', 'Bad,2.50', 'Grace,3.50', ',4.50']));
    const undo = between(adapter, (titles) => {
      if (titles.includes('Bad lead')) throw new CrmError('invalid', 'Refused', { reason: 'Names must be kind' });
    });
    await toReport(importer);
    undo();
    expect(facts(importer)).to.include({
      'rows in the file': 4,
      created: 2,
      skipped: 1,
      'not stored': 1,
      'new people': 2,
    });
    expect(text(one(importer, '.skips'))).to.contain('The storage refused them line 3');
    const given = downloads();
    await click(button(importer, 'Download these rows'));
    await until(importer, () => given.texts.length === 1, 'a file is given');
    given.stop();
    const content = await given.texts[0]!;
    expect(content).to.contain('Bad,2.50,3,The storage refused it: Names must be kind');
    expect(content).to.contain(',4.50,5,A lead needs a person or an organization.');
    expect((await records(store, 'lead')).map(({ title }) => title).sort()).to.deep.equal(['Ada lead', 'Grace lead']);
  });

  it('takes the whole import back, persons, labels and fields as well', async () => {
    const it = await stand();
    const { importer, store } = it;
    await ready(it, csv(['Contact,Company,Tier', 'Ada,Engines,x1', 'Grace,Cobol,x2']));
    await toReport(importer);
    expect(await records(store, 'lead')).to.have.length(2);
    await click(one(importer, '[data-undo]'));
    await until(
      importer,
      () => text(one(importer, '.wiz-body')).includes('The import was taken back'),
      'it is taken back',
    );
    expect(text(one(importer, '.told'))).to.contain('2 leads are gone from the inbox.');
    expect(all(importer, '[data-undo]')).to.have.length(0);
    for (const kind of ['lead', 'person', 'organization', 'field'] as const)
      expect(await records(store, kind), kind).to.have.length(0);
  });

  it('goes on, after the storage went away in the middle, without doubling', async () => {
    const it = await stand();
    const { importer, store, adapter } = it;
    await ready(it, people(350));
    let gone = true;
    const undo = between(adapter, (_, count) => {
      if (gone && count > 2) throw new CrmError('unavailable', 'Gone');
    });
    await click(one(importer, '[data-next]'));
    await until(importer, () => text(one(importer, '.wiz-body')).includes('The import was broken off'), 'it is told');
    expect(text(one(importer, '.wiz-body'))).to.contain('200 of 350 rows are in.');
    gone = false;
    await click(all(importer, '.wiz-foot .btn--primary')[0]!);
    await reported(importer);
    undo();
    expect((await records(store, 'lead')).map(({ title }) => title)).to.have.length(350);
    expect(await records(store, 'import')).to.have.length(1);
  });

  it('knows an import that was broken off when the same file is chosen again, and brings only the rest', async () => {
    const it = await stand();
    const { importer, store, adapter } = it;
    await ready(it, people(350));
    // The page is closed: nothing reaches the storage any more, not even the end of the receipt.
    let closed = false;
    const undo = between(adapter, (_, count) => {
      if (count > 2) closed = true;
      if (closed) throw new CrmError('unavailable', 'Closed');
    });
    await click(one(importer, '[data-next]'));
    await until(importer, () => text(one(importer, '.wiz-body')).includes('broken off'), 'it has ended');
    undo();
    importer.remove();
    const again = await importerFor(store);
    await toColumns(again, people(350));
    expect(text(one(again, '.boxed-note'))).to.contain('200 of 350 rows are in');
    await toCheck(again);
    expect(counts(again)).to.include({ create: 150, same: 200 });
    await click(button(again, 'Go on with 150 leads'));
    await reported(again);
    expect(await records(store, 'lead')).to.have.length(350);
    const [receipt, another] = await records(store, 'import');
    expect(another).to.equal(undefined);
    expect(receipt).to.include({ state: 'done', created: 350 });
    await click(one(again, '[data-undo]'));
    await until(again, () => text(one(again, '.wiz-body')).includes('350 leads are gone'), 'all of it is taken back');
    expect(await records(store, 'lead')).to.have.length(0);
    expect(checkRows(again)).to.have.length(0);
  });

  it('says that it is done with: the page may take it away, or begin another', async () => {
    const it = await stand();
    const { importer } = it;
    let closed = 0;
    importer.addEventListener('import-close', () => closed++);
    await ready(it, people(2));
    await toReport(importer);
    await click(button(importer, 'Import another'));
    await until(importer, () => all(importer, '.drop').length === 1, 'the first step');
    expect(closed).to.equal(0);
    await click(button(importer, 'Cancel'));
    expect(closed).to.equal(1);
  });
});
