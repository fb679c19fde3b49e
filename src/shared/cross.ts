import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { icon } from './icon.js';
import * as icons from './icons.js';

/** The cross that takes something back: a filter, the words of a search. Styles: styles/controls/chip-more.ts. */
export function cross(name: string, click: (event: Event) => void): TemplateResult {
  return html`<button type="button" class="chip-x" aria-label=${name} title=${name} @click=${click}
    >${icon(icons.x, { size: 'sm' })}</button
  >`;
}

/** The same behind the words of a search field: the focus stays in that. */
export function clearWords(name: string, clear: () => void): TemplateResult {
  return cross(name, (event) => {
    const field = (event.currentTarget as Element).parentElement?.querySelector('input');
    clear();
    field?.focus();
  });
}
