/** R40, R41, R42: a page that lets in only its own files, and trusts no text as script or markup but Lit's templates. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { openSite, says, type Site } from './support.js';

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'; " +
  "require-trusted-types-for 'script'; trusted-types lit-html";

/** Listens before the kit comes, and keeps what it hears where the test finds it. */
const listener = `
  window.violations = [];
  document.addEventListener('securitypolicyviolation', (event) =>
    window.violations.push(event.effectiveDirective + ' ' + event.blockedURI + ' ' + event.sample));`;

const press = (page: Page, tag: string, name: string): Promise<unknown> =>
  page.waitForFunction(
    (at: string, words: string) => {
      const buttons = [...(document.querySelector(at)?.shadowRoot?.querySelectorAll('button') ?? [])];
      const found = buttons.find(
        (one) => one.checkVisibility() && (one.ariaLabel ?? one.textContent ?? '').trim().startsWith(words),
      );
      found?.click();
      return found !== undefined;
    },
    { polling: 50 },
    tag,
    name,
  );
const type = async (page: Page, tag: string, field: string, text: string): Promise<void> => {
  await page.waitForFunction(
    (at: string, css: string) => {
      const found = document.querySelector(at)?.shadowRoot?.querySelector<HTMLElement>(css);
      found?.focus();
      return found?.matches(':focus') === true;
    },
    { polling: 50 },
    tag,
    field,
  );
  await page.keyboard.type(text);
};

describe('a page with a strict policy', () => {
  let site: Site;
  before(async () => (site = await openSite({ kit: { version: '1.0.0' } }, { 'listen.js': listener })));
  after(() => site?.close());

  test('R40, R41, R42: leads are added, filtered, opened, imported and converted without one violation', async () => {
    const { page, errors, leave } = await site.visit(
      `<!doctype html><html lang="tr"><title>Host</title>
       <script src="/own/listen.js"></script><script type="module" src="/kit/kit/main.js"></script>
       <body><crm-provider database="policy" lang="en">
         <lead-inbox></lead-inbox><deal-pipeline></deal-pipeline><deal-detail></deal-detail><lead-import></lead-import>
       </crm-provider></body></html>`,
      { 'content-security-policy': policy },
    );
    await says(page, 'lead-inbox', 'No leads yet');
    await press(page, 'lead-inbox', 'Add lead');
    await type(page, 'lead-inbox', '#add-title', 'Copper roof');
    await page.keyboard.press('Escape');
    await page.evaluate(async () => {
      const { store } = document.querySelector('crm-provider')!;
      await store!.addLead({ title: 'Copper roof', person: { name: 'Ada' }, note: 'Call first' });
      await store!.addLead({ title: 'Boiler', organization: { name: 'Lovelace Ltd' } });
    });
    await says(page, 'lead-inbox', 'Boiler');
    await page.keyboard.press('Escape');
    await press(page, 'lead-inbox', 'Label');
    await page.keyboard.press('Escape');
    await press(page, 'lead-inbox', 'Copper roof');
    await page.waitForFunction(
      () =>
        document
          .querySelector('lead-inbox')
          ?.shadowRoot?.querySelector('lead-detail')
          ?.shadowRoot?.textContent?.includes('Convert to deal'),
      { polling: 50 },
    );
    // A file is read where the browser lets a worker in, and where it does not.
    await page.evaluate(() => {
      const input = document
        .querySelector('lead-import')!
        .shadowRoot!.querySelector<HTMLInputElement>('input[type=file]')!;
      const files = new DataTransfer();
      files.items.add(new File(['Name;Title\nGrace Hopper;"Solar; panels"\n'], 'leads.csv', { type: 'text/csv' }));
      input.files = files.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await says(page, 'lead-import', 'Grace Hopper');
    await page.evaluate(async () => {
      const { store } = document.querySelector('crm-provider')!;
      await store!.convertLeads(await store!.ids({ kind: 'lead' }));
    });
    await says(page, 'deal-pipeline', 'Boiler');
    const violations = await page.evaluate(() => (window as unknown as { violations: string[] }).violations);
    assert.deepEqual(violations, []);
    assert.deepEqual(errors, []);
    await leave();
  });

  test('the page does hear of what breaks its policy', async () => {
    const { page, leave } = await site.visit(
      `<!doctype html><html lang="en"><title>Host</title><script src="/own/listen.js"></script><p style="color:red">x</p></html>`,
      { 'content-security-policy': policy },
    );
    await page.waitForFunction(() => (window as unknown as { violations: string[] }).violations.length > 0);
    await leave();
  });
});
