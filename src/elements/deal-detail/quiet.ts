import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { quietOf } from '../../domain/rotting.js';
import type { Quiet } from '../../domain/rotting.js';
import type { DetailModel } from '../../shared/detail/model.js';
import { partsIn } from '../../shared/detail/model.js';
import { icon } from '../../shared/icon.js';
import * as icons from '../../shared/icons.js';
import { dealWords } from './words.js';

function quietIn(model: DetailModel): (Quiet & { readonly limit: number }) | null {
  const { deal, store, today } = model;
  const limit = store?.directory.stage(deal?.stageId ?? '')?.rotDays ?? 0;
  const quiet = deal && quietOf(deal, limit, partsIn(deal.touchedAt, store?.settings.timeZone)[0], today);
  return quiet && { ...quiet, limit };
}

/** Above a deal that has been quiet for too long: for how long, what the limit is, and what ends it. */
export function quietBanner(model: DetailModel, plan: () => void): TemplateResult | typeof nothing {
  const quiet = quietIn(model);
  if (quiet?.level !== 2) return nothing;
  const own = dealWords(model);
  const noPlan = model.why('activity-add', null);
  return html`<div class="banner banner--negative quiet" part="quiet">
    ${icon(icons.clock)}
    <div class="grow"><b>${own.quietFor(quiet.days)}</b>${own.quietLimit(quiet.limit)}</div>
    ${noPlan === undefined ? html`<button type="button" class="btn btn--sm" data-act="plan" @click=${plan}>${icon(icons.calendar)}${model.t.detail.planActivity}</button>` : nothing}
  </div>`;
}

/** Beside its worth, where it is only going quiet. */
export function goingQuiet(model: DetailModel): TemplateResult | typeof nothing {
  const quiet = quietIn(model);
  if (quiet?.level !== 1) return nothing;
  return html`<span class="going-quiet">${icon(icons.clock, { size: 'sm' })}${dealWords(model).quietFor(quiet.days)}</span>`;
}
