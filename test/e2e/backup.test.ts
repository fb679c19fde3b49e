/** Everything as one file, and back from it: into a browser that has nothing, and over records that have gone on since. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { AnyRecord, Kind } from '../../src/domain/records.js';
import { addLead, board, convert, downloaded, fromMenu, leadId, listed, row, stageShows } from './support/acts.js';
import { recordsOf } from './support/records.js';
import { backends, openStage, type Person, type Stage } from './support/stage.js';
import type { Tab } from './support/tab.js';

const dialog = 'lead-inbox >> dialog[open]';
const kinds: readonly Kind[] = ['lead', 'deal', 'person', 'organization', 'note', 'conversion', 'stage'];

/** Gives the file to the inbox and waits until it says how many records came. */
async function restore(tab: Tab, file: string): Promise<void> {
  await tab.press('lead-inbox >> .inbox-head >> button', 'More ways to add leads');
  await tab.press('lead-inbox >> [role^=menuitem]', 'Restore a backup');
  await tab.give(`${dialog} >> #restore-file`, file);
  await tab.press(`${dialog} >> button[type=submit]`, 'Restore');
  await tab.gone(dialog);
  await tab.says('lead-inbox >> .toast', 'restored');
}

/** All of the kinds that a person made, by id; revisions and the last touch are the storage's own. */
async function everything(tab: Tab): Promise<Record<string, unknown>> {
  const found: [string, unknown][] = [];
  for (const kind of kinds)
    for (const record of (await recordsOf(tab, kind)) as AnyRecord[])
      found.push([`${kind} ${record.id}`, { ...record, rev: 0, updatedAt: '', touchedAt: '' }]);
  return Object.fromEntries(found.sort(([a], [b]) => a.localeCompare(b)));
}

for (const { name, path } of backends) {
  describe(`backup and restore on ${name}`, () => {
    let stage: Stage;
    let person: Person;
    let tab: Tab;
    let file = '';
    let saved: Record<string, unknown> = {};
    before(async () => {
      stage = await openStage();
      person = await stage.person();
      tab = await person.tab();
      await tab.go(stage.url + path);
      await addLead(tab, { person: 'Işıl Güneş', title: 'Halat', amount: '1250.50', note: 'Wants the 12 mm.' });
      await addLead(tab, { organization: 'Saltmarsh Ltd', title: 'Sails', amount: '800' });
      await addLead(tab, { person: 'Rhys Llewellyn', title: 'Buoys' });
      await convert(tab, ['Sails'], 'Proposal sent');
    });
    after(() => stage?.close());

    test('everything goes into one file', async () => {
      saved = await everything(tab);
      await fromMenu(tab, 'Back up everything');
      await tab.says('lead-inbox >> .toast', 'in the backup');
      file = await downloaded(stage, tab, 'crm-backup');
      const { records } = JSON.parse(readFileSync(file, 'utf8')) as { records: Record<string, unknown[]> };
      assert.deepEqual(
        ['lead', 'deal', 'note', 'conversion'].map((kind) => records[kind]?.length),
        [2, 1, 1, 1],
      );
    });

    test('a browser that has nothing shows the same after it', async () => {
      const somebody = await stage.person();
      const other = await somebody.tab();
      await other.go(stage.url + path);
      await restore(other, file);
      await listed(other, ['Halat', 'Buoys']);
      await stageShows(other, 'Proposal sent', { cards: ['Sails'], sums: '€800' });
      await other.press(`${row(await leadId(other, 'Halat'))} >> [data-do=open]`);
      await other.says('lead-detail', 'Wants the 12 mm.');
      assert.deepEqual(await everything(other), saved);
      // And it is stored, not only shown.
      await other.reload();
      await listed(other, ['Halat', 'Buoys']);
      assert.deepEqual(await everything(other), saved);
      assert.deepEqual(other.errors, []);
      await somebody.leave();
    });

    test('where there are records it asks first, and Cancel leaves them', async () => {
      await convert(tab, ['Halat'], 'Negotiation');
      await addLead(tab, { person: 'Imogen Clarke', title: 'Came later' });
      await fromMenu(tab, 'Restore a backup');
      await tab.give(`${dialog} >> #restore-file`, file);
      await tab.press(`${dialog} >> button[type=submit]`, 'Restore');
      await tab.says(dialog, 'There are records here already.');
      assert.equal(await tab.page.evaluate(() => eyes.all({ css: '[data-cancel]:focus', name: 'Cancel' }).length), 1);
      await tab.key('Enter');
      await tab.gone(dialog);
      await listed(tab, ['Buoys', 'Came later']);
      await stageShows(tab, 'Negotiation', { cards: ['Halat'] });
    });

    test('the records of the file take the place of those that are there, in every tab', async () => {
      const second = await person.tab();
      await second.go(stage.url + path);
      await listed(second, ['Buoys', 'Came later']);
      await fromMenu(tab, 'Restore a backup');
      await tab.give(`${dialog} >> #restore-file`, file);
      await tab.press(`${dialog} >> button[type=submit]`, 'Restore');
      await tab.press(`${dialog} >> button[type=submit]`, 'Delete and restore');
      await tab.gone(dialog);
      await tab.says('lead-inbox >> .toast', 'restored');
      for (const each of [tab, second]) {
        await listed(each, ['Halat', 'Buoys']);
        await stageShows(each, 'Proposal sent', { cards: ['Sails'], sums: '€800' });
        await stageShows(each, 'Negotiation', { cards: [] });
      }
      assert.deepEqual(await everything(tab), saved);
      await tab.reload();
      await listed(tab, ['Halat', 'Buoys']);
      assert.deepEqual(await everything(tab), saved);
      assert.deepEqual(second.errors, []);
      await second.page.close();
    });

    test('what is no backup is refused, and nothing changes', async () => {
      const before = await board(tab);
      const broken = join(stage.downloads, 'broken.json');
      writeFileSync(broken, '{"records": {"lead": [');
      await fromMenu(tab, 'Restore a backup');
      await tab.press(`${dialog} >> button[type=submit]`, 'Restore');
      await tab.says(dialog, 'Choose a file that was made by “Back up everything”');
      await tab.give(`${dialog} >> #restore-file`, broken);
      await tab.press(`${dialog} >> button[type=submit]`, 'Restore');
      await tab.says(dialog, 'This is not a backup');
      await tab.press(`${dialog} >> .dialog-foot >> button`, 'Cancel');
      await tab.gone(dialog);
      await listed(tab, ['Halat', 'Buoys']);
      assert.deepEqual(await board(tab), before);
    });

    test('no page was told an error', () => assert.deepEqual(tab.errors, []));
  });
}
