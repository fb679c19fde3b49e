import { expect } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { aField, aLead, creation } from '../../../src/testing/fixtures.js';
import { chord } from '../../support/commands.js';
import { downloads } from '../../support/downloads.js';
import {
  all,
  button,
  click,
  focused,
  hover,
  one,
  row,
  said,
  stand,
  text,
  threeLeads,
  titles,
  waitUntil,
} from './support.js';

describe('<lead-inbox> panels and dialogs', () => {
  it('filters by label at once, says it in the chip, and clears by the cross', async () => {
    const { inbox } = await stand(threeLeads());
    await click(one(inbox, '[data-filter=labelIds]'));
    await waitUntil(() => all(inbox, '.pop:popover-open .checklist').length === 1, 'the boxes are there');
    await click(button(inbox, 'Edit labels').parentElement!.querySelector('.checklist label')!);
    await waitUntil(() => titles(inbox).join() === 'Solar panels');
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => all(inbox, '.pop:popover-open').length === 0);
    expect(text(one(inbox, '.chip--on'))).to.equal('Label: Hot');
    expect(inbox.filter).to.deep.equal([{ field: 'labelIds', op: 'has', value: ['label-1'] }]);
    await click(one(inbox, '.chip--on .chip-x'));
    await waitUntil(() => titles(inbox).length === 3);
    await waitUntil(() => focused(inbox)?.dataset['filter'] === 'labelIds', 'the focus stays at the chip');
  });

  it('finds leads without a label, with nothing planned, and of an owner', async () => {
    const { inbox } = await stand(threeLeads());
    inbox.filter = [{ field: 'labelIds', op: 'has', value: [null] }];
    await waitUntil(() => titles(inbox).join() === 'İzmir deposu');
    expect(text(one(inbox, '.chip--on'))).to.equal('Label: No label');
    inbox.filter = [{ field: 'nextActivity', op: 'activity', value: ['overdue', 'none'] }];
    await waitUntil(() => titles(inbox).join() === 'Solar panels,İzmir deposu');
    inbox.filter = [{ field: 'ownerId', op: 'in', value: ['user-2'] }];
    await waitUntil(() => titles(inbox).join() === 'Heat pump');
    expect(text(one(inbox, '.chip--on'))).to.equal('Owner: Jonas Brandt');
  });

  it('filters by any field, reads a number as it is written, and says what cannot be read', async () => {
    const { inbox } = await stand(threeLeads());
    await click(one(inbox, '[data-filter=""]'));
    await waitUntil(() => all(inbox, '#filter-field').length === 1, 'the builder is there');
    one<HTMLSelectElement>(inbox, '#filter-field').value = 'custom.field-1';
    one(inbox, '#filter-field').dispatchEvent(new Event('change', { bubbles: true }));
    await inbox.updateComplete;
    one(inbox, '#filter-value').focus();
    await sendKeys({ type: 'many' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => text(one(inbox, '.builder')).includes('Write a number'));
    expect(one<HTMLInputElement>(inbox, '#filter-value').value).to.equal('many');
    one<HTMLInputElement>(inbox, '#filter-value').select();
    await sendKeys({ type: '2,000' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => titles(inbox).join() === 'Heat pump');
    expect(text(one(inbox, '.chip--on'))).to.equal('Budget year: at least 2,000');
  });

  it('chooses and orders columns by keyboard', async () => {
    const { inbox } = await stand(threeLeads());
    const heads = (): string =>
      all(inbox, '[role=columnheader]')
        .map((element) => text(element))
        .join();
    await click(one(inbox, '[data-columns]'));
    await waitUntil(() => all(inbox, '[data-column]').length > 0, 'the columns are there');
    one(inbox, '[data-column=sourceName] input').focus();
    await sendKeys({ press: ' ' });
    await waitUntil(() => heads() === ',Lead,Next activity,Labels,Value,Owner,Age');
    one(inbox, '[data-column=value] button').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => heads() === ',Lead,Next activity,Value,Labels,Owner,Age');
    await waitUntil(() => said(inbox).includes('Value is now number 3 of 6'));
    const [head, body] = [one(inbox, '.lrow--head .end-edge'), row(inbox, 'late').querySelector('.value')!].map(
      (element) => Math.round(element.getBoundingClientRect().right),
    );
    expect(head, 'heads stand over their cells').to.equal(body);
    one(inbox, '[data-column=sourceName] input').focus();
    await sendKeys({ press: ' ' });
    await waitUntil(() => heads() === ',Lead,Next activity,Value,Labels,Source,Owner,Age', 'it is back in its place');
    await click(one(inbox, '[data-reset]'));
    await waitUntil(() => heads() === ',Lead,Next activity,Labels,Source,Value,Owner,Age');
  });

  it('puts a label on, and makes a new one where there is none', async () => {
    const { inbox, store } = await stand(threeLeads());
    await hover(inbox, 'none');
    await click(row(inbox, 'none').querySelector('[data-do=label]')!);
    await waitUntil(() => all(inbox, '[data-label]').length === 2, 'the labels are there');
    await click(one(inbox, '[data-label="label-1"] label'));
    await waitUntil(() => text(row(inbox, 'none')).includes('Hot'));
    one(inbox, '.pop:popover-open input').focus();
    await sendKeys({ type: 'Export' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => all(inbox, '#label-name').length === 1);
    await click(one(inbox, '.swatch input[value=green]'));
    await click(button(inbox, 'Save label'));
    await waitUntil(() => text(row(inbox, 'none')).includes('Export'), 'it is made and put on');
    const made = store.directory.labels.find(({ name }) => name === 'Export');
    expect(made?.color).to.equal('green');
  });

  it('renames a label and deletes it, asking first', async () => {
    const { inbox } = await stand(threeLeads());
    await click(one(inbox, '[data-filter=labelIds]'));
    await waitUntil(() => all(inbox, '[data-edit-labels]').length === 1, 'the boxes are there');
    await click(one(inbox, '[data-edit-labels]'));
    await waitUntil(() => all(inbox, '[data-label]').length === 2, 'the labels are there');
    await click(one(inbox, '[data-label="label-1"] button'));
    await waitUntil(() => focused(inbox)?.id === 'label-name');
    await sendKeys({ type: 'Warm' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => text(one(inbox, '.builder')).includes('There is a label with this name already'));
    one<HTMLInputElement>(inbox, '#label-name').select();
    await sendKeys({ type: 'Burning' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => text(row(inbox, 'late')).includes('Burning'), 'it is renamed');
    await waitUntil(() => all(inbox, '[data-label="label-1"] button').length === 1);
    await click(one(inbox, '[data-label="label-1"] button'));
    await waitUntil(() => all(inbox, '[data-delete]').length === 1);
    await click(one(inbox, '[data-delete]'));
    await waitUntil(() => text(one(inbox, '.builder')).includes('Delete the label “Burning”?'));
    await click(one(inbox, '[data-confirm]'));
    await waitUntil(() => !text(row(inbox, 'late')).includes('Burning'), 'it is off the lead');
  });

  it('adds a lead for a new person, and says what is missing', async () => {
    const { inbox, store } = await stand(threeLeads());
    row(inbox, 'late').focus();
    await sendKeys({ press: 'n' });
    await waitUntil(() => focused(inbox)?.id === 'add-person', 'the person is asked first');
    await click(one(inbox, 'dialog[open] [type=submit]'));
    await waitUntil(() => text(one(inbox, 'dialog[open]')).includes('Choose a person or an organization'));
    one(inbox, '#add-person').focus();
    await sendKeys({ type: 'Deniz Kaya' });
    await waitUntil(() => text(one(inbox, '#add-person-list')).includes('as a new person'), 'it can be made');
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => one<HTMLInputElement>(inbox, '#add-title').placeholder === 'Deniz Kaya');
    one(inbox, '#add-amount').focus();
    await sendKeys({ type: '£1,250.5' });
    one(inbox, '#add-note').focus();
    const amount = one<HTMLInputElement>(inbox, '#add-amount');
    const currency = one<HTMLSelectElement>(inbox, '#add-currency');
    await waitUntil(() => `${amount.value} ${currency.value}` === '1,250.50 GBP', 'the sign chooses the currency');
    currency.value = 'EUR';
    currency.dispatchEvent(new Event('change'));
    await sendKeys({ type: 'Met at the fair' });
    await click(one(inbox, 'dialog[open] [type=submit]'));
    await waitUntil(() => all(inbox, 'dialog[open]').length === 0, 'it is added');
    await waitUntil(() => titles(inbox).includes('Deniz Kaya'), 'it is called what the field promised');
    const { records } = await store.read({ kind: 'lead', search: 'deniz', window: { after: null, limit: 5 } });
    expect(records[0]?.value).to.deep.equal({ amount: '1250.50', currency: 'EUR' });
    expect((await store.read({ kind: 'note', window: { after: null, limit: 5 } })).records[0]?.text).to.equal(
      'Met at the fair',
    );
  });

  it('finds a person that exists, and hints at the lead it has', async () => {
    const { inbox } = await stand(threeLeads());
    await click(one(inbox, '.split .btn'));
    await waitUntil(() => focused(inbox)?.id === 'add-person', 'the dialog is there');
    await sendKeys({ type: 'yıldız' });
    await waitUntil(() => text(one(inbox, '#add-person-list')).includes('Ada Yıldız'), 'she is found');
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => all(inbox, '[data-twins]').length === 1, 'the hint is there');
    expect(text(one(inbox, '[data-twins]'))).to.contain('Solar panels');
  });

  it('keeps what was typed where the page refuses the lead, with its reason', async () => {
    const { inbox } = await stand(threeLeads());
    document.addEventListener(
      'lead-add',
      (event) =>
        (event as Event & { waitUntil(promise: Promise<unknown>): void }).waitUntil(
          Promise.reject(new Error('Only sales may add.')),
        ),
      { once: true },
    );
    await click(one(inbox, '.split .btn'));
    await waitUntil(() => focused(inbox)?.id === 'add-person', 'the dialog is there');
    one(inbox, '#add-title').focus();
    await sendKeys({ type: 'Big one' });
    one(inbox, '#add-organization').focus();
    await sendKeys({ type: 'Acme' });
    await waitUntil(
      () => text(one(inbox, '#add-organization-list')).includes('as a new organization'),
      'it can be made',
    );
    await sendKeys({ press: 'Enter' });
    await click(one(inbox, 'dialog[open] [type=submit]'));
    await waitUntil(() => all(inbox, '[data-error]').length === 1, 'the refusal is told');
    expect(text(one(inbox, '[data-error]'))).to.contain('Only sales may add.');
    expect(one<HTMLInputElement>(inbox, '#add-title').value).to.equal('Big one');
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => text(all(inbox, 'dialog[open]').at(-1)!).includes('Discard what you typed?'));
  });

  it('exports what it shows: filter, order and columns', async () => {
    const { inbox } = await stand(threeLeads(), { setUp: (element) => (element.order = [{ field: 'title' }]) });
    inbox.filter = [{ field: 'value', op: 'lte', value: '1500' }];
    await waitUntil(() => titles(inbox).join() === 'Heat pump,Solar panels');
    const given = downloads();
    await click(one(inbox, '.toolbar [data-more]'));
    await click(button(inbox, 'Export CSV'));
    await waitUntil(() => text(one(inbox, '.toast')).includes('2 leads exported'), 'it is told');
    given.stop();
    expect(given.names.join()).to.match(/^leads-.*\.csv$/);
    const lines = (await given.texts[0]!).replace('\ufeff', '').trim().split('\r\n');
    expect(lines[0]).to.equal(
      'Lead title,Person,Organization,Next activity,Next activity type,Next activity date,Labels,Source,Value,Value: Currency,Owner,Created',
    );
    expect(lines[1]).to.match(
      /^Heat pump,,Northwind Oy,Call back,Call,2026-11-23 14:30,Warm,Manually created,800,EUR,Jonas Brandt,2026/,
    );
    expect(lines).to.have.length(3);
  });

  it('exports columns of one’s own as an import reads them', async () => {
    const options = [
      { id: 'a', name: 'Cold' },
      { id: 'b', name: 'Frozen' },
    ];
    const fields = (['number', 'date', 'options', 'yesNo'] as const).map((type, i) =>
      creation('field', aField({ id: `own-${i}`, name: `Own ${type}`, type, options })),
    );
    const custom = { 'own-0': 0.12345, 'own-1': '2026-12-18', 'own-2': ['a', 'b'], 'own-3': false };
    const { inbox } = await stand([...fields, creation('lead', aLead({ id: 'one', title: 'Ice', custom }))]);
    // A pointer that an earlier case left over the row would bring what can be done there as one cell more.
    await sendMouse({ type: 'move', position: [1, 1] });
    inbox.columns = ['title', 'custom.own-0', 'custom.own-1', 'custom.own-2', 'custom.own-3'];
    await waitUntil(() => all(inbox, '.lrow[data-id] [role=gridcell]').length === 6);
    expect(all(inbox, '.lrow[data-id] [role=gridcell]').slice(2).map(text)).to.deep.equal([
      '0.12345',
      'Dec 18, 2026',
      'Cold and Frozen',
      'No',
    ]);
    const given = downloads();
    await click(one(inbox, '.toolbar [data-more]'));
    await click(button(inbox, 'Export CSV'));
    await waitUntil(() => text(one(inbox, '.toast')).includes('1 lead exported'), 'it is told');
    given.stop();
    const lines = (await given.texts[0]!).replace('\ufeff', '').trim().split('\r\n');
    expect(lines[0]).to.contain('Own number,Own date,Own options,Own yesNo');
    expect(lines[1]).to.contain('0.12345,2026-12-18,"Cold, Frozen",No');
  });

  it('tells all keys with ?, and where the leads are kept', async () => {
    const { inbox } = await stand(threeLeads());
    row(inbox, 'late').focus();
    await chord('?');
    await waitUntil(() => all(inbox, 'dialog[open] .keys').length === 1, 'the keys are there');
    expect(text(one(inbox, 'dialog[open]'))).to.contain('Convert to deals');
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => all(inbox, 'dialog[open]').length === 0);
    await click(one(inbox, '.toolbar [data-more]'));
    await click(button(inbox, 'Where leads are kept'));
    await waitUntil(() => all(inbox, 'dialog[open] [data-storage]').length === 1, 'the state is told');
  });
});
