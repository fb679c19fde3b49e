/** Somebody signs out in one tab while another one is at work: nothing of what was there is shown, written again, or left. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { raw } from '../support/raw.js';
import { addLead, card, convert, dealId, listed, search, stageShows } from './support/acts.js';
import { recordsOf } from './support/records.js';
import { embedded, openStage, type Person, type Stage } from './support/stage.js';
import type { Tab } from './support/tab.js';

/** What stood in records, in a note that was not saved, in what a view was narrowed by. */
const words = ['Zerrin', 'Çalışkan', 'caliskan', 'Quarry', 'Granite', 'Harbour wall', 'Saltmarsh', 'Half a thought'];
const among = (text: string): readonly string[] => {
  const folded = text.toLocaleLowerCase('en');
  return words.filter((word) => folded.includes(word.toLocaleLowerCase('en')));
};
const views = 'lead-inbox, deal-pipeline, activity-list, deal-detail';

describe('signing out beside a tab that is at work', () => {
  let stage: Stage;
  let person: Person;
  let [one, two]: Tab[] = [];
  before(async () => {
    stage = await openStage();
    person = await stage.person();
    [one, two] = [await person.tab(), await person.tab()];
    for (const tab of [one, two]) await tab.go(stage.url + embedded.path);
  });
  after(() => stage?.close());

  /** What is in the database itself, and in all else that the browser keeps for the page. */
  const stored = async (): Promise<readonly string[]> => among(await one!.page.evaluate(raw, embedded.database));
  const signOut = (tab: Tab): Promise<void> =>
    tab.page.evaluate(() => document.querySelector('crm-provider')!.store!.forget());
  const isEmpty = async (tab: Tab): Promise<void> => {
    await listed(tab, []);
    await tab.says('lead-inbox >> .empty', 'No leads yet');
    await tab.gone('deal-pipeline >> .card[data-id]');
    assert.deepEqual(among((await tab.texts(views)).join('\n')), []);
  };

  test('a deal with half a note is open in one, the inbox is narrowed in the other: both show the empty start', async () => {
    await addLead(one!, { person: 'Zerrin Çalışkan', title: 'Quarry', note: 'Granite, by Friday.' });
    await addLead(one!, { organization: 'Saltmarsh Ltd', title: 'Harbour wall' });
    await convert(one!, ['Quarry']);
    await one!.press(`${card(await dealId(one!, 'Quarry'))} >> [data-do=open]`);
    await one!.says('deal-detail', 'Granite, by Friday.');
    await one!.type('deal-detail >> #new-note', 'Half a thought');
    await stageShows(two!, 'Qualified', { cards: ['Quarry'] });
    await search(two!, 'Harbour wall');
    await listed(two!, ['Harbour wall']);
    await two!.press('lead-inbox >> [data-sort=title]');
    assert.deepEqual([...(await stored())].sort(), words.filter((word) => word !== 'Half a thought').sort());
    await signOut(two!);
    await one!.says('deal-detail', 'Not here any more');
    await two!.until(
      'no words in the search',
      () => (eyes.all({ css: 'lead-inbox >> input[type=search]', name: null }) as HTMLInputElement[])[0]?.value === '',
    );
    for (const tab of [one!, two!]) await isEmpty(tab);
    assert.deepEqual(await stored(), []);
  });

  test('and what is done from there on brings nothing of it back', async () => {
    // The keys that took back what was done last.
    await one!.page.keyboard.down('Control');
    await one!.key('z');
    await one!.page.keyboard.up('Control');
    await addLead(one!, { organization: 'Elsewhere', title: 'Fresh start' });
    for (const tab of [one!, two!]) {
      await listed(tab, ['Fresh start']);
      await tab.press('lead-inbox >> [data-sort=value]');
      await tab.until('how it is set up is kept', async () => {
        const { store } = document.querySelector('crm-provider')!;
        const { records } = await store!.read({ kind: 'view', window: { offset: 0, limit: 9 } });
        return records.some(({ name }) => name.includes('lead-inbox'));
      });
    }
    await convert(two!, ['Fresh start']);
    await one!.press(`${card(await dealId(one!, 'Fresh start'))} >> [data-do=open]`);
    await one!.says('deal-detail', 'Fresh start');
    assert.deepEqual(
      (await recordsOf(one!, 'deal')).map(({ title }) => title),
      ['Fresh start'],
    );
    assert.deepEqual(await stored(), []);
    for (const tab of [one!, two!]) assert.deepEqual(among((await tab.texts(views)).join('\n')), []);
  });

  test('after a reload of either it is as on a first visit', async () => {
    await signOut(one!);
    for (const tab of [one!, two!]) {
      await tab.reload();
      await isEmpty(tab);
      assert.deepEqual(await stored(), []);
    }
    assert.deepEqual(await recordsOf(two!, 'changelog'), []);
  });

  test('no page was told an error', () => assert.deepEqual([...one!.errors, ...two!.errors], []));
});
