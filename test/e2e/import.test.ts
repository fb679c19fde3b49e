/** A spreadsheet becomes leads, and a lead is worked and converted from its detail: the way a newcomer goes. */
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { board, leadId, listed, row } from './support/acts.js';
import { counted, goOn, importer, toCheck } from './support/import-acts.js';
import { backends, embedded, openStage, type Stage } from './support/stage.js';
import type { Tab } from './support/tab.js';

const shared = fileURLToPath(new URL('../../../shared/data/', import.meta.url));

for (const { name, path, pipeline } of backends) {
  describe(`from a file to a deal on ${name}`, () => {
    let stage: Stage;
    let tab: Tab;
    const folder = mkdtempSync(join(tmpdir(), 'crm-elements-import-'));
    const file = join(folder, 'fair.csv');
    before(async () => {
      writeFileSync(
        file,
        '\ufeffLead title;Contact person;Company;E-mail;Value;Currency;Hall\r\n' +
          'Dachsanierung;Jürgen Weiß;Quittenbaum GmbH;weiss@quittenbaum.example;12.500,50;EUR;4\r\n' +
          'Ön görüşme;Işıl Güneş;Ilgaz Tekstil A.Ş.;isil@ilgaz.example;48.000,00;TRY;4\r\n' +
          'Nobody at all;;;;1,00;EUR;7\r\n',
      );
      stage = await openStage();
      tab = await (await stage.person()).tab();
      await tab.go(stage.url + path);
    });
    after(async () => {
      rmSync(folder, { recursive: true, force: true });
      await stage?.close();
    });

    test('every row is accounted for before and after', async () => {
      await toCheck(tab, file);
      await counted(tab, 'create', '2');
      await counted(tab, 'skip', '1');
      await goOn(tab);
      const facts = (await tab.texts(`${importer} >> .facts`)).join(' ');
      assert.match(facts, /3 rows in the file.*2 created.*1 skipped/);
      await tab.press(`${importer} >> [data-finish]`);
      await listed(tab, ['Dachsanierung', 'Ön görüşme']);
    });

    test('a lead is opened, noted on and converted from its detail', async () => {
      const id = await leadId(tab, 'Dachsanierung');
      await tab.press(`${row(id)} >> [data-do=open]`);
      await tab.says('lead-detail', 'Jürgen Weiß');
      await tab.says('lead-detail', 'weiss@quittenbaum.example');
      await tab.type('lead-detail >> textarea', 'Wants a price by Friday.');
      await tab.press('lead-detail >> button', 'Save note');
      await tab.says('lead-detail >> .crm', 'Wants a price by Friday.');
      await tab.press('lead-detail >> .detail-foot >> button', 'Convert to deal');
      await tab.press('lead-detail >> dialog[open] >> button[type=submit]', 'Convert*');
      await listed(tab, ['Ön görüşme']);
      const shown = await board(tab);
      assert.deepEqual(shown[0]?.cards, ['Dachsanierung'], `first stage of ${pipeline}`);
      assert.match(shown[0]?.sums ?? '', /12,500\.50/);
    });

    test('the deal keeps what was written while it was a lead', async () => {
      await tab.press('deal-pipeline >> .card[data-id] >> [data-do=open]');
      await tab.says('deal-detail', 'Wants a price by Friday.');
    });
  });
}

describe('real exports', () => {
  const known: readonly { file: string; rows: number; nobody: boolean }[] = [
    { file: 'x-education/Leads.csv', rows: 9240, nobody: true },
    { file: 'zoho-sample/Leads.csv', rows: 1265, nobody: false },
  ];
  for (const { file, rows, nobody } of known) {
    test(`${file}: ${rows.toLocaleString('en')} leads`, async (t: TestContext) => {
      const path = join(shared, file);
      if (!existsSync(path)) {
        t.skip(`${file} of shared/data is not beside this clone`);
        return;
      }
      const stage = await openStage();
      try {
        const tab = await (await stage.person()).tab();
        await tab.go(stage.url + embedded.path);
        await toCheck(tab, path);
        if (nobody) {
          await counted(tab, 'create', '0');
          await counted(tab, 'skip', rows.toLocaleString('en'));
          await tab.press(`${importer} >> .nobody >> label`, 'Make a person named*');
        }
        await counted(tab, 'create', rows.toLocaleString('en'));
        await goOn(tab);
        await tab.press(`${importer} >> [data-finish]`);
        await tab.says('lead-inbox >> .foot', `${rows.toLocaleString('en')} leads`);
      } finally {
        await stage.close();
      }
    });
  }
});
