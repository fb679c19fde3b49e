/** Several tabs over one storage: who is second is told, whose messages are lost catches up (R20, R22, R29, R30). */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { addLead, beginConversion, confirmConversion, convert, leadId, listed, stageShows } from './support/acts.js';
import { deafen, unseen } from './support/deaf.js';
import { recordsOf } from './support/records.js';
import { backends, embedded, openStage, type Person, type Stage } from './support/stage.js';
import type { Tab } from './support/tab.js';

const dialog = 'lead-inbox >> dialog[open]';

for (const { name, path } of backends) {
  // Each of them takes the slow service some two seconds.
  const ROUNDS = Number(process.env['E2E_ROUNDS'] ?? (path === embedded.path ? 25 : 5));
  const FIVES = Math.ceil(ROUNDS / 5);
  describe(`tabs on ${name}`, () => {
    let stage: Stage;
    let person: Person;
    let [one, two]: Tab[] = [];
    before(async () => {
      stage = await openStage();
      person = await stage.person();
      [one, two] = [await person.tab(), await person.tab()];
      for (const tab of [one, two]) await tab.go(stage.url + path);
    });
    after(() => stage?.close());

    test('R20: both convert the same lead at once: one deal, and the loser is told and led to it', async () => {
      await addLead(one!, { person: 'Niamh Fairweather', title: 'One anchor' });
      for (const tab of [one!, two!]) await beginConversion(tab, ['One anchor']);
      await Promise.all([confirmConversion(one!), confirmConversion(two!)]);
      const told = await Promise.any(
        [one!, two!].map((tab) => tab.says(`${dialog} >> .banner`, 'Already a deal').then(() => tab)),
      );
      await told.press(`${dialog} >> button`, 'Open deal');
      await told.see('#deal');
      const [deal] = await recordsOf(told, 'deal');
      assert.equal(await told.page.evaluate(() => document.querySelector('crm-provider')!.current.deal), deal?.id);
      for (const tab of [one!, two!]) {
        await tab.gone(dialog);
        await listed(tab, []);
        await stageShows(tab, 'Qualified', { cards: ['One anchor'] });
      }
      assert.equal((await recordsOf(one!, 'conversion')).length, 1);
    });

    test(`R20: ${ROUNDS} rounds of it by the page's own call: as many deals as leads, and both tabs name the same`, async () => {
      for (let round = 0; round < ROUNDS; round++) {
        const id = await one!.page.evaluate(async (title) => {
          const { outcomes } = await document
            .querySelector('crm-provider')!
            .store!.addLead({ title, person: { name: title } });
          return outcomes[0]!.id;
        }, `Round ${round}`);
        await leadId(two!, `Round ${round}`);
        const outcomes = await Promise.all(
          [one!, two!].map((tab) =>
            tab.page.evaluate(
              async (lead) => (await document.querySelector('crm-provider')!.store!.convertLeads([lead])).outcomes[0]!,
              id,
            ),
          ),
        );
        assert.deepEqual(outcomes.map(({ state }) => state).sort(), ['conflict', 'done'], `round ${round}`);
        assert.equal(outcomes[0]!.dealId, outcomes[1]!.dealId, `round ${round}: the loser is led to the winner's deal`);
      }
      const deals = await recordsOf(one!, 'deal');
      assert.equal(deals.length, ROUNDS + 1);
      assert.equal(new Set(deals.map(({ title }) => title)).size, ROUNDS + 1);
      assert.equal((await recordsOf(two!, 'conversion')).length, ROUNDS + 1);
      assert.equal((await recordsOf(two!, 'lead')).length, 0);
    });

    test('R20: five tabs convert the same leads at once: one deal each, and all five name the same', async () => {
      const others = [await person.tab(), await person.tab(), await person.tab()];
      for (const tab of others) await tab.go(stage.url + path);
      const five = [one!, two!, ...others];
      const before = (await recordsOf(one!, 'deal')).length;
      for (let round = 0; round < FIVES; round++) {
        const title = `Five ${round}`;
        const id = await addLead(one!, { person: title, title });
        for (const tab of five) await leadId(tab, title);
        const outcomes = await Promise.all(
          five.map((tab) =>
            tab.page.evaluate(
              async (lead) => (await document.querySelector('crm-provider')!.store!.convertLeads([lead])).outcomes[0]!,
              id,
            ),
          ),
        );
        const states = outcomes.map(({ state }) => state).sort();
        assert.deepEqual(states, ['conflict', 'conflict', 'conflict', 'conflict', 'done'], title);
        assert.equal(new Set(outcomes.map(({ dealId }) => dealId)).size, 1, `${title}: all are led to the same deal`);
        for (const tab of five) await tab.see('deal-pipeline >> .card >> .title', title);
        for (const tab of five) await tab.gone('lead-inbox >> .lrow[data-id] >> [data-do=open]', title);
      }
      assert.equal((await recordsOf(two!, 'deal')).length, before + FIVES);
      for (const tab of others) {
        assert.deepEqual(tab.errors, []);
        await tab.page.close();
      }
    });

    test('R29: fifty clicks on Convert in one task make one deal, told once', async () => {
      await addLead(one!, { person: 'Beatrix Shah', title: 'Fifty clicks' });
      await beginConversion(one!, ['Fifty clicks']);
      await one!.see(`${dialog} >> button[type=submit]`, 'Convert');
      await one!.page.evaluate(() => {
        const heard: unknown[] = [];
        Reflect.set(globalThis, 'heard', heard);
        document.addEventListener('leads-converted', (event) => heard.push(event.detail));
        const [button] = eyes.all({
          css: 'lead-inbox >> dialog[open] >> button[type=submit]',
          name: null,
        }) as HTMLElement[];
        for (let i = 0; i < 50; i++) button!.click();
      });
      await one!.gone(dialog);
      await listed(one!, []);
      await one!.until('the fact', () => (Reflect.get(globalThis, 'heard') as unknown[]).length > 0);
      assert.equal(await one!.page.evaluate(() => (Reflect.get(globalThis, 'heard') as unknown[]).length), 1);
      assert.equal((await recordsOf(one!, 'deal')).filter(({ title }) => title === 'Fifty clicks').length, 1);
    });

    test('R30: a list that is old converts nothing twice', async () => {
      const late = await person.tab(async (tab) => {
        await tab.page.evaluateOnNewDocument(deafen);
        await tab.page.evaluateOnNewDocument(unseen);
      });
      await addLead(one!, { person: 'Tobias Groß', title: 'Seen too late' });
      await late.go(stage.url + path);
      await leadId(late, 'Seen too late');
      // All of the kit is there, and has looked whether something was written since the first rows were read.
      await recordsOf(late, 'deal');
      await convert(one!, ['Seen too late']);
      await beginConversion(late, ['Seen too late']);
      await late.says(`${dialog} >> .banner`, 'Already a deal');
      await late.press(`${dialog} >> .dialog-foot >> button`, 'Close');
      assert.equal((await recordsOf(one!, 'deal')).filter(({ title }) => title === 'Seen too late').length, 1);
      await late.page.close();
    });

    test('R22: a tab that hears no messages is fresh once it is looked at again', async () => {
      const deaf = await person.tab((tab) => tab.page.evaluateOnNewDocument(deafen));
      await deaf.go(stage.url + path);
      await listed(deaf, []);
      await addLead(one!, { person: 'Käthe Brandt', title: 'Not heard of' });
      await listed(one!, ['Not heard of']);
      assert.deepEqual(await deaf.texts('lead-inbox >> .lrow[data-id]'), []);
      await deaf.page.evaluate(() => window.dispatchEvent(new Event('focus')));
      await listed(deaf, ['Not heard of']);
      await deaf.page.close();
    });

    test('no page was told an error', () => assert.deepEqual([...one!.errors, ...two!.errors], []));
  });
}
