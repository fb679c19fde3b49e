import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { TemplateResult } from 'lit';
import { html } from 'lit';
import { common } from '../../src/i18n/en/common.js';
import { formatFor } from '../../src/i18n/format.js';
import type { MoneyValue } from '../../src/i18n/format.js';
import { chipsField } from '../../src/shared/chips-field.js';
import { checkField, longTextField, selectField, textField } from '../../src/shared/field.js';
import { dateField, moneyField, numberField, timeField } from '../../src/shared/value-fields.js';
import type { Stage } from './stage.js';
import { stage } from './stage.js';

const show = (view: () => TemplateResult): Promise<Stage> =>
  stage(() => () => html`<div class="sheet">${view()}</div>`);
const nothing = () => {};

describe('fields', () => {
  it('are named, described and accessible, right or wrong', async () => {
    const format = formatFor('en');
    const host = await show(
      () => html`${textField({ id: 'a', label: 'Title', required: true, value: 'Depo', note: 'As people say it' })}
      ${textField({ id: 'b', label: 'E-mail', type: 'email', value: 'x', error: 'Write an address like name@example.com' })}
      ${longTextField({ id: 'c', label: 'Note', value: 'Hello' })} ${numberField({ id: 'd', label: 'Seats', value: '40', format, words: common, onChange: nothing })}
      ${moneyField({ id: 'e', label: 'Value', value: { amount: '1250000', currency: 'TRY' }, currency: 'EUR', currencies: ['EUR', 'USD'], format, words: common, onChange: nothing })}
      ${dateField({ id: 'f', label: 'Expected close', value: '2026-12-18', words: common, onChange: nothing })}
      ${timeField({ id: 'g', label: 'At', value: '14:30', words: common, onChange: nothing })}
      ${selectField({
        id: 'h',
        label: 'Owner',
        value: 'e',
        options: [
          { value: 'e', label: 'Elif' },
          { value: 'm', label: 'Maya' },
        ],
        onChange: nothing,
      })}
      ${checkField({ id: 'i', label: 'Add another', checked: true, onChange: nothing })}
      ${chipsField({ label: 'Labels', items: [{ id: '1', label: 'Warm', color: 'orange' }], add: 'Add label', removeLabel: (label) => `Remove ${label}`, onRemove: nothing, onAdd: nothing })}`,
    );
    await expect(host).to.be.accessible();
    const wrong = host.$('#b');
    expect(wrong.getAttribute('aria-invalid')).to.equal('true');
    expect(host.root.getElementById(wrong.getAttribute('aria-describedby')!)!.textContent).to.contain(
      'name@example.com',
    );
    expect(host.$('#a').getAttribute('aria-required')).to.equal('true');
    expect(host.$<HTMLInputElement>('#e').value).to.equal('1,250,000.00');
    expect(host.$<HTMLSelectElement>('#e-currency').value).to.equal('TRY');
    expect(host.$<HTMLInputElement>('#f').value).to.equal('2026-12-18');
    expect(host.$<HTMLSelectElement>('#h').value).to.equal('e');
  });

  it('read money as it is typed, and keep what they cannot read', async () => {
    let value: MoneyValue | null = null;
    let error: string | undefined;
    const host = await show(() =>
      moneyField({
        id: 'm',
        label: 'Value',
        value,
        currency: 'EUR',
        currencies: ['EUR', 'USD'],
        format: formatFor('de'),
        words: common,
        error,
        onChange: (next) => {
          value = next;
          error = undefined;
          host.requestUpdate();
        },
        onInvalid: (message) => {
          error = message;
          host.requestUpdate();
        },
      }),
    );
    const input = host.$<HTMLInputElement>('#m');
    const type = async (text: string) => {
      input.focus();
      input.select();
      await sendKeys({ type: text });
      await sendKeys({ press: 'Tab' });
      await host.updateComplete;
    };
    await type('1.250,5');
    expect(value).to.deep.equal({ amount: '1250.5', currency: 'EUR' });
    expect(input.value).to.equal('1.250,50');
    await type('a lot');
    expect(value).to.deep.equal({ amount: '1250.5', currency: 'EUR' });
    expect(input.value).to.equal('a lot');
    expect(host.$('.field-error').textContent).to.contain('Write a number, for example 1.234,5');
    const currency = host.$<HTMLSelectElement>('#m-currency');
    currency.value = 'USD';
    currency.dispatchEvent(new Event('change'));
    await host.updateComplete;
    expect(value).to.deep.equal({ amount: '1250.5', currency: 'USD' });
  });
});
