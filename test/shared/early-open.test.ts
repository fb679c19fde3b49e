import { expect } from '@open-wc/testing';
import { beginToOpen, takeOpened } from '../../src/shared/early-open.js';

const name = (): string => `early-${Date.now()}-${Math.random()}`;
const made = (database: string): Promise<void> =>
  new Promise((done, fail) => {
    const request = indexedDB.open(database, 3);
    request.onupgradeneeded = () => request.result.createObjectStore('things');
    request.onsuccess = () => {
      request.result.close();
      done();
    };
    request.onerror = () => fail(request.error!);
  });
const removed = (database: string): Promise<void> =>
  new Promise((done, fail) => {
    const request = indexedDB.deleteDatabase(database);
    request.onsuccess = () => done();
    request.onerror = () => fail(request.error!);
    request.onblocked = () => fail(new Error('Somebody keeps it open.'));
  });

describe('a database that is opened early', () => {
  it('is handed out once, in the version that is there', async () => {
    const database = name();
    await made(database);
    beginToOpen(database);
    beginToOpen(database);
    const db = await takeOpened(database);
    expect(db?.version).to.equal(3);
    expect(takeOpened(database)).to.equal(undefined);
    db?.close();
    await removed(database);
  });

  it('is not made where there is none', async () => {
    const database = name();
    beginToOpen(database);
    expect(await takeOpened(database)).to.equal(null);
    const all = await indexedDB.databases();
    // WebKit goes on listing what was never made, at version 0.
    expect(all.filter(({ version }) => version !== 0).map((one) => one.name)).not.to.include(database);
  });

  it('keeps nobody from deleting it while no one has taken it', async () => {
    const database = name();
    await made(database);
    beginToOpen(database);
    await removed(database);
    await takeOpened(database);
  });

  it('is let go when nobody takes it', async () => {
    const database = name();
    await made(database);
    const { setTimeout: real } = globalThis;
    let later = (): void => undefined;
    globalThis.setTimeout = ((call: () => void) => ((later = call), 0)) as typeof setTimeout;
    beginToOpen(database);
    globalThis.setTimeout = real;
    later();
    expect(takeOpened(database)).to.equal(undefined);
    await removed(database);
  });
});
