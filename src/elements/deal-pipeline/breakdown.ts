import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { converted, rateOf } from '../../domain/rates.js';
import type { Rates } from '../../domain/rates.js';
import type { Money } from '../../domain/records.js';
import type { Popup } from '../../shared/popup.js';
import type { BoardModel } from './model.js';

/** What the totals of the pipeline are made of, once they were converted. */
interface Parts {
  readonly rates: Rates;
  readonly sums: readonly Money[];
  readonly weighted: readonly Money[];
}

/** Opens it at what was pressed. @param parts asked again with each drawing; null = not known just now */
export function openBreakdown(panel: Popup, anchor: HTMLElement, model: BoardModel, parts: () => Parts | null): void {
  panel.show(anchor, {
    label: model.t.pipeline.converted,
    content: () => {
      const now = parts();
      return html`<div class="breakdown" tabindex="0">${now ? table(model, now) : nothing}</div>`;
    },
  });
}

function table(model: BoardModel, { rates, sums, weighted }: Parts): TemplateResult {
  const { t, format } = model;
  const own = t.pipeline;
  const whole = (all: readonly Money[]): TemplateResult => {
    const { sum } = converted(all, rates);
    return sum ? html`<bdi>${format.money(sum)}</bdi>` : html`<span class="subtle">${own.noRate}</span>`;
  };
  const left = converted(sums, rates).left.map((money) => format.money(money));
  const day = format.day(rates.date, { weekday: false, year: true });
  return html`<p>${own.weightedHow}</p>
    <table>
      <thead>
        <tr><th scope="col">${t.common.currency}</th><th scope="col">${t.common.value}</th><th scope="col">${own.inCurrency(rates.base)}</th><th scope="col">${own.weighted}</th></tr>
      </thead>
      <tbody>
        ${[...new Set([...sums, ...weighted].map(({ currency }) => currency))].sort().map((currency) => {
          const of = (all: readonly Money[]): Money =>
            all.find((sum) => sum.currency === currency) ?? { amount: '0', currency };
          return html`<tr data-currency=${currency}><th scope="row">${named(model, currency, currency === rates.base ? null : rateOf(rates, currency))}</th><td><bdi>${format.money(of(sums))}</bdi></td><td>${whole([of(sums)])}</td><td>${whole([of(weighted)])}</td></tr>`;
        })}
      </tbody>
      <tfoot>
        <tr><th scope="row">${own.together}</th><td></td><td>${whole(sums)}</td><td>${whole(weighted)}</td></tr>
      </tfoot>
    </table>
    <p class="subtle">${own.ratesOf(day)}${left.length > 0 ? html` <span data-left>${own.leftOut(format.list(left))}</span>` : nothing}</p>`;
}

/** "JPY at 0.0061": what one unit of it is worth. */
function named({ t, format }: BoardModel, currency: string, rate: string | null): string {
  if (rate === null) return currency;
  const numbers = format.once('rate', () => new Intl.NumberFormat(format.locale, { maximumSignificantDigits: 4 }));
  return t.pipeline.atRate(currency, numbers.format(1 / Number(rate)));
}

/** They come with the hands. */
export const breakdownStyles = css`
  .breakdown { padding: 8px 10px; max-inline-size: min(460px, 88vw); overflow: auto; font-size: var(--crm-text-xs); }
  .breakdown table { inline-size: 100%; border-collapse: collapse; margin-block: 6px; font-variant-numeric: tabular-nums; }
  .breakdown :is(th, td) { padding: 7px 0 7px 14px; text-align: end; font-weight: var(--crm-weight-regular); border-block-end: 1px solid var(--crm-border-base); white-space: nowrap; }
  .breakdown :is(th, td):first-child { padding-inline-start: 0; text-align: start; }
  .breakdown thead th { color: var(--crm-text-subtle); }
  .breakdown tfoot :is(th, td) { border: 0; font-weight: var(--crm-weight-bold); }
`;
