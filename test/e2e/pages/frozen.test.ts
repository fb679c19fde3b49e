/** R21: browsers freeze tabs in the background. None of ours leads the others, so nobody misses one. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { openSite, says, type Site } from './support.js';

const html = `<!doctype html><html lang="en"><title>Host</title><body>
  <crm-provider database="frozen"><lead-inbox></lead-inbox><deal-pipeline></deal-pipeline></crm-provider>
  <script type="module" src="/kit/kit/main.js"></script></body></html>`;

const add = (page: Page, title: string): Promise<string> =>
  page.evaluate(async (text) => {
    const { store } = document.querySelector('crm-provider')!;
    const { outcomes } = await store!.addLead({ title: text, person: { name: 'Ada' } });
    return outcomes[0]!.state;
  }, title);

describe('a tab that the browser freezes', () => {
  let site: Site;
  before(async () => (site = await openSite({ kit: { version: '1.0.0' } })));
  after(() => site?.close());

  test('R21: a tab that is frozen keeps nobody from anything, and knows it all once it is back', async () => {
    const first = await site.visit(html);
    await says(first.page, 'lead-inbox', 'No leads yet');
    assert.equal(await add(first.page, 'Copper roof'), 'done');
    const second = await first.page.browserContext().newPage();
    await second.goto(first.url, { waitUntil: 'load' });
    await says(second, 'lead-inbox', 'Copper roof');

    const devtools = await first.page.createCDPSession();
    await devtools.send('Page.setWebLifecycleState', { state: 'frozen' });
    assert.equal(await add(second, 'Boiler'), 'done');
    const converted = await second.evaluate(async () => {
      const { store } = document.querySelector('crm-provider')!;
      const [id] = await store!.ids({ kind: 'lead', where: { field: 'title', op: 'is', value: 'Copper roof' } });
      return (await store!.convertLeads([id!])).outcomes[0]!.state;
    });
    assert.equal(converted, 'done');
    await says(second, 'deal-pipeline', 'Copper roof');

    await devtools.send('Page.setWebLifecycleState', { state: 'active' });
    await first.page.bringToFront();
    await says(first.page, 'lead-inbox', 'Boiler');
    await says(first.page, 'deal-pipeline', 'Copper roof');
    assert.deepEqual(first.errors, []);
    await first.leave();
  });
});
