/**
 * Pages as they are: with the libraries of 2009 on every prototype (R43), over plain http (R44), and with elements that come
 * and go all day (R45). The main job is done on each: leads, deals, the views of the board, another page of a list, a backup.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import type { CrmStore } from '../../../src/index.js';
import { openSite, PATIENCE, says, type Site } from './support.js';

/** What Prototype.js 1.6, MooTools and a frozen clock do to a page. Written anew: the same holes, none of their code. */
const old = `
  Array.from = function (list) {
    if (!list) return [];
    var length = list.length || 0, made = new Array(length);
    while (length--) made[length] = list[length];
    return made;
  };
  Array.prototype.toJSON = function () {
    return '[' + this.map(function (each) { return JSON.stringify(each); }).join(', ') + ']';
  };
  Array.prototype.entries = Array.prototype.toArray = function () { return this.slice(); };
  ['each', 'collect', 'inject', 'pluck', 'first', 'last', 'compact', 'flatten', 'without', 'uniq', 'clear', 'link', 'empty'].forEach(
    function (name) { Array.prototype[name] = function () { throw new Error('junk: ' + name); }; });
  String.prototype.toJSON = function () { return '"' + this + '"'; };
  Function.prototype.bindAsEventListener = String.prototype.camelize = function () { return this; };
  var at = Date.now();
  Date.now = function () { return at; };
  window.$ = window.$$ = window.$A = function () { throw new Error('junk: $'); };
`;

const kit = (database: string): string => `<crm-provider database="${database}" lang="en">
  <lead-inbox></lead-inbox><deal-pipeline></deal-pipeline><deal-list></deal-list><activity-list></activity-list>
  <lead-detail></lead-detail><deal-detail></deal-detail></crm-provider>
  <script type="module" src="/kit/kit/main.js"></script>`;

const html = (database: string, head = ''): string =>
  `<!doctype html><html lang="en"><title>Host</title><body>${head}${kit(database)}</body></html>`;

/** Everything that is stored and read again, in the page. @returns what came of it, in words */
async function work(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const { store } = document.querySelector('crm-provider') as unknown as { store: CrmStore };
    const ids: string[] = [];
    for (let i = 0; i < 120; i++) {
      const { outcomes } = await store.addLead({
        title: `Lead ${i}`,
        person: { name: `Person ${i}` },
        note: 'Call first',
      });
      ids.push(outcomes[0]!.id);
    }
    const label = (await store.execute('label-add', { name: 'Hot', color: 'red' })).outcomes[0]!.id;
    await store.execute('leads-label', { ids: [ids[0]!], add: [label], remove: [] });
    await store.execute('activity-add', { on: { leadId: ids[0]! }, type: 'call', subject: 'Ring', due: store.today() });
    const converted = await store.convertLeads(ids.slice(0, 110));
    await store.undo();
    const back = (await store.ids({ kind: 'lead' })).length;
    await store.redo();
    const order = [{ field: 'createdAt', descending: true }] as const;
    const seen = new Set<string>();
    let after: string | null | undefined = null;
    do {
      const found: { records: readonly { id: string }[]; next?: string | null } = await store.read({
        kind: 'deal',
        order,
        window: { after, limit: 25 },
      });
      for (const { id } of found.records) seen.add(id);
      after = found.next;
    } while (after);
    const deal = (
      await store.read({
        kind: 'deal',
        where: { field: 'labelIds', op: 'has', value: [label] },
        window: { offset: 0, limit: 5 },
      })
    ).records;
    const receipt = (await store.read({ kind: 'conversion', window: { offset: 0, limit: 200 } })).records.find(
      ({ id }) => id === ids[0],
    )!;
    const backup = await store.backup();
    return [
      converted.outcomes.filter(({ state }) => state === 'done').length,
      back,
      seen.size,
      deal.map(({ title }) => title).join(),
      [receipt.lead.labelIds, receipt.movedNotes, receipt.movedActivities]
        .map((list) => Array.isArray(list) && list.length)
        .join(),
      Object.keys(backup.records).length > 5,
    ].join(' | ');
  });
}

const EXPECTED = '110 | 120 | 110 | Lead 0 | 1,1,1 | true';

/** The views of the board, one after the other, by what is written on their buttons. */
async function views(page: Page): Promise<void> {
  // The one with something to do today stands first; the others were made in one moment, and stand anyhow.
  await says(page, 'deal-pipeline', 'Hot Lead 0');
  for (const [view, words] of [
    ['forecast', 'No date'],
    ['list', ''],
    ['board', 'Qualified'],
  ] as const) {
    await page.waitForFunction(
      (name: string) => {
        const button = document
          .querySelector('deal-pipeline')
          ?.shadowRoot?.querySelector<HTMLElement>(`[data-view=${name}]`);
        button?.click();
        return button != null;
      },
      { polling: 50, timeout: PATIENCE },
      view,
    );
    if (words) await says(page, 'deal-pipeline', words);
  }
  await says(page, 'deal-list', '110 deals');
  await says(page, 'activity-list', 'Ring');
  await says(page, 'lead-inbox', 'Lead 119');
}

describe('pages as they are', () => {
  let site: Site;
  before(
    async () => (site = await openSite({ kit: { version: '1.0.0' } }, { 'old.js': old }, { host: 'crm.example' })),
  );
  after(() => site?.close());

  test('R43: with the libraries of 2009 on every prototype, all of it is stored, paged through, shown and kept', async () => {
    const { page, errors, leave } = await site.visit(html('old', '<script src="/own/old.js"></script>'));
    await says(page, 'lead-inbox', 'No leads yet');
    assert.equal(await work(page), EXPECTED);
    await views(page);
    await page.reload();
    await views(page);
    const file = await page.evaluate(async () => {
      const texts: Promise<string>[] = [];
      const made = URL.createObjectURL.bind(URL);
      // The file is looked at, and left with nobody.
      HTMLAnchorElement.prototype.click = () => undefined;
      URL.createObjectURL = (blob: Blob) => {
        texts.push(blob.text());
        return made(blob);
      };
      const inbox = document.querySelector('lead-inbox')!.shadowRoot!;
      const press = async (find: () => HTMLElement | undefined): Promise<void> => {
        while (!find()) await new Promise(requestAnimationFrame);
        find()!.click();
      };
      const named = (words: string) => (): HTMLElement | undefined =>
        [...inbox.querySelectorAll<HTMLElement>('button')].find(
          (each) => each.checkVisibility() && (each.ariaLabel ?? each.textContent).trim().startsWith(words),
        );
      await press(named('More actions'));
      await press(named('Back up'));
      while (texts.length === 0) await new Promise(requestAnimationFrame);
      return texts[0]!;
    });
    const { records } = JSON.parse(file) as { records: Record<string, readonly { labelIds: unknown }[]> };
    assert.equal(records['deal']?.length, 110);
    assert.equal(records['deal']?.filter(({ labelIds }) => Array.isArray(labelIds) && labelIds.length === 1).length, 1);
    assert.deepEqual(errors, []);
    await leave();
  });

  test('R44: over plain http under a name of its own, where a browser keeps half of its functions back', async () => {
    const { page, errors, leave } = await site.visit(html('plain'));
    assert.equal(await page.evaluate(() => isSecureContext), false);
    await says(page, 'lead-inbox', 'No leads yet');
    assert.equal(await work(page), EXPECTED);
    await views(page);
    assert.deepEqual(errors, []);
    await leave();
  });

  test('R45: a thousand times put in and taken out, nothing of it stays', async () => {
    const { page, errors, leave } = await site.visit(html('mounts'));
    await says(page, 'lead-inbox', 'No leads yet');
    assert.equal(await work(page), EXPECTED);
    await views(page);
    const client = await page.createCDPSession();
    const counters = async (): Promise<{ nodes: number; listeners: number; kept: number }> => {
      for (let i = 0; i < 3; i++) await client.send('HeapProfiler.collectGarbage');
      const { nodes, jsEventListeners } = await client.send('Memory.getDOMCounters');
      const kept = await page.evaluate(
        () => (globalThis as unknown as { mounted: WeakRef<Element>[] }).mounted.filter((ref) => ref.deref()).length,
      );
      return { nodes, listeners: jsEventListeners, kept };
    };
    const mount = (times: number): Promise<void> =>
      page.evaluate(async (count: number) => {
        const provider = document.querySelector('crm-provider')!;
        const mounted = ((globalThis as unknown as { mounted?: WeakRef<Element>[] }).mounted ??= []);
        const tags = ['lead-inbox', 'deal-pipeline', 'deal-list', 'activity-list', 'lead-detail', 'deal-detail'];
        for (let i = 0; i < count; i++) {
          const element = document.createElement(tags[i % tags.length]!);
          mounted.push(new WeakRef(element));
          provider.append(element);
          // Some are gone before they were drawn, some after.
          for (let frame = 0; frame < i % 3; frame++) await new Promise(requestAnimationFrame);
          element.remove();
        }
        // What was asked for by those that are gone has come by then.
        for (let frame = 0; frame < 60; frame++) await new Promise(requestAnimationFrame);
      }, times);
    await mount(60);
    const before = await counters();
    await mount(1_000);
    let now = await counters();
    // Those that wait for an idle moment go with it, later where the machine is busy. One that stays stays for good.
    const left = (): boolean =>
      now.kept >= 20 || now.nodes >= before.nodes + 500 || now.listeners >= before.listeners + 100;
    for (const end = Date.now() + PATIENCE; left() && Date.now() < end; now = await counters()) await mount(0);
    // One a mount would be a thousand.
    assert.ok(now.kept < 20, `${now.kept} elements are kept of 1,060`);
    assert.ok(now.nodes < before.nodes + 500, `nodes: ${before.nodes}, then ${now.nodes}`);
    assert.ok(now.listeners < before.listeners + 100, `listeners: ${before.listeners}, then ${now.listeners}`);
    assert.deepEqual(errors, []);
    await leave();
  });
});
