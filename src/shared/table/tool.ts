import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { icon } from '../icon.js';
import type * as icons from '../icons.js';

/** A button of the toolbar that opens something. */
export function tableTool(
  name: 'columns' | 'more',
  drawing: icons.Drawing,
  text: string,
  popup: 'menu' | 'dialog',
  press: (anchor: HTMLElement) => void,
): TemplateResult {
  return html`<button
    type="button"
    class="btn btn--icon btn--quiet btn--sm"
    ?data-columns=${name === 'columns'}
    ?data-more=${name === 'more'}
    aria-label=${text}
    title=${text}
    aria-haspopup=${popup}
    aria-expanded="false"
    @click=${(event: Event) => press(event.currentTarget as HTMLElement)}
  >${icon(drawing)}</button>`;
}
