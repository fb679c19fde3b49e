import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { icon } from './icon.js';
import * as icons from './icons.js';
import { dateField } from './value-fields.js';

/** The first and the last day, `YYYY-MM-DD`; '' where one is not chosen yet. */
export type DayRange = readonly [from: string, until: string];

interface RangeWords {
  readonly from: string;
  readonly until: string;
  readonly notDay: string;
  readonly bothDays: string;
  readonly rangeOrder: string;
}

export interface RangeOptions {
  /** Unique within the shadow root; the fields are `<id>-from` and `<id>-until`. */
  readonly id: string;
  readonly value: DayRange;
  readonly words: RangeWords;
  readonly required?: boolean | undefined;
  readonly error?: string | undefined;
  readonly onChange: (range: DayRange) => void;
  readonly onInvalid: (message: string) => void;
}

/** Two days beside each other, with what is wrong below both. */
export function dayRange({ id, value, words, required, error, onChange, onInvalid }: RangeOptions): TemplateResult {
  const [from, until] = value;
  const wrong = error === undefined ? undefined : `${id}-error`;
  const common = { words, required, onInvalid };
  return html`<span class="pair-days">
    ${dateField({ ...common, id: `${id}-from`, label: words.from, value: from || null, wrong: from === '' || until !== '' ? wrong : undefined, onChange: (day) => onChange([day ?? '', until]) })}
    ${dateField({ ...common, id: `${id}-until`, label: words.until, value: until || null, wrong: until === '' || from !== '' ? wrong : undefined, onChange: (day) => onChange([from, day ?? '']) })}
    ${error === undefined ? nothing : html`<p class="field-error" id="${id}-error">${icon(icons.warning, { size: 'sm' })}<span>${error}</span></p>`}
  </span>`;
}

/** What is wrong with these days; null where both are there, in their order, or none is. */
export function rangeProblem([from, until]: DayRange, words: RangeWords): string | null {
  if ((from === '') !== (until === '')) return words.bothDays;
  return from > until ? words.rangeOrder : null;
}

/** A value of the field, as it is edited. */
export function rangeOf(value: unknown): DayRange {
  const [from = '', until = ''] = Array.isArray(value) ? (value as readonly string[]) : [];
  return [from, until];
}
