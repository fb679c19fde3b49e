import { css } from 'lit';

/** How the board answers the hand, and what comes to stand on it later: others' new deals, what went wrong, nothing at all. */
export const answers = css`
  .pipe-head > .fchips { grid-column: 1 / -1; }
  @container (inline-size < 660px) { .pipe-head > .fchips { grid-row: 4; } }
  .pick:hover { background: var(--crm-surface-active); }
  .pick option { font-size: var(--crm-text-sm); font-weight: var(--crm-weight-regular); background: var(--crm-surface-overlay); color: var(--crm-text-strong); }
  .stage-head .weighed { color: var(--crm-text-subtle); } .weighed .i { vertical-align: -3px; margin-inline-end: 4px; }
  .room .sum { border-radius: var(--crm-radius-sm); background: linear-gradient(color-mix(in oklab, var(--crm-surface-base), var(--crm-text-strong) 9%) 0 0) center / 100% 8px no-repeat; }
  .room .sum > * { visibility: hidden; }
  .seg > :focus-visible { outline: var(--crm-focus-ring); outline-offset: 1px; }
  .list-wrap { grid-row: 4; display: grid; grid-template: minmax(0, 1fr) / minmax(0, 1fr); min-block-size: 0; min-inline-size: 0; }
  .list-wrap > slot { display: contents; }
  .list-wrap > slot > *, .list-wrap ::slotted(*) { block-size: auto; min-block-size: 0; }
  .totals button { all: unset; box-sizing: border-box; cursor: pointer; border-block-end: 1px dashed var(--crm-border-control); min-block-size: 24px; }
  .totals button:focus-visible { outline: var(--crm-focus-ring); outline-offset: 2px; border-radius: 2px; }
  .pipe:not([data-sums]) .sum:nth-of-type(3) > span, .totals .rest { display: none; }
  .stage:hover .stage-head .btn, .stage-head .btn:focus-visible, .stage:focus-within .stage-head .btn { opacity: 1; }
  .stage-error { display: grid; justify-items: start; gap: 6px; padding: 12px; border: 1px solid var(--crm-negative-border); border-radius: var(--crm-radius-lg); background: var(--crm-negative-soft); font-size: var(--crm-text-xs); }
  .news { inline-size: 100%; min-block-size: 32px; margin-block-end: 8px; padding: 4px 8px; border: 1px solid var(--crm-info-border); border-radius: var(--crm-radius-md); background: var(--crm-info-soft); color: var(--crm-info-text); font-size: var(--crm-text-xs); cursor: pointer; }
  .board-empty { grid-area: 1 / 1; display: grid; place-items: center; background: var(--crm-surface-base); overflow: auto; }
  .stage-error > .i { color: var(--crm-negative-text); } .stage-error .btn { margin-block-start: 4px; }
  .card:hover { border-color: var(--crm-border-control); }
  .card .title:focus-visible { outline: none; }
  .card .title:focus-visible::after { inset: -1px; outline: var(--crm-focus-ring); outline-offset: 1px; }
  .card:hover > .btn, .card:focus-within > .btn, .card > .btn[aria-expanded='true'] { opacity: 1; }
  .card.is-open { border-color: var(--crm-accent-border); background: linear-gradient(var(--crm-surface-selected) 0 0) var(--crm-surface-raised); }
  .card.is-busy { border-style: dashed; box-shadow: none; }
  .skeletons { display: grid; gap: 8px; }
  .skel--name { inline-size: 84px; } .skel--title { inline-size: 80%; } .skel--small { inline-size: 55%; block-size: 8px; } .skel--dot { inline-size: 20px; block-size: 20px; border-radius: 50%; } .skel--value { inline-size: 56px; }
  @media (pointer: coarse) { .seg > * { block-size: 44px; min-inline-size: 44px; justify-content: center; } .totals button { position: relative; } .totals button::before { content: ''; position: absolute; inset-block: -10px; inset-inline: 0; } .news { min-block-size: 44px; } }
  @media (forced-colors: active) { .seg > [aria-checked='true'] { background: Highlight; color: HighlightText; forced-color-adjust: none; } .card.is-open { border: 2px solid Highlight; } .card[data-rot] { border-inline-start: 4px double CanvasText; padding-inline-start: calc(var(--crm-card-pad) - 1px); } .card[data-rot]::before { display: none; } }
`;
