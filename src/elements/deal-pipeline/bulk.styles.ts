import { css } from 'lit';

/** Cards that are chosen, the box that chooses them, and the bar over the head. */
export const bulkStyles = css`
  .card > .choose { position: absolute; z-index: 2; inset-block-start: -7px; inset-inline-start: -7px; margin: 0; opacity: 0; box-shadow: var(--crm-shadow-xs); }
  .card > .choose:not(:checked) { background: var(--crm-surface-raised); }
  .card:is(:hover, :focus-within) > .choose, .card > .choose:checked, .pipe:has(> .bulk) .card > .choose { opacity: 1; }
  .card > .choose:focus-visible { outline: var(--crm-focus-ring); outline-offset: 2px; }
  .card.is-chosen { border-color: var(--crm-accent-border); background: linear-gradient(var(--crm-surface-selected) 0 0) var(--crm-surface-raised); }
  :is(.drag-ghost, .won-mark) > .choose { display: none; }
  .drag-count { position: absolute; z-index: 3; inset-block-start: 6px; inset-inline-end: 6px; display: grid; place-content: center; min-inline-size: 24px; block-size: 24px; padding-inline: 7px; border-radius: 99px; background: var(--crm-accent-fill); color: var(--crm-accent-on); font-size: var(--crm-text-sm); font-weight: var(--crm-weight-bold); font-variant-numeric: tabular-nums; }
  .drag-ghost:has(> .drag-count) { overflow: visible; box-shadow: 5px 5px 0 -1px var(--crm-surface-raised), 5px 5px 0 0 var(--crm-border-control), var(--crm-shadow-lg); }
  /* Over the head: what else stands in a row of its own would give way to it by a column. */
  .pipe > :is(.banners, .pipe-head, .steps, .board-wrap) { grid-column: 1; }
  .pipe:has(> .bulk) > .pipe-head { visibility: hidden; }
  .bulk { grid-row: 2; grid-column: 1; align-self: stretch; display: flex; align-items: center; align-content: center; flex-wrap: wrap; gap: 6px; min-inline-size: 0; padding: 8px 16px; background: var(--crm-accent-soft); border-block-end: 1px solid var(--crm-accent-border); }
  .bulk b { font-weight: var(--crm-weight-bold); padding-inline-start: 4px; white-space: nowrap; color: var(--crm-accent-text); }
  .bulk .sums { color: var(--crm-text-muted); font-size: var(--crm-text-sm); padding-inline-end: 10px; min-inline-size: 0; }
  .bulk .btn:not(.btn--primary, .btn--quiet, [aria-disabled='true']) { background: var(--crm-surface-raised); }
  .bulk .hints { margin-inline-start: auto; font-size: var(--crm-text-xs); white-space: nowrap; }
  .bulk .btn--icon > span { display: none; }
  .bulk .comes { display: none; }
  @container (inline-size < 1180px) { .bulk .hints { display: none; } }
  @container (inline-size < 860px) {
    .bulk .leaves { display: none; } .bulk .comes { display: inline-flex; }
  }
  @container (inline-size < 660px) {
    .bulk { padding: 8px 14px; } .bulk .sums { flex: 1 0 60%; }
    .bulk > b + .sums { order: -1; } .bulk > [data-clear-chosen], .bulk > b { order: -2; }
  }
  @media (pointer: coarse) {
    .card > .choose { inline-size: 22px; block-size: 22px; } .card > .choose::before { inset: -11px; }
    .pipe:not(:has(> .bulk)) .card > .choose { display: none; }
  }
  @media (forced-colors: active) { .card.is-chosen { outline: 2px solid Highlight; } .drag-count { forced-color-adjust: none; background: Highlight; color: HighlightText; } }
`;
