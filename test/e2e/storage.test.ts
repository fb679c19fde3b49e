/** Faults of the storage that need several pages: old versions, a database that goes, pages put away and taken back. */
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { addLead, convert, leadId, listed, stageShows } from './support/acts.js';
import { embedded, openStage, type Person, type Stage } from './support/stage.js';
import type { Tab } from './support/tab.js';

const { database } = embedded;

describe('the storage under several pages', () => {
  let stage: Stage;
  let person: Person;
  let url = '';
  before(async () => {
    stage = await openStage();
    url = stage.url + embedded.path;
  });
  after(() => stage?.close());
  beforeEach(async () => (person = await stage.person()));
  afterEach(() => person.leave());

  /** A page of the same site that is none of ours: it holds the database as an old version would. */
  async function raw(): Promise<Tab> {
    const tab = await person.tab();
    await tab.page.goto(`${stage.url}host.css`);
    return tab;
  }

  test('R01: an old page keeps the database; ours says so, and goes on when the old one is closed', async () => {
    const old = await raw();
    await old.page.evaluate(
      (name) =>
        new Promise<void>((done) => {
          const request = indexedDB.open(name, 1);
          // Nothing in it that ours needs, and deaf to those who ask it to let go.
          request.onsuccess = () => {
            Reflect.set(globalThis, 'kept', request.result);
            done();
          };
        }),
      database,
    );
    const tab = await person.tab(({ page }) => page.evaluateOnNewDocument(asOneNewer));
    await tab.page.goto(url);
    await tab.says('lead-inbox >> .banner', 'Another tab holds an older version.');
    await old.page.close();
    await tab.ready();
    await addLead(tab, { person: 'Isla Pemberton', title: 'After the wait' });
    await tab.gone('lead-inbox >> .banner');
    await tab.reload();
    await listed(tab, ['After the wait']);
  });

  test('R02: a newer page comes: ours lets go at once, shows what it has, and writes nothing more', async () => {
    const tab = await person.tab();
    await tab.go(url);
    await addLead(tab, { person: 'Callum Shah', title: 'Before the new version' });
    const newer = await raw();
    assert.equal(
      await newer.page.evaluate(
        (name) =>
          new Promise<number>((done, failed) => {
            const request = indexedDB.open(name, 99);
            request.onsuccess = () => {
              done(request.result.version);
              request.result.close();
            };
            request.onerror = () => failed(request.error ?? new Error('The request failed.'));
          }),
        database,
      ),
      99,
    );
    await tab.says('lead-inbox >> .banner', 'A newer version is open.');
    await leadId(tab, 'Before the new version');
    const refused = await tab.page.evaluate(() =>
      document
        .querySelector('crm-provider')!
        .store!.addLead({ title: 'Too late', person: { name: 'Nobody' } })
        .then(
          ({ outcomes }) => `${outcomes[0]?.state} ${outcomes[0]?.code ?? ''}`,
          (error: { code: string }) => `refused ${error.code}`,
        ),
    );
    assert.match(refused, /unavailable/);
    await listed(tab, ['Before the new version']);
  });

  test('R12: the database is deleted under the page: it says that the records are gone', async () => {
    const tab = await person.tab();
    await tab.go(url);
    await addLead(tab, { person: 'Winston Clarke', title: 'Soon gone' });
    const other = await raw();
    await other.page.evaluate(erase, database);
    await tab.page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await tab.says('lead-inbox >> .banner', 'The records are gone.');
    assert.deepEqual(tab.errors, []);
  });

  test('R12: the database is deleted while the page is closed: the next one tells it from a new one', async () => {
    const tab = await person.tab();
    await tab.go(url);
    await tab.gone('lead-inbox >> .banner');
    await addLead(tab, { person: 'Desmond Okonkwo', title: 'Also gone' });
    await tab.page.goto(`${stage.url}host.css`);
    await tab.page.evaluate(erase, database);
    await tab.page.goto(url);
    await tab.says('lead-inbox >> .banner', 'The records are gone.');
  });

  test('R17: back from another page it shows what happened meanwhile', async () => {
    const [tab, other] = [await person.tab(), await person.tab()];
    for (const each of [tab, other]) await each.go(url);
    await addLead(tab, { person: 'Priya Fairweather', title: 'Converted meanwhile' });
    await leadId(other, 'Converted meanwhile');
    await tab.page.goto(`${stage.url}host.css`);
    await convert(other, ['Converted meanwhile'], 'Negotiation');
    await tab.page.goBack();
    await tab.ready();
    await listed(tab, []);
    await stageShows(tab, 'Negotiation', { cards: ['Converted meanwhile'] });
  });
});

/** The page as the next release of it, whose database has a version more. */
function asOneNewer(): void {
  const { open } = IDBFactory.prototype;
  IDBFactory.prototype.open = function (this: IDBFactory, name: string, version?: number) {
    return version === undefined ? open.call(this, name) : open.call(this, name, version + 1);
  };
}

function erase(name: string): Promise<void> {
  return new Promise((done, failed) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => done();
    request.onerror = () => failed(request.error ?? new Error('The request failed.'));
  });
}
