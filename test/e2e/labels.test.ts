/** Labels from the first to the last day of their life, in the tab they are made in and in another. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { addLead, card, convert, dealId, leadId, row, select } from './support/acts.js';
import { recordsOf } from './support/records.js';
import { backends, openStage, type Person, type Stage } from './support/stage.js';
import type { Tab } from './support/tab.js';

const pop = 'lead-inbox >> .pop';

/** From the filter's button to the list of all labels, and on to one of them. */
async function edit(tab: Tab, label: string): Promise<void> {
  await tab.press('lead-inbox >> .toolbar >> [data-filter=labelIds]');
  await tab.press(`${pop} >> [data-edit-labels]`);
  await tab.press(`${pop} >> [data-label] >> button`, `Change ${label}`);
  await tab.see(`${pop} >> #label-name`);
}

/** Saves the label, and closes the list that comes back. */
async function save(tab: Tab): Promise<void> {
  await tab.press(`${pop} >> button[type=submit]`, 'Save label');
  await tab.gone(`${pop} >> #label-name`);
  await tab.key('Escape');
  await tab.gone(pop);
}

for (const { name, path } of backends) {
  describe(`labels on ${name}`, () => {
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
      id = await addLead(tab, { person: 'Käthe Brandt', title: 'Ropes' });
      await addLead(tab, { person: 'Tobias Groß', title: 'Sails' });
      await leadId(second, 'Sails');
    });
    after(() => stage?.close());

    /** Waits until both tabs show the label so on the lead: its words, and its colour. */
    const bothShow = async (label: string, color: string): Promise<void> => {
      for (const each of [tab, second]) await each.see(`${row(id)} >> .labels >> .label[data-c=${color}]`, label);
    };

    test('made where it is put on, and seen in the other tab', async () => {
      await select(tab, ['Ropes']);
      await tab.press('lead-inbox >> [data-bulk=label]');
      await tab.type(`${pop} >> input`, 'Boat fair');
      await tab.press(`${pop} >> [data-make]`, 'Make “Boat fair”');
      await tab.press(`${pop} >> .swatch >> input[value=purple]`);
      await save(tab);
      await bothShow('Boat fair', 'purple');
      await tab.press('lead-inbox >> .bulk >> button', 'Clear selection');
      const [label, ...others] = (await recordsOf(tab, 'label')).filter((each) => each.name === 'Boat fair');
      assert.deepEqual([label?.color, others.length], ['purple', 0]);
    });

    test('put on a second lead that becomes a deal: it goes along', async () => {
      await select(second, ['Sails']);
      await second.press('lead-inbox >> [data-bulk=label]');
      await second.press(`${pop} >> [data-label] >> label`, 'Boat fair');
      await second.key('Escape');
      await second.gone(pop);
      await second.press('lead-inbox >> .bulk >> button', 'Clear selection');
      await convert(second, ['Sails']);
      for (const each of [tab, second])
        await each.see(`${card(await dealId(each, 'Sails'))} >> .label[data-c=purple]`, 'Boat fair');
    });

    test('renamed to a name that is there, it is asked for another; then renamed on leads and deals', async () => {
      await select(tab, ['Ropes']);
      await tab.press('lead-inbox >> [data-bulk=label]');
      await tab.type(`${pop} >> input`, 'Hot');
      await tab.press(`${pop} >> [data-make]`, 'Make “Hot”');
      await save(tab);
      await tab.press('lead-inbox >> .bulk >> button', 'Clear selection');
      await edit(tab, 'Boat fair');
      await tab.type(`${pop} >> #label-name`, 'hot');
      await tab.press(`${pop} >> button[type=submit]`, 'Save label');
      await tab.says(pop, 'There is a label with this name already');
      await tab.type(`${pop} >> #label-name`, 'Boot Düsseldorf');
      await save(tab);
      await bothShow('Boot Düsseldorf', 'purple');
      for (const each of [tab, second])
        await each.see(`${card(await dealId(each, 'Sails'))} >> .label`, 'Boot Düsseldorf');
    });

    test('recoloured', async () => {
      await edit(tab, 'Boot Düsseldorf');
      await tab.press(`${pop} >> .swatch >> input[value=green]`);
      await save(tab);
      await bothShow('Boot Düsseldorf', 'green');
    });

    test('filtered by, in one tab only', async () => {
      await addLead(tab, { person: 'Nobody Labelled', title: 'Oars' });
      // Somebody has just worked in the other list: what comes in waits there until it is asked for.
      await second.press('lead-inbox >> button', 'Show it');
      await leadId(second, 'Oars');
      await tab.press('lead-inbox >> .toolbar >> [data-filter=labelIds]');
      await tab.press(`${pop} >> .checklist >> label`, 'Boot Düsseldorf*');
      await tab.gone('lead-inbox >> .lrow[data-id] >> [data-do=open]', 'Oars');
      await tab.key('Escape');
      await tab.says(row(id), 'Ropes');
      await leadId(second, 'Oars');
      await tab.press('lead-inbox >> .toolbar >> .chip-x');
      await leadId(tab, 'Oars');
    });

    test('deleted after a question: off every lead and deal, in both tabs', async () => {
      await edit(tab, 'Boot Düsseldorf');
      await tab.press(`${pop} >> [data-delete]`);
      await tab.says(pop, 'Delete the label “Boot Düsseldorf”?');
      await tab.press(`${pop} >> [data-confirm]`, 'Delete label');
      for (const each of [tab, second]) {
        await each.gone(`${row(id)} >> .label`, 'Boot Düsseldorf');
        await each.gone('deal-pipeline >> .card >> .label', 'Boot Düsseldorf');
        await each.see(`${row(id)} >> .label`, 'Hot');
      }
      assert.deepEqual(
        (await recordsOf(second, 'label')).filter((each) => each.name === 'Boot Düsseldorf'),
        [],
      );
    });

    test('no page was told an error', () => assert.deepEqual([...tab.errors, ...second.errors], []));
  });
}
