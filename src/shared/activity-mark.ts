import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { ActivityState } from '../domain/query.js';
import { activityMarks, firstIcon } from './first-icons.js';

/** The shape of the next activity. Its words are for ears and the tooltip, or stand beside it (`shown`). Styles: styles/controls/activity.ts. */
export function activityMark(state: ActivityState, words: string, { shown = false } = {}): TemplateResult {
  const drawing = firstIcon(activityMarks[state]);
  return shown
    ? html`<span class="act" data-a=${state} title=${words}>${drawing}<span class="cut">${words}</span></span>`
    : html`<span class="act" role="img" aria-label=${words} data-a=${state} title=${words}>${drawing}</span>`;
}
