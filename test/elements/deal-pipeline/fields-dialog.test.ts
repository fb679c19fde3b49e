/** The dialog of one's own fields, opened from the board's menu: with keys and with the mouse. */
import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import type { CrmAdapter } from '../../../src/adapters/adapter.js';
import type { Change } from '../../../src/domain/change.js';
import type { Field, Lead } from '../../../src/domain/records.js';
import type { DealPipeline } from '../../../src/elements/deal-pipeline/deal-pipeline.js';
import { aField, aLead, creation, today } from '../../../src/testing/fixtures.js';
import { chord, middle } from '../../support/commands.js';
import { all, click, commits, one, press, said, settled, sixDeals, stand, text, toast } from './support.js';

const sizes = ['Small', 'Middle', 'Large'].map((name) => ({ id: name.toLowerCase(), name }));
const fields: readonly Change[] = [
  creation('field', aField({ id: 'year', name: 'Founded in', type: 'text', rank: 'a0' })),
  creation('field', aField({ id: 'size', name: 'Size', type: 'option', options: sizes, rank: 'a1' })),
  creation('field', aField({ id: 'until', name: 'Contract until', type: 'date', rank: 'a2' })),
];
const holder = (i: number, custom: Lead['custom']): Change =>
  creation('lead', aLead({ id: `h${i}`, title: `Holder ${i}`, custom }));
const holders = [
  holder(1, { year: '1998', size: 'small' }),
  holder(2, { year: '5 or 6', size: 'large' }),
  holder(3, { year: 'long ago' }),
];

async function openFields(el: DealPipeline): Promise<void> {
  await click(one(el, '[data-more]'));
  await settled(el);
  await click(one(el, '.menu [data-id=own-fields]'));
  await waitUntil(() => el.shadowRoot!.querySelector('dialog[open] [data-close]') !== null);
  await settled(el);
}

async function kept(adapter: CrmAdapter): Promise<readonly Field[]> {
  const { records } = await adapter.read({ kind: 'field', today, window: { offset: 0, limit: 100 } });
  return [...records].sort((a, b) => (a.rank < b.rank ? -1 : 1));
}
async function valuesOf(adapter: CrmAdapter, id: string): Promise<readonly unknown[]> {
  const { records } = await adapter.read({ kind: 'lead', today, window: { offset: 0, limit: 100 } });
  return [...records].sort((a, b) => (a.id < b.id ? -1 : 1)).map((lead) => lead.custom[id] ?? null);
}

const names = (el: DealPipeline): string[] => all(el, 'dialog[open] .field-name').map(text);
const row = (el: DealPipeline, id: string): HTMLElement =>
  one(el, `dialog[open] [data-field="${id}"]:not(.drag-ghost)`);
const title = (el: DealPipeline): string => text(one(el, 'dialog[open] h2'));
const focused = (el: DealPipeline): Element | null => el.shadowRoot!.activeElement;
const options = (el: DealPipeline): HTMLInputElement[] =>
  all(el, 'dialog[open] .option-edit input') as HTMLInputElement[];

async function write(input: Element | null, words: string): Promise<void> {
  (input as HTMLInputElement).focus();
  (input as HTMLInputElement).select();
  await sendKeys({ type: words });
}
async function choose(select: HTMLElement, label: string): Promise<void> {
  const field = select as HTMLSelectElement;
  field.focus();
  field.value = [...field.options].find((option) => option.label === label)!.value;
  field.dispatchEvent(new Event('change', { bubbles: true }));
}

async function begin(options: Parameters<typeof stand>[1] = {}): ReturnType<typeof stand> {
  const stood = await stand([...sixDeals(), ...fields, ...holders], options);
  await openFields(stood.el);
  return stood;
}

describe('the dialog of fields', () => {
  it('lists them in their order, with type and how many records hold a value', async () => {
    const { el } = await begin();
    expect(names(el)).to.deep.equal(['Founded in', 'Size', 'Contract until']);
    await waitUntil(() => text(row(el, 'year')).includes('3 values'), 'they are counted');
    expect(text(row(el, 'size'))).to.contain('One of several · 3 options · 2 values');
    expect(text(row(el, 'until'))).to.contain('no values');
    await expect(el).to.be.accessible();
    await press(el, 'Escape');
    await waitUntil(() => el.shadowRoot!.querySelector('dialog[open]') === null);
    expect(focused(el) === one(el, '[data-more]'), 'the focus is back at what opened it').to.equal(true);
  });

  it('adds one with options by keys alone: one write, and back at its row', async () => {
    const { el, adapter } = await begin();
    const seen = commits(adapter);
    expect(focused(el) === one(el, 'dialog[open] [data-add-field]')).to.equal(true);
    await press(el, 'Enter');
    expect(focused(el) === one(el, '#field-name')).to.equal(true);
    await sendKeys({ type: 'Industry' });
    await choose(one(el, '#field-type'), 'One of several');
    await settled(el);
    one(el, 'dialog[open] [data-add-option]').focus();
    await press(el, 'Enter');
    await sendKeys({ type: 'Soap' });
    await press(el, 'Enter');
    await sendKeys({ type: 'Steel' });
    await chord('Alt+ArrowUp');
    expect(said(el)).to.contain('Steel: 1 of 2');
    await chord('Control+Enter');
    await waitUntil(() => names(el).includes('Industry'), 'it is stored');
    const made = (await kept(adapter)).at(-1)!;
    expect([made.name, made.type, made.options.map(({ name }) => name)]).to.deep.equal([
      'Industry',
      'option',
      ['Steel', 'Soap'],
    ]);
    expect(seen.count).to.equal(1);
    expect(focused(el)?.closest('[data-field]')?.getAttribute('data-field')).to.equal(made.id);
  });

  it('takes several lines that are pasted as several options', async () => {
    const { el, adapter } = await begin();
    await click(row(el, 'size').querySelector('[data-edit-field]')!);
    const [first] = options(el);
    first!.focus();
    const paste = new Event('paste', { bubbles: true, cancelable: true, composed: true });
    // What a script has put together Firefox does not let others read: only what came from the clipboard itself.
    Object.defineProperty(paste, 'clipboardData', { value: { getData: () => 'Tiny\r\nHuge\n\n  Vast \n' } });
    first!.dispatchEvent(paste);
    await settled(el);
    expect(options(el).map(({ value }) => value)).to.deep.equal(['Small', 'Tiny', 'Huge', 'Vast', 'Middle', 'Large']);
    await click(one(el, 'dialog[open] [type=submit]'));
    await waitUntil(() => title(el) === 'Fields');
    expect((await kept(adapter))[1]!.options.map(({ name }) => name)).to.deep.equal([
      'Small',
      'Tiny',
      'Huge',
      'Vast',
      'Middle',
      'Large',
    ]);
  });

  it('is renamed in place; a name that is taken is said there, and nothing is lost', async () => {
    const { el, adapter } = await begin();
    await click(row(el, 'year').querySelector('.edit')!);
    await settled(el);
    await write(row(el, 'year').querySelector('input'), 'size');
    await press(el, 'Enter');
    expect(text(row(el, 'year'))).to.contain('Another field has this name.');
    await write(row(el, 'year').querySelector('input'), 'Year');
    await press(el, 'Enter');
    await waitUntil(() => names(el)[0] === 'Year');
    expect((await kept(adapter))[0]!.name).to.equal('Year');
    expect(el.shadowRoot!.querySelector('dialog[open]') !== null, 'Enter has not closed it').to.equal(true);
  });

  it('is put in order by keys, by its menu and by dragging: one write each', async () => {
    const { el, adapter } = await begin();
    const seen = commits(adapter);
    row(el, 'year').querySelector<HTMLElement>('[data-more-field]')!.focus();
    await chord('Alt+ArrowDown');
    await waitUntil(() => names(el).join() === 'Size,Founded in,Contract until');
    expect(said(el)).to.contain('Founded in: 2 of 3');
    expect(focused(el)?.closest('[data-field]')?.getAttribute('data-field')).to.equal('year');
    await press(el, 'Enter');
    await click(one(el, 'dialog[open] .menu [data-id=last]'));
    await waitUntil(() => names(el).join() === 'Size,Contract until,Founded in');
    expect(focused(el)?.closest('[data-field]')?.getAttribute('data-field')).to.equal('year');
    await sendMouse({ type: 'move', position: middle(row(el, 'year').querySelector('[data-grip]')!) });
    await sendMouse({ type: 'down' });
    const top = row(el, 'size').getBoundingClientRect();
    await sendMouse({ type: 'move', position: [Math.round(top.left + 40), Math.round(top.top + 30)] });
    await sendMouse({ type: 'move', position: [Math.round(top.left + 40), Math.round(top.top + 4)] });
    await waitUntil(() => row(el, 'size').classList.contains('is-before'), 'it says where it would stand');
    await sendMouse({ type: 'up' });
    await waitUntil(() => names(el).join() === 'Founded in,Size,Contract until');
    await waitUntil(async () => (await kept(adapter)).map(({ id }) => id).join() === 'year,size,until');
    expect(seen.count).to.equal(3);
    await sendMouse({ type: 'move', position: [2, 2] });
  });

  it('shows what becomes of its values before it is another type, and brings back what is lost', async () => {
    const { el, store, adapter } = await begin();
    await click(row(el, 'year').querySelector('[data-edit-field]')!);
    await choose(one(el, '#field-type'), 'Number');
    await click(one(el, 'dialog[open] [type=submit]'));
    await waitUntil(() => el.shadowRoot!.querySelector('dialog[open] .tally') !== null);
    expect(title(el)).to.equal('Founded in becomes: Number');
    expect(text(one(el, 'dialog[open] .tally'))).to.equal('1 kept2 lost');
    expect(all(el, 'dialog[open] .lost-list li').map(text)).to.deep.equal([
      'Holder 2 5 or 6 is not a number',
      'Holder 3 long ago is not a number',
    ]);
    expect(
      focused(el) === one(el, 'dialog[open] [data-cancel]'),
      'what loses something is not one Enter away',
    ).to.equal(true);
    await expect(el).to.be.accessible();
    await press(el, 'Enter');
    expect(title(el)).to.equal('Edit field');
    expect((one(el, '#field-type') as HTMLSelectElement).value, 'what was chosen is still there').to.equal('number');
    expect(await valuesOf(adapter, 'year')).to.deep.equal(['1998', '5 or 6', 'long ago']);
    await click(one(el, 'dialog[open] [type=submit]'));
    await waitUntil(() => el.shadowRoot!.querySelector('dialog[open] .tally') !== null);
    await click(one(el, 'dialog[open] .btn--negative'));
    await waitUntil(() => title(el) === 'Fields');
    expect(await valuesOf(adapter, 'year')).to.deep.equal([1998, null, null]);
    expect(text(row(el, 'year'))).to.contain('Number');
    expect(toast(el)).to.contain('Field changed');
    await store.undo();
    expect(await valuesOf(adapter, 'year')).to.deep.equal(['1998', '5 or 6', 'long ago']);
    expect((await kept(adapter))[0]!.type).to.equal('text');
  });

  it('an option goes where another one stands in for it', async () => {
    const { el, adapter } = await begin();
    await click(row(el, 'size').querySelector('[data-edit-field]')!);
    await click(all(el, 'dialog[open] .option-edit [data-remove]')[0]!);
    expect(focused(el) === one(el, 'dialog[open] [data-keep]')).to.equal(true);
    await choose(one(el, 'dialog[open] .option-edit.is-gone select'), 'Middle');
    await click(one(el, 'dialog[open] [type=submit]'));
    await waitUntil(() => el.shadowRoot!.querySelector('dialog[open] .tally') !== null);
    expect(text(one(el, 'dialog[open] .tally'))).to.equal('2 kept');
    await click(one(el, 'dialog[open] [type=submit]'));
    await waitUntil(() => title(el) === 'Fields');
    expect(await valuesOf(adapter, 'size')).to.deep.equal(['middle', 'large', null]);
    expect((await kept(adapter))[1]!.options.map(({ name }) => name)).to.deep.equal(['Middle', 'Large']);
  });

  it('says what is wrong at its field, keeps what was typed, and asks before it is thrown away', async () => {
    const { el, adapter } = await begin();
    const seen = commits(adapter);
    await click(one(el, 'dialog[open] [data-add-field]'));
    await press(el, 'Enter');
    expect(text(one(el, 'dialog[open] .field-error'))).to.equal('Give the field a name.');
    expect(focused(el) === one(el, '#field-name')).to.equal(true);
    await sendKeys({ type: 'Size' });
    await press(el, 'Enter');
    expect(text(one(el, 'dialog[open] .field-error'))).to.equal('Another field has this name.');
    await press(el, 'Escape');
    expect(title(el)).to.equal('Discard what you changed?');
    await press(el, 'Enter');
    expect([title(el), (one(el, '#field-name') as HTMLInputElement).value]).to.deep.equal(['Add field', 'Size']);
    await press(el, 'Escape');
    await click(one(el, 'dialog[open] .btn--negative'));
    expect(title(el)).to.equal('Fields');
    expect(seen.count).to.equal(0);
  });

  it('keeps the form where the page refuses', async () => {
    const { el } = await begin();
    el.addEventListener('field-add', (event) => event.waitUntil(Promise.reject(new Error('Ask Maya'))), { once: true });
    await click(one(el, 'dialog[open] [data-add-field]'));
    await sendKeys({ type: 'Industry' });
    await press(el, 'Enter');
    await waitUntil(() => el.shadowRoot!.querySelector('dialog[open] [data-error]') !== null);
    expect(text(one(el, 'dialog[open] [data-error]'))).to.contain('Ask Maya');
    expect((one(el, '#field-name') as HTMLInputElement).value).to.equal('Industry');
  });

  it('goes, and says what stays; taken back it is all there', async () => {
    const { el, store, adapter } = await begin();
    await waitUntil(() => text(row(el, 'year')).includes('3 values'));
    row(el, 'year').querySelector<HTMLElement>('[data-more-field]')!.focus();
    await press(el, 'Enter');
    await click(one(el, 'dialog[open] .menu [data-id=delete]'));
    expect(text(one(el, 'dialog[open] .dialog-body'))).to.contain('3 records hold a value in it.');
    await click(one(el, 'dialog[open] .btn--negative'));
    await waitUntil(() => names(el).join() === 'Size,Contract until');
    await store.undo();
    await waitUntil(() => names(el).join() === 'Founded in,Size,Contract until');
    expect(await valuesOf(adapter, 'year')).to.deep.equal(['1998', '5 or 6', 'long ago']);
  });

  it('asks for it in stages as the form of the pipeline says it', async () => {
    const { el, store } = await begin();
    await store.execute('pipeline-save', {
      id: 'pipeline-1',
      stages: [{ id: 'stage-2', requiredFields: ['custom.size'] }],
    });
    await click(row(el, 'size').querySelector('[data-edit-field]')!);
    await click(one(el, 'dialog[open] .asks summary'));
    expect((one(el, '#asked-stage-2') as HTMLInputElement).checked).to.equal(true);
    for (const id of ['stage-2', 'stage-3', 'won-pipeline-1']) {
      one(el, `#asked-${id}`).focus();
      await press(el, ' ');
    }
    await click(one(el, 'dialog[open] [type=submit]'));
    await waitUntil(() => title(el) === 'Fields');
    expect(store.directory.stage('stage-2')!.requiredFields).to.deep.equal([]);
    expect(store.directory.stage('stage-3')!.requiredFields).to.deep.equal(['custom.size']);
    expect(store.directory.pipelines[0]!.wonFields).to.deep.equal(['custom.size']);
  });

  it('stays in sight and says why, where the page does not let fields be changed', async () => {
    const { el } = await begin({ can: (action) => (action.startsWith('field') ? 'Ask the office.' : true) });
    for (const selector of ['[data-add-field]', '[data-edit-field]']) {
      const button = one(el, `dialog[open] ${selector}`);
      expect([button.getAttribute('aria-disabled'), button.title]).to.deep.equal(['true', 'Ask the office.']);
      await click(button);
    }
    expect(title(el)).to.equal('Fields');
    await expect(el).to.be.accessible();
  });
});
