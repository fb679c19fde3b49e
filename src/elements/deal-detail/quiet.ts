import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { isWaiting, quietOf } from '../../domain/rotting.js';
import type { Quiet } from '../../domain/rotting.js';
import type { DetailModel } from '../../shared/detail/model.js';
import { partsIn } from '../../shared/detail/model.js';
import { icon } from '../../shared/icon.js';
import * as icons from '../../shared/icons.js';
import type { MenuItem } from '../../shared/menu.js';
import { dealWords } from './words.js';

/** What of the deal's actions is asked for here. */
interface WaitActions {
  readonly wait: () => Promise<void>;
  readonly endWait: () => Promise<void>;
}

function quietIn(model: DetailModel): (Quiet & { readonly limit: number }) | null {
  const { deal, store, today } = model;
  const limit = store?.directory.stage(deal?.stageId ?? '')?.rotDays ?? 0;
  const quiet = deal && quietOf(deal, limit, partsIn(deal.touchedAt, store?.settings.timeZone)[0], today);
  return quiet && { ...quiet, limit };
}

/** Above a deal that has been quiet for too long, or that waits: for how long, or until when and why; and what can be done. */
export function quietBanner(
  model: DetailModel,
  actions: WaitActions,
  plan: () => void,
): TemplateResult | typeof nothing {
  const { deal, today, t } = model;
  const own = dealWords(model);
  const mayWait = model.why('deal-wait') === undefined;
  if (deal && isWaiting(deal, today))
    return html`<div class="banner quiet" part="waiting">
      ${icon(icons.pause)}
      <div class="grow"><b>${own.waiting(model.format.day(deal.waitUntil ?? '', { today }))}</b>${deal.waitReason ? html`: <bdi>${deal.waitReason}</bdi>` : nothing}</div>
      ${
        mayWait
          ? html`<button type="button" class="btn btn--sm" data-act="wait" aria-haspopup="dialog" @click=${() => void actions.wait()}>${own.waitChange}</button
              ><button type="button" class="btn btn--sm" data-act="end-wait" @click=${() => void actions.endWait()}>${own.waitEnd}</button>`
          : nothing
      }
    </div>`;
  const quiet = quietIn(model);
  if (quiet?.level !== 2) return nothing;
  const noPlan = model.why('activity-add', null);
  return html`<div class="banner banner--negative quiet" part="quiet">
    ${icon(icons.clock)}
    <div class="grow"><b>${own.quietFor(quiet.days)}</b>${own.quietLimit(quiet.limit)}</div>
    ${noPlan === undefined ? html`<button type="button" class="btn btn--sm" data-act="plan" @click=${plan}>${icon(icons.calendar)}${t.detail.planActivity}</button>` : nothing}
    ${mayWait ? html`<button type="button" class="btn btn--sm" data-act="wait" aria-haspopup="dialog" @click=${() => void actions.wait()}>${icon(icons.pause)}${own.wait}</button>` : nothing}
  </div>`;
}

/** Beside its worth, where it is only going quiet. */
export function goingQuiet(model: DetailModel): TemplateResult | typeof nothing {
  const quiet = quietIn(model);
  if (quiet?.level !== 1) return nothing;
  return html`<span class="going-quiet">${icon(icons.clock, { size: 'sm' })}${dealWords(model).quietFor(quiet.days)}</span>`;
}

/** In the menu of an open deal. */
export function waitItems(model: DetailModel, actions: WaitActions): readonly MenuItem[] {
  const { deal, today } = model;
  if (deal?.status !== 'open') return [];
  const own = dealWords(model);
  const disabled = model.why('deal-wait');
  return [
    { id: 'wait', label: own.wait, icon: icons.pause, kbd: 'W', disabled, run: () => void actions.wait() },
    ...(isWaiting(deal, today)
      ? [{ id: 'end-wait', label: own.waitEnd, icon: icons.clock, disabled, run: () => void actions.endWait() }]
      : []),
  ];
}
