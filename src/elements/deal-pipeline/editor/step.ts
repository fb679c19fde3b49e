import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { icon } from '../../../shared/icon.js';
import * as icons from '../../../shared/icons.js';
import type { BoardModel } from '../model.js';

export interface Step {
  /** Up (-1) or down (1). */
  readonly by: -1 | 1;
  readonly name: string;
  /** It stands first or last already. */
  readonly end: boolean;
  /** Why it may not be done; null = it may. */
  readonly why?: string | null;
  readonly run: () => void;
}

/** The button that puts something one place up or down. */
export function step({ by, name, end, why = null, run }: Step): TemplateResult {
  const idle = end || why !== null;
  return html`<button
    type="button"
    class="btn btn--icon btn--quiet btn--sm"
    aria-label=${name}
    title=${why ?? name}
    aria-disabled=${idle ? 'true' : nothing}
    @click=${() => !idle && run()}
  >${icon(by < 0 ? icons.up : icons.down, { size: 'sm' })}</button>`;
}

/** Draws a list in its new order; what has the focus keeps it, also where its element is moved in the page. */
export function redraw(model: BoardModel, draw: () => void): void {
  const had = model.host.shadowRoot?.activeElement;
  draw();
  if (had instanceof HTMLElement) had.focus();
}
