import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { firstIcon } from '../../shared/first-icons.js';
import { viewIcons } from '../../shared/view-icons.js';
import type { BoardModel } from './model.js';
import { viewsOf } from './view-names.js';

/** The switch in the head. What its buttons and keys do comes with the hands. */
export function viewSwitch(model: BoardModel): TemplateResult | typeof nothing {
  const { t, hands, view: shown } = model;
  const views = viewsOf(model.host);
  if (views.length < 2) return nothing;
  return html`<div class="seg" part="views" role="radiogroup" aria-label=${t.pipeline.view}>
    ${views.map((view) => {
      const name = t.pipeline[view];
      return html`<button type="button" role="radio" data-view=${view} aria-checked=${view === shown} tabindex=${view === shown ? 0 : -1} title=${name} @click=${() => hands.use((here) => here.views.choose(view))}
        >${firstIcon(viewIcons[view])}<span>${name}</span></button>`;
    })}
  </div>`;
}
