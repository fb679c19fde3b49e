/** Where a field of one's own is important: said in the form of the field, by key. */
import { expect, waitUntil } from '@open-wc/testing';
import type { DealPipeline } from '../../../src/elements/deal-pipeline/deal-pipeline.js';
import { aField, creation } from '../../../src/testing/fixtures.js';
import { all, click, one, press, settled, sixDeals, stand, text } from './support.js';

const title = (el: DealPipeline): string => text(one(el, 'dialog[open] h2'));
const row = (el: DealPipeline): HTMLElement => one(el, 'dialog[open] [data-field=size]');

async function edit(el: DealPipeline): Promise<void> {
  await click(row(el).querySelector('[data-edit-field]')!);
  await waitUntil(() => el.shadowRoot!.querySelector('dialog[open] #field-name') !== null, 'the form');
  await settled(el);
}
async function save(el: DealPipeline): Promise<void> {
  await click(one(el, 'dialog[open] [type=submit]'));
  await waitUntil(() => title(el) === 'Fields', 'the list');
  await settled(el);
}

describe('where a field is important', () => {
  it('is limited to stages and to none, and the list says so', async () => {
    const { el, store } = await stand([
      ...sixDeals(),
      creation('field', aField({ id: 'size', name: 'Size', type: 'text', rank: 'a1' })),
    ]);
    const field = () => store.directory.fields.find(({ id }) => id === 'size')!;
    await click(one(el, '[data-more]'));
    await settled(el);
    await click(one(el, '.menu [data-id=own-fields]'));
    await waitUntil(() => el.shadowRoot!.querySelector('dialog[open] [data-field=size]') !== null, 'the list');
    await edit(el);
    expect(all(el, '[id^=important-]'), 'it is not important').to.have.length(0);
    one(el, '#field-important').focus();
    await press(el, ' ');
    const summary = (): HTMLElement => one(el, 'dialog[open] .asks:has([id^=important-]) summary');
    expect(text(summary())).to.equal('Everywhere, also with leads');
    summary().focus();
    await press(el, 'Enter');
    for (const id of ['stage-2', 'stage-3']) {
      one(el, `#important-${id}`).focus();
      await press(el, ' ');
    }
    expect(text(summary())).to.equal('Only in 2 stages');
    await expect(el).to.be.accessible();
    await save(el);
    expect([field().important, field().importantIn]).to.deep.equal([true, ['stage-2', 'stage-3']]);
    expect(text(row(el))).to.contain('Important in 2 stages');
    await edit(el);
    await click(summary());
    expect((one(el, '#important-stage-2') as HTMLInputElement).checked).to.equal(true);
    for (const id of ['stage-2', 'stage-3']) {
      one(el, `#important-${id}`).focus();
      await press(el, ' ');
    }
    await save(el);
    expect([field().important, field().importantIn]).to.deep.equal([true, null]);
    expect(text(row(el)))
      .to.contain('Important')
      .and.to.not.contain('stages');
    await store.undo();
    await waitUntil(() => field().importantIn?.length === 2, 'taken back');
  });
});
