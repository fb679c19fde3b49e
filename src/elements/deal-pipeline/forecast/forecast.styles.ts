import { css } from 'lit';

/** What stands above the periods, and in their heads besides what stages have. */
export const forecastStyles = css`
  .fc-bar { grid-column: 1 / -1; display: flex; align-items: center; flex-wrap: wrap; gap: 4px 12px; min-inline-size: 0; font-size: var(--crm-text-sm); }
  .fc-bar .row { display: inline-flex; align-items: center; gap: 2px; }
  .fc-bar .pick select { font-size: var(--crm-text-sm); font-weight: var(--crm-weight-medium); }
  .fc-bar .pick select:focus-visible { outline: var(--crm-focus-ring); outline-offset: 1px; }
  .fc-range { font-weight: var(--crm-weight-medium); color: var(--crm-text-strong); }
  .fc-best { margin-inline-start: auto; color: var(--crm-text-subtle); font-size: var(--crm-text-xs); }
  .stage-head .fc-won { display: flex; align-items: flex-start; gap: 4px; color: var(--crm-positive-text); }
  .fc-won .i { flex: none; margin-block-start: 1px; }
  .stage-head .fc-late { color: var(--crm-negative-text); }
  .stage-head .fc-line { display: flex; align-items: center; gap: 6px; margin-block-start: 6px; font-size: var(--crm-text-2xs); line-height: 1; color: var(--crm-text-subtle); }
  .fc-progress { flex: 1; min-inline-size: 0; block-size: 6px; overflow: hidden; border-radius: 3px; background: var(--crm-surface-active); }
  .fc-progress:dir(rtl) { transform: scaleX(-1); }
  .fc-progress rect { fill: var(--crm-accent-fill); }
  .fc-progress .is-won { fill: var(--crm-positive-fill); }
  @container (inline-size < 660px) { .fc-best { margin-inline-start: 0; flex-basis: 100%; } .fc-bar { grid-row: 4; } }
  @media (forced-colors: active) {
    .fc-progress { border: 1px solid CanvasText; background: Canvas; forced-color-adjust: none; }
    .fc-progress rect { fill: GrayText; } .fc-progress .is-won { fill: Highlight; }
  }
`;
