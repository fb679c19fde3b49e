import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { icon } from '../icon.js';
import * as icons from '../icons.js';

/** What went wrong with all of it, above the fields. */
export function errorBox(text: string | undefined): TemplateResult | typeof nothing {
  if (!text) return nothing;
  return html`<div class="banner banner--negative note-box" role="alert" tabindex="-1" data-error>
    ${icon(icons.warning)}<div class="grow"><bdi>${text}</bdi></div>
  </div>`;
}
