/** All that match, more than one screen and more than one chunk: label, owner, archive, delete, and back. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Lead } from '../../src/domain/records.js';
import { clearSearch, search, undoByToast } from './support/acts.js';
import { importFile, sheet } from './support/import-acts.js';
import { recordsOf } from './support/records.js';
import { backends, openStage, type Stage } from './support/stage.js';
import type { Tab } from './support/tab.js';

const pop = 'lead-inbox >> .pop';
const dialog = 'lead-inbox >> dialog[open]';
const ROPES = 130;
const SAILS = 40;

for (const { name, path } of backends) {
  describe(`all that match on ${name}`, () => {
    let stage: Stage;
    let tab: Tab;
    before(async () => {
      stage = await openStage();
      tab = await (await stage.person()).tab();
      await tab.go(stage.url + path);
      const rows = (count: number, what: string, owner: string): string[] =>
        Array.from({ length: count }, (_, i) => `${what} ${i + 1},${what} buyer ${i + 1},${owner}`);
      await importFile(
        tab,
        sheet(stage, 'fair.csv', [
          'Lead title,Contact person,Lead owner',
          ...rows(ROPES, 'Rope', 'Ana Reis'),
          ...rows(SAILS, 'Sail', 'Bo Lund'),
        ]),
      );
      await tab.says('lead-inbox >> .foot', `${ROPES + SAILS} leads`);
    });
    after(() => stage?.close());

    const all = async (segment: 'inbox' | 'archived' | 'trash', count: number): Promise<void> => {
      if (!(await tab.count(`lead-inbox >> [data-segment=${segment}][aria-pressed=true]`)))
        await tab.press(`lead-inbox >> [data-segment=${segment}]`);
      await tab.says('lead-inbox >> .foot', `${count} leads`);
      await tab.see('lead-inbox >> .lrow[data-id]');
      await tab.press('lead-inbox >> .lrow--head >> input[type=checkbox]');
      // While a segment is still being read, the choice waits for it.
      await tab.says('lead-inbox >> .bulk', 'selected');
      // Where all of them are on the screen there is nothing to add.
      if (await tab.count('lead-inbox >> [data-select-all]'))
        await tab.press('lead-inbox >> [data-select-all]', `Select all ${count}`);
      await tab.says('lead-inbox >> .bulk', `${count} selected`);
    };
    const leads = async (start: string): Promise<Lead[]> =>
      (await recordsOf(tab, 'lead')).filter(({ title }) => title.startsWith(start));
    /** Waits for the end of a bulk command as one sees it. */
    const ended = (): Promise<void> => tab.gone('lead-inbox >> .bulk >> [role=progressbar]');
    /** Waits until so many of the ropes are so, and then looks that it is true of no sail. */
    const onlyRopes = async (what: string, holds: (lead: Lead) => boolean): Promise<void> => {
      for (let tries = 0; (await leads('Rope')).filter(holds).length < ROPES && tries < 60; tries++) await ended();
      assert.equal((await leads('Rope')).filter(holds).length, ROPES, `ropes that are ${what}`);
      assert.equal((await leads('Sail')).filter(holds).length, 0, `sails that are ${what}`);
    };

    test('a label for all that match the search, and for no others', async () => {
      await search(tab, 'Rope');
      await all('inbox', ROPES);
      await tab.press('lead-inbox >> [data-bulk=label]');
      await tab.type(`${pop} >> input`, 'Fair');
      await tab.press(`${pop} >> [data-make]`, 'Make “Fair”');
      await tab.press(`${pop} >> button[type=submit]`, 'Save label');
      await tab.gone(`${pop} >> #label-name`);
      await tab.key('Escape');
      await ended();
      await onlyRopes('labelled', ({ labelIds }) => labelIds.length === 1);
      await tab.see('lead-inbox >> .lrow[data-id] >> .label', 'Fair');
    });

    test('another owner for all of them', async () => {
      await tab.press('lead-inbox >> [data-bulk=owner]');
      await tab.press('lead-inbox >> [role^=menuitem] >> bdi', 'Bo Lund');
      await ended();
      const bo = (await recordsOf(tab, 'user')).find((user) => user.name === 'Bo Lund');
      const owned = ({ title, ownerId }: Lead): boolean => title.startsWith('Rope') && ownerId === bo?.id;
      await onlyRopes('Bo’s', owned);
    });

    test('archived: the inbox keeps the others; and all are brought back by one undo', async () => {
      if (await tab.count('lead-inbox >> .bulk >> button', 'Clear selection'))
        await tab.press('lead-inbox >> .bulk >> button', 'Clear selection');
      await all('inbox', ROPES);
      await tab.press('lead-inbox >> [data-bulk=archive]');
      await ended();
      await tab.says('lead-inbox >> .empty', `${ROPES} archived leads do.`);
      await onlyRopes('archived', ({ archivedAt }) => archivedAt !== null);
      await undoByToast(tab, `${ROPES} leads archived`);
      await tab.says('lead-inbox >> .foot', `${ROPES} leads`);
      assert.equal((await leads('Rope')).filter(({ archivedAt }) => archivedAt !== null).length, 0);
    });

    test('archived again, and restored from there, all that match', async () => {
      await all('inbox', ROPES);
      await tab.press('lead-inbox >> [data-bulk=archive]');
      await ended();
      await all('archived', ROPES);
      await tab.press('lead-inbox >> [data-bulk=restore]');
      // Turned elsewhere at once: what was begun is carried out all the same.
      await tab.press('lead-inbox >> [data-segment=inbox]');
      await tab.says('lead-inbox >> .foot', `${ROPES} leads`);
      await tab.says('lead-inbox >> .toast', `${ROPES} leads back in the inbox`);
      assert.equal((await leads('Rope')).filter(({ archivedAt }) => archivedAt !== null).length, 0);
    });

    test('deleted with the count, out of the trash again, as they were', async () => {
      const before = await everyRope();
      await all('inbox', ROPES);
      await tab.press('lead-inbox >> .bulk >> [data-more]');
      await tab.press('lead-inbox >> [role^=menuitem]', 'Delete');
      await tab.says(dialog, `Delete ${ROPES} leads?`);
      await tab.press(`${dialog} >> button[type=submit]`, `Delete ${ROPES} leads`);
      await ended();
      await tab.see('lead-inbox >> .empty >> h3', 'No leads match');
      assert.deepEqual(
        (await recordsOf(tab, 'lead')).map(({ title }) => title.split(' ')[0]),
        Array.from({ length: SAILS }, () => 'Sail'),
      );
      await clearSearch(tab);
      await tab.says('lead-inbox >> .foot', `${SAILS} leads`);
      await all('trash', ROPES);
      await tab.press('lead-inbox >> [data-bulk=restore]');
      await ended();
      await tab.see('lead-inbox >> .empty >> h3', 'The trash is empty');
      await tab.press('lead-inbox >> [data-segment=inbox]');
      await tab.says('lead-inbox >> .foot', `${ROPES + SAILS} leads`);
      assert.deepEqual(await everyRope(), before);
    });

    test('after a reload it is all there', async () => {
      await tab.reload();
      await tab.says('lead-inbox >> .foot', `${ROPES + SAILS} leads`);
      assert.deepEqual(tab.errors, []);
    });

    async function everyRope(): Promise<unknown[]> {
      return (await leads('Rope'))
        .map(({ id, title, ownerId, labelIds, personId, seen }) => ({ id, title, ownerId, labelIds, personId, seen }))
        .sort((a, b) => (a.id < b.id ? -1 : 1));
    }
  });
}
