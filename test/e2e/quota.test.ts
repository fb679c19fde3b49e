/**
 * R08: the disk is full. The quota is Chromium's own, set by DevTools; nothing is played. Half an import is counted as it
 * is stored, and once there is room it goes on.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { CDPSession } from 'puppeteer-core';
import { addLead, fillLead, listed } from './support/acts.js';
import { importer, sheet, toCheck } from './support/import-acts.js';
import { recordsOf } from './support/records.js';
import { embedded, openStage, type Stage } from './support/stage.js';
import type { Tab } from './support/tab.js';

const ROWS = 4000;

/** Letters that no storage can press together; the same each time. */
function noise(seed: number, length: number): string {
  let state = (seed * 2654435761) % 2147483647 || 1;
  let text = '';
  while (text.length < length) text += (state = (state * 48271) % 2147483647).toString(36);
  return text.slice(0, length);
}

/** Bytes in all from now on; undefined = as much as there really is. */
const setQuota = (devtools: CDPSession, url: string, bytes?: number): Promise<unknown> =>
  devtools.send('Storage.overrideQuotaForOrigin', {
    origin: new URL(url).origin,
    ...(bytes === undefined ? {} : { quotaSize: bytes }),
  });

/** The demo with one lead, on a disk of so many bytes. */
async function smallDisk(stage: Stage, bytes: number): Promise<{ tab: Tab; devtools: CDPSession }> {
  let devtools!: CDPSession;
  const tab = await (
    await stage.person()
  ).tab(async ({ page }) => {
    devtools = await page.createCDPSession();
    // Set before anything is written: the browser asks how much room there is only once in a while.
    await setQuota(devtools, stage.url, bytes);
  });
  await tab.go(stage.url + embedded.path);
  await addLead(tab, { person: 'Greta Holm', title: 'Before it was full' });
  return { tab, devtools };
}

describe('a full disk', () => {
  let stage: Stage;
  let tab: Tab;
  let devtools: CDPSession;
  const quota = (bytes?: number): Promise<unknown> => setQuota(devtools, stage.url, bytes);
  before(async () => {
    stage = await openStage('chromium');
    ({ tab, devtools } = await smallDisk(stage, 5_000_000));
  });
  after(() => stage?.close());

  const stored = async (): Promise<number> =>
    (await recordsOf(tab, 'lead')).filter(({ title }) => title.startsWith('Crate ')).length;

  test('R08: an import that finds no room says how far it came, and that is what is stored', async () => {
    const file = sheet(stage, 'crates.csv', [
      'Lead title,Contact person,Note',
      ...Array.from({ length: ROWS }, (_, i) => `Crate ${i},Buyer ${i},${noise(i, 1500)}`),
    ]);
    await toCheck(tab, file);
    await tab.press(`${importer} >> [data-next]`);
    const said = await tab.says(importer, 'The import was broken off');
    assert.match(said, /There is no room left/);
    const [, done] = /([\d,]+) of 4,000 rows are in/.exec(said) ?? [];
    const count = Number(done?.replaceAll(',', ''));
    assert.ok(count > 0 && count < ROWS, `${count} rows of ${ROWS}`);
    assert.equal(await stored(), count);
  });

  test('R08: with room again it goes on where it was, and nothing is doubled', async () => {
    await quota();
    await tab.press(`${importer} >> button`, 'Go on');
    await tab.press(`${importer} >> [data-finish]`);
    await tab.gone(importer);
    assert.equal(await stored(), ROWS);
    assert.equal(new Set((await recordsOf(tab, 'lead')).map(({ title }) => title)).size, ROWS + 1);
  });

  test('no error reached the page', () => assert.deepEqual(tab.errors, []));
});

describe('a lead that finds no room', () => {
  const dialog = 'lead-inbox >> dialog[open]';
  const note = noise(7, 60_000);
  let stage: Stage;
  let tab: Tab;
  let devtools: CDPSession;
  before(async () => {
    stage = await openStage('chromium');
    ({ tab, devtools } = await smallDisk(stage, 3_000_000));
    await tab.page.evaluate(fill, noise(3, 20_000));
  });
  after(() => stage?.close());

  test('R08: it says so in the dialog, what was typed stays there, and with room again it is stored once', async () => {
    await fillLead(tab, { person: 'Aoife Byrne', title: 'No room for this' });
    // Pasted rather than typed: it is long.
    await tab.set(`${dialog} >> #add-note`, note);
    await tab.press(`${dialog} >> button[type=submit]`, 'Add lead');
    await tab.says(`${dialog} >> [role=alert]`, 'There is no room left in the storage.');
    const typed = (): Promise<string[]> =>
      tab.page.evaluate(() =>
        ['#add-title', '#add-note'].map(
          (css) => (eyes.all({ css: `lead-inbox >> ${css}`, name: null })[0] as HTMLInputElement).value,
        ),
      );
    assert.deepEqual(await typed(), ['No room for this', note]);
    await listed(tab, ['Before it was full']);
    assert.deepEqual(await recordsOf(tab, 'note'), []);

    await setQuota(devtools, stage.url);
    await tab.press(`${dialog} >> button[type=submit]`, 'Add lead');
    await tab.gone(dialog);
    await listed(tab, ['No room for this', 'Before it was full']);
    assert.deepEqual(
      (await recordsOf(tab, 'note')).map(({ text }) => text),
      [note],
    );
  });

  test('no error reached the page', () => assert.deepEqual(tab.errors, []));
});

/** Fills the site's storage, in a database of the page's own, until nothing of this size goes in any more. */
async function fill(text: string): Promise<void> {
  const db = await new Promise<IDBDatabase>((done, failed) => {
    const request = indexedDB.open('the page’s own', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('ballast', { autoIncrement: true });
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error ?? new Error('The request failed.'));
  });
  const put = (): Promise<boolean> =>
    new Promise((done) => {
      const transaction = db.transaction('ballast', 'readwrite');
      transaction.objectStore('ballast').add(text + String(Math.random()));
      transaction.oncomplete = () => done(true);
      transaction.onabort = () => done(false);
    });
  for (let i = 0; i < 1000 && (await put()); i++);
}
