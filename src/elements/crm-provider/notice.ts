import { css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { provider as english } from '../../i18n/en/provider.js';
import { wordsOf } from '../../i18n/words.js';
import type { Scope } from '../../shared/scope.js';

/** In the system's colours, because no element of ours is around it. */
export const noticeStyles = [
  css`
    .notice {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 12px;
      padding: 12px 16px;
      border: 1px solid color-mix(in oklab, CanvasText, transparent 60%);
      border-radius: 8px;
      background: Canvas;
      color: CanvasText;
      font: 14px/1.5 system-ui, sans-serif;
      text-align: start;
    }
    p {
      margin: 0;
      flex: 1;
      min-inline-size: 0;
    }
    button {
      font: inherit;
      min-block-size: 32px;
    }
  `,
];

/** What is said while there is nothing to show: nobody has connected anything, or it could not be opened. */
export function notice(scope: Scope, lang: string): TemplateResult {
  const t = wordsOf('provider', english, lang);
  return scope.state === 'failed'
    ? html`<div class="notice" part="notice" role="alert">
        <p><b>${t.failed}</b> ${scope.error?.message}</p>
        <button type="button" @click=${() => scope.retry()}>${t.retry}</button>
      </div>`
    : html`<div class="notice" part="notice" role="status"><p><b>${t.waiting}</b> ${t.waitingHow}</p></div>`;
}
