/** What is to be done: planned, done, planned again; the mark follows in every list and in every tab, and into the deal. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { addLead, card, convert, dealId, leadId, row } from './support/acts.js';
import { recordsOf } from './support/records.js';
import { backends, openStage, type Person, type Stage } from './support/stage.js';
import type { Tab } from './support/tab.js';

const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

for (const { name, path } of backends) {
  describe(`activities on ${name}`, () => {
    let stage: Stage;
    let person: Person;
    let tab: Tab;
    let second: Tab;
    let id = '';
    before(async () => {
      stage = await openStage();
      person = await stage.person();
      [tab, second] = [await person.tab(), await person.tab()];
      for (const each of [tab, second]) await each.go(stage.url + path);
      id = await addLead(tab, { person: 'Harriet Doyle', title: 'Deck paint' });
      await leadId(second, 'Deck paint');
      await tab.press(`${row(id)} >> [data-do=open]`);
      await tab.says('lead-detail', 'Harriet Doyle');
    });
    after(() => stage?.close());

    const plan = async (detail: string, subject: string, due: string): Promise<void> => {
      await tab.press(`${detail} >> [data-schedule]`);
      await tab.type(`${detail} >> #new-subject`, subject);
      await tab.set(`${detail} >> #new-due`, due);
      await tab.press(`${detail} >> .composer >> button[type=submit]`);
      await tab.says(`${detail} >> [part=focus]`, subject);
    };
    const marked = async (mark: string): Promise<void> => {
      for (const each of [tab, second]) await each.see(`${row(id)} >> .act[data-a=${mark}]`);
    };

    test('planned for another day, then for today: the nearest counts, in both tabs', async () => {
      await marked('none');
      await plan('lead-detail', 'Send the colour card', day(5));
      await marked('planned');
      await plan('lead-detail', 'Ring Harriet', day(0));
      await marked('today');
      await tab.says('lead-detail >> [part=next]', 'Ring Harriet');
    });

    test('overdue is overdue', async () => {
      await plan('lead-detail', 'Ask for the hull number', day(-3));
      await marked('overdue');
      await tab.says('lead-detail >> [part=next]', 'Ask for the hull number');
    });

    test('done, one after the other: the next one comes up, what is done stands in the history', async () => {
      for (const [subject, mark] of [
        ['Ask for the hull number', 'today'],
        ['Ring Harriet', 'planned'],
      ] as const) {
        await tab.press('lead-detail >> .focus-item >> button', `Done: ${subject}`);
        await tab.gone('lead-detail >> .focus-item >> button', `Done: ${subject}`);
        await tab.says('lead-detail >> [part=history]', subject);
        await marked(mark);
      }
      const done = (await recordsOf(tab, 'activity')).filter((each) => each.doneAt !== null);
      assert.deepEqual(done.map(({ subject }) => subject).sort(), ['Ask for the hull number', 'Ring Harriet']);
    });

    test('the lead becomes a deal: what is planned and what was done go along', async () => {
      await tab.press('lead-inbox >> lead-detail >> button', 'Close*');
      await convert(tab, ['Deck paint']);
      const deal = await dealId(tab, 'Deck paint');
      for (const each of [tab, second]) await each.see(`${card(deal)} >> .act[data-a=planned]`);
      await tab.press(`${card(deal)} >> [data-do=open]`);
      await tab.says('deal-detail >> [part=focus]', 'Send the colour card');
      await tab.says('deal-detail >> [part=history]', 'Ring Harriet');
      await tab.press('deal-detail >> .focus-item >> button', 'Done: Send the colour card');
      for (const each of [tab, second]) await each.see(`${card(deal)} >> .act[data-a=none]`);
    });

    test('after a reload as before it', async () => {
      await tab.reload();
      await tab.see(`${card(await dealId(tab, 'Deck paint'))} >> .act[data-a=none]`);
      const activities = await recordsOf(tab, 'activity');
      assert.deepEqual(
        activities.map(({ leadId: lead, doneAt }) => [lead, doneAt !== null]),
        [
          [null, true],
          [null, true],
          [null, true],
        ],
      );
      assert.deepEqual([...tab.errors, ...second.errors], []);
    });
  });
}
