import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { ChangelogRow, Id } from '../../../domain/records.js';
import { isTold } from '../../../domain/told-to.js';
import { icon } from '../../icon.js';
import * as icons from '../../icons.js';
import { labelsOf, tasksText, textOf } from './values.js';
import type { Telling } from './values.js';
import { cameOrWent, textBeside } from './whose.js';

/** From what to what. */
export function diff(telling: Telling, row: ChangelogRow): unknown {
  const { words } = telling;
  const { of, op, field, before, after } = row;
  if (isTold(of)) {
    const whole = cameOrWent(telling, row);
    if (whole !== undefined) return whole;
  }
  if (op !== 'patch') return nothing;
  if (field === 'tasks') return html`<ins><bdi>${tasksText(telling, before, after)}</bdi></ins>`;
  if (field === 'labelIds') return labels(telling, (before ?? []) as readonly Id[], (after ?? []) as readonly Id[]);
  const one = (value: unknown, tag: 'del' | 'ins'): TemplateResult => {
    const text =
      of === 'dealProduct'
        ? textBeside(telling, field, value, row.units?.[tag === 'del' ? 0 : 1])
        : textOf(telling, field, value);
    if (text === '') return html`<span class="subtle">${words.empty}</span>`;
    return tag === 'del' ? html`<del><bdi>${text}</bdi></del>` : html`<ins><bdi>${text}</bdi></ins>`;
  };
  return html`${one(before, 'del')} <span class="sr">${words.to}</span>${icon(icons.move, { size: 'sm', turn: true })} ${one(after, 'ins')}`;
}

function labels(telling: Telling, had: readonly Id[], has: readonly Id[]): TemplateResult {
  const { words } = telling;
  const put = labelsOf(
    telling,
    has.filter((id) => !had.includes(id)),
  );
  const off = labelsOf(
    telling,
    had.filter((id) => !has.includes(id)),
  );
  return html`${put.length > 0 ? html`<ins>${words.added}</ins> ${put}` : nothing}${off.length > 0 ? html` <ins>${words.removed}</ins> ${off}` : nothing}`;
}
