import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { revenueOf } from '../../../domain/products/revenue.js';
import { dealSums } from '../../../domain/products/sums.js';
import type { Deal, DealProduct } from '../../../domain/records.js';
import { fullMoney } from '../../../i18n/format-more.js';
import type { DetailModel } from '../model.js';
import { percentWords, plainAmount, productWords } from './words.js';

/** What the lines come to, and what those bring that are charged again. */
export function totals(
  model: DetailModel,
  deal: Deal,
  lines: readonly DealProduct[],
  currency: string,
  editDiscounts: (event: Event) => void,
): TemplateResult {
  const words = productWords(model);
  const { format } = model;
  const sums = dealSums(lines, currency, deal.taxing, deal.discounts);
  const money = (amount: string): string => fullMoney(format, { amount, currency });
  const taxing = deal.taxing ?? 'exclusive';
  const value = { exclusive: words.valueBeforeTax, inclusive: words.valueWithTax, none: words.valuePlain }[taxing];
  const locked = model.why('deal-pricing');
  return html`<dl class="sum">
    ${sums.discounts.length > 0 ? html`<dt>${words.subtotal}</dt><dd>${money(sums.subtotal)}</dd>` : nothing}
    ${sums.discounts.map(
      ([{ description }, off]) =>
        html`<dt><button type="button" class="link" data-discount aria-label=${words.editDiscount(description)} aria-disabled=${locked === undefined ? nothing : 'true'} title=${locked ?? nothing}
            @click=${(event: Event) => locked === undefined && editDiscounts(event)}><bdi>${words.discountFor(description)}</bdi></button></dt><dd><bdi>${words.less(money(off))}</bdi></dd>`,
    )}
    <dt class="big">${value}</dt><dd class="big" data-sum>${money(sums.value)}</dd>
    ${sums.taxes.map(({ rate, base, tax }) => {
      const said = taxing === 'inclusive' ? words.taxIn : words.taxOn;
      return html`<dt>${said(percentWords(model, rate), plainAmount(model, base, currency))}</dt><dd>${money(tax)}</dd>`;
    })}
    ${taxing === 'exclusive' && sums.taxes.length > 0 ? html`<dt class="all">${words.total}</dt><dd class="all">${money(sums.total)}</dd>` : nothing}
  </dl>
  ${revenue(model, lines, currency)}`;
}

function revenue(model: DetailModel, lines: readonly DealProduct[], currency: string): TemplateResult | typeof nothing {
  const brings = revenueOf(lines, currency);
  if (brings === null) return nothing;
  const words = productWords(model);
  return html`<section class="revenue" aria-label=${words.revenue}>
    <h4>${words.revenue}</h4>
    <dl>${(['mrr', 'arr', 'acv', 'tcv'] as const).map(
      (what) =>
        html`<div><dt>${words[what]}</dt><dd>${fullMoney(model.format, { amount: brings[what], currency })}</dd></div>`,
    )}</dl>
  </section>`;
}
