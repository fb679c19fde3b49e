import { css } from 'lit';

/** Plain data table: mapping, preview, report. */
export const table = css`
  .table { inline-size: 100%; border-collapse: collapse; font-size: var(--crm-text-sm); }
  .table th { text-align: start; font-size: var(--crm-text-xs); font-weight: var(--crm-weight-medium); color: var(--crm-text-subtle); padding: 7px var(--crm-cell-pad); border-block-end: 1px solid var(--crm-border-base); white-space: nowrap; }
  .table td { padding: 8px var(--crm-cell-pad); border-block-end: 1px solid var(--crm-border-subtle); vertical-align: middle; block-size: var(--crm-row-height); }
  .table .r { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
  .table tbody tr:hover { background: var(--crm-surface-hover); }
  .scroll-x { overflow-x: auto; }
`;
