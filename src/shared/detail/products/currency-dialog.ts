import { html, nothing } from 'lit';
import { pricesIn } from '../../../domain/products/pricing.js';
import type { DealProduct, Id, Product } from '../../../domain/records.js';
import { typedAmount } from '../../../i18n/format-more.js';
import { parseMoney } from '../../../i18n/parse.js';
import type { Dialog } from '../../dialog.js';
import { textField } from '../../field.js';
import { icon } from '../../icon.js';
import * as icons from '../../icons.js';
import { save } from '../save.js';
import type { DetailModel } from '../model.js';
import { foot } from './line-dialogs.js';
import { productWords } from './words.js';

/** Other prices for all lines; asks for those that the catalogue does not know. */
export async function changeCurrency(
  model: DetailModel,
  dialog: Dialog,
  all: readonly DealProduct[],
  before: string,
  currency: string,
): Promise<void> {
  const { id, store } = model;
  if (id === null || !store || currency === before) return;
  const words = productWords(model);
  const lines = all.filter((line) => line.currency === before);
  const ids = [...new Set(lines.flatMap(({ productId }) => productId ?? []))];
  const products = new Map<Id, Product>();
  if (ids.length > 0) {
    const where = { field: 'id', op: 'in', value: ids } as const;
    const { records } = await store.read({
      kind: 'product',
      where,
      window: { offset: 0, limit: ids.length },
      related: false,
    });
    for (const product of records) products.set(product.id, product);
  }
  const { missing } = pricesIn(currency, lines, (productId) => products.get(productId ?? '') ?? null);
  if (missing.length === 0) return void model.run('deal-pricing', { id, currency });

  const typed = new Map(missing.map((line) => [line.id, typedAmount(model.format, { amount: line.price, currency })]));
  const errors = new Map<Id, string>();
  let failed = '';
  const submit = async (): Promise<void> => {
    errors.clear();
    const prices: Record<Id, string> = {};
    for (const [lineId, text] of typed) {
      const money = parseMoney(text, model.format, currency);
      if (money === null || money.amount.startsWith('-'))
        errors.set(lineId, words.notAmount(model.format.number('1234.5')));
      else if (money.currency !== currency) errors.set(lineId, words.otherCurrency(currency));
      else prices[lineId] = money.amount;
    }
    dialog.draw();
    if (errors.size > 0) return dialog.focusFirst();
    dialog.busy = true;
    try {
      await save(model, 'deal-pricing', { id, currency, prices }, words.price);
      dialog.busy = false;
      dialog.close();
    } catch (error) {
      failed = (error as Error).message;
      dialog.busy = false;
    }
  };
  const amounts = lines.some(({ discount, discountType }) => discountType === 'amount' && Number(discount) > 0);
  const kept = amounts || (model.deal?.discounts ?? []).some(({ type }) => type === 'amount');
  dialog.open({
    width: 480,
    returnTo: () => model.host.shadowRoot?.querySelector<HTMLElement>('[data-act=currency]'),
    content: () =>
      dialog.frame({
        title: words.currencyTitle(currency),
        text: words.currencyText,
        body: html`<div class="stack">
          ${failed ? html`<p class="field-error" role="alert">${icon(icons.warning, { size: 'sm' })}<span>${failed}</span></p>` : nothing}
          ${missing.map((line) =>
            textField({
              ...{
                id: `price-${line.id}`,
                label: line.name,
                value: typed.get(line.id) ?? '',
                error: errors.get(line.id),
              },
              onInput: (text) => typed.set(line.id, text),
            }),
          )}
          ${missing.length < lines.length ? html`<p class="subtle">${words.currencyRest(lines.length - missing.length)}</p>` : nothing}
          ${kept ? html`<p class="subtle">${words.currencyKeeps}</p>` : nothing}
        </div>`,
        foot: foot(model, dialog, words.change),
        close: model.t.common.close,
        onSubmit: () => void submit(),
      }),
  });
}
