import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { LeadImport } from '../../../src/elements/lead-import/lead-import.js';
import { button as inboxButton, click as press, stand as inboxStand } from '../lead-inbox/support.js';
import {
  all,
  become,
  button,
  click,
  counts,
  csv,
  importerFor,
  mapping,
  one,
  records,
  stand,
  standAtColumns,
  text,
  toCheck,
  toColumns,
  toReport,
  until,
} from './support.js';

const fair = (name = 'fuar_2026.csv', hall = 'A1'): File =>
  csv(['Contact,Hall,Value', `Ada,${hall},1.50`, `Grace,B2,2.50`], name);
const asks = (importer: LeadImport): HTMLDialogElement | null => importer.shadowRoot!.querySelector('dialog[open]');

describe('lead-import: closing', () => {
  it('asks nothing while nothing was chosen, and before it takes choices away', async () => {
    const { importer } = await stand();
    let closed = 0;
    importer.addEventListener('import-close', () => closed++);
    await toColumns(importer, fair());
    await click(one(importer, '[data-close]'));
    await until(importer, () => closed === 1, 'it is closed at once');
    expect(asks(importer)).to.equal(null);

    await toColumns(importer, fair());
    await become(importer, 'Hall', 'Labels');
    await click(one(importer, '[data-close]'));
    await until(importer, () => asks(importer) !== null, 'it asks');
    expect(text(asks(importer)!)).to.contain('What you have chosen for this file is lost.');
    expect(importer.shadowRoot!.activeElement, 'not one Enter away').to.equal(
      asks(importer)!.querySelector('[data-cancel]'),
    );
    await sendKeys({ press: 'Escape' });
    await until(importer, () => asks(importer) === null, 'the question is gone');
    expect(closed).to.equal(1);
    expect(mapping(importer)['Hall'], 'and nothing is lost').to.equal('Labels');

    await toCheck(importer);
    await click(one(importer, '[data-close]'));
    await until(importer, () => asks(importer) !== null, 'it asks in the check, too');
    await click(asks(importer)!.querySelector('[type=submit]')!);
    await until(importer, () => closed === 2, 'it is closed');
    await until(importer, () => all(importer, '.drop').length === 1, 'and begins anew');
  });

  it('Escape in the dialog of the inbox asks, and closes on the answer; after the report it asks nothing', async () => {
    const { inbox } = await inboxStand([]);
    const found = (): LeadImport | null => inbox.shadowRoot!.querySelector('dialog lead-import');
    const open = async (): Promise<LeadImport> => {
      await press(inboxButton(inbox, 'Import spreadsheet'));
      await waitUntil(() => found()?.shadowRoot?.querySelector('[data-choose]'), 'the importer');
      return found()!;
    };
    const importer = await open();
    await toColumns(importer, fair());
    await become(importer, 'Hall', 'Labels');
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => asks(importer) !== null, 'it asks');
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => asks(importer) === null, 'no');
    expect(found(), 'it is still there').to.equal(importer);
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => asks(importer) !== null, 'it asks again');
    await press(asks(importer)!.querySelector('[type=submit]')!);
    await waitUntil(() => found() === null, 'it is closed');
    const again = await open();
    await toColumns(again, fair());
    await become(again, 'Hall', 'Labels');
    await toCheck(again);
    await toReport(again);
    one(again, '#step').focus();
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => found() === null, 'nothing can be lost any more');
  });
});

describe('lead-import: kept mappings', () => {
  it('keeps what was chosen for the next file of the same columns, and forgets it when told', async () => {
    const { importer, store } = await standAtColumns(fair());
    expect(all(importer, '[data-keep]'), 'a guess needs no keeping').to.have.length(0);
    await become(importer, 'Hall', 'Labels');
    await until(importer, () => all(importer, '[data-keep]').length === 1, 'it is offered');
    expect(text(one(importer, '.keep'))).to.equal('Keep this mapping as “fuar”');
    await toCheck(importer);
    await toReport(importer);
    await until(importer, () => all(importer, '[data-finish]').length === 1, 'the report');

    const next = await importerFor(store);
    await until(next, () => all(next, '[aria-label="Kept mappings"] li').length === 1, 'it is listed');
    await toColumns(next, fair('another.csv', 'C3'));
    expect(mapping(next)['Hall']).to.equal('Labels');
    expect(text(one(next, '.wiz-body'))).to.contain('The columns are mapped as kept under “fuar”.');
    await click(one(next, '[data-guess]'));
    await until(next, () => mapping(next)['Hall'] !== 'Labels', 'guessed again');
    await click(button(next, 'Back'));
    await click(button(next, 'Forget the mapping “fuar”'));
    await until(next, () => all(next, '[aria-label="Kept mappings"]').length === 0, 'it is forgotten');
    const last = await importerFor(store);
    await toColumns(last, fair('third.csv'));
    expect(mapping(last)['Hall']).to.not.equal('Labels');
    expect(all(last, '[data-guess]')).to.have.length(0);
  });

  it('keeps nothing where the box is not ticked', async () => {
    const { importer, store } = await standAtColumns(fair());
    await become(importer, 'Hall', 'Labels');
    await until(importer, () => all(importer, '[data-keep]').length === 1, 'it is offered');
    await click(one(importer, '[data-keep]'));
    expect(one<HTMLInputElement>(importer, '[data-keep]').checked).to.equal(false);
    await toCheck(importer);
    await toReport(importer);
    expect(await records(store, 'view')).to.have.length(0);
  });
});

describe('lead-import: by keyboard alone', () => {
  it('from the file to the report, with every step said', async () => {
    const { importer } = await stand();
    const said: string[] = [];
    const live = new MutationObserver(() => {
      for (const region of all(importer, '[role=status], [role=alert]')) {
        const words = region.textContent.trim();
        if (words !== '' && said.at(-1) !== words) said.push(words);
      }
    });
    live.observe(importer.shadowRoot!, { subtree: true, childList: true, characterData: true });
    // The browser's own window for files has its own keyboard: what it hands over is given.
    await toColumns(importer, csv(['Contact,Value', ...[...Array(1200).keys()].map((i) => `Person ${i},${i}.50`)]));
    const focused = (): Element | null => importer.shadowRoot!.activeElement;
    await until(importer, () => focused()?.id === 'step', 'the step has the focus');
    const tabTo = async (selector: string): Promise<void> => {
      for (let i = 0; i < 60 && focused()?.matches(selector) !== true; i++) await sendKeys({ press: 'Tab' });
      expect(focused()?.matches(selector), `Tab reaches ${selector}`).to.equal(true);
    };
    await tabTo('[data-next]');
    await sendKeys({ press: 'Enter' });
    await until(importer, () => all(importer, '.verdict').length > 0 && focused()?.id === 'step', 'the check');
    expect(counts(importer)['create']).to.equal(1200);
    await tabTo('.win');
    await tabTo('[data-next]');
    await sendKeys({ press: 'Enter' });
    await until(importer, () => all(importer, '[data-finish]').length > 0, 'the report');
    await until(importer, () => focused()?.id === 'step', 'and is where one is');
    expect(text(one(importer, '#step'))).to.equal('Step 4 of 4: Import');
    await tabTo('[data-finish]');
    live.disconnect();
    expect(said.join(' | ')).to.contain('Create 1,200');
    expect(said.join(' | ')).to.contain('300 of 1,200 rows imported');
    expect(said.join(' | ')).to.contain('1,200 leads imported');
  });
});
