import { html } from 'lit';
import type { TemplateResult } from 'lit';

/* Grey shapes in the place of what is on its way, once that takes long. */

/** Before the stages are known. */
export function waiting(): TemplateResult {
  return html`${[2, 1, 2, 1, 0].map(
    (cards) => html`<div class="stage" aria-hidden="true">
      <div class="stage-head"><h3><span class="skel skel--name"></span></h3><p><span class="skel skel--sum"></span></p></div>
      <div class="cards"><div class="skeletons">
        ${Array.from({ length: cards }).map(() => html`<div class="card is-skeleton">${skeletonLines()}</div>`)}
      </div></div>
    </div>`,
  )}`;
}

/** Before the cards of a stage are known. */
export function skeletons(): TemplateResult {
  const one = html`<div class="card is-skeleton" aria-hidden="true">${skeletonLines()}</div>`;
  return html`<div class="skeletons">${one}${one}</div>`;
}

/** Lines of a card that is on its way. */
export function skeletonLines(): TemplateResult {
  return html`<span class="skel skel--title"></span><span class="skel skel--small"></span
    ><span class="row"><span class="skel skel--dot"></span><span class="skel skel--value"></span></span>`;
}
