import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { icon } from '../icon.js';
import * as icons from '../icons.js';

/** What is wrong, below what it is about. */
export function errorNote(id: string, text: string | undefined): TemplateResult | typeof nothing {
  if (!text) return nothing;
  return html`<span class="field-error" id=${id}>${icon(icons.warning, { size: 'sm' })}<span>${text}</span></span>`;
}
