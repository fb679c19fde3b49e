import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { icon } from '../icon.js';
import * as icons from '../icons.js';
import type { DetailModel } from './model.js';

/** Where a record stands in the list it was opened from; `index` counts from 0, `of` is undefined while it is counted. */
export interface Position {
  readonly index: number;
  readonly of: number | undefined;
  /** The list does not hold it (any more): `index` is the place of the one that comes after it. */
  readonly left?: boolean;
}

/** What the two ways are called for this kind of record, and what is said at the ends. */
export interface WayWords {
  readonly previous: string;
  readonly next: string;
  readonly first: string;
  readonly last: string;
}

/** Nothing comes after it, or before it. */
export function endOf(position: Position | null | undefined, by: 1 | -1): boolean {
  if (!position) return false;
  const { index, of, left } = position;
  return by < 0 ? index === 0 : of !== undefined && index >= (left ? of : of - 1);
}

/** The one before, the next one, and "3 of 14". @param position null = not known (yet) */
export function ways(
  model: DetailModel,
  position: Position | null,
  words: WayWords,
  step: (by: 1 | -1) => void,
): TemplateResult {
  const way = (name: 'previous' | 'next', drawing: icons.Drawing, by: 1 | -1, end: string): TemplateResult => {
    const why = endOf(position, by) ? end : undefined;
    return html`<button
    type="button" class="btn btn--icon btn--quiet btn--sm" data-act=${name} aria-label=${words[name]} title=${why ?? words[name]} aria-disabled=${why === undefined ? nothing : 'true'} @click=${() => step(by)}
    >${icon(drawing)}</button>`;
  };
  return html`${way('previous', icons.up, -1, words.first)}${way('next', icons.down, 1, words.last)}<span class="place num" dir="auto"
    >${position && placeOf(position, model.t)}</span>`;
}

function placeOf({ index, of, left }: Position, { detail }: DetailModel['t']): string {
  if (left) return detail.positionLeft;
  return of === undefined ? detail.positionPending(index + 1) : detail.position(index + 1, of);
}
