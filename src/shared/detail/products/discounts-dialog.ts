import { html } from 'lit';
import { discountReasons } from '../../../domain/products/checks.js';
import type { DealDiscount } from '../../../domain/records.js';
import { parseDecimal } from '../../../i18n/parse.js';
import type { Dialog } from '../../dialog.js';
import { selectField, textField } from '../../field.js';
import { icon } from '../../icon.js';
import * as icons from '../../icons.js';
import { save } from '../save.js';
import type { DetailModel } from '../model.js';
import { foot } from './line-dialogs.js';
import { plainNumber, productWords, wrongWords, type ProductsWords } from './words.js';

interface Row {
  readonly id: string;
  type: DealDiscount['type'];
  amount: string;
  description: string;
}

/** What is taken off the sum of all lines. @param more begins with one more */
export function openDiscounts(model: DetailModel, dialog: Dialog, currency: string, more: boolean): void {
  const words = (): ProductsWords => productWords(model);
  const { deal, store } = model;
  if (!deal || !store) return;
  const fresh = (): Row => ({ id: store.newId(), type: 'percentage', amount: '', description: '' });
  let rows: Row[] = (deal.discounts ?? []).map((one) => ({ ...one, amount: plainNumber(model, one.amount) }));
  if (more || rows.length === 0) rows.push(fresh());
  let errors: Partial<Record<string, string>> = {};
  let failed = '';
  const draw = (): void => dialog.draw();
  /** What was wrong there is being put right: it is not said any longer. */
  const mended = (id: string): void => {
    if (errors[id] === undefined) return;
    delete errors[id];
    draw();
  };
  const submit = async (): Promise<void> => {
    errors = {};
    const discounts = rows.map(({ amount, description, ...row }, i): DealDiscount => {
      const read = parseDecimal(amount.replaceAll('%', '').trim(), model.format);
      const percent = row.type === 'percentage';
      if (read === null)
        errors[`discounts.${i}.amount`] = percent
          ? words().notPercent
          : words().notAmount(model.format.number('1234.5'));
      return { ...row, amount: read ?? '0', description: description.trim() };
    });
    const names: Readonly<Record<string, string>> = {
      amount: words().discountAmount,
      description: words().description,
    };
    for (const [path, why] of discountReasons(discounts))
      errors[path] ??= wrongWords(model, names[path.split('.')[2]!]!, why);
    draw();
    if (Object.keys(errors).length > 0) return dialog.focusFirst();
    dialog.busy = true;
    try {
      await save(model, 'deal-pricing', { id: deal.id, discounts }, words().discount);
      dialog.busy = false;
      dialog.close();
    } catch (error) {
      failed = (error as Error).message;
      dialog.busy = false;
    }
  };
  dialog.open({
    width: 560,
    focus: `.discount-row:last-of-type input`,
    content: () =>
      dialog.frame({
        title: words().discountsTitle,
        body: html`<div class="stack">
          ${failed ? html`<p class="field-error" role="alert">${icon(icons.warning, { size: 'sm' })}<span>${failed}</span></p>` : ''}
          ${rows.length === 0 ? html`<p class="subtle">${words().noDiscounts}</p>` : ''}
          ${rows.map(
            (row, i) => html`<fieldset class="discount-row" aria-label=${row.description || words().discount}>
              ${selectField({
                ...{ id: `discount-${i}-type`, label: words().discountType, value: row.type },
                options: [
                  { value: 'percentage', label: words().asPercent },
                  { value: 'amount', label: `${words().asAmount} (${currency})` },
                ],
                onChange: (type) => {
                  row.type = type as Row['type'];
                  delete errors[`discounts.${i}.amount`];
                  draw();
                },
              })}
              ${textField({
                ...{
                  id: `discount-${i}-amount`,
                  label: words().discountAmount,
                  value: row.amount,
                  required: true,
                  error: errors[`discounts.${i}.amount`],
                },
                onInput: (text) => {
                  row.amount = text;
                  mended(`discounts.${i}.amount`);
                },
              })}
              ${textField({
                ...{
                  id: `discount-${i}-description`,
                  label: words().description,
                  value: row.description,
                  required: true,
                  error: errors[`discounts.${i}.description`],
                },
                onInput: (text) => {
                  row.description = text;
                  mended(`discounts.${i}.description`);
                },
              })}
              <button type="button" class="btn btn--quiet btn--icon" aria-label=${words().removeDiscount(row.description || String(i + 1))} @click=${() => {
                rows = rows.filter((one) => one !== row);
                errors = {};
                draw();
                dialog.focusFirst();
              }}>${icon(icons.trash)}</button>
            </fieldset>`,
          )}
          <div><button type="button" class="btn btn--sm" data-more-discounts @click=${() => {
            rows.push(fresh());
            draw();
            dialog.element?.querySelector<HTMLElement>(`#discount-${rows.length - 1}-amount`)?.focus();
          }}>${icon(icons.plus)}${words().anotherDiscount}</button></div>
        </div>`,
        foot: foot(model, dialog, words().save),
        close: model.t.common.close,
        onSubmit: () => void submit(),
      }),
  });
}
