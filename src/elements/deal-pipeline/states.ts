import { html, nothing, svg } from 'lit';
import type { TemplateResult } from 'lit';
import type { CrmError } from '../../domain/errors.js';
import { icon } from '../../shared/icon.js';
import * as icons from '../../shared/icons.js';
import { pipelines } from '../../i18n/en/pipelines.js';
import { wordsOf } from '../../i18n/words.js';
import type { Column } from './column.js';
import type { BoardModel } from './model.js';

/** Nothing on the whole board: what to do about it. */
export function emptyBoard(model: BoardModel, noAdd: string | null, add: () => void): TemplateResult {
  const { t } = model;
  return box(
    t.pipeline.emptyTitle,
    t.pipeline.emptyText,
    html`${
      noAdd === null
        ? html`<button type="button" class="btn btn--primary" @click=${add}>${icon(icons.plus)}${t.pipeline.addDeal}</button>`
        : nothing
    }<slot name="empty"></slot>`,
  );
}

export function noMatch(model: BoardModel, clear: () => void): TemplateResult {
  const { t } = model;
  return box(
    t.pipeline.noneMatchTitle,
    t.pipeline.noneMatchText,
    html`<button type="button" class="btn" data-clear @click=${clear}>${t.pipeline.clearFilters}</button>`,
  );
}

/** What the filter goes by cannot be worked out: no deal can be said to match. */
export function notRead({ t }: BoardModel, retry: () => void): TemplateResult {
  return box(
    t.pipeline.errorTitle,
    t.common.formulasLost,
    html`<button type="button" class="btn btn--primary" data-retry @click=${retry}>${icon(icons.refresh)}${t.common.retry}</button>`,
    'alert',
  );
}

/** A storage that was never set up: no pipeline, so no stage a deal could stand in. */
export function noPipeline(model: BoardModel, add: () => void): TemplateResult {
  const { t } = model;
  const words = wordsOf('pipelines', pipelines, model.words.lang);
  return box(
    t.pipeline.noPipelineTitle,
    t.pipeline.noPipelineText,
    html`${
      model.why('pipeline-save', model.pipeline ?? null) === null
        ? html`<button type="button" class="btn btn--primary" data-add-pipeline @click=${add}>${icon(icons.plus)}${model.pipeline ? words.editThis : words.add}</button>`
        : nothing
    }<slot name="empty"></slot>`,
  );
}

/** A stage whose deals could not be read; the others stay. */
export function columnError(column: Pick<Column, 'list'>, model: BoardModel): TemplateResult {
  const { t } = model;
  return html`<div class="stage-error" role="alert">
    ${icon(icons.warning)}
    <b>${t.pipeline.errorTitle}</b>
    <span dir="auto">${cause(column.list?.error ?? null, model)}</span>
    <button type="button" class="btn btn--sm" data-retry @click=${() => column.list?.retry()}>${icon(icons.refresh)}${t.common.retry}</button>
  </div>`;
}

function cause(error: CrmError | null, { t }: BoardModel): string {
  if (error === null || error.code === 'unavailable') return t.pipeline.errorUnavailable;
  if (error.code === 'denied') return t.pipeline.errorDenied;
  if (error.code === 'auth') return t.pipeline.errorAuth;
  return t.pipeline.errorOther(error.reason ?? error.message);
}

function box(title: string, text: string, actions: TemplateResult, role?: 'alert'): TemplateResult {
  return html`<div class="board-empty"><div class="empty" part="empty" role=${role ?? nothing}>
    <svg class="empty-art" viewBox="0 0 96 72" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linejoin="round" stroke-linecap="round" aria-hidden="true">${art}</svg>
    <h3 tabindex="-1" data-empty-head>${title}</h3>
    <p dir="auto">${text}</p>
    <div class="row wrap">${actions}</div>
  </div></div>`;
}

/** Three stages, and a card on its way into the second. */
const art = svg`<rect class="tint" x="6" y="8" width="84" height="56" rx="8"/><path d="M34 8v56M62 8v56"/><rect class="face" x="11" y="15" width="18" height="13" rx="3"/><rect class="face" x="11" y="33" width="18" height="13" rx="3"/><rect class="face" x="67" y="15" width="18" height="13" rx="3"/><path class="ink" d="M38 22h18M50.500 16.500 56 22l-5.500 5.500"/>`;

/** Others' new deals wait until somebody asks for them. */
export function news(column: Pick<Column, 'list'>, { t }: BoardModel): TemplateResult {
  const waiting = column.list?.waiting ?? 0;
  return html`<button type="button" class="news" data-news @click=${() => column.list?.showWaiting()}>
    <b>${t.pipeline.newDeals(waiting)}</b> ${t.pipeline.showThem(waiting)}
  </button>`;
}
