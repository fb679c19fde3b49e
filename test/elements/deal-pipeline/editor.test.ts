import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { CrmAdapter } from '../../../src/adapters/adapter.js';
import type { Pipeline, Stage } from '../../../src/domain/records.js';
import type { DealPipeline } from '../../../src/elements/deal-pipeline/deal-pipeline.js';
import { aPipeline, aStage, creation, today } from '../../../src/testing/fixtures.js';
import { chord } from '../../support/commands.js';
import {
  all,
  board,
  card,
  cards,
  click,
  commits,
  count,
  focusCard,
  one,
  press,
  said,
  settled,
  stand,
  stored,
  text,
} from './support.js';

const second = [
  creation('pipeline', aPipeline({ id: 'pipeline-2', name: 'Renewals', rank: 'a1' })),
  creation('stage', aStage({ id: 'stage-r', name: 'Asked', pipelineId: 'pipeline-2' })),
];

async function openMenu(el: DealPipeline, item: string): Promise<void> {
  await click(one(el, '[data-more]'));
  await settled(el);
  await click(one(el, `.menu [data-id=${item}]`));
  await waitUntil(() => el.shadowRoot!.querySelector('dialog[open]') !== null);
  await settled(el);
}

async function kept<K extends 'pipeline' | 'stage'>(adapter: CrmAdapter, kind: K): Promise<(Pipeline & Stage)[]> {
  const page = await adapter.read({ kind, today, window: { offset: 0, limit: 50 } });
  return [...page.records] as unknown as (Pipeline & Stage)[];
}

const heads = (el: DealPipeline): string[] => all(el, '.stage-head h3 .cut').map(text);
/** The field of a stage by its place in the form. */
const field = (el: DealPipeline, at: number, label: 'name' | 'chance' | 'days'): HTMLInputElement =>
  all(el, `.stage-edit input[id$=-${label}]`)[at] as HTMLInputElement;
const row = (el: DealPipeline, at: number): HTMLElement => all(el, '.stage-edit')[at]!;
const open = (el: DealPipeline): boolean => el.shadowRoot!.querySelector('dialog[open]') !== null;

async function write(input: HTMLInputElement | HTMLElement, words: string): Promise<void> {
  input.focus();
  (input as HTMLInputElement).select();
  await sendKeys({ type: words });
}

async function choose(el: DealPipeline, select: string, label: string): Promise<void> {
  const field = one(el, select) as HTMLSelectElement;
  field.focus();
  field.value = [...field.options].find((option) => option.label === label)!.value;
  field.dispatchEvent(new Event('change', { bubbles: true }));
  await settled(el);
}

describe('<deal-pipeline> changes its pipelines', () => {
  it('a stage renamed, another chance, one more between two: one write, seen at once, and taken back', async () => {
    const { el, store, adapter } = await stand();
    const other = await board(store);
    const seen = commits(adapter);
    await openMenu(el, 'edit-pipeline');
    expect(el.shadowRoot!.activeElement === one(el, '#pipeline-name')).to.equal(true);
    await write(field(el, 1, 'name'), 'Called');
    await write(field(el, 1, 'chance'), '35');
    await write(field(el, 1, 'days'), '14');
    await click(one(el, '[data-add-stage]'));
    await sendKeys({ type: 'Visited' });
    // Up past the last two, with the keys that move a stage.
    await chord('Alt+ArrowUp');
    await chord('Alt+ArrowUp');
    expect(said(el)).to.contain('Visited: 3 of 5');
    await press(el, 'Enter');
    await waitUntil(() => !open(el), 'it is stored');
    const names = ['Qualified', 'Called', 'Visited', 'Proposal sent', 'Contract out'];
    await waitUntil(() => heads(el).join() === names.join());
    await waitUntil(() => heads(other).join() === names.join(), 'another board shows it at once');
    expect(seen.count).to.equal(1);
    const called = (await kept(adapter, 'stage')).find(({ name }) => name === 'Called')!;
    expect([called.probability, called.rotDays]).to.deep.equal([35, 14]);
    expect(cards(el, 0), 'deals stay where they stood').to.have.length(3);
    await store.undo();
    await waitUntil(() => heads(el).join() === 'Qualified,Contact made,Proposal sent,Contract out');
  });

  it('says what is wrong at its field, keeps what was typed, and writes nothing', async () => {
    const { el, adapter } = await stand();
    const seen = commits(adapter);
    await openMenu(el, 'edit-pipeline');
    await write(one(el, '#pipeline-name'), ' ');
    await write(field(el, 0, 'name'), 'contract OUT');
    await write(field(el, 1, 'chance'), '120');
    await write(field(el, 2, 'days'), 'soon');
    await press(el, 'Enter');
    const errors = all(el, 'dialog[open] .field-error').map(text);
    expect(errors).to.deep.equal([
      'Give the pipeline a name.',
      'A number from 0 to 100.',
      'Whole days, 1 or more; empty means never.',
      'Another stage has this name.',
    ]);
    expect(el.shadowRoot!.activeElement === one(el, '#pipeline-name')).to.equal(true);
    expect(field(el, 2, 'days').value).to.equal('soon');
    expect(seen.count).to.equal(0);
    await write(one(el, '#pipeline-name'), 'Business');
    await write(field(el, 0, 'name'), 'Checked');
    await write(field(el, 1, 'chance'), '20');
    await write(field(el, 2, 'days'), '9');
    await press(el, 'Enter');
    await waitUntil(() => !open(el), 'it is stored');
    expect(heads(el)[0]).to.equal('Checked');
  });

  it('keeps the form where the page refuses, and asks before it is thrown away', async () => {
    const { el, adapter } = await stand();
    const seen = commits(adapter);
    el.addEventListener('pipeline-save', (event) => event.waitUntil(Promise.reject(new Error('Ask Maya'))), {
      once: true,
    });
    await openMenu(el, 'edit-pipeline');
    await write(one(el, '#pipeline-name'), 'Mine');
    await press(el, 'Enter');
    await waitUntil(() => el.shadowRoot!.querySelector('[data-error]') !== null);
    expect(text(one(el, '[data-error]'))).to.equal('The pipeline was not saved. Ask Maya');
    expect((one(el, '#pipeline-name') as HTMLInputElement).value).to.equal('Mine');
    expect(seen.count).to.equal(0);
    await press(el, 'Escape');
    await waitUntil(() =>
      text(el.shadowRoot!.querySelectorAll('dialog[open]')[1] ?? el).includes('Discard what you changed?'),
    );
    await press(el, 'Escape');
    expect((one(el, '#pipeline-name') as HTMLInputElement).value, 'it goes on').to.equal('Mine');
    one(el, '#pipeline-name').focus();
    await press(el, 'Enter');
    await waitUntil(() => !open(el), 'the second time it is stored');
    expect(text(one(el, '.pipe-name'))).to.equal('Mine');
  });

  it('a stage with deals goes when it is said where they go, won ones too', async () => {
    const { el, store, adapter } = await stand();
    await store.execute('deal-win', { ids: ['d2'] });
    await openMenu(el, 'edit-pipeline');
    await click(row(el, 0).querySelector('[data-remove]')!);
    await waitUntil(() => text(row(el, 0)).includes('Its 3 deals go to'), 'they are counted');
    await click(one(el, 'dialog[open] [type=submit]'));
    await settled(el);
    expect(text(row(el, 0))).to.contain('Choose where they go.');
    await choose(el, '.is-gone select', 'Contract out');
    await click(one(el, 'dialog[open] [type=submit]'));
    await waitUntil(() => !open(el), 'it is stored');
    await waitUntil(() => heads(el).join() === 'Contact made,Proposal sent,Contract out');
    await waitUntil(() => count(el, 3) === '2', 'the open ones are there');
    expect((await stored(adapter, 'd2')).stageId).to.equal('stage-3');
    expect((await kept(adapter, 'stage')).map(({ id }) => id)).to.not.include('stage-0');
  });

  it('a stage can be kept after all, and the last one stays', async () => {
    const { el } = await stand(undefined, { changes: second });
    el.pipelineId = 'pipeline-2';
    await settled(el);
    await openMenu(el, 'edit-pipeline');
    await click(row(el, 0).querySelector('[data-remove]')!);
    expect(text(one(el, '[data-error]'))).to.equal('A pipeline needs at least one stage.');
    await click(one(el, '[data-add-stage]'));
    await sendKeys({ type: 'Agreed' });
    await click(row(el, 0).querySelector('[data-remove]')!);
    await settled(el);
    expect(el.shadowRoot!.activeElement?.matches('[data-keep]')).to.equal(true);
    await press(el, 'Enter');
    expect(field(el, 0, 'name').value).to.equal('Asked');
    expect(el.shadowRoot!.activeElement === field(el, 0, 'name')).to.equal(true);
  });

  it('a new one begins like the one that is shown, and is shown then', async () => {
    const { el, adapter } = await stand();
    await openMenu(el, 'add-pipeline');
    expect(all(el, '.stage-edit')).to.have.length(4);
    await sendKeys({ type: 'Partners' });
    await press(el, 'Enter');
    await waitUntil(() => !open(el), 'it is stored');
    await waitUntil(() => (one(el, '.pipe-name select') as HTMLSelectElement).selectedOptions[0]?.label === 'Partners');
    const four = ['Qualified', 'Contact made', 'Proposal sent', 'Contract out'];
    await waitUntil(() => all(el, '.stage .count').map(text).join() === '0,0,0,0', 'nothing stands in it');
    expect(heads(el), 'its stages are there to be filled').to.deep.equal(four);
    expect(all(el, '.empty')).to.have.length(0);
    const made = (await kept(adapter, 'pipeline')).find(({ name }) => name === 'Partners')!;
    const stages = (await kept(adapter, 'stage')).filter(({ pipelineId }) => pipelineId === made.id);
    expect(stages.map(({ name }) => name)).to.deep.equal(four);
  });

  it('deletes one when it is said where its deals go', async () => {
    const { el, adapter } = await stand(undefined, { changes: second });
    await openMenu(el, 'edit-pipeline');
    await click(one(el, 'dialog[open] [data-delete]'));
    const question = (): HTMLDialogElement =>
      [...el.shadowRoot!.querySelectorAll<HTMLDialogElement>('dialog[open]')].at(-1)!;
    await waitUntil(() => text(question()).includes('Its 5 deals go to'), 'they are counted');
    await choose(el, '#pipeline-target', 'Renewals: Asked');
    await click(question().querySelector('[type=submit]')!);
    await waitUntil(() => !open(el), 'it is gone, and the form with it');
    await waitUntil(() => heads(el).join() === 'Asked');
    expect((await kept(adapter, 'pipeline')).map(({ name }) => name)).to.deep.equal(['Renewals']);
    await waitUntil(() => all(el, '.card[data-id]').length === 5);
  });

  it('puts pipelines in order, and says which one is the default', async () => {
    const { el, adapter } = await stand(undefined, { changes: second });
    await openMenu(el, 'pipelines');
    const rows = (): string[] => all(el, '.pipes-list > li').map(text);
    expect(rows()).to.deep.equal(['New business 4 stages · Default Edit', 'Renewals 1 stage Edit']);
    await click(all(el, '.pipes-list > li')[1]!.querySelector('[aria-label="Move Renewals up"]')!);
    await waitUntil(() => rows()[0] === 'Renewals 1 stage · Default Edit');
    expect(said(el)).to.contain('Renewals: 1 of 2');
    await waitUntil(async () => (await kept(adapter, 'pipeline'))[0]?.name === 'Renewals', 'it is stored');
    await click(one(el, '[data-id=pipeline-2] [data-edit]'));
    await waitUntil(() => el.shadowRoot!.querySelector<HTMLInputElement>('#pipeline-name')?.value === 'Renewals');
  });

  it('asks for the reasons of the pipeline when a deal is lost, or for one’s own words', async () => {
    const { el, store, adapter } = await stand();
    await openMenu(el, 'edit-pipeline');
    one(el, 'input[value=own]').scrollIntoView();
    await click(one(el, 'input[value=own]'));
    await write(one(el, '#pipeline-reasons'), 'Too late');
    await chord('Control+Enter');
    await waitUntil(() => !open(el), 'it is stored');
    expect((await kept(adapter, 'pipeline'))[0]!.lostReasons).to.deep.equal(['Too late']);
    const lose = async (id: string): Promise<void> => {
      await focusCard(el, id);
      card(el, id).querySelector<HTMLElement>('[data-do=menu]')!.click();
      await settled(el);
      await click(one(el, '.menu [data-id=lost]'));
      await waitUntil(() => open(el));
      await settled(el);
    };
    await lose('d4');
    expect(all(el, '.reasons label').map(text)).to.deep.equal(['Too late']);
    await press(el, 'Escape');
    await store.execute('pipeline-save', { id: 'pipeline-1', lostReasons: [] });
    await settled(el);
    await lose('d4');
    await sendKeys({ type: 'They moved away' });
    await press(el, 'Enter');
    await waitUntil(() => cards(el, 2).join() === 'd5');
    expect((await stored(adapter, 'd4')).lostReason).to.equal('They moved away');
  });

  it('says why it may not be done', async () => {
    const { el } = await stand(undefined, { can: (action) => (action === 'pipeline-save' ? 'Ask the office.' : true) });
    await click(one(el, '[data-more]'));
    await settled(el);
    const item = one(el, '.menu [data-id=edit-pipeline]');
    expect(item.ariaDisabled).to.equal('true');
    expect(text(item) + item.title).to.contain('Ask the office.');
  });

  it('can be used with assistive technology', async () => {
    const { el } = await stand(undefined, { changes: second });
    await openMenu(el, 'edit-pipeline');
    one(el, '.asks summary').click();
    await click(row(el, 1).querySelector('[data-remove]')!);
    await settled(el);
    await expect(el).to.be.accessible();
  });
});
