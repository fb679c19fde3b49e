import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { icon } from '../../shared/icon.js';
import * as icons from '../../shared/icons.js';
import type { Labels } from '../../shared/detail/labels.js';
import type { DetailModel } from '../../shared/detail/model.js';
import type { Values } from '../../shared/detail/values.js';
import type { Position } from './host.js';

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

/** Where in the list, and the way out. Stands above whatever is shown. */
export function bar(model: DetailModel, { position, covers, close, step, more, twins }: HeadOptions): TemplateResult {
  const { t } = model;
  const button = (
    label: string,
    drawing: icons.Drawing,
    run: () => void,
    name: string,
    why?: string,
  ): TemplateResult => html`<button
    type="button" class="btn btn--icon btn--quiet btn--sm" data-act=${name} aria-label=${label} title=${why ?? label} aria-disabled=${why === undefined ? nothing : 'true'} @click=${run}
    >${icon(drawing, { turn: drawing === icons.back })}</button>`;
  return html`<div class="bar">
    ${close && covers ? button(t.detail.backToList, icons.back, close, 'back') : nothing}
    ${
      position === undefined
        ? nothing
        : html`${button(t.detail.previousLead, icons.up, () => step(-1), 'previous', endOf(position, -1) ? t.detail.firstLead : undefined)}${button(t.detail.nextLead, icons.down, () => step(1), 'next', endOf(position, 1) ? t.detail.lastLead : undefined)}<span class="place num" dir="auto"
              >${position && placeOf(position, t)}</span
            >`
    }
    <span class="grow"></span>
    ${twins}${
      model.record
        ? html`<button type="button" class="btn btn--icon btn--quiet btn--sm" data-act="more" aria-haspopup="menu" aria-label=${t.detail.moreActions} title=${t.detail.moreActions} @click=${more}>${icon(icons.more)}</button>`
        : nothing
    }
    ${close && !covers ? button(t.common.close, icons.x, close, 'close') : nothing}
  </div>`;
}

/** Nothing comes after it, or before it. */
export function endOf(position: Position | null | undefined, by: 1 | -1): boolean {
  if (!position) return false;
  const { index, of, left } = position;
  return by < 0 ? index === 0 : of !== undefined && index >= (left ? of : of - 1);
}

function placeOf({ index, of, left }: Position, { detail }: DetailModel['t']): string {
  if (left) return detail.positionLeft;
  return of === undefined ? detail.positionPending(index + 1) : detail.position(index + 1, of);
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
