import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { activityState } from '../../domain/activity-state.js';
import type { Deal, Label } from '../../domain/records.js';
import { avatar } from '../../shared/avatar.js';
import { activityMarks, firstIcon } from '../../shared/first-icons.js';
import { labelTag } from '../../shared/label-tag.js';
import { stageOf } from './columns.js';
import type { DealColumn } from './columns.js';
import type { DealListModel } from './model.js';
import { silence } from './quiet.js';

/** One cell. Classes name what it is, so that cards and narrow lists can place it; `leaves` goes under 900 px. */
export function cell(column: DealColumn, deal: Deal, model: DealListModel): TemplateResult {
  switch (column.cell) {
    case 'deal':
      return dealCell(deal, model);
    case 'stage':
      return stageCell(column, deal, model);
    case 'activity':
      return activityCell(deal, model);
    case 'labels':
      return labelsCell(deal, model);
    case 'money':
      return moneyCell(column, deal, model);
    case 'user':
      return ownerCell(deal, model);
    case 'age':
      return ageCell(deal, model);
    case 'text':
    case 'custom':
      return textCell(column, deal, model);
  }
}

function dealCell(deal: Deal, model: DealListModel): TemplateResult {
  const { personName, organizationName } = deal;
  const quiet = silence(deal, model);
  return html`<span class="lead" role="gridcell"
    ><button type="button" tabindex="-1" dir="auto" data-do="open">${model.titleOf(deal)}</button
    ><small
      ><span class="cut" dir="auto"
        >${personName || organizationName}${personName && organizationName && ' · '}<bdi>${personName && organizationName}</bdi></span
      >${quiet ? html`<span class="quiet cut" dir="auto" title=${quiet}>${quiet}</span>` : nothing}</small
    ></span
  >`;
}

function stageCell(column: DealColumn, deal: Deal, model: DealListModel): TemplateResult {
  const { t, store } = model;
  const stages = store?.directory.stagesOf(deal.pipelineId) ?? [];
  const name = stageOf(deal, store)?.name ?? '';
  const at = stages.findIndex(({ id }) => id === deal.stageId);
  const bar = html`<span class="stagebar" role="img" aria-label=${t.dealList.stagePlace(at + 1, stages.length, name)}
    >${stages.map((_, index) => html`<i class=${index <= at ? 'on' : ''}></i>`)}</span
  >`;
  return html`<span class=${partOf(column)} role="gridcell" title=${name || nothing}
    >${at < 0 ? nothing : bar}<span class="cut" aria-hidden=${at < 0 ? nothing : 'true'} dir="auto">${name}</span></span
  >`;
}

function activityCell(deal: Deal, model: DealListModel): TemplateResult {
  const { today, t } = model;
  const next = deal.nextActivity;
  const state = activityState(next, today);
  const text = next ? model.words.due(next.due, next.time, today) : t.common.noActivity;
  return html`<span class="when" role="gridcell" title=${next?.subject || nothing}
    >${
      deal.status !== 'open' && !next
        ? nothing
        : html`<span class="act" data-a=${state}>${firstIcon(activityMarks[state])}<span class="cut" dir="auto">${text}</span></span>`
    }</span
  >`;
}

function labelsCell(deal: Deal, model: DealListModel): TemplateResult {
  const labels = deal.labelIds.flatMap((id) => model.store?.directory.label(id) ?? []);
  const rest = labels.length - 2;
  return html`<span class="labels" role="gridcell"
    >${labels.slice(0, 2).map(labelTag)}${rest > 0 ? moreLabels(labels.slice(2), 'if-wide', model) : nothing}${
      labels.length > 1 ? moreLabels(labels.slice(1), 'if-mid', model) : nothing
    }</span
  >`;
}

function moreLabels(labels: readonly Label[], when: string, { t, format }: DealListModel): TemplateResult {
  return html`<span class="tag ${when}" title=${format.list(labels.map(({ name }) => name))} role="img" aria-label=${t.pipeline.moreLabels(labels.length)}
    >${t.pipeline.labelsMore(labels.length)}</span
  >`;
}

/** An amount, or a dash that says what it means. */
function moneyCell(column: DealColumn, deal: Deal, model: DealListModel): TemplateResult {
  const { t, format } = model;
  const money = column.amount?.(deal, model) ?? null;
  const why = deal.status !== 'open' && deal.value ? t.dealList.noChance : t.pipeline.noValue;
  return html`<span class="${partOf(column)} end-edge" role="gridcell"
    >${
      money
        ? html`<bdi>${format.money(money)}</bdi>`
        : html`<span class="none" role="img" aria-label=${why} title=${why}>&ndash;</span>`
    }</span
  >`;
}

function ownerCell(deal: Deal, model: DealListModel): TemplateResult {
  const owner = model.store?.directory.user(deal.ownerId);
  return html`<span class="own leaves" role="gridcell">${owner ? avatar(owner.name || model.t.common.you, owner.id) : nothing}</span>`;
}

function ageCell({ createdAt }: Deal, { store, format, t }: DealListModel): TemplateResult {
  const now = store ? Date.parse(store.now()) : 0;
  return html`<span class="age end-edge" role="gridcell" title=${t.dealList.added(format.ago(createdAt, now))}
    >${format.age(createdAt, now)}</span
  >`;
}

function textCell(column: DealColumn, deal: Deal, model: DealListModel): TemplateResult {
  const text = column.text?.(deal, model) ?? '';
  return html`<span class="text cut ${partOf(column)}${column.end ? ' end-edge' : ''}" role="gridcell" title=${text || nothing}><bdi>${text}</bdi></span>`;
}

/** What styles know a column by; one that does not stay where it is narrower leaves. */
export function partOf({ part, midTrack }: DealColumn): string {
  return `${part ?? ''}${midTrack === null && !part?.includes('leaves') ? ' leaves' : ''}`.trim();
}
