import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { icon } from '../../shared/icon.js';
import * as icons from '../../shared/icons.js';
import type { Labels } from '../../shared/detail/labels.js';
import type { DetailModel } from '../../shared/detail/model.js';
import type { Values } from '../../shared/detail/values.js';
import { ways } from '../../shared/detail/position.js';
import type { Position, WayWords } from '../../shared/detail/position.js';

export interface HeadOptions {
  readonly position: Position | null | undefined;
  /** It covers the list: the way out is Back. */
  readonly covers: boolean;
  /** null = it is not closed by itself. */
  readonly close: (() => void) | null;
  readonly step: (by: 1 | -1) => void;
  readonly more: (event: Event) => void;
  /** That it may be a duplicate. */
  readonly twins: TemplateResult | typeof nothing;
}

export function wayWords({ t: { detail } }: DetailModel): WayWords {
  const { previousLead, nextLead, firstLead, lastLead } = detail;
  return { previous: previousLead, next: nextLead, first: firstLead, last: lastLead };
}

/** Where in the list, and the way out. Stands above whatever is shown. */
export function bar(model: DetailModel, { position, covers, close, step, more, twins }: HeadOptions): TemplateResult {
  const { t } = model;
  const button = (label: string, drawing: icons.Drawing, run: () => void, name: string): TemplateResult => html`<button
    type="button" class="btn btn--icon btn--quiet btn--sm" data-act=${name} aria-label=${label} title=${label} @click=${run}
    >${icon(drawing, { turn: drawing === icons.back })}</button>`;
  return html`<div class="bar">
    ${close && covers ? button(t.detail.backToList, icons.back, close, 'back') : nothing}
    ${position === undefined ? nothing : ways(model, position, wayWords(model), step)}
    <span class="grow"></span>
    ${twins}${
      model.record
        ? html`<button type="button" class="btn btn--icon btn--quiet btn--sm" data-act="more" aria-haspopup="menu" aria-label=${t.detail.moreActions} title=${t.detail.moreActions} @click=${more}>${icon(icons.more)}</button>`
        : nothing
    }
    ${close && !covers ? button(t.common.close, icons.x, close, 'close') : nothing}
  </div>`;
}

/** Title, value, labels, owner: each edited where it stands. */
export function title(model: DetailModel, values: Values, labels: Labels): TemplateResult {
  const { record, t } = model;
  if (!record) return html``;
  return html`<h2>${values.text({ field: 'title', name: t.common.title }, record.title, { shown: model.title })}</h2>
    <div class="meta">
      <span class="worth">${values.money({ field: 'value', name: t.common.value }, record.value)}</span>
      ${labels.render()}
      <span class="owner">${values.owner(t.common.owner, record.ownerId)}</span>
      ${record.archivedAt === null ? nothing : html`<span class="tag">${icon(icons.archive, { size: 'sm' })}${t.detail.archived}</span>`}
      ${model.live()?.pending ? html`<span class="subtle" role="status">${t.detail.pending}</span>` : nothing}
    </div>`;
}
