import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { hasLines } from '../../domain/products/deal-value.js';
import { daysBetween } from '../../domain/dates.js';
import type { Labels } from '../../shared/detail/labels.js';
import type { DetailModel } from '../../shared/detail/model.js';
import { partsIn } from '../../shared/detail/model.js';
import type { Values } from '../../shared/detail/values.js';
import { icon } from '../../shared/icon.js';
import * as icons from '../../shared/icons.js';
import type { Actions } from './actions.js';
import { faces } from './faces.js';
import { goingQuiet } from './quiet.js';
import { stageBar } from './stage-bar.js';
import { startProject } from './projects/starting.js';
import { dealWords } from './words.js';

/**
 * Where it stands, what it is called and worth, and how it ends.
 * @param close null = it is not closed by itself
 * @param twins that it may be a duplicate
 * @param ways to the next deal of the list it was opened from
 */
export function head(
  model: DetailModel,
  values: Values,
  labels: Labels,
  actions: Actions,
  close: (() => void) | null,
  twins: TemplateResult | typeof nothing,
  ways: TemplateResult | typeof nothing,
): TemplateResult {
  const { deal, organization, person, t } = model;
  if (!deal) return html``;
  const who = organization?.name ?? person?.name;
  return html`<div class="deal-head" part="head">
    ${crumb(model, close, twins, ways)}
    <div class="deal-title">
      <div class="grow">
        <h2>${values.text({ field: 'title', name: t.common.title }, deal.title, { shown: model.title })}</h2>
        <div class="meta">
          <span class="worth">${hasLines(deal) ? html`<b class="num" title=${dealWords(model).valueIsSum}>${deal.value ? model.format.money(deal.value) : nothing}</b>` : values.money({ field: 'value', name: t.common.value }, deal.value)}</span>
          ${who ? html`<bdi class="who-line">${who}</bdi>` : nothing} ${labels.render()} ${goingQuiet(model)}
          ${model.live()?.pending ? html`<span class="subtle" role="status">${t.detail.pending}</span>` : nothing}
        </div>
      </div>
      ${acts(model, values, actions)}
    </div>
    ${stageBar(model, (stage) => void actions.move(stage))}
  </div>`;
}

export function crumb(
  model: DetailModel,
  close: (() => void) | null,
  twins: TemplateResult | typeof nothing = nothing,
  ways: TemplateResult | typeof nothing = nothing,
): TemplateResult {
  const { deal, store } = model;
  const t = dealWords(model);
  const pipeline = store?.directory.pipelines.find(({ id }) => id === deal?.pipelineId)?.name ?? '';
  const stage = deal ? (store?.directory.stage(deal.stageId)?.name ?? (store?.directory.ready ? t.stageGone : '')) : '';
  const back = t.backTo(pipeline || model.t.common.pipeline);
  return html`<div class="crumb">
    ${
      close
        ? html`<button type="button" class="btn btn--icon btn--quiet btn--sm" data-act="back" aria-label=${back} title=${back} @click=${close}>${icon(icons.back, { turn: true })}</button
            ><button type="button" class="link" @click=${close}><bdi>${pipeline || back}</bdi></button>`
        : html`<bdi>${pipeline}</bdi>`
    }${stage ? html`<span>&nbsp;/ <bdi>${stage}</bdi></span>` : nothing}${twins}${ways === nothing ? nothing : html`<span class="ways">${ways}</span>`}
  </div>`;
}

function acts(model: DetailModel, values: Values, actions: Actions): TemplateResult {
  const { deal, t } = model;
  const own = dealWords(model);
  const off = (why: string | undefined): 'true' | 'false' => (why === undefined ? 'false' : 'true');
  const [noWin, noLose, noReopen] = [model.why('deal-win'), model.why('deal-lose'), model.why('deal-reopen')];
  return html`<div class="acts">
    ${faces(model, values, actions.menu)}${
      deal?.status === 'open'
        ? html`<button type="button" class="btn btn--positive" data-act="win" aria-disabled=${off(noWin)} title=${noWin ?? nothing} @click=${() => void actions.win()}>${icon(icons.won)}${own.won}</button
            ><button type="button" class="btn btn--negative-quiet" data-act="lose" aria-haspopup="dialog" aria-disabled=${off(noLose)} title=${noLose ?? nothing} @click=${() => void actions.lose()}>${icon(icons.lost)}${own.lost}</button>`
        : html`<button type="button" class="btn" data-act="reopen" aria-disabled=${off(noReopen)} title=${noReopen ?? nothing} @click=${() => void actions.reopen()}>${icon(icons.undo, { turn: true })}${own.reopen}</button>`
    }
    <button type="button" class="btn btn--icon" data-act="more" aria-haspopup="menu" aria-label=${t.detail.moreActions} title=${t.detail.moreActions} @click=${actions.more}>${icon(icons.more)}</button>
  </div>`;
}

/** Above a closed deal: how it ended, when, and why. */
export function closedBanner(model: DetailModel, closedBy: string, actions: Actions): TemplateResult | typeof nothing {
  const { deal } = model;
  if (!deal || deal.status === 'open') return nothing;
  const t = dealWords(model);
  const at = deal.closedAt ?? deal.updatedAt;
  const zone = model.store?.settings.timeZone;
  const day = model.day(partsIn(at, zone)[0]);
  const why = model.why('deal-lose');
  if (deal.status === 'won') {
    const after = t.afterDays(Math.max(0, daysBetween(partsIn(deal.createdAt, zone)[0], partsIn(at, zone)[0])));
    return html`<div class="banner banner--positive closed" part="closed">${icon(icons.won)}<div class="grow"><b>${t.won}</b> <bdi>${closedBy ? t.closedBy(closedBy, day) : t.closedDay(day)}</bdi>, ${after}.</div>${startProject(model, actions.projects)}</div>`;
  }
  return html`<div class="banner banner--negative closed" part="closed">
    ${icon(icons.lost)}
    <div class="grow"><b>${t.lost}:</b> <bdi>${deal.lostReason ?? t.lostNoReason}</bdi>${deal.lostComment ? html` <bdi>“${deal.lostComment}”</bdi>` : nothing} <span class="muted">${t.closedDay(day)}</span></div>
    ${why === undefined ? html`<button type="button" class="btn btn--sm" @click=${() => void actions.lose()}>${t.changeReason}</button>` : nothing}
  </div>`;
}
