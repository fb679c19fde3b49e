import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { marksOf } from '../../domain/search-marks.js';

/** A text with the words that were looked for in it marked. */
export function markedText(text: string, search: string): readonly (TemplateResult | string)[] {
  const parts: (TemplateResult | string)[] = [];
  let at = 0;
  for (const [from, to] of marksOf(text, search)) {
    parts.push(text.slice(at, from), html`<mark>${text.slice(from, to)}</mark>`);
    at = to;
  }
  return [...parts, text.slice(at)];
}
