import { css } from 'lit';

/**
 * Reset, helper classes and the icon; every element takes `tokens` and `base` first. What nothing drawn first needs is in base-more.ts.
 *
 * First what a page may pass down by inheritance and no page means for us (R38): a spaced-out or upper-cased body, a centred
 * table cell, a `pre`, a shadow. `!important` inside a shadow root also beats a page's own `* { letter-spacing: 5px }`,
 * which plain `:host` rules lose to. Kept on purpose: family (by --crm-font), colour scheme, direction, visibility, cursor.
 * The size comes from our own base, so that `html { font-size: 62.5% }` shrinks nothing (R39).
 *
 * Then a reset: `hidden` must win over every `display` we give, on the host and inside. Nested elements and what a page slots in
 * are other shadow roots or the page's own: none of these rules reach them.
 */
export const base = css`
  :host {
    color: var(--crm-text-strong) !important;
    font-family: var(--crm-font, inherit);
    font-size: var(--crm-text-sm) !important;
    font-style: normal !important;
    font-variant: normal !important;
    font-weight: 400 !important;
    font-stretch: normal !important;
    line-height: var(--crm-leading) !important;
    letter-spacing: normal !important;
    word-spacing: normal !important;
    text-align: start !important;
    text-indent: 0 !important;
    text-shadow: none !important;
    text-transform: none !important;
    white-space: normal !important;
    overflow-wrap: normal !important;
    word-break: normal !important;
    hyphens: manual !important;
    list-style: none !important;
    border-collapse: separate;
    -webkit-text-fill-color: currentColor;
    -webkit-text-stroke: 0;
    -webkit-font-smoothing: antialiased;
  }

  :host { display: block; isolation: isolate; position: relative; container-type: inline-size; }
  :host([hidden]), [hidden] { display: none !important; }
  :host, *, *::before, *::after { box-sizing: border-box; }
  :where(h2, h3, p) { margin: 0; min-inline-size: 0; }
  :where(h2, h3) { font-size: inherit; font-weight: var(--crm-weight-bold); line-height: 1.25; text-wrap: pretty; }
  :where(button, input, select, textarea) { font: inherit; color: inherit; letter-spacing: inherit; margin: 0; }

  .sr { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  .num { font-variant-numeric: tabular-nums; }
  .cut { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; min-inline-size: 0; }
  .late { padding: 12px; }
  .i { inline-size: 16px; block-size: 16px; flex: none; fill: none; stroke: currentColor; stroke-width: 1.5; stroke-linecap: round; stroke-linejoin: round; overflow: visible; }
  .i--sm { inline-size: 14px; block-size: 14px; stroke-width: 1.6; }
`;
