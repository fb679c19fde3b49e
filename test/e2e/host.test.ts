/** What a host can do with a conversion, by the panel of the demo: each thing live, on both backends. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { addLead, beginConversion, confirmConversion, leadId, listed } from './support/acts.js';
import { recordsOf } from './support/records.js';
import { backends, openStage, type Person, type Stage } from './support/stage.js';
import type { Tab } from './support/tab.js';

const dialog = 'lead-inbox >> dialog[open]';

for (const { name, path } of backends) {
  describe(`the page's say on ${name}`, () => {
    let stage: Stage;
    let person: Person;
    let tab: Tab;
    let serial = 0;
    let title = '';
    before(async () => {
      stage = await openStage();
      person = await stage.person();
      tab = await person.tab();
      await tab.go(stage.url + path);
    });
    after(() => stage?.close());
    beforeEach(async () => {
      title = `Lead ${++serial}`;
      await addLead(tab, { person: `Person ${serial}`, title });
      await tab.page.evaluate(() => document.querySelectorAll('.log li').forEach((line) => line.remove()));
    });

    const rule = (words: string): Promise<void> => tab.press('#host >> label', words);
    const stop = 'Stop it: preventDefault()';
    const hold = 'Hold it until I decide: event.waitUntil(promise)';
    const log = (): Promise<string[]> => tab.texts('#host >> .log li');
    /** Closes the dialog and clears the selection: the lead is where it was. */
    const leave = async (): Promise<void> => {
      await tab.press(`${dialog} >> .dialog-foot >> button`, 'Cancel');
      await tab.gone(dialog);
      await leadId(tab, title);
      await tab.press('lead-inbox >> .bulk >> button', 'Clear selection');
    };
    const deals = async (): Promise<string[]> => (await recordsOf(tab, 'deal')).map((deal) => deal.title);

    test('it is stopped: nothing happens, and it says so', async () => {
      await rule(stop);
      await beginConversion(tab, [title]);
      await confirmConversion(tab);
      await tab.says(`${dialog} >> .banner`, 'This page stopped it.');
      await leave();
      await rule(stop);
      assert.deepEqual(
        (await log()).filter((line) => line.startsWith('leads-converted')),
        [],
      );
      assert.equal((await deals()).includes(title), false);
    });

    test('one draft is refused: it stays with the reason, the other becomes a deal', async () => {
      const refuse = 'Refuse leads without a value: draft.refuse(reason)';
      const other = `${title} with a value`;
      await addLead(tab, { person: `Person ${serial} b`, title: other, amount: '10' });
      await rule(refuse);
      await beginConversion(tab, [title, other]);
      await confirmConversion(tab);
      await tab.says(`${dialog} >> .result`, '1 of 2');
      await tab.says(`${dialog} >> .leadlist`, 'This page wants a value first.');
      await tab.press(`${dialog} >> button[type=submit]`, 'Done');
      await rule(refuse);
      await leadId(tab, title);
      assert.deepEqual([(await deals()).includes(title), (await deals()).includes(other)], [false, true]);
      if (await tab.count('lead-inbox >> .bulk >> button', 'Clear selection'))
        await tab.press('lead-inbox >> .bulk >> button', 'Clear selection');
    });

    test('drafts are edited: the deal has the new title', async () => {
      const edit = 'Change the title: draft.fields.title';
      await rule(edit);
      await beginConversion(tab, [title]);
      await confirmConversion(tab);
      await tab.gone(dialog);
      await tab.see('deal-pipeline >> .card >> .title', `Chandlery: ${title}`);
      await rule(edit);
    });

    test('it is held and approved: until then nothing is written', async () => {
      await rule(hold);
      await beginConversion(tab, [title]);
      await confirmConversion(tab);
      await tab.says(`${dialog} >> .banner`, 'Waiting for approval.');
      assert.equal((await deals()).includes(title), false);
      await tab.press('.office >> button', 'Approve');
      await tab.gone(dialog);
      await tab.see('deal-pipeline >> .card >> .title', title);
      await rule(hold);
    });

    test('it is held and rejected: the reason shows, and the lead is as it was', async () => {
      await rule(hold);
      await beginConversion(tab, [title]);
      await confirmConversion(tab);
      await tab.says(`${dialog} >> .banner`, 'Waiting for approval.');
      await tab.press('.office >> button', 'Reject');
      await tab.says(`${dialog} >> .banner`, 'The office says: not before Monday.');
      await leave();
      await rule(hold);
      assert.equal((await deals()).includes(title), false);
    });

    test('it is held and cancelled by the person: the page is told, nothing is written', async () => {
      await rule(hold);
      await beginConversion(tab, [title]);
      await confirmConversion(tab);
      await tab.press('.office >> button', 'Later');
      await tab.press(`${dialog} >> [data-cancel-wait]`);
      await tab.gone(`${dialog} >> [data-cancel-wait]`);
      await leave();
      await tab.until('the page has been told', () => document.querySelector('.office') === null);
      await rule(hold);
      assert.equal((await deals()).includes(title), false);
    });

    test('the page converts by itself: no question is asked, and the fact is heard once', async () => {
      await tab.press('#host >> button', 'Convert the newest lead from here: store.convertLeads()');
      await tab.see('deal-pipeline >> .card >> .title', title);
      await tab.until('the fact in the log', () =>
        eyes.all({ css: '#host >> .log li', name: null }).some((line) => eyes.text(line).startsWith('leads-converted')),
      );
      const lines = await log();
      assert.equal(lines.filter((line) => line.startsWith('leads-converted')).length, 1);
      assert.equal(lines.filter((line) => /^leads-convert /.test(line)).length, 0);
    });

    test('no page error came of it, and what was not converted is still there', async () => {
      assert.deepEqual(tab.errors, []);
      await listed(tab, [title, 'Lead 6', 'Lead 5', 'Lead 2', 'Lead 1']);
    });
  });
}
