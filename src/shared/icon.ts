import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Drawing } from './first-icons.js';

export interface IconOptions {
  /** `sm` is 14 px, for chips and tags; the default is 16 px. */
  readonly size?: 'sm' | undefined;
  /** Mirror it where the text runs from right to left: for `back`, `right`, `move`, `undo`. */
  readonly turn?: boolean | undefined;
  /** Its name, where no word stands beside it. Without one the icon is hidden from assistive technology. */
  readonly label?: string | undefined;
}

/** Draws an icon. Its size, stroke and colour come from `.i` in styles/base.ts. */
export function icon(drawing: Drawing, { size, turn, label }: IconOptions = {}): TemplateResult {
  return html`<svg
    class="i${size === 'sm' ? ' i--sm' : ''}${turn ? ' i--turn' : ''}"
    viewBox="0 0 16 16"
    role=${label ? 'img' : nothing}
    aria-label=${label ?? nothing}
    aria-hidden=${label ? nothing : 'true'}
  >${drawing()}</svg>`;
}
