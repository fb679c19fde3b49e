import { html, svg } from 'lit';
import type { SVGTemplateResult, TemplateResult } from 'lit';
import type { ActivityState } from '../domain/query.js';

/** A drawing for `icon`. */
export type Drawing = () => SVGTemplateResult;

/* The drawings of the first paint, and what draws them. A module is fetched whole, so all other drawings are in one of their own: icons.ts. */

export const search: Drawing = () => svg`<circle cx="7" cy="7" r="4.25"/><path d="m10.25 10.25 3.25 3.25"/>`;
export const filter: Drawing = () => svg`<path d="M2 4h12M4.5 8h7M7 12h2"/>`;
export const sort: Drawing = () => svg`<path d="M5 3v10M2.5 10.5 5 13l2.5-2.5M11 13V3M8.5 5.5 11 3l2.5 2.5"/>`;
export const columns: Drawing = () =>
  svg`<rect x="2.25" y="2.75" width="11.5" height="10.5" rx="1.5"/><path d="M6.25 2.75v10.5M10.25 2.75v10.5"/>`;
export const plus: Drawing = () => svg`<path d="M8 3v10M3 8h10"/>`;
export const down: Drawing = () => svg`<path d="m4.5 6.25 3.5 3.5 3.5-3.5"/>`;
export const more: Drawing = () => svg`<path d="M3.25 8h.01M8 8h.01M12.75 8h.01" stroke-width="2.5"/>`;
export const label: Drawing = () =>
  svg`<path d="M2.5 3.5v4l6 6 5-5-6-6h-4a1 1 0 0 0-1 1Z"/><circle cx="5.5" cy="5.5" r=".6" fill="currentColor"/>`;
export const person: Drawing = () =>
  svg`<circle cx="8" cy="5.25" r="2.75"/><path d="M2.75 13.5c.6-2.6 2.7-3.75 5.25-3.75s4.65 1.15 5.25 3.75"/>`;
export const calendar: Drawing = () =>
  svg`<rect x="2.25" y="3.25" width="11.5" height="10.25" rx="1.5"/><path d="M2.25 6.5h11.5M5.25 1.75v2.5M10.75 1.75v2.5"/>`;
export const move: Drawing = () => svg`<path d="M2.5 8h11M10 4.5 13.5 8 10 11.5"/>`;
export const globe: Drawing = () =>
  svg`<circle cx="8" cy="8" r="5.75"/><ellipse cx="8" cy="8" rx="2.6" ry="5.75"/><path d="M2.25 8h11.5"/>`;

/** @param inside drawn in the colour of the ground on a shape that is filled; '' = the shape is a line */
function mark(shape: string, inside = ''): SVGTemplateResult {
  return svg`<path d=${shape} fill=${inside && 'currentColor'}/><path d=${inside} stroke="var(--crm-surface-raised)" stroke-width="1.8"/>`;
}

/** Draws an icon beside a word, as `icon` does (icon.ts). @param how `i--sm`, `i--turn` */
export function firstIcon(drawing: Drawing, how = ''): TemplateResult {
  return html`<svg class="i ${how}" viewBox="0 0 16 16" aria-hidden="true">${drawing()}</svg>`;
}

/**
 * Diamond = overdue, disc with hands = today, ring with chevron = planned, triangle = none. All are of one template: in a
 * row that shows another lead only their lines change.
 */
export const activityMarks: Readonly<Record<ActivityState, Drawing>> = {
  overdue: () => mark('M8 .9 15.1 8 8 15.1.9 8Z', 'M8 4.6v4M8 11.1h.01'),
  today: () => mark('M14 8A6 6 0 1 1 2 8a6 6 0 1 1 12 0Z', 'M8 4.6V8.2l2.3 1.5'),
  planned: () => mark('M14 8A6 6 0 1 1 2 8a6 6 0 1 1 12 0ZM6.9 5.6l2.4 2.4-2.4 2.4'),
  none: () => mark('M8 2 14.75 13.5H1.25ZM8 6.5v3M7.4 11.4a.6.6 0 1 0 1.2 0a.6.6 0 1 0-1.2 0'),
};
