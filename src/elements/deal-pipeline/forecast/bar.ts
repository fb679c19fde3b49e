import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { periodUnits } from '../../../domain/forecast.js';
import type { PeriodUnit } from '../../../domain/forecast.js';
import { icon } from '../../../shared/icon.js';
import * as icons from '../../../shared/icons.js';
import type { Face } from './face.js';
import { past } from './names.js';

/** Below the head: weeks, months or quarters, which of them are shown, and what they are measured by. */
export function forecastBar(forecast: Face): TemplateResult {
  const { t, unit, atNow } = forecast;
  const choose = (event: Event): void => forecast.choose((event.target as HTMLSelectElement).value as PeriodUnit);
  return html`<div class="fc-bar" part="periods" role="group" aria-label=${t.periods}>
    <span class="pick"><select data-unit aria-label=${t.by} @change=${choose}>
      ${periodUnits.map((each) => html`<option value=${each} .selected=${live(each === unit)}>${t[each]}</option>`)}
    </select>${icon(icons.down)}</span>
    <span class="row">
      ${turn('earlier', t.earlier, () => forecast.turn(-1))}
      <button type="button" class="btn btn--sm" data-turn="today" aria-disabled=${atNow ? 'true' : nothing} title=${atNow ? t.atNow : nothing} @click=${() => atNow || forecast.turn(0)}>${t.today}</button>
      ${turn('later', t.later, () => forecast.turn(1))}
    </span>
    <b class="fc-range" dir="auto">${forecast.range}</b>
    <span class="fc-best"><bdi>${best(forecast)}</bdi></span>
  </div>`;
}

function turn(which: 'earlier' | 'later', name: string, run: () => void): TemplateResult {
  return html`<button type="button" class="btn btn--icon btn--quiet btn--sm" data-turn=${which} aria-label=${name} title=${name} @click=${run}>
    <svg class="i i--turn" viewBox="0 0 16 16" aria-hidden="true">${which === 'later' ? icons.right() : icons.left()}</svg>
  </button>`;
}

/** "Best month of the past year: October 2026, €84,000": what the bars are measured by. */
function best(forecast: Face): string {
  const { t, unit, model, sums } = forecast;
  const all = sums.best;
  if (!all) return '';
  if (all.size === 0) return t.noBest(past(t, unit));
  const said = [...all.values()]
    .sort((a, b) => (a.money.currency < b.money.currency ? -1 : 1))
    .map(({ period, money }) => t.bestOne(forecast.name(period), model.format.money(money)));
  return t.best(past(t, unit), model.format.list(said));
}
