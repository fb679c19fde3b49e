import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { marksOf } from '../domain/search-marks.js';

/** A text with the words that were looked for in it marked: in every list from which one chooses what was found. */
export function markedText(text: string, search: string): readonly (TemplateResult | string)[] {
  const parts: (TemplateResult | string)[] = [];
  let at = 0;
  for (const [from, to] of marksOf(text, search)) {
    parts.push(text.slice(at, from), html`<b>${text.slice(from, to)}</b>`);
    at = to;
  }
  return [...parts, text.slice(at)];
}
