/** A field of two days, where a dialog asks for it: one answer, and half of it is none. */
import { expect, waitUntil } from '@open-wc/testing';
import { aField, aStage, creation, edit } from '../../../src/testing/fixtures.js';
import { all, card, click, commits, focusCard, one, press, settled, stage, stand, stored, text } from './support.js';
import type { Stand } from './support.js';

const service = creation('field', aField({ id: 'service', name: 'Service window', type: 'dateRange', onAdd: true }));
const parts = creation('field', aField({ id: 'parts', name: 'Parts', type: 'options', onAdd: true, rank: 'b1' }));
const size = creation('field', aField({ id: 'size', name: 'Size', type: 'option', onAdd: true, rank: 'b2' }));

/** Gives a day as a person's hand does; how it is typed is the browser's own. */
function day(el: Stand['el'], id: string, to: string): void {
  const input = one(el, `[id="${id}"]`) as HTMLInputElement;
  input.focus();
  input.value = to;
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

const errors = (el: Stand['el']): string[] => all(el, 'dialog .field-error').map(text);
const wrong = (el: Stand['el']): string[] => all(el, 'dialog [aria-invalid=true]').map(({ id }) => id);

describe('<deal-pipeline>: two days that are asked for', () => {
  it('are two inputs under one name, and are won with when both are there in their order', async () => {
    const { el, adapter } = await stand(undefined, {
      changes: [service, edit('pipeline', 'pipeline-1', { wonFields: [[], ['custom.service']] })],
    });
    const seen = commits(adapter);
    await focusCard(el, 'd5');
    card(el, 'd5').querySelector<HTMLElement>('[data-do=menu]')!.click();
    await settled(el);
    await click(one(el, '.menu [data-id=won]'));
    await waitUntil(() => el.shadowRoot!.querySelector('dialog[open]') !== null, 'it asks');
    const group = one(el, 'dialog [role=group]');
    expect(text(group)).to.contain('Service window').and.to.contain('From').and.to.contain('Until');
    expect(all(el, 'dialog [role=group] input').map((each) => (each as HTMLInputElement).type)).to.deep.equal([
      'date',
      'date',
    ]);
    await expect(el).to.be.accessible();
    const [from, until] = ['answer-custom.service-from', 'answer-custom.service-until'];
    expect(el.shadowRoot!.activeElement!.id, 'the first day has the focus').to.equal(from);
    await press(el, 'Enter');
    expect(errors(el)).to.deep.equal(['Needs an answer']);
    expect(wrong(el), 'neither is there').to.deep.equal([from, until]);
    day(el, from, '2026-12-24');
    await settled(el);
    expect(errors(el), 'the other day is still to come').to.deep.equal([]);
    one(el, 'dialog [type=submit]').focus();
    await settled(el);
    expect(errors(el)).to.deep.equal(['Choose both days']);
    expect(wrong(el)).to.deep.equal([until]);
    await expect(el).to.be.accessible();
    day(el, until, '2026-12-01');
    await press(el, 'Enter');
    expect(errors(el)).to.deep.equal(['The first day comes before the last one']);
    expect(seen.count).to.equal(0);
    day(el, until, '2026-12-31');
    await settled(el);
    expect(errors(el), 'nothing is wrong').to.deep.equal([]);
    await press(el, 'Enter');
    await waitUntil(() => seen.count === 1, 'one write');
    expect((await stored(adapter, 'd5')).custom).to.deep.equal({ service: ['2026-12-24', '2026-12-31'] });
  });

  it('may be left out of a new deal, but not half of them', async () => {
    const { el, store } = await stand(undefined, {
      changes: [service, parts, size, creation('stage', aStage({ id: 'stage-4', name: 'Demo', rank: 'a4' }))],
    });
    await click(stage(el, 4).querySelector('[data-add]')!);
    await waitUntil(() => el.shadowRoot!.querySelector('dialog[open] #deal-person') !== null);
    expect(all(el, 'dialog .field-note').map(text), 'where there is nothing to choose from, it is said').to.deep.equal([
      'This field has no options yet',
      'This field has no options yet',
    ]);
    const [from, until] = ['deal-custom.service-from', 'deal-custom.service-until'];
    day(el, from, '2026-12-24');
    await press(el, 'Escape');
    await waitUntil(() => all(el, 'dialog[open]').length === 2, 'half of them is something typed');
    await press(el, 'Escape');
    await waitUntil(() => all(el, 'dialog[open]').length === 1);
    one(el, '#deal-person').focus();
    await settled(el);
    expect(errors(el)).to.deep.equal(['Choose both days']);
    day(el, from, '');
    await settled(el);
    expect(errors(el), 'none of them is no answer').to.deep.equal([]);
    day(el, from, '2026-12-24');
    day(el, until, '2026-12-24');
    const title = one(el, '#deal-title') as HTMLInputElement;
    title.focus();
    title.value = 'One day';
    title.dispatchEvent(new InputEvent('input', { bubbles: true }));
    const person = one(el, '#deal-person') as HTMLInputElement;
    person.focus();
    person.value = 'Zeki Alasya';
    person.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await waitUntil(() => text(one(el, '#deal-person-list')).includes('as a new person'));
    await press(el, 'Enter', 'Enter');
    await waitUntil(() => el.shadowRoot!.querySelector('dialog[open]') === null, 'it is added');
    const { records } = await store.read({
      kind: 'deal',
      where: { field: 'stageId', op: 'is', value: 'stage-4' },
      window: { offset: 0, limit: 9 },
    });
    expect(records.map(({ custom }) => custom)).to.deep.equal([{ service: ['2026-12-24', '2026-12-24'] }]);
  });
});
