import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { activityState } from '../../domain/activity-state.js';
import type { Label, Lead, Money } from '../../domain/records.js';
import { avatar } from '../../shared/avatar.js';
import { activityMarks, firstIcon } from '../../shared/first-icons.js';
import { labelTag } from '../../shared/label-tag.js';
import type { Column } from './columns.js';
import type { InboxModel } from './model.js';

/** What a row says of itself where nobody gave it a title. */
export function titleOf(lead: Lead, model: InboxModel): string {
  return lead.title || lead.personName || lead.organizationName || model.t.inbox.untitled;
}

/**
 * One cell. Classes name what it is, so that cards and narrow lists can place it; `leaves` goes under 900 px.
 * A row shows one lead after the other: the less its elements come and go, the smoother it scrolls.
 * What is only read aloud is a name of something in sight: text out of sight (`.sr`) is a layer of its own, which doubles
 * what a row costs to paint.
 */
export function cell(column: Column, lead: Lead, model: InboxModel): TemplateResult {
  switch (column.cell) {
    case 'lead':
      return leadCell(lead, model);
    case 'activity':
      return activityCell(lead, model);
    case 'labels':
      return labelsCell(lead, model);
    case 'money':
      return html`<span class="value end-edge" role="gridcell">${amount(lead.value, model)}</span>`;
    case 'user':
      return ownerCell(lead, model);
    case 'age':
      return ageCell(column, lead, model);
    case 'text':
    case 'day':
    case 'instant':
    case 'custom':
      return textCell(column, column.text ? column.text(lead, model) : lead.sourceName);
  }
}

function leadCell(lead: Lead, model: InboxModel): TemplateResult {
  const { personName, organizationName } = lead;
  // A title is cut at its own end: in a page that runs the other way the browser would cut its beginning.
  return html`<span class="lead" role="gridcell"
    >${lead.seen ? nothing : html`<span class="new" role="img" aria-label=${model.t.inbox.unseen}></span>`}<button
      type="button"
      tabindex="-1"
      dir="auto"
      data-do="open"
    >${titleOf(lead, model)}</button
    ><small class="cut" dir="auto"
      >${personName || organizationName}${personName && organizationName && ' · '}<bdi>${personName && organizationName}</bdi></small
    ></span
  >`;
}

function activityCell(lead: Lead, model: InboxModel): TemplateResult {
  const today = model.store?.today() ?? '';
  const next = lead.nextActivity;
  const state = activityState(next, today);
  const text = next ? model.words.due(next.due, next.time, today) : model.t.common.noActivity;
  return html`<span class="when" role="gridcell" title=${next?.subject || nothing}
    ><span class="act" data-a=${state}>${firstIcon(activityMarks[state])}<span class="cut" dir="auto">${text}</span></span></span
  >`;
}

function labelsCell(lead: Lead, model: InboxModel): TemplateResult {
  const labels = lead.labelIds.flatMap((id) => model.store?.directory.label(id) ?? []);
  const rest = labels.length - 2;
  return html`<span class="labels" role="gridcell"
    >${labels.slice(0, 2).map(labelTag)}${rest > 0 ? moreLabels(labels.slice(2), rest, 'if-wide', model) : nothing}${
      labels.length > 1 ? moreLabels(labels.slice(1), labels.length - 1, 'if-mid', model) : nothing
    }</span
  >`;
}

function moreLabels(labels: readonly Label[], count: number, when: string, model: InboxModel): TemplateResult {
  return html`<span
    class="tag ${when}"
    title=${model.format.list(labels.map((label) => label.name))}
    role="img"
    aria-label=${model.t.inbox.moreLabels(count)}
    >${model.t.inbox.labelsMore(count)}</span
  >`;
}

function ownerCell(lead: Lead, model: InboxModel): TemplateResult {
  const owner = model.store?.directory.user(lead.ownerId);
  return html`<span class="own leaves" role="gridcell">${owner ? avatar(owner.name || model.t.common.you, owner.id) : nothing}</span>`;
}

function ageCell(column: Column, lead: Lead, model: InboxModel): TemplateResult {
  const now = model.store ? Date.parse(model.store.now()) : 0;
  const at = column.since?.(lead) ?? lead.createdAt;
  const ago = model.format.ago(at, now);
  return html`<span class="age end-edge" role="gridcell" title=${column.id === 'createdAt' ? model.t.inbox.added(ago) : ago}
    >${model.format.age(at, now)}</span
  >`;
}

function textCell(column: Column, text: string): TemplateResult {
  return html`<span class="text cut leaves ${column.end ? 'end-edge' : ''}" role="gridcell" title=${text || nothing}><bdi>${text}</bdi></span>`;
}

/** An amount, or a dash that says what it means. */
function amount(value: Money | null, model: InboxModel): TemplateResult {
  return value
    ? html`<bdi>${model.format.money(value)}</bdi>`
    : html`<span class="none" role="img" aria-label=${model.t.inbox.noValue}>&ndash;</span>`;
}
