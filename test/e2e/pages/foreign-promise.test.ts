/**
 * R18: pages whose libraries put another Promise in the place of the browser's own, as Zone.js does, or an old polyfill that
 * answers in tasks of its own. A transaction is over before such a promise has told anybody.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { CrmStore } from '../../../src/index.js';
import { openSite, says, type Site } from './support.js';

/** A Promise that shares nothing with the browser's, and calls back by `later`; patches the native `then` as well. */
const foreign = (later: string): string => `(() => {
  const native = Promise;
  const later = ${later};
  class ForeignPromise {
    #state = 'pending'; #value; #waiting = [];
    constructor(run) {
      const settle = (state) => (value) => {
        if (this.#state !== 'pending') return;
        if (state === 'kept' && value && typeof value.then === 'function') {
          this.#state = 'following';
          const end = (next) => (found) => { this.#state = 'pending'; settle(next)(found); };
          later(() => value.then(end('kept'), end('broken')));
          return;
        }
        this.#state = state; this.#value = value;
        for (const wake of this.#waiting.splice(0)) later(wake);
      };
      try { run(settle('kept'), settle('broken')); } catch (error) { settle('broken')(error); }
    }
    then(kept, broken) {
      return new ForeignPromise((resolve, reject) => {
        const wake = () => {
          const call = this.#state === 'kept' ? kept : broken;
          if (typeof call !== 'function') return (this.#state === 'kept' ? resolve : reject)(this.#value);
          try { resolve(call(this.#value)); } catch (error) { reject(error); }
        };
        if (this.#state === 'kept' || this.#state === 'broken') later(wake); else this.#waiting.push(wake);
      });
    }
    catch(broken) { return this.then(undefined, broken); }
    finally(end) {
      return this.then((value) => ForeignPromise.resolve(end()).then(() => value),
        (error) => ForeignPromise.resolve(end()).then(() => { throw error; }));
    }
    get [Symbol.toStringTag]() { return 'Promise'; }
    static resolve(value) { return value instanceof ForeignPromise ? value : new ForeignPromise((resolve) => resolve(value)); }
    static reject(error) { return new ForeignPromise((_, reject) => reject(error)); }
    static withResolvers() { const all = {}; all.promise = new ForeignPromise((resolve, reject) => Object.assign(all, { resolve, reject })); return all; }
    static all(list) {
      return new ForeignPromise((resolve, reject) => {
        const found = []; let left = 1;
        const done = () => { if (--left === 0) resolve(found); };
        [...list].forEach((one, at) => { left++; ForeignPromise.resolve(one).then((value) => { found[at] = value; done(); }, reject); });
        done();
      });
    }
    static allSettled(list) {
      return ForeignPromise.all([...list].map((one) => ForeignPromise.resolve(one).then(
        (value) => ({ status: 'fulfilled', value }), (reason) => ({ status: 'rejected', reason }))));
    }
    static race(list) { return new ForeignPromise((resolve, reject) => { for (const one of list) ForeignPromise.resolve(one).then(resolve, reject); }); }
    static get [Symbol.species]() { return ForeignPromise; }
  }
  const then = native.prototype.then;
  native.prototype.then = function (kept, broken) {
    return new ForeignPromise((resolve, reject) => then.call(this, resolve, reject)).then(kept, broken);
  };
  window.nativePromise = native;
  window.Promise = ForeignPromise;
})();`;

const pages = {
  'as Zone.js: in microtasks of its own': 'microtask.js',
  'as an old polyfill: in tasks of its own': 'task.js',
} as const;

describe('another Promise in the place of the browser’s', () => {
  let site: Site;
  before(async () => {
    site = await openSite(
      { kit: { version: '1.0.0' } },
      {
        'microtask.js': foreign('((queue) => (wake) => queue.call(window, wake))(window.queueMicrotask)'),
        'task.js': foreign(
          '(() => { const { port1, port2 } = new MessageChannel(); const calls = []; port1.onmessage = () => calls.shift()(); return (wake) => { calls.push(wake); port2.postMessage(0); }; })()',
        ),
      },
    );
  });
  after(() => site?.close());

  for (const [name, script] of Object.entries(pages))
    test(`R18: ${name}: leads are stored, edited, converted and taken back, all of each or nothing`, async () => {
      const { page, errors, leave } = await site.visit(`<!doctype html><html lang="en"><title>Host</title><body>
        <script src="/own/${script}"></script>
        <crm-provider database="promises"><lead-inbox></lead-inbox><deal-pipeline></deal-pipeline></crm-provider>
        <script type="module" src="/kit/kit/main.js"></script></body></html>`);
      await says(page, 'lead-inbox', 'No leads yet');
      // Puppeteer waits for what it is given by the page's own Promise; the answer is kept in the page instead.
      await page.evaluate(() => {
        const work = async (): Promise<string> => {
          const { store } = document.querySelector('crm-provider') as unknown as { store: CrmStore };
          const outcomes: string[] = [];
          const run = async (
            command: Promise<{ outcomes: readonly { state: string; id: string }[] }>,
          ): Promise<string> => {
            const [outcome] = (await command).outcomes;
            outcomes.push(outcome!.state);
            return outcome!.id;
          };
          const count = async (kind: 'lead' | 'deal' | 'note' | 'person'): Promise<number> =>
            (await store.ids({ kind })).length;
          const id = await run(store.addLead({ title: 'Copper roof', person: { name: 'Ada' }, note: 'Call first' }));
          await run(store.execute('lead-edit', { id, fields: { title: 'Copper roofs' } }));
          await run(store.convertLeads([id]));
          const after = [await count('lead'), await count('deal'), await count('person')];
          await store.undo();
          await run(store.addLead({ title: 'Boiler', person: { name: 'Ben' } }));
          const last = [await count('lead'), await count('deal'), await count('person')];
          return [outcomes, after, last].map((one) => one.join()).join(' | ');
        };
        void work().then(
          (text) => (document.title = text),
          (error: unknown) => (document.title = `failed: ${String(error)}`),
        );
      });
      await page.waitForFunction(() => document.title !== 'Host', { polling: 50 });
      assert.equal(await page.title(), 'done,done,done,done | 0,1,1 | 2,0,2');
      await says(page, 'lead-inbox', 'Copper roofs');
      await says(page, 'lead-inbox', 'Boiler');
      assert.deepEqual(errors, []);
      await leave();
    });
});
