import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Format } from '../../i18n/format.js';
import { clearWords } from '../cross.js';
import { icon } from '../icon.js';
import * as icons from '../icons.js';

export interface SearchTool {
  /** The words that are looked for. */
  readonly value: string;
  readonly label: string;
  /** The name of the cross. */
  readonly clear: string;
  readonly onInput: (words: string) => void;
  /** Into the rows that were found. */
  readonly toRows: () => void;
}

/** The search at the head of a table. */
export function searchTool({ value, label, clear, onInput, toRows }: SearchTool): TemplateResult {
  /** Esc gives up the words, then the field; the arrow goes on into what was found. */
  const key = (event: KeyboardEvent): void => {
    if (event.isComposing || !['Escape', 'ArrowDown', 'Enter'].includes(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape' && (event.target as HTMLInputElement).value) onInput('');
    else toRows();
  };
  return html`<div class="input find">
    ${icon(icons.search)}<input
      type="search"
      aria-label=${label}
      aria-keyshortcuts="/"
      placeholder=${label}
      autocomplete="off"
      spellcheck="false"
      enterkeyhint="search"
      .value=${live(value)}
      @input=${(event: InputEvent) => onInput((event.target as HTMLInputElement).value)}
      @keydown=${key}
    />${value ? clearWords(clear, () => onInput('')) : html`<kbd aria-hidden="true">/</kbd>`}
  </div>`;
}

export interface SegmentTool {
  readonly segment: string;
  readonly text: string;
  readonly drawing?: icons.Drawing;
  /** It is the one that is shown. */
  readonly on: boolean;
  /** undefined = not known yet. */
  readonly count: number | undefined;
  /** What is said while it is not. */
  readonly pending: string;
  readonly format: Format;
  readonly press: () => void;
}

/** One of the parts that a table has, with how many are in it. */
export function segmentTool({
  segment,
  text,
  drawing,
  on,
  count,
  pending,
  format,
  press,
}: SegmentTool): TemplateResult {
  return html`<button
    type="button"
    data-segment=${segment}
    aria-pressed=${on ? 'true' : 'false'}
    @click=${press}
  >${drawing ? icon(drawing, { size: 'sm' }) : nothing}${text} <span class="count">${
    count === undefined
      ? html`<span aria-hidden="true">&ndash;</span><span class="sr">${pending}</span>`
      : format.number(count)
  }</span></button>`;
}

/** @param name of what is sorted by @param label the same, as a whole sentence */
export function sortTool(name: string, label: string, press: (anchor: HTMLElement) => void): TemplateResult {
  return html`<button
    type="button"
    class="btn btn--quiet btn--sm"
    data-order
    aria-label=${label}
    aria-haspopup="menu"
    aria-expanded="false"
    @click=${(event: Event) => press(event.currentTarget as HTMLElement)}
  >${icon(icons.sort)}<span><bdi>${name}</bdi></span></button>`;
}
