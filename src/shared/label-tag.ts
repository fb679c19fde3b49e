import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Label } from '../domain/records.js';

/** A label as it stands on rows and cards: the word is the signal, the colour helps. Styles: styles/controls/label.ts. */
export function labelTag(label: Label): TemplateResult {
  return html`<span class="label label--cut" data-c=${label.color} title=${label.name} dir="auto">${label.name}</span>`;
}
