/**
 * R15, R19: the browser is killed, all its processes at once, in the middle of an import and of a bulk conversion. Opened
 * again with the same profile nothing is half done: no lead is lost, none has two deals, every receipt tells the truth,
 * and a broken import is carried on without a row twice. Proves atomicity and survival of a crash, not of a power cut.
 *
 * `KILLS` sets how many (10): `KILLS=1000 node --import tsx --test test/e2e/kill.test.ts` takes some hours. `E2E_SEED` sets
 * the moments, which are printed where one fails.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as passed } from 'node:timers/promises';
import puppeteer, { type Browser } from 'puppeteer-core';
import { args, findBrowser } from '../../.config/find-browser.mjs';
import { serveDemo, type Demo } from '../support/demo.js';
import { convertSome, importAgain, truthOf } from './support/kill-jobs.js';
import { embedded } from './support/stage.js';
import { Tab } from './support/tab.js';

const KILLS = Number(process.env['KILLS'] ?? 10);
const SEED = Number(process.env['E2E_SEED'] ?? 1);
const LEADS = 1200;
const CONVERTED = 600;

/** Moments that are the same for the same seed. */
function chance(seed: number): () => number {
  let state = seed * 7919 + 17;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

class Machine {
  browser: Browser | null = null;
  readonly profile = mkdtempSync(join(tmpdir(), 'crm-elements-kill-'));

  async start(url: string): Promise<Tab> {
    const { executablePath } = await findBrowser();
    this.browser = await puppeteer.launch({
      executablePath,
      args,
      userDataDir: this.profile,
      protocolTimeout: 180_000,
      handleSIGINT: false,
    });
    const tab = await Tab.on(await this.browser.newPage());
    await tab.go(url);
    return tab;
  }

  /** What a crash does: no process of the browser gets to say goodbye. */
  async kill(): Promise<void> {
    const child = this.browser!.process()!;
    const dead = new Promise((done) => child.once('exit', done));
    process.kill(-child.pid!, 'SIGKILL');
    await dead;
    this.browser = null;
  }

  async end(): Promise<void> {
    if (this.browser) await this.kill();
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

describe('killed in the middle', () => {
  let demo: Demo;
  before(async () => (demo = await serveDemo()));
  after(() => demo?.close());

  for (let pair = 0; pair < Math.ceil(KILLS / 2); pair++) {
    const next = chance(SEED + pair);
    // From the first chunk to about the last; a machine that is faster than this is killed after its end, which must be well, too.
    const [first, second] = [next() * 900, next() * 1200];
    test(`import after ${first.toFixed(0)} ms, conversion after ${second.toFixed(0)} ms`, async () => {
      const machine = new Machine();
      const url = demo.url + embedded.path;
      try {
        let tab = await machine.start(url);
        const importId = await tab.page.evaluate(() => document.querySelector('crm-provider')!.store!.newId());
        const job = { importId, leads: LEADS, seed: pair + 1, now: Date.parse('2026-11-23T09:00:00Z') };
        await begun(tab, 'import', () => tab.page.evaluate(importAgain, job));
        // Not a wait for something: this is the moment at which the power button is pressed.
        await passed(first);
        await machine.kill();

        tab = await machine.start(url);
        const broken = await tab.page.evaluate(truthOf, job);
        assert.deepEqual(broken.half, [], 'rows that are stored in part');
        assert.equal(broken.counted, broken.rows, 'rows that the receipt counts, and rows that are there');
        const whole = await tab.page.evaluate(importAgain, job);
        assert.equal(whole.created + whole.unchanged, whole.total, 'carried on: every row once');
        assert.ok(whole.unchanged >= broken.rows, 'what was there was not made again');
        const all = await tab.page.evaluate(truthOf, job);
        assert.deepEqual([all.half, all.rows], [[], whole.total]);
        assert.equal(all.leads, LEADS);

        await begun(tab, 'conversion', () => tab.page.evaluate(convertSome, CONVERTED));
        await passed(second);
        await machine.kill();

        tab = await machine.start(url);
        const truth = await tab.page.evaluate(truthOf, job);
        assert.deepEqual(truth.wrong, [], 'leads that are lost, or twice, or whose receipt is wrong');
        assert.equal(truth.leads + truth.receipts, LEADS, 'every lead is a lead or has become a deal');
        assert.equal(truth.deals, all.deals + truth.receipts, 'one deal for each receipt');
        // And it can be gone on with: the rest converts, nothing twice.
        await tab.page.evaluate(convertSome, CONVERTED - truth.receipts);
        const end = await tab.page.evaluate(truthOf, job);
        assert.deepEqual([end.wrong, end.receipts, end.leads], [[], CONVERTED, LEADS - CONVERTED]);
      } finally {
        await machine.end();
      }
    });
  }
});

/** Starts a job that nobody will see the end of, and returns when its first chunk is stored. */
async function begun(tab: Tab, what: string, start: () => Promise<unknown>): Promise<void> {
  void start().catch(() => undefined);
  await tab.until(`the first progress of the ${what}`, (name) => Reflect.get(globalThis, `progress:${name}`) > 0, what);
}
