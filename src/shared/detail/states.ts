import { html, nothing, svg } from 'lit';
import type { SVGTemplateResult, TemplateResult } from 'lit';
import type { CrmError } from '../../domain/errors.js';
import { icon } from '../icon.js';
import * as icons from '../icons.js';
import type { DetailModel } from './model.js';

/** What stands in the place of a record that cannot be shown: why, and the way on. */
export function stateBox(
  art: SVGTemplateResult,
  title: string,
  text: readonly string[],
  actions: TemplateResult | typeof nothing = nothing,
  alert = false,
): TemplateResult {
  return html`<div class="empty" part="empty" role=${alert ? 'alert' : nothing}>
    <svg class="empty-art" viewBox="0 0 96 72" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linejoin="round" stroke-linecap="round" aria-hidden="true">${art}</svg>
    <h3 tabindex="-1" data-state>${title}</h3>
    ${text.map((line) => html`<p dir="auto">${line}</p>`)}
    ${actions === nothing ? nothing : html`<div class="row wrap">${actions}</div>`}
  </div>`;
}

export function errorState(model: Pick<DetailModel, 't'>, error: CrmError | null, retry: () => void): TemplateResult {
  const { detail, common } = model.t;
  const code = error?.code ?? 'unavailable';
  const text =
    code === 'unavailable'
      ? detail.errorUnavailable
      : code === 'denied'
        ? detail.errorDenied
        : code === 'auth'
          ? detail.errorAuth
          : detail.errorOther(error?.reason ?? error?.message ?? code);
  return stateBox(
    storageArt,
    detail.errorTitle,
    [text],
    html`<button type="button" class="btn btn--primary" @click=${retry}>${icon(icons.refresh)}${common.retry}</button>`,
    true,
  );
}

/** Grey shapes at their final heights; said once to those who listen. */
export function loadingState(words: string): TemplateResult {
  return html`<div class="detail-loading" role="status">
    <span class="sr">${words}</span>
    <div class="block"><span class="skel skel--title"></span><span class="skel skel--half"></span></div>
    ${[0, 1].map(() => html`<div class="block"><span class="skel skel--third"></span><span class="skel"></span><span class="skel skel--half"></span><span class="skel skel--half"></span></div>`)}
  </div>`;
}

export const storageArt = svg`<rect class="tint" x="16" y="12" width="64" height="48" rx="8"/><ellipse class="face" cx="48" cy="20" rx="26" ry="8"/><path d="M22 20v32c0 4.500 11.600 8 26 8s26-3.500 26-8V20M22 36c0 4.500 11.600 8 26 8s26-3.500 26-8"/><path class="ink" d="m52 8-8 14h10l-8 15"/>`;
export const dealArt = svg`<rect class="tint" x="14" y="10" width="68" height="52" rx="8"/><rect class="face" x="22" y="18" width="15" height="36" rx="3"/><rect class="face" x="41" y="18" width="15" height="24" rx="3"/><rect class="face" x="60" y="18" width="15" height="30" rx="3"/><path class="ink" d="m62 30 4 4 8-9"/>`;
export const trashArt = svg`<path class="tint" d="M28 22h40l-4 40a4 4 0 0 1-4 4H36a4 4 0 0 1-4-4Z"/><path class="face" d="M28 22h40l-4 40a4 4 0 0 1-4 4H36a4 4 0 0 1-4-4Z"/><path d="M20 22h56M40 22v-8h16v8"/><path class="ink" d="M42 32v24M54 32v24"/>`;
export const nobodyArt = svg`<rect class="tint" x="20" y="8" width="56" height="56" rx="8"/><rect class="face" x="26" y="14" width="44" height="44" rx="5"/><path d="M34 26h28M34 36h28M34 46h16"/><path class="ink" d="M54 46h8"/>`;
