/** Ctrl+Z in the dialog of fields: what was done there is taken back, and done again, and told there. */
import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { DealPipeline } from '../../../src/elements/deal-pipeline/deal-pipeline.js';
import { aField, aLead, creation } from '../../../src/testing/fixtures.js';
import { chord } from '../../support/commands.js';
import { click, one, press, settled, sixDeals, stand, text } from './support.js';

async function begin(): ReturnType<typeof stand> {
  const stood = await stand([
    ...sixDeals(),
    creation('field', aField({ id: 'year', name: 'Founded in', type: 'text', rank: 'a0' })),
    creation('field', aField({ id: 'until', name: 'Contract until', type: 'date', rank: 'a1' })),
    creation('lead', aLead({ id: 'h1', title: 'Holder', custom: { year: '1998' } })),
    creation('lead', aLead({ id: 'h2', title: 'Holder', custom: { year: 'long ago' } })),
  ]);
  const { el } = stood;
  await click(one(el, '[data-more]'));
  await settled(el);
  await click(one(el, '.menu [data-id=own-fields]'));
  await waitUntil(() => el.shadowRoot!.querySelector('dialog[open] [data-field]') !== null, 'the list');
  await settled(el);
  return stood;
}

const row = (el: DealPipeline, id: string): HTMLElement => one(el, `dialog[open] [data-field="${id}"]`);
const title = (el: DealPipeline): string => text(one(el, 'dialog[open] h2'));
/** What is said at the foot of the dialog. */
const told = (el: DealPipeline): string => text(one(el, 'dialog[open] .dialog-foot [role=status]'));
const focusedField = (el: DealPipeline): string | undefined =>
  el.shadowRoot!.activeElement?.closest<HTMLElement>('[data-field]')?.dataset['field'];

async function toNumber(el: DealPipeline): Promise<void> {
  await click(row(el, 'year').querySelector('[data-edit-field]')!);
  const type = one(el, '#field-type') as HTMLSelectElement;
  type.value = 'number';
  type.dispatchEvent(new Event('change', { bubbles: true }));
  await settled(el);
  await click(one(el, 'dialog[open] [type=submit]'));
  await waitUntil(() => el.shadowRoot!.querySelector('dialog[open] .tally') !== null, 'what becomes of the values');
  await click(one(el, 'dialog[open] .btn--negative'));
  await waitUntil(() => title(el) === 'Fields', 'the list');
}

describe('the dialog of fields: taking back', () => {
  it('takes another type back, values and all, says so in the dialog, and does it again', async () => {
    const { el, store } = await begin();
    await toNumber(el);
    await waitUntil(() => /Number · 1 value/.test(text(row(el, 'year'))), 'one value is left');
    const value = async (): Promise<unknown> =>
      (
        await store.read({
          kind: 'lead',
          where: { field: 'id', op: 'is', value: 'h2' },
          window: { offset: 0, limit: 1 },
        })
      ).records[0]?.custom['year'];
    await chord('Control+z');
    await waitUntil(() => told(el) === 'Taken back: Field changed', 'it is told');
    await waitUntil(() => /Text · 2 values/.test(text(row(el, 'year'))), 'it is as it was');
    expect(await value()).to.equal('long ago');
    expect(focusedField(el), 'the focus stays at the field').to.equal('year');
    await expect(el).to.be.accessible();
    await chord('Control+Shift+Z');
    await waitUntil(() => told(el) === 'Done again: Field changed', 'done again');
    await waitUntil(() => /Number · 1 value/.test(text(row(el, 'year'))), 'a number');
    el.lang = 'tr';
    await waitUntil(() => told(el).startsWith('Yinelendi'), 'in the language that is spoken now');
  });

  it('shows the form of a field as it was, and leaves a text that is being typed to the browser', async () => {
    const { el, store } = await begin();
    const year = () => store.directory.fields.find(({ id }) => id === 'year')!;
    await click(row(el, 'year').querySelector('.edit')!);
    await settled(el);
    await sendKeys({ type: 'Year' });
    await press(el, 'Enter');
    await waitUntil(() => year().name === 'Year', 'renamed');
    await click(row(el, 'year').querySelector('[data-edit-field]')!);
    const name = (): HTMLInputElement => one(el, '#field-name') as HTMLInputElement;
    await sendKeys({ press: 'End' });
    await sendKeys({ type: 's' });
    await chord('Control+z');
    expect(year().name, 'it is the typing that goes').to.equal('Year');
    await click(one(el, 'dialog[open] [data-cancel]'));
    // Not every browser takes typing back by keys that a driver presses.
    if (title(el) !== 'Fields') await click(one(el, 'dialog[open] .btn--negative'));
    await waitUntil(() => title(el) === 'Fields', 'the list');
    await click(row(el, 'year').querySelector('[data-edit-field]')!);
    expect(name().value).to.equal('Year');
    await chord('Control+z');
    await waitUntil(() => name().value === 'Founded in', 'the form shows it as it was');
    expect(told(el)).to.equal('Taken back: Field saved');
    expect(year().name).to.equal('Founded in');
    await press(el, 'Escape');
    expect(el.shadowRoot!.querySelector('dialog[open]'), 'nothing would be lost').to.equal(null);
  });

  it('leads back to the list where the field of the form goes by it', async () => {
    const { el, store } = await begin();
    await click(one(el, 'dialog[open] [data-add-field]'));
    await sendKeys({ type: 'Industry' });
    await press(el, 'Enter');
    await waitUntil(() => store.directory.fields.length === 3, 'added');
    await waitUntil(() => title(el) === 'Fields', 'the list');
    await click(row(el, store.directory.fields.at(-1)!.id).querySelector('[data-edit-field]')!);
    await chord('Control+z');
    await waitUntil(() => title(el) === 'Fields', 'the list');
    expect(store.directory.fields).to.have.length(2);
    expect(told(el)).to.equal('Taken back: Field added');
    expect(el.shadowRoot!.activeElement?.closest('dialog') !== null, 'the focus is in the dialog').to.equal(true);
  });

  it('touches nothing that was done elsewhere, and says that there is nothing to take back', async () => {
    const { el, store } = await begin();
    await store.execute('deal-win', { ids: ['d1'] });
    await chord('Control+z');
    await waitUntil(() => told(el) === 'There is nothing to take back', 'it is told');
    expect(store.undoable?.name).to.equal('deal-win');
  });
});
