/** R36, R37: the kit twice on one page, in two versions, in either order. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import type { CrmStore } from '../../../src/index.js';
import { openSite, says, type Site } from './support.js';

/** The classes alone: a page that registers them under names of its own. */
const classes = `export * from './src/index.js';`;

const markup = `<crm-provider database="copies"><lead-inbox></lead-inbox><deal-pipeline></deal-pipeline></crm-provider>`;
const html = (body: string, ...scripts: readonly string[]): string =>
  `<!doctype html><html lang="en"><title>Host</title><body>${body}${scripts
    .map((script) => (script.startsWith('/') ? `<script type="module" src="${script}"></script>` : script))
    .join('')}</body></html>`;
/** Registers the classes of a copy behind a prefix. */
const prefixed = (prefix: string): string => `<script type="module">
  import { CrmProvider, LeadInbox, DealPipeline } from '/kit/${prefix}/main.js';
  customElements.define('${prefix}-crm-provider', CrmProvider);
  customElements.define('${prefix}-lead-inbox', LeadInbox);
  customElements.define('${prefix}-deal-pipeline', DealPipeline);
</script>`;

const addLead = (page: Page, provider: string, title: string): Promise<unknown> =>
  page.evaluate(
    (at, text) =>
      (document.querySelector(at) as unknown as { store: CrmStore }).store.addLead({
        title: text,
        person: { name: 'Ada' },
      }),
    provider,
    title,
  );

describe('two copies of the kit', () => {
  let site: Site;
  before(async () => {
    site = await openSite({
      first: { version: '1.0.7' },
      second: { version: '1.4.0' },
      minor: { version: '1.4.0', entry: classes },
      major: { version: '2.0.0', major: 2, entry: classes },
    });
  });
  after(() => site?.close());

  for (const order of [
    ['first', 'second'],
    ['second', 'first'],
  ] as const)
    test(`R36: ${order.join(', then ')}: the first serves, the second says so once and throws nothing`, async () => {
      const [one, two] = order.map((name) => `/kit/${name}/main.js`) as [string, string];
      const { page, errors, warnings, leave } = await site.visit(html(markup, one, two));
      await says(page, 'lead-inbox', 'No leads yet');
      await addLead(page, 'crm-provider', 'Copper roof');
      await says(page, 'lead-inbox', 'Copper roof');
      await says(page, 'deal-pipeline', 'Qualified');
      assert.deepEqual(errors, []);
      const [warning, ...more] = warnings.filter((text) => text.includes('crm-elements'));
      assert.deepEqual(more, []);
      const versions = { first: '1.0.7', second: '1.4.0' };
      assert.ok(warning?.includes(`crm-elements ${versions[order[1]]}`), warning);
      assert.ok(warning?.includes(`<lead-inbox> (first: ${versions[order[0]]})`), warning);
      await leave();
    });

  test('R37: elements of one minor version and the provider of another share the store, the open lead and one announcement', async () => {
    const body = `
      <crm-provider database="copies"><minor-lead-inbox></minor-lead-inbox></crm-provider>
      <minor-crm-provider database="copies"><lead-inbox></lead-inbox></minor-crm-provider>`;
    const { page, errors, leave } = await site.visit(html(body, '/kit/first/main.js', prefixed('minor')));
    await says(page, 'minor-lead-inbox', 'No leads yet');
    await addLead(page, 'crm-provider', 'Copper roof');
    for (const tag of ['lead-inbox', 'minor-lead-inbox']) await says(page, tag, 'Copper roof');
    const told = await page.evaluate(async () => {
      const provider = document.querySelector('crm-provider') as unknown as { store: CrmStore };
      const other = document.querySelector('minor-crm-provider') as unknown as { store: CrmStore };
      let facts = 0;
      document.addEventListener('leads-converted', () => facts++);
      const [id] = await provider.store.ids({ kind: 'lead' });
      await other.store.convertLeads([id!]);
      return [provider.store === other.store, facts];
    });
    assert.deepEqual(told, [true, 1]);
    for (const tag of ['lead-inbox', 'minor-lead-inbox']) await says(page, tag, 'No leads yet');
    assert.deepEqual(errors, []);
    await leave();
  });

  test('R37: an element of another major version says so, and goes on by itself once it is moved out', async () => {
    const body = `<crm-provider database="copies"><major-lead-inbox></major-lead-inbox></crm-provider>`;
    const { page, errors, leave } = await site.visit(html(body, '/kit/first/main.js', prefixed('major')));
    await says(page, 'major-lead-inbox', 'Two versions of CRM Elements are on this page.');
    await page.evaluate(() => {
      const own = document.createElement('major-crm-provider');
      own.setAttribute('database', 'copies-2');
      document.body.append(own);
      own.append(document.querySelector('major-lead-inbox')!);
    });
    await says(page, 'major-lead-inbox', 'No leads yet');
    assert.deepEqual(errors, []);
    await leave();
  });
});
