import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { shareOf } from '../../../domain/forecast.js';
import type { Best, Period } from '../../../domain/forecast.js';
import type { Money } from '../../../domain/records.js';
import { icon } from '../../../shared/icon.js';
import * as icons from '../../../shared/icons.js';
import type { Lane, LaneActions } from '../layout.js';
import { dayOf, told } from '../weights.js';
import type { Face } from './face.js';
import { past } from './names.js';
import type { LaneSums } from './sums.js';

/** The head of a period: how many are expected, what they are worth, what they weigh, what was won, and how that compares. */
export function periodHead(forecast: Face, lane: Lane, { add, noAdd, sumsOf }: LaneActions): TemplateResult {
  const { model, t, sums } = forecast;
  const own = model.t.pipeline;
  const all = sums.of(lane.id);
  const here = model.stop?.stageId === lane.id;
  const target = forecast.target(lane.id);
  const rates = model.store?.settings.rates ?? null;
  const how = rates ? own.convertedOn(dayOf(rates, model)) : '';
  return html`<header class="stage-head" part="stage-header">
    <h3>
      <span class="cut" data-stage-head tabindex=${here && model.stop?.id === null ? '0' : '-1'} dir="auto" title=${lane.name}>${lane.name}</span>
      ${
        all
          ? html`<span class="count" aria-label=${own.dealsIn(all.count)}>${model.format.number(all.count)}</span>`
          : html`<span class="count"><span class="skel skel--count"></span><span class="sr">${own.countPending}</span></span>`
      }
      ${
        target
          ? html`<button
              type="button"
              class="btn btn--icon btn--quiet btn--sm"
              data-add
              tabindex=${here ? '0' : '-1'}
              aria-label=${t.addIn(lane.name)}
              title=${noAdd ?? t.addIn(lane.name)}
              aria-disabled=${noAdd === null ? nothing : 'true'}
              @click=${() => noAdd === null && add(lane.id)}
            >${icon(icons.plus)}</button>`
          : nothing
      }
    </h3>
    <p>${sumsOf(all)}</p>
    <p class="weighed" title=${`${own.weightedHow}${how && ` ${how}.`}`}>${icon(icons.scales, { size: 'sm' })}<span class="sr">${own.weighted}</span>
      <span>${sumsOf(all && told(all.weighted, rates))}</span></p>
    ${target ? outcome(forecast, forecast.period(lane.id), all, sumsOf) : html`<p class="fc-late" dir="auto">${t.lateHow}</p>`}
  </header>`;
}

function outcome(
  forecast: Face,
  period: Period | undefined,
  all: LaneSums | undefined,
  sumsOf: LaneActions['sumsOf'],
): TemplateResult | typeof nothing {
  if (!period) return nothing;
  const { t, sums } = forecast;
  const won = sums.won(period);
  const line =
    won && won.count > 0
      ? html`<p class="fc-won">${icon(icons.won, { size: 'sm' })}<span dir="auto">${t.won(won.count)} ${sumsOf(won)}</span></p>`
      : nothing;
  return html`${line}${bars(forecast, period, won?.sums ?? [], all)}`;
}

/** One for each currency in which a best is known: what was won and what is expected, against it. */
function bars(
  forecast: Face,
  period: Period,
  won: readonly Money[],
  all: LaneSums | undefined,
): TemplateResult | typeof nothing {
  const { sums } = forecast;
  const best = sums.best;
  if (!best || !all || best.size === 0) return nothing;
  const parts = { won: sums.inOne(won), open: sums.inOne(all.weighted) };
  const amount = (of: readonly Money[], currency: string): string =>
    of.find((sum) => sum.currency === currency)?.amount ?? '0';
  const there = [...best.values()].filter(({ money: { currency } }) =>
    [...parts.won, ...parts.open].some((sum) => sum.currency === currency),
  );
  const shown = there.length > 0 ? there : [...best.values()].slice(0, 1);
  return html`${shown.map((one) => {
    const { currency } = one.money;
    const won = shareOf(amount(parts.won, currency), one.money.amount);
    const open = shareOf(amount(parts.open, currency), one.money.amount);
    return bar(forecast, period, one, { won, open, several: best.size > 1 });
  })}`;
}

function bar(
  forecast: Face,
  period: Period,
  { money, period: when }: Best,
  { won, open, several }: { readonly won: number; readonly open: number; readonly several: boolean },
): TemplateResult {
  const { t, unit, model } = forecast;
  const said = t.bar(won, open, past(t, unit), t.bestOne(forecast.name(when), model.format.money(money)));
  // Beyond the best the bar is full; the words say how far.
  const [first, second] = [Math.min(won, 100), Math.min(open, 100 - Math.min(won, 100))];
  return html`<p class="fc-line">${several ? html`<span aria-hidden="true">${money.currency}</span>` : nothing}<svg class="fc-progress" role="img" aria-label=${`${forecast.name(period)}: ${said}`}>
      <title>${said}</title><rect class="is-won" width="${first}%" height="100%"/><rect x="${first}%" width="${second}%" height="100%"/>
    </svg></p>`;
}
