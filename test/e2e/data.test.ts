/** What leaves the inbox comes back: archive, trash; what it shows can be taken out, and in again. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { addLead, downloaded, fromMenu, leadId, listed, row, select, undoByToast } from './support/acts.js';
import { importFile } from './support/import-acts.js';
import { recordsOf } from './support/records.js';
import { backends, openStage, type Person, type Stage } from './support/stage.js';
import type { Tab } from './support/tab.js';

const dialog = 'lead-inbox >> dialog[open]';

for (const { name, path } of backends) {
  describe(`records out and back on ${name}`, () => {
    let stage: Stage;
    let person: Person;
    let tab: Tab;
    before(async () => {
      stage = await openStage();
      person = await stage.person();
      tab = await person.tab();
      await tab.go(stage.url + path);
      await addLead(tab, { person: 'Ada Wong', title: '=HYPERLINK("x")', amount: '5' });
      await addLead(tab, { person: 'İlker Şimşek', title: 'Yıllık bakım' });
      await addLead(tab, { organization: 'Old Mill Co.', title: 'Boilers' });
    });
    after(() => stage?.close());

    test('archived, undone, archived again, restored', async () => {
      await select(tab, ['Boilers']);
      await tab.press('lead-inbox >> [data-bulk=archive]');
      await listed(tab, ['=HYPERLINK("x")', 'Yıllık bakım']);
      await undoByToast(tab, '1 lead archived');
      await listed(tab, ['=HYPERLINK("x")', 'Yıllık bakım', 'Boilers']);
      await select(tab, ['Boilers']);
      await tab.press('lead-inbox >> [data-bulk=archive]');
      await tab.press('lead-inbox >> [data-segment=archived]');
      await listed(tab, ['Boilers']);
      await select(tab, ['Boilers']);
      await tab.press('lead-inbox >> [data-bulk=restore]');
      await listed(tab, []);
      await tab.press('lead-inbox >> [data-segment=inbox]');
      await listed(tab, ['=HYPERLINK("x")', 'Yıllık bakım', 'Boilers']);
    });

    test('deleted with the count, restored from the trash', async () => {
      await select(tab, ['Boilers', 'Yıllık bakım']);
      await tab.press('lead-inbox >> .bulk >> [data-more]');
      await tab.press('lead-inbox >> [role^=menuitem]', 'Delete');
      await tab.says(dialog, 'Delete 2 leads?');
      await tab.press(`${dialog} >> button[type=submit]`, 'Delete 2 leads');
      await listed(tab, ['=HYPERLINK("x")']);
      await tab.press('lead-inbox >> [data-segment=trash]');
      await listed(tab, ['Boilers', 'Yıllık bakım']);
      for (const title of ['Boilers', 'Yıllık bakım'])
        await tab.press(`${row(await leadId(tab, title))} >> [data-do=select]`);
      await tab.press('lead-inbox >> [data-bulk=restore]');
      await listed(tab, []);
      await tab.press('lead-inbox >> [data-segment=inbox]');
      await listed(tab, ['=HYPERLINK("x")', 'Yıllık bakım', 'Boilers']);
    });

    test('the CSV holds what the inbox shows, and no formula', async () => {
      await fromMenu(tab, 'Export CSV*');
      await tab.says('lead-inbox >> .toast', '3 leads exported');
      const text = readFileSync(await downloaded(stage, tab, 'leads'), 'utf8');
      assert.match(text, /Yıllık bakım/);
      assert.doesNotMatch(text, /(^|[,"\n])=HYPERLINK/);
    });

    test('the CSV is opened again by the import: the same leads, with no column to settle', async () => {
      const before = await shownLeads(tab);
      const other = await (await stage.person()).tab();
      await other.go(stage.url + path);
      await importFile(other, await downloaded(stage, tab, 'leads'));
      await listed(other, ['=HYPERLINK("x")', 'Yıllık bakım', 'Boilers']);
      assert.deepEqual(await shownLeads(other), before);
      assert.deepEqual(other.errors, []);
      await other.page.close();
    });

    test('no page was told an error', () => assert.deepEqual(tab.errors, []));
  });
}

/** What the file tells of each lead: who, what, how much. */
async function shownLeads(tab: Tab): Promise<unknown[]> {
  const leads = await recordsOf(tab, 'lead');
  return leads
    .map(({ title, personName, organizationName, value }) => ({ title, personName, organizationName, value }))
    .sort((a, b) => a.title.localeCompare(b.title));
}
