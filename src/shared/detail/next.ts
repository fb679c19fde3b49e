import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { activityState } from '../../domain/activity-state.js';
import { activityMark } from '../activity-mark.js';
import { icon } from '../icon.js';
import * as icons from '../icons.js';
import { typeName } from './activity-form.js';
import type { Composer } from './composer.js';
import type { DetailModel } from './model.js';
import type { NextProposal } from './next-proposal.js';
import type { Timeline } from './timeline.js';

/** The strip below the head: what is to be done next, or that nobody has planned anything. */
export function nextStrip(
  model: DetailModel,
  timeline: Timeline,
  composer: Composer,
  proposal: NextProposal,
): TemplateResult {
  const { record, t } = model;
  if (proposal.at('strip'))
    return html`<section class="next next--proposal" part="next" aria-label=${t.detail.nextActivity}>${proposal.render('strip')}</section>`;
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
        @click=${() => done === undefined && void proposal.markDone(next, 'strip')}>${icon(icons.check)}${t.detail.markDone}</button>
    </div>
  </section>`;
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
