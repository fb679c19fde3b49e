import { css } from 'lit';

/**
 * A list of leads or deals with its toolbar and foot: a grid of rows of one height, cards where it is narrow. `.lead` is the cell that leads the row: its title,
 * and who it is about. How it answers the hand is in rows-more.ts.
 */
export const rows = css`
  .toolbar { display: flex; align-items: center; gap: 6px; padding: 0 16px 12px; }
  .toolbar .chips { display: flex; gap: 6px; flex: 1; min-inline-size: 0; overflow-x: auto; scrollbar-width: none; padding: 4px; margin: -4px; }
  .toolbar .rule { inline-size: 1px; block-size: 18px; background: var(--crm-border-base); margin-inline: 4px; flex: none; }
  span.chip { padding: 0; }
  .chip > button:first-child { all: unset; box-sizing: border-box; block-size: 100%; padding-inline: 9px 7px; display: inline-flex; align-items: center; gap: 5px; }
  .body { display: grid; grid-template: minmax(0, 1fr) / minmax(0, 1fr); position: relative; border-block-start: 1px solid var(--crm-border-base); }
  .foot { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 16px; padding: 8px 16px; min-block-size: 40px; border-block-start: 1px solid var(--crm-border-base); font-size: var(--crm-text-xs); color: var(--crm-text-muted); background: var(--crm-surface-sunken); }
  .foot b { color: var(--crm-text-strong); font-weight: var(--crm-weight-medium); font-variant-numeric: tabular-nums; }
  @container (inline-size < 660px) {
    .toolbar { padding: 0 14px 10px; }
    .toolbar > .btn > span, .toolbar > .rule { display: none; }
    .toolbar > .btn { inline-size: var(--crm-control); padding: 0; }
    .foot { padding-inline: 14px; }
  }
  /* The ground is there for scrolling: on one that it can see through, Chromium paints all that is in sight again for each frame. */
  .list { background: var(--crm-surface-base); container: list / inline-size; scrollbar-width: thin; scrollbar-color: var(--crm-border-strong) transparent; }
  .grid { min-inline-size: var(--least, 0); --_row: var(--crm-row-height-2); }
  .lrow { display: grid; grid-template-columns: var(--cols); align-items: center; gap: 0 14px; padding-inline-end: 16px; border-block-end: 1px solid var(--crm-border-subtle); background: var(--crm-surface-base); cursor: pointer; }
  .lrow > * { min-inline-size: 0; }
  .lrow--head { block-size: 32px; cursor: default; color: var(--crm-text-subtle); font-size: var(--crm-text-xs); font-weight: var(--crm-weight-medium); border-block-end-color: var(--crm-border-base); position: sticky; inset-block-start: 0; z-index: 1; contain: none; }
  .lrow--head button { all: unset; box-sizing: border-box; min-inline-size: 24px; max-inline-size: 100%; justify-content: inherit; display: inline-flex; align-items: center; gap: 3px; min-block-size: 24px; border-radius: 3px; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
  .lrow--head [aria-sort]:not([aria-sort='none']) { color: var(--crm-text-strong); }
  .lrow--head [aria-sort='descending'] .i { rotate: 180deg; }
  .pick { display: grid; place-content: center; block-size: 100%; padding-inline-start: 8px; cursor: default; }
  .end-edge { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
  .lrow--head .end-edge { justify-content: end; }
  .age { color: var(--crm-text-subtle); font-size: var(--crm-text-xs); }
  .text { color: var(--crm-text-muted); font-size: var(--crm-text-xs); }
  .labels { display: flex; gap: 4px; overflow: hidden; }
  .labels > .label:first-of-type { flex-shrink: 0; }
  .labels > .label ~ .label { min-inline-size: 2.5em; }
  .labels > .tag { flex: none; }
  .labels .if-mid { display: none; }
  .lead { display: grid; gap: 1px; }
  .lead button { all: unset; box-sizing: border-box; display: block; color: color-mix(in oklab, var(--crm-text-strong), var(--crm-text-muted) 40%); font-weight: var(--crm-weight-medium); line-height: 1.35; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .lead button, .lead small { text-align: -webkit-match-parent; text-align: match-parent; }
  .lead small { font-size: var(--crm-text-xs); color: var(--crm-text-subtle); line-height: 1.35; }
  .unseen .lead button { font-weight: var(--crm-weight-bold); color: var(--crm-text-strong); }
  .new { position: absolute; inset-inline-start: 5px; inset-block-start: calc(50% - 3px); inline-size: 7px; block-size: 7px; border-radius: 50%; background: var(--crm-accent-fill); forced-color-adjust: none; }
  .unseen :is(.value, .age) { font-weight: var(--crm-weight-bold); }
  .unseen .lead small { color: var(--crm-text-muted); }
  @container list (inline-size < 900px) {
    .lrow { grid-template-columns: var(--cols-mid); }
    .grid { min-inline-size: 0; }
    .lrow .leaves { display: none; }
  }
  @container list (660px <= inline-size < 1060px) {
    .labels > .label ~ .label, .labels > .if-wide { display: none; }
    .labels .if-mid { display: inline-flex; }
  }
  @container list (inline-size < 660px) {
    .grid { --_row: 98px; }
    .lrow { grid-template-columns: 44px minmax(0, 1fr) auto; grid-template-rows: auto 20px 20px; align-content: start; gap: 3px 10px; padding-block: 9px 0; padding-inline-end: 14px; }
    .lrow--head { display: none; }
    .lrow > * { grid-column: 2; }
    .lrow > :not(.pick, .lead, .when, .value, .labels, .age) { display: none; }
    .pick { grid-area: 1 / 1 / span 3; align-self: start; block-size: auto; margin-block-start: -3px; }
    .lead { grid-area: 1 / 2 / auto / -1; padding-inline-end: 52px; }
    .value { grid-area: 2 / 3; }
    .when { grid-area: 2 / 2; }
    .labels { grid-area: 3 / 2 / auto / -1; }
    .age { grid-area: 1 / 3; align-self: start; }
    .new { inset-block-start: 16px; inset-inline-start: 4px; }
  }
  @media (pointer: coarse) {
    .lrow--head { block-size: 44px; }
    .lrow--head button { min-block-size: 44px; }
  }
`;
