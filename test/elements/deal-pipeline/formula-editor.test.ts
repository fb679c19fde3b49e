/** The form of a formula field, in the dialog of fields: with keys and with the mouse. */
import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { CrmAdapter } from '../../../src/adapters/adapter.js';
import { profileWith } from '../../../src/domain/profile.js';
import type { Field } from '../../../src/domain/records.js';
import type { DealPipeline } from '../../../src/elements/deal-pipeline/deal-pipeline.js';
import { aField, aLead, creation, edit, money, today } from '../../../src/testing/fixtures.js';
import { all, click, one, press, said, settled, sixDeals, stand, text } from './support.js';
import type { StandOptions } from './support.js';

const fields = [
  creation('field', aField({ id: 'seats', name: 'Seats', type: 'number', rank: 'a0' })),
  creation('field', aField({ id: 'cost', name: 'Delivery cost', type: 'money', rank: 'a1' })),
  creation(
    'field',
    aField({
      id: 'margin',
      name: 'Margin',
      type: 'formula',
      rank: 'a2',
      formula: '#{value} - #{custom.cost}',
      gives: 'money',
    }),
  ),
  edit('deal', 'd1', { 'custom.cost': [null, money('400')], 'custom.seats': [null, 8] }),
];

async function kept(adapter: CrmAdapter, name: string): Promise<Field | undefined> {
  const { records } = await adapter.read({ kind: 'field', today, window: { offset: 0, limit: 100 } });
  return records.find((field) => field.name === name);
}

async function begin(options?: StandOptions): ReturnType<typeof stand> {
  const stood = await stand([...sixDeals(), ...fields], options);
  await click(one(stood.el, '[data-more]'));
  await settled(stood.el);
  await click(one(stood.el, '.menu [data-id=own-fields]'));
  await waitUntil(() => stood.el.shadowRoot!.querySelector('dialog[open] [data-close]') !== null, 'the list');
  return stood;
}

const line = (el: DealPipeline): HTMLInputElement => one(el, '#field-formula') as HTMLInputElement;
const listed = (el: DealPipeline): string[] =>
  all(el, '.formula-list:not([hidden]) [role=option]').map((each) => text(each).replace(/^#/, ''));

async function choose(select: HTMLElement, label: string): Promise<void> {
  const field = select as HTMLSelectElement;
  field.focus();
  field.value = [...field.options].find((option) => option.label === label)!.value;
  field.dispatchEvent(new Event('change', { bubbles: true }));
}

async function add(el: DealPipeline, name: string): Promise<void> {
  await click(one(el, 'dialog[open] [data-add-field]'));
  await waitUntil(() => el.shadowRoot!.querySelector('dialog[open] #field-name') !== null, 'the form');
  one(el, '#field-name').focus();
  await sendKeys({ type: name });
  await choose(one(el, '#field-type'), 'Formula');
  await waitUntil(() => el.shadowRoot!.querySelector('#field-formula') !== null, 'the line of the formula');
  line(el).focus();
}

describe('the form of a formula field', () => {
  it('completes fields and functions by keys, says how many there are, and stores keys', async () => {
    const { el, adapter } = await begin();
    expect(text(one(el, 'dialog[open] [data-field=margin] small'))).to.equal('Formula');
    await add(el, 'Per seat');
    const { top } = line(el).getBoundingClientRect();
    await sendKeys({ type: '(#del' });
    await waitUntil(() => listed(el).join() === 'Delivery cost', 'what begins so');
    expect(line(el).ariaExpanded).to.equal('true');
    expect(said(el)).to.contain('1 suggestion');
    await press(el, 'Escape');
    expect(listed(el)).to.deep.equal([]);
    expect(el.shadowRoot!.querySelector('dialog[open]') !== null, 'the dialog stays').to.equal(true);
    await press(el, 'ArrowDown', 'Enter');
    expect(line(el).value).to.equal('(#Delivery cost');
    await sendKeys({ type: ' - 10%) / ma' });
    await waitUntil(() => listed(el).join() === 'MAX(…)', 'the function');
    await press(el, 'Tab');
    expect(line(el).value).to.equal('(#Delivery cost - 10%) / MAX()');
    await sendKeys({ type: '1, #se' });
    await waitUntil(() => listed(el).join() === 'Seats', 'the field');
    await press(el, 'Enter');
    expect(line(el).value).to.equal('(#Delivery cost - 10%) / MAX(1, #Seats)');
    await waitUntil(() => text(one(el, '.formula-try')).includes('€45'), 'what it gives now');
    expect(line(el).getBoundingClientRect().top, 'it stays where it is').to.equal(top);
    await press(el, 'Escape');
    await waitUntil(() => el.shadowRoot!.activeElement?.matches('[data-keep-typing]') === true, 'it asks');
    await press(el, 'Enter');
    await waitUntil(() => el.shadowRoot!.activeElement === line(el), 'it goes on where it was');
    expect(line(el).value).to.equal('(#Delivery cost - 10%) / MAX(1, #Seats)');
    await click(one(el, 'dialog[open] [type=submit]'));
    await waitUntil(() => el.shadowRoot!.querySelector('dialog[open] #field-name') === null, 'stored');
    const made = await kept(adapter, 'Per seat');
    expect([made?.type, made?.formula, made?.gives]).to.deep.equal([
      'formula',
      '(#{custom.cost} - 10%) / MAX(1, #{custom.seats})',
      'money',
    ]);
  });

  it('goes over the bracket that came with a function where it is typed as well, and closes those that are open', async () => {
    const { el } = await begin();
    await add(el, 'Larger');
    await sendKeys({ type: 'ma' });
    await waitUntil(() => listed(el).join() === 'MAX(…)', 'the function');
    await press(el, 'Enter');
    await sendKeys({ type: '(1 + 2), 4) * (3)' });
    expect(line(el).value).to.equal('MAX((1 + 2), 4) * (3)');
    expect(el.shadowRoot!.querySelector('#field-formula-problem .i') === null, 'nothing is wrong').to.equal(true);
  });

  it('puts a name in the place of all of the one in which the cursor stands, and nowhere else than where it was found', async () => {
    const { el } = await begin({
      changes: [creation('field', aField({ id: 'less', name: 'İndirim', type: 'number' }))],
    });
    await add(el, 'Altered');
    const at = (place: number): void => line(el).setSelectionRange(place, place);
    await sendKeys({ type: '1 - #ind' });
    await waitUntil(() => listed(el).join() === 'İndirim', 'found without its point');
    await press(el, 'Enter');
    expect(line(el).value).to.equal('1 - #İndirim');
    expect(el.shadowRoot!.querySelector('#field-formula-problem .i') === null, 'it is known').to.equal(true);
    at(7);
    await press(el, 'ArrowDown');
    await waitUntil(() => listed(el).join() === 'İndirim,In this stage since', 'within the name, which comes first');
    await press(el, 'Enter');
    expect(line(el).value).to.equal('1 - #İndirim');
    await sendKeys({ type: ' + ROUND(2' });
    at(17);
    await press(el, 'ArrowDown');
    await waitUntil(() => listed(el).join() === 'ROUND(…)', 'within the word');
    await press(el, 'Enter');
    expect(line(el).value).to.equal('1 - #İndirim + ROUND(2');
    at(22);
    await sendKeys({ type: ' * #Se' });
    await waitUntil(() => listed(el).join() === 'Seats', 'the field');
    await press(el, 'Home');
    expect(listed(el), 'nothing is offered for another place').to.deep.equal([]);
    await press(el, 'Tab');
    expect(line(el).value).to.equal('1 - #İndirim + ROUND(2 * #Se');
  });

  it('says what is wrong at its place, leads there, and stores nothing', async () => {
    const { el, adapter } = await begin();
    await add(el, 'Wrong');
    await sendKeys({ type: '#Seats * #Delivery cots' });
    await waitUntil(
      () => text(one(el, '#field-formula-problem')).includes('Did you mean #Delivery cost?'),
      'the problem',
    );
    expect(text(one(el, '.formula-ink .is-wrong'))).to.equal('#Delivery cots');
    await click(one(el, '[data-place]'));
    expect([line(el).selectionStart, line(el).selectionEnd]).to.deep.equal([9, 23]);
    expect(el.shadowRoot!.activeElement === line(el)).to.equal(true);
    await click(one(el, 'dialog[open] [type=submit]'));
    await settled(el);
    expect(line(el).ariaInvalid).to.equal('true');
    expect(await kept(adapter, 'Wrong')).to.equal(undefined);
  });

  it('shows one that is there by names, names a ring, and changes it with its format', async () => {
    const { el, adapter } = await begin();
    await click(one(el, 'dialog[open] [data-field=margin] [data-edit-field]'));
    await waitUntil(() => el.shadowRoot!.querySelector('#field-formula') !== null, 'the form');
    expect(line(el).value).to.equal('#Value - #Delivery cost');
    expect((one(el, '#field-type') as HTMLSelectElement).disabled).to.equal(true);
    line(el).focus();
    line(el).select();
    await sendKeys({ type: '#{custom.margin} + 1' });
    await waitUntil(() => text(one(el, '#field-formula-problem')).includes('in a ring: Margin → Margin'), 'the ring');
    line(el).select();
    await sendKeys({ type: '#Delivery cost / #Value' });
    await choose(one(el, '#field-formula-as'), 'Percentage');
    await waitUntil(() => text(one(el, '.formula-try')).includes('33.3333%'), 'the percentage');
    await expect(el).to.be.accessible();
    await click(one(el, 'dialog[open] [type=submit]'));
    await waitUntil(() => el.shadowRoot!.querySelector('dialog[open] #field-name') === null, 'stored');
    const made = await kept(adapter, 'Margin');
    expect([made?.formula, made?.gives, made?.format]).to.deep.equal([
      '#{custom.cost} / #{value}',
      'number',
      { as: 'percent', decimals: null },
    ]);
  });

  it('says what it gives for leads, too, where they have formulas, and which are which', async () => {
    const lead = aLead({ id: 'shop', title: 'Shop floor', value: money('90'), custom: { seats: 9 } });
    const tried = (el: DealPipeline): string => text(one(el, '.formula-try'));
    const both = await begin({
      changes: [creation('lead', lead)],
      profile: profileWith({ formulas: { lead: true, deal: true } }),
    });
    await add(both.el, 'Each');
    await sendKeys({ type: '#Value / #Seats' });
    await waitUntil(() => /Shop floor ?€10/.test(tried(both.el)), 'of a lead');
    expect(all(both.el, '.formula-try h4').map(text)).to.deep.equal(['Deals', 'Leads']);
    await expect(both.el).to.be.accessible();
    both.el.remove();
    const deals = await begin({ changes: [creation('lead', lead)] });
    await add(deals.el, 'Each');
    await sendKeys({ type: '#Value / #Seats' });
    await waitUntil(() => deals.el.shadowRoot!.querySelector('.formula-try') !== null, 'of deals');
    expect(tried(deals.el)).to.not.contain('Shop floor');
    expect(all(deals.el, '.formula-try h4'), 'nothing to tell apart').to.have.length(0);
    deals.el.remove();
    const leads = await begin({
      changes: [creation('lead', lead)],
      profile: profileWith({ formulas: { lead: true, deal: false } }),
    });
    await add(leads.el, 'Each');
    await sendKeys({ type: '#Value / #Seats' });
    await waitUntil(() => leads.el.shadowRoot!.querySelector('.formula-try') !== null, 'of leads');
    expect(tried(leads.el)).to.match(/^What it gives now ?Shop floor ?€10$/);
  });
});
