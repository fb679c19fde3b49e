/** The fields that cards show: chosen, put in order, kept, set by the page; heights follow. */
import { expect, waitUntil } from '@open-wc/testing';
import type { DealPipeline } from '../../../src/elements/deal-pipeline/deal-pipeline.js';
import type { Field } from '../../../src/domain/records.js';
import { aField, creation, money } from '../../../src/testing/fixtures.js';
import { kept } from '../../support/kept.js';
import { all, board, card, click, deal, focusCard, one, press, said, settled, stage, stand, text } from './support.js';

const open = async (el: DealPipeline): Promise<void> => {
  await click(one(el, '[data-more]'));
  await click(one(el, '.menu [data-id=fields]'));
  await waitUntil(() => all(el, '.card-fields').length === 1);
};
const tick = (el: DealPipeline, id: string): Promise<void> => click(one(el, `[data-field="${id}"] input`));
/** The cards of a stage stand below each other, without a gap or an overlap. */
function stacked(el: DealPipeline, at: number): void {
  const boxes = [...stage(el, at).querySelectorAll('.card[data-id]')]
    .map((each) => each.getBoundingClientRect())
    .sort((a, b) => a.top - b.top);
  for (const [i, box] of boxes.entries()) if (i > 0) expect(box.top - boxes[i - 1]!.bottom).to.be.closeTo(8, 1);
}

describe('<deal-pipeline> card fields', () => {
  it('are ticked, put in order by key, at most seven, and kept for the user', async () => {
    const { el, store } = await stand();
    const before = card(el, 'd2').offsetHeight;
    await open(el);
    expect(text(one(el, '#fields-most'))).to.equal('7 of at most 7 are shown.');
    await tick(el, 'probability');
    await waitUntil(() => said(el).includes('A card shows 7 fields at most. Clear one first.'));
    expect(el.fields).to.not.include('probability');
    await tick(el, 'ownerId');
    await tick(el, 'probability');
    await tick(el, 'labelIds');
    await tick(el, 'weighted');
    await settled(el);
    expect(el.fields.slice(-2)).to.deep.equal(['probability', 'weighted']);
    expect(text(card(el, 'd2'))).to.match(/Chance \d+%.*Weighted €/);
    expect(card(el, 'd2').offsetHeight).to.be.greaterThan(before);
    stacked(el, 0);
    one(el, '[data-field=weighted] [data-by="-1"]').focus();
    await press(el, 'Enter');
    expect(el.fields.slice(-2)).to.deep.equal(['weighted', 'probability']);
    await waitUntil(() => said(el).includes('Weighted is now 6 of 7'));
    expect(text(card(el, 'd2'))).to.match(/Weighted €.*Chance/);
    await press(el, 'Escape');
    el.remove();
    await kept(store, 'deal-pipeline', { fields: el.fields });
    const again = await board(store);
    await waitUntil(() => /Weighted €.*Chance/.test(text(card(again, 'd2'))));
    await settled(again);
    stacked(again, 0);
    await open(again);
    await click(one(again, '[data-reset]'));
    await settled(again);
    expect(text(card(again, 'd2'))).to.not.contain('Chance');
    stacked(again, 0);
  });

  it('can be set by the page, custom fields of every type among them; two lines at most, whichever way they run', async () => {
    const fields: readonly (Partial<Field> & { readonly id: string })[] = [
      { id: 'f-text', name: 'Notiz', type: 'longText' },
      { id: 'f-number', name: 'Units', type: 'number' },
      { id: 'f-option', name: 'Tier', type: 'option', options: [{ id: 'a', name: 'Gold' }] },
      { id: 'f-person', name: 'Referrer', type: 'person' },
      { id: 'f-yes', name: 'Signed', type: 'yesNo' },
    ];
    const long = 'עמוד '.repeat(60).trim();
    const { el } = await stand(
      [
        ...deal({
          id: 'd1',
          stageId: 'stage-0',
          value: money('100'),
          custom: { 'f-text': long, 'f-number': 12.5, 'f-option': 'a', 'f-person': 'person-1', 'f-yes': true },
        }),
        ...deal({ id: 'd2', stageId: 'stage-0' }),
      ],
      { changes: fields.map((field) => creation('field', aField(field))) },
    );
    el.fields = [...fields.map(({ id }) => `custom.${id}`), 'createdAt', 'stageChangedAt', 'value'];
    expect(el.fields, 'seven at most').to.have.length(7);
    await waitUntil(() => text(card(el, 'd1')).includes('Tier Gold'));
    await waitUntil(() => /Referrer \S+/.test(text(card(el, 'd1'))), 'a name, not an id');
    expect(text(card(el, 'd1')))
      .to.contain('Units 12.5')
      .and.to.contain('Signed Yes')
      .and.not.to.contain('person-1');
    const [line] = card(el, 'd1').querySelectorAll<HTMLElement>('.own .sub');
    const height = parseFloat(getComputedStyle(line!).lineHeight);
    expect(line!.offsetHeight).to.be.at.most(Math.ceil(2 * height) + 1);
    expect(line!.querySelectorAll('bdi')).to.have.length(2);
    await settled(el);
    stacked(el, 0);
    // All of it is what the card says to those who listen.
    const title = card(el, 'd1').querySelector('.title')!;
    const described = (title.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => el.shadowRoot!.getElementById(id)?.textContent ?? '');
    expect(described.join(' ')).to.contain('Gold');
    el.fields = [];
    await settled(el);
    expect(text(card(el, 'd2'))).to.equal('Deal d2');
    stacked(el, 0);
    await focusCard(el, 'd2');
  });
});
