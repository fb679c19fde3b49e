import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { LeadImport } from '../../../src/elements/lead-import/lead-import.js';
import { button as inboxButton, click as press, rows, stand as inboxStand, titles } from '../lead-inbox/support.js';
import { all, csv, one, reported, text, toCheck, toColumns } from './support.js';

describe('lead-import in the dialog of the inbox', () => {
  it('opens from the empty inbox, has no second title, and gives the inbox back with its leads', async () => {
    const { inbox } = await inboxStand([]);
    await press(inboxButton(inbox, 'Import spreadsheet'));
    const found = (): LeadImport | null => inbox.shadowRoot!.querySelector('dialog lead-import');
    await waitUntil(() => found() !== null, 'the importer is there');
    const importer = found()!;
    const dialog = importer.closest('dialog')!;
    expect(text(inbox.shadowRoot!.getElementById(dialog.getAttribute('aria-labelledby')!)!)).to.equal('Import leads');
    await importer.updateComplete;
    expect(all(importer, 'h2'), 'the dialog has the title').to.have.length(0);
    await waitUntil(
      () => importer.shadowRoot!.activeElement === one(importer, '[data-choose]'),
      'the button has the focus',
    );
    await toColumns(importer, csv(['Contact,Company', 'Ada,Engines', 'Grace,Cobol']));
    await toCheck(importer);
    one(importer, '[data-next]').click();
    await reported(importer);
    one(importer, '[data-finish]').click();
    await waitUntil(() => found() === null, 'the dialog is closed');
    await waitUntil(() => rows(inbox).length === 2, 'the leads are in the inbox');
    expect(titles(inbox).sort()).to.deep.equal(['Ada lead', 'Grace lead']);
    await waitUntil(
      () => inbox.shadowRoot!.activeElement === rows(inbox)[0],
      'the button that opened it is gone: the first lead has the focus',
    );
  });

  it('is closed by Escape while nothing is written', async () => {
    const { inbox } = await inboxStand([]);
    await press(inboxButton(inbox, 'Import spreadsheet'));
    const found = (): Element | null => inbox.shadowRoot!.querySelector('dialog lead-import');
    await waitUntil(() => found() !== null, 'the importer is there');
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => found() === null, 'the dialog is closed');
  });
});
