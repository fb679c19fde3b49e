/** A backend that refuses, fails and answers late: a clear message, nothing lost, the screen as it was (R23). */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { addLead, convert, fillLead, leadId, listed, row, stageShows } from './support/acts.js';
import { recordsOf } from './support/records.js';
import { openStage, ownService, type Person, type Stage } from './support/stage.js';
import type { Tab } from './support/tab.js';

const dialog = 'lead-inbox >> dialog[open]';

describe('a service of the host’s own', () => {
  let stage: Stage;
  let person: Person;
  let tab: Tab;
  before(async () => {
    stage = await openStage();
    person = await stage.person();
    tab = await person.tab();
    await tab.go(stage.url + ownService.path);
  });
  after(() => stage?.close());

  test('its user is the owner of what is made', async () => {
    const id = await addLead(tab, { person: 'Lakshmi Iyer', title: 'Loom spares' });
    const [lead] = await recordsOf(tab, 'lead');
    assert.deepEqual([lead?.id, lead?.ownerId], [id, 'ines']);
    assert.equal(await tab.count(`${row(id)} >> .own [title*="Inês"], .own [aria-label*="Inês"]`), 1);
  });

  test('denied: the reason of the service shows, the lead stays', async () => {
    const id = await leadId(tab, 'Loom spares');
    await tab.press('#service >> label', 'Refuse to delete anything (403)');
    await tab.press(`${row(id)} >> [data-do=select]`);
    await tab.press('lead-inbox >> .bulk >> [data-more]');
    await tab.press('lead-inbox >> [role^=menuitem]', 'Delete');
    await tab.says(dialog, 'Delete this lead?');
    await tab.press(`${dialog} >> button[type=submit]`);
    await tab.says('lead-inbox >> .banner', 'Records are kept here. Ask the office to delete them.');
    await listed(tab, ['Loom spares']);
    assert.deepEqual(
      (await recordsOf(tab, 'lead')).map(({ title }) => title),
      ['Loom spares'],
    );
    await tab.press('#service >> label', 'Refuse to delete anything (403)');
    await tab.press('lead-inbox >> .banner >> button', 'Dismiss');
    if (await tab.count('lead-inbox >> .bulk >> button', 'Clear selection'))
      await tab.press('lead-inbox >> .bulk >> button', 'Clear selection');
  });

  test('failing: what was typed stays in the dialog, and the next try stores it once', async () => {
    await fillLead(tab, { person: 'Zbigniew Łęcki', title: 'Oświetlenie hali', note: 'Wants three variants.' });
    await tab.page.evaluate(() => {
      for (let i = 0; i < 4; i++)
        (eyes.all({ css: '#service >> button', name: 'Fail the next three calls (503)' })[0] as HTMLElement).click();
    });
    await tab.press(`${dialog} >> button[type=submit]`, 'Add lead');
    await tab.says(`${dialog} >> [role=alert]`, 'The storage does not answer');
    assert.equal(
      await tab.page.evaluate(
        () => (eyes.all({ css: 'lead-inbox >> #add-note', name: null })[0] as HTMLTextAreaElement).value,
      ),
      'Wants three variants.',
    );
    await tab.until('the service is well again', async () => {
      const { store } = document.querySelector('crm-provider')!;
      return store!.read({ kind: 'user', window: { offset: 0, limit: 1 } }).then(
        () => true,
        () => false,
      );
    });
    await tab.press(`${dialog} >> button[type=submit]`, 'Add lead');
    await tab.gone(dialog);
    await listed(tab, ['Oświetlenie hali', 'Loom spares']);
    assert.equal((await recordsOf(tab, 'note')).length, 1);
  });

  test('late: it says so meanwhile, and what was stored counts once', async () => {
    await tab.press('#service >> button', 'Answer the next write after 8 seconds');
    await tab.press(`${row(await leadId(tab, 'Loom spares'))} >> [data-do=select]`);
    await tab.press('lead-inbox >> [data-bulk=archive]');
    await listed(tab, ['Oświetlenie hali']);
    await tab.says('lead-inbox >> .banner', 'Still saving.');
    // Who leaves now is asked, and finds everything as it was on staying.
    const asked = new Promise<string>((resolve) => {
      tab.page.once('dialog', (its) => resolve(its.type()));
    });
    tab.stays = true;
    await tab.page.evaluate(() => void setTimeout(() => location.reload()));
    assert.equal(await asked, 'beforeunload');
    tab.stays = false;
    await tab.says('lead-inbox >> .banner', 'Still saving.');
    await tab.until(
      'the end of the waiting',
      () =>
        !eyes.all({ css: 'lead-inbox >> .banner', name: null }).some((one) => eyes.text(one).includes('Still saving.')),
    );
    await listed(tab, ['Oświetlenie hali']);
    await tab.reload();
    assert.deepEqual(tab.asked, ['beforeunload'], 'all is stored: nobody is asked again');
    await listed(tab, ['Oświetlenie hali']);
  });

  test('a late conversion makes one deal', async () => {
    await tab.press('#service >> button', 'Answer the next write after 8 seconds');
    await convert(tab, ['Oświetlenie hali'], 'Negotiation');
    await stageShows(tab, 'Negotiation', { cards: ['Oświetlenie hali'] });
    await listed(tab, []);
    assert.equal((await recordsOf(tab, 'deal')).length, 1);
  });

  test('no error reached the page', () => assert.deepEqual(tab.errors, []));
});
