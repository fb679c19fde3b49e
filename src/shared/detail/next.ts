import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { activityState } from '../../domain/activity-state.js';
import type { Activity } from '../../domain/records.js';
import { activityMark } from '../activity-mark.js';
import { icon } from '../icon.js';
import * as icons from '../icons.js';
import { typeName } from './activity-form.js';
import type { Composer } from './composer.js';
import type { AnyDetail, DetailModel } from './model.js';
import type { Timeline } from './timeline.js';

/** The strip below the head: what is to be done next, or that nobody has planned anything. */
export function nextStrip(model: DetailModel, timeline: Timeline, composer: Composer): TemplateResult {
  const { record, t } = model;
  const next = record?.nextActivity ?? null;
  const state = activityState(next, model.today);
  if (next === null) {
    const locked = model.why('activity-add', null);
    return html`<section class="block next" data-a="none" part="next" aria-label=${t.detail.nextActivity}>
      <div class="row">
        ${activityMark('none', t.common.noActivity)}
        <div class="grow"><b>${t.detail.nothingPlanned}</b><div class="muted"><bdi>${t.detail.nothingPlannedHow}</bdi></div></div>
        ${locked === undefined ? html`<button type="button" class="btn btn--sm" data-next @click=${() => composer.plan()}>${icon(icons.plus)}${t.detail.planNext}</button>` : ''}
      </div>
    </section>`;
  }
  const activity = timeline.planned.find(({ id }) => id === next.id);
  const done = model.why('activity-done', activity ?? null);
  const due = model.words.due(next.due, next.time, model.today);
  const duration = activity?.duration ? `, ${t.detail.minutes(activity.duration)}` : '';
  const subject = next.subject || typeName(next.type, t.common);
  return html`<section class="block next" data-a=${state} part="next" aria-label=${t.detail.nextActivity}>
    <div class="row">
      ${activityMark(state, stateWord(state, t))}
      <div class="grow"><b dir="auto">${said(typeName(next.type, t.common), subject)}</b><div class="muted"><bdi>${due}${duration}</bdi></div></div>
      <button type="button" class="btn btn--sm" data-next aria-disabled=${done === undefined ? 'false' : 'true'} title=${done ?? ''}
        @click=${() => done === undefined && void markDone(model, next.id)}>${icon(icons.check)}${t.detail.markDone}</button>
    </div>
  </section>`;
}

/** Done: the strip then says what comes next, or proposes to plan it; the focus stays at its button. */
export async function markDone(model: AnyDetail, id: Activity['id']): Promise<void> {
  const root = model.host.shadowRoot;
  const held = root?.activeElement;
  await model.run('activity-done', { id, done: true });
  await model.host.updateComplete;
  if (!held?.matches('[data-next], .focus-item *') || held.isConnected) return;
  // Nobody has put it elsewhere meanwhile: it is lost, or where a lost one is put.
  if (root?.activeElement?.matches(':not(.detail-body, [data-act])')) return;
  await model.focus('[data-next], [data-schedule]');
}

export function stateWord(state: ReturnType<typeof activityState>, { common }: DetailModel['t']): string {
  return state === 'overdue'
    ? common.overdue
    : state === 'today'
      ? common.dueToday
      : state === 'planned'
        ? common.planned
        : common.noActivity;
}

/** "Call: confirm dock count"; the type alone where the subject says no more. */
function said(type: string, subject: string): string {
  return subject === type ? type : `${type}: ${subject}`;
}
