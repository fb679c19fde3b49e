import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { converted, rateGap, rateOf } from '../../domain/rates.js';
import type { Rates } from '../../domain/rates.js';
import type { Money } from '../../domain/records.js';
import type { Popup } from '../../shared/popup.js';
import type { BoardModel } from './model.js';
import { dayOf } from './weights.js';

/** What the totals of the pipeline are made of. */
interface Parts {
  /** null = nobody has given any. */
  readonly rates: Rates | null;
  readonly sums: readonly Money[];
  readonly weighted: readonly Money[];
}

/** Opens it at what was pressed. @param parts asked again with each drawing; null = not known just now */
export function openBreakdown(panel: Popup, anchor: HTMLElement, model: BoardModel, parts: () => Parts | null): void {
  panel.show(anchor, {
    label: () => (parts()?.rates === null ? model.t.pipeline.byCurrency : model.t.pipeline.converted),
    content: () => {
      const now = parts();
      return html`<div class="breakdown" tabindex="0">${now ? table(model, now) : nothing}</div>`;
    },
  });
}

function table(model: BoardModel, { rates, sums, weighted }: Parts): TemplateResult {
  const { t, format } = model;
  const own = t.pipeline;
  const money = (one: Money): TemplateResult => html`<bdi>${format.money(one)}</bdi>`;
  const whole = (all: readonly Money[]): TemplateResult => {
    const sum = rates && converted(all, rates).sum;
    return sum ? money(sum) : html`<span class="subtle">${own.noRate}</span>`;
  };
  const currencies = [...new Set([...sums, ...weighted].map(({ currency }) => currency))].sort();
  return html`<p dir="auto">${own.weightedHow}</p>
    <table>
      <thead>
        <tr><th scope="col">${t.common.currency}</th><th scope="col">${t.common.value}</th>${rates ? html`<th scope="col">${own.inCurrency(rates.base)}</th>` : nothing}<th scope="col">${own.weighted}</th></tr>
      </thead>
      <tbody>
        ${currencies.map((currency) => {
          const of = (all: readonly Money[]): Money =>
            all.find((sum) => sum.currency === currency) ?? { amount: '0', currency };
          const rate = !rates || currency === rates.base ? null : rateOf(rates, currency);
          return html`<tr data-currency=${currency}><th scope="row">${named(model, currency, rate)}</th><td>${money(of(sums))}</td>${rates ? html`<td>${whole([of(sums)])}</td>` : nothing}<td>${rates ? whole([of(weighted)]) : money(of(weighted))}</td></tr>`;
        })}
      </tbody>
      ${
        rates
          ? html`<tfoot>
              <tr><th scope="row">${own.together}</th><td></td><td>${whole(sums)}</td><td>${whole(weighted)}</td></tr>
            </tfoot>`
          : nothing
      }
    </table>
    <p class="subtle" dir="auto">${rates ? told(model, rates, sums) : own.noRates}</p>`;
}

/** Of which day the rates are; what is left out of the sum, and why. */
function told(model: BoardModel, rates: Rates, sums: readonly Money[]): TemplateResult {
  const { format } = model;
  const own = model.t.pipeline;
  const day = dayOf(rates, model);
  const { left } = converted(sums, rates);
  if (left.length === 0) return html`${own.ratesOf(day)}`;
  const because = (gap: 'none' | 'wrong'): string =>
    format.list(left.map(({ currency }) => currency).filter((currency) => rateGap(rates, currency) === gap));
  const [none, wrong] = [because('none'), because('wrong')];
  return html`${own.ratesOf(day)} <span data-left>${own.leftOut(format.list(left.map((sum) => format.money(sum))))}${none && ` ${own.noRateFor(none)}`}${wrong && ` ${own.wrongRateFor(wrong)}`}</span>`;
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
