/** The main job from end to end, as a person does it, over both backends and in every browser that is here. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import axe from 'axe-core';
import {
  addLead,
  beginConversion,
  board,
  card,
  chooseStage,
  clearSearch,
  convert,
  dealId,
  drag,
  leadId,
  leads,
  listed,
  search,
  stageShows,
  undoByToast,
} from './support/acts.js';
import { backends, drivable, openStage, type Person, type Stage } from './support/stage.js';
import type { Tab } from './support/tab.js';

for (const { name: browser, path: found, missing } of await drivable()) {
  describe(`in ${browser}`, { skip: found ? false : `${browser} is not driven: ${missing}` }, () => {
    let stage: Stage;
    before(async () => (stage = await openStage(browser)));
    after(() => stage?.close());

    for (const { name, path, pipeline } of backends) {
      describe(`on ${name}`, () => {
        let person: Person;
        let tab: Tab;
        before(async () => {
          person = await stage.person();
          tab = await person.tab();
        });
        after(() => person?.leave());

        test('an empty page says what to do', async () => {
          await tab.go(stage.url + path);
          await tab.says('lead-inbox >> .empty', 'No leads yet');
          await tab.see('lead-inbox >> .empty >> button', 'Add lead');
          await tab.see('lead-inbox >> .empty >> button', 'Import spreadsheet');
          await tab.see('button[slot=empty]', 'Load a sample of 100 leads');
          await tab.says('deal-pipeline', pipeline);
        });

        test('a lead without a name is asked for one, and nothing that was typed is lost', async () => {
          await tab.press('lead-inbox >> .inbox-head button', 'Add lead');
          await tab.type('lead-inbox >> #add-title', 'Rope for two ketches');
          await tab.press('lead-inbox >> dialog[open] >> button[type=submit]', 'Add lead');
          await tab.says('lead-inbox >> dialog[open]', 'Choose a person or an organization');
          assert.equal(
            await tab.page.evaluate(
              () => (eyes.all({ css: 'lead-inbox >> #add-title', name: null })[0] as HTMLInputElement).value,
            ),
            'Rope for two ketches',
          );
          await tab.type('lead-inbox >> #add-person', 'Ayşegül Yıldırımoğlu');
          await tab.press('lead-inbox >> [role=option]', 'Add “Ayşegül Yıldırımoğlu” as a new person');
          await tab.type('lead-inbox >> #add-amount', '1250.50');
          await tab.press('lead-inbox >> dialog[open] >> button[type=submit]', 'Add lead');
          await tab.gone('lead-inbox >> dialog[open]');
          await listed(tab, ['Rope for two ketches']);
        });

        test('more leads come in by hand; the newest stands first', async () => {
          await addLead(tab, {
            organization: 'Körfez Lojistik A.Ş.',
            title: 'Depo halatları',
            amount: '90000',
            currency: 'TRY',
            note: 'Wants a sample of the 12 mm.',
          });
          await addLead(tab, {
            person: 'Rhys Llewellyn',
            organization: 'Saltmarsh Ltd',
            title: 'Sails for the summer',
            amount: '800',
          });
          await addLead(tab, { person: '健太郎 山本', title: 'みなと食品' });
          assert.deepEqual(await leads(tab), [
            'みなと食品',
            'Sails for the summer',
            'Depo halatları',
            'Rope for two ketches',
          ]);
          await tab.says('lead-inbox >> [data-segment=inbox]', '4');
        });

        for (const [words, title] of [
          ['ketch', 'Rope for two ketches'],
          ['yildirim', 'Rope for two ketches'],
          ['KÖRFEZ', 'Depo halatları'],
          ['saltm', 'Sails for the summer'],
          ['山本', 'みなと食品'],
        ] as const) {
          test(`searching “${words}” finds “${title}”`, async () => {
            await search(tab, words);
            await listed(tab, [title]);
            await clearSearch(tab);
            await listed(tab, ['みなと食品', 'Sails for the summer', 'Depo halatları', 'Rope for two ketches']);
          });
        }

        test('a lead converted from the list is a card of the chosen stage, with totals', async () => {
          await convert(tab, ['Rope for two ketches'], 'Proposal sent');
          await listed(tab, ['みなと食品', 'Sails for the summer', 'Depo halatları']);
          await stageShows(tab, 'Proposal sent', { cards: ['Rope for two ketches'], sums: '€1,250.50' });
        });

        test('several at once, each a deal of its own; totals are by currency', async () => {
          await convert(tab, ['Depo halatları', 'Sails for the summer'], 'Contact made');
          await listed(tab, ['みなと食品']);
          await stageShows(tab, 'Contact made', {
            cards: ['Depo halatları', 'Sails for the summer'],
            sums: '€800 · ₺90,000',
          });
        });

        test('a card moves by keyboard', async () => {
          const id = await dealId(tab, 'Rope for two ketches');
          await tab.page.evaluate(
            (css) => (eyes.all({ css, name: null })[0] as HTMLElement).focus(),
            `${card(id)} >> .title`,
          );
          await tab.key('Space', 'ArrowRight', 'Space');
          await stageShows(tab, 'Negotiation', { cards: ['Rope for two ketches'], sums: '€1,250.50' });
          await stageShows(tab, 'Proposal sent', { cards: [] });
        });

        test('a card moves by mouse', async () => {
          const id = await dealId(tab, 'Sails for the summer');
          await drag(tab, card(id), 'deal-pipeline >> .stage[aria-label="Demo scheduled"] >> .cards');
          await stageShows(tab, 'Demo scheduled', { cards: ['Sails for the summer'] });
          await stageShows(tab, 'Contact made', { cards: ['Depo halatları'] });
        });

        test('a card moves by its menu', async () => {
          const id = await dealId(tab, 'Depo halatları');
          await tab.press(`${card(id)} >> [data-do=menu]`);
          await tab.press('deal-pipeline >> [role^=menuitem]', 'Move to*');
          await tab.press('deal-pipeline >> [role^=menuitem]', 'Contract out*');
          await stageShows(tab, 'Contract out', { cards: ['Depo halatları'] });
        });

        test('after a reload everything is as it was', async () => {
          // A card that waits for its answer says so; what is not stored yet is lost with its page.
          await tab.gone('deal-pipeline >> .card.is-busy');
          const before = await board(tab);
          await tab.reload();
          await listed(tab, ['みなと食品']);
          await stageShows(tab, 'Negotiation', { cards: ['Rope for two ketches'], sums: '€1,250.50' });
          await stageShows(tab, 'Demo scheduled', { cards: ['Sails for the summer'], sums: '€800' });
          assert.deepEqual(await board(tab), before);
        });

        test('a second tab shows what the first does, without a reload', async () => {
          const second = await person.tab();
          await second.go(stage.url + path);
          await listed(second, ['みなと食品']);
          await addLead(tab, { person: 'Imogen Clarke', title: 'Buoys' });
          await listed(second, ['みなと食品', 'Buoys']);
          await convert(tab, ['Buoys'], 'Qualified');
          await listed(second, ['みなと食品']);
          await stageShows(second, 'Qualified', { cards: ['Buoys'] });
          await undoByToast(tab, 'Buoys is a deal now');
          await listed(tab, ['みなと食品', 'Buoys']);
          await listed(second, ['みなと食品', 'Buoys']);
          await stageShows(second, 'Qualified', { cards: [] });
          assert.deepEqual(second.errors, []);
          await second.page.close();
        });

        test('a conversion that is begun and given up leaves everything as it was', async () => {
          await beginConversion(tab, ['Buoys']);
          await chooseStage(tab, 'Negotiation');
          await tab.key('Escape');
          await tab.gone('lead-inbox >> dialog[open]');
          await leadId(tab, 'Buoys');
          await stageShows(tab, 'Negotiation', { cards: ['Rope for two ketches'] });
          await tab.press('lead-inbox >> .bulk >> button', 'Clear selection');
        });

        test('the page as a whole, with all its elements, has nothing that axe objects to', async () => {
          await tab.page.evaluate(axe.source);
          const faults = await tab.page.evaluate(async () => {
            const { axe: inPage } = globalThis as unknown as { axe: { run: typeof axe.run } };
            const { violations } = await inPage.run(document, { resultTypes: ['violations'] });
            return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(', ')}`);
          });
          assert.deepEqual(faults, []);
        });

        test('it said no error to the page', () => assert.deepEqual(tab.errors, []));
      });
    }
  });
}
