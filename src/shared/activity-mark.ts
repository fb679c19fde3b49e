import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { ActivityState } from '../domain/query.js';
import { icon } from './icon.js';
import type { Drawing } from './first-icons.js';
import * as icons from './first-icons.js';

/** Diamond = overdue, disc with hands = today, ring with chevron = planned, triangle = none. */
export const activityMarks: Readonly<Record<ActivityState, Drawing>> = {
  overdue: icons.activityOverdue,
  today: icons.activityToday,
  planned: icons.activityPlanned,
  none: icons.activityNone,
};

/** The shape of the next activity. Its words are for ears and the tooltip, or stand beside it (`shown`). Styles: styles/controls/activity.ts. */
export function activityMark(state: ActivityState, words: string, { shown = false } = {}): TemplateResult {
  const drawing = icon(activityMarks[state]);
  return shown
    ? html`<span class="act" data-a=${state} title=${words}>${drawing}<span class="cut">${words}</span></span>`
    : html`<span class="act" role="img" aria-label=${words} data-a=${state} title=${words}>${drawing}</span>`;
}
