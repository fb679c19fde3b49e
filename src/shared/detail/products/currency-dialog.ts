import { html, nothing } from 'lit';
import { pricesIn } from '../../../domain/products/pricing.js';
import type { DealProduct, Id, Product } from '../../../domain/records.js';
import { fullMoney, typedAmount } from '../../../i18n/format-more.js';
import { parseMoney } from '../../../i18n/parse.js';
import type { Dialog } from '../../dialog.js';
import { textField } from '../../field.js';
import { icon } from '../../icon.js';
import * as icons from '../../icons.js';
import { save } from '../save.js';
import type { DetailModel } from '../model.js';
import { foot } from './line-dialogs.js';
import { productWords, type ProductsWords } from './words.js';

/** An amount that nothing can work out: a price that the catalogue does not know, what is taken off a line, or off the sum. */
interface Asked {
  readonly of: 'prices' | 'lineDiscounts' | 'discounts';
  readonly id: Id;
  readonly label: () => string;
  /** What it is now, in the currency that goes: the figure that stands in the field at first. */
  readonly amount: string;
  text: string;
  error: string | undefined;
}

/** Other prices for all lines; asks for the amounts that nobody but a person knows. */
export async function changeCurrency(
  model: DetailModel,
  dialog: Dialog,
  all: readonly DealProduct[],
  before: string,
  currency: string,
): Promise<void> {
  const { id, store } = model;
  if (id === null || !store || currency === before) return;
  const words = (): ProductsWords => productWords(model);
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
  const discounts = model.deal?.discounts ?? [];
  const asked: readonly Asked[] = [
    ...missing.map((line) => ask('prices', line.id, () => line.name, line.price)),
    ...lines
      .filter(({ discount, discountType }) => discountType === 'amount' && Number(discount) > 0)
      .map((line) => ask('lineDiscounts', line.id, () => words().offLine(line.name), line.discount)),
    ...discounts
      .filter(({ type }) => type === 'amount')
      .map((one) => ask('discounts', one.id, () => words().offSum(one.description), one.amount)),
  ];
  if (asked.length === 0) return void model.run('deal-pricing', { id, currency });

  function ask(of: Asked['of'], about: Id, label: Asked['label'], amount: string): Asked {
    return { of, id: about, label, amount, text: typedAmount(model.format, { amount, currency }), error: undefined };
  }
  let failed = '';
  const submit = async (): Promise<void> => {
    const given: Record<Asked['of'], Record<Id, string>> = { prices: {}, lineDiscounts: {}, discounts: {} };
    for (const one of asked) {
      one.error = undefined;
      const money = parseMoney(one.text, model.format, currency);
      if (money === null || money.amount.startsWith('-') || (one.of === 'discounts' && Number(money.amount) === 0))
        one.error = words().notAmount(model.format.number('1234.5'));
      else if (money.currency !== currency) one.error = words().otherCurrency(currency);
      else given[one.of][one.id] = money.amount;
    }
    dialog.draw();
    if (asked.some(({ error }) => error !== undefined)) return dialog.focusFirst();
    dialog.busy = true;
    try {
      const { prices, lineDiscounts, discounts: off } = given;
      const all = discounts.map((one) => ({ ...one, amount: off[one.id] ?? one.amount }));
      await save(
        model,
        'deal-pricing',
        { id, currency, prices, lineDiscounts, ...(all.length > 0 && { discounts: all }) },
        words().price,
      );
      dialog.busy = false;
      dialog.close();
    } catch (error) {
      failed = (error as Error).message;
      dialog.busy = false;
    }
  };
  dialog.open({
    width: 480,
    returnTo: () => model.host.shadowRoot?.querySelector<HTMLElement>('[data-act=currency]'),
    content: () =>
      dialog.frame({
        title: words().currencyTitle(currency),
        text: words().currencyText,
        body: html`<div class="stack">
          ${failed ? html`<p class="field-error" role="alert">${icon(icons.warning, { size: 'sm' })}<span>${failed}</span></p>` : nothing}
          ${asked.map((one) =>
            textField({
              ...{
                id: `${one.of === 'prices' ? 'price' : one.of}-${one.id}`,
                label: one.label(),
                note: words().untilNow(fullMoney(model.format, { amount: one.amount, currency: before }), currency),
                value: one.text,
                error: one.error,
              },
              onInput: (text) => (one.text = text),
            }),
          )}
          ${missing.length < lines.length ? html`<p class="subtle">${words().currencyRest(lines.length - missing.length)}</p>` : nothing}
        </div>`,
        foot: foot(model, dialog, words().change),
        close: model.t.common.close,
        onSubmit: () => void submit(),
      }),
  });
}
