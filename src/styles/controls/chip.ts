import { css } from 'lit';

/** Filter chips (a button that says a field) and counts; chips that are on are in chip-on.ts. */
export const chip = css`
  .chip { display: inline-flex; align-items: center; gap: 5px; block-size: var(--crm-control-sm); padding-inline: 9px 7px; border: 1px solid var(--crm-border-strong); border-radius: var(--crm-radius-full); background: none; color: var(--crm-text-muted); font-size: var(--crm-text-xs); font-weight: var(--crm-weight-medium); white-space: nowrap; cursor: pointer; flex: none; }
  .chip--add { border-style: dashed; }
  .count { display: inline-grid; place-content: center; min-inline-size: 20px; block-size: 18px; padding-inline: 5px; border-radius: var(--crm-radius-full); background: var(--crm-surface-active); color: var(--crm-text-muted); font-size: var(--crm-text-2xs); font-weight: var(--crm-weight-medium); font-variant-numeric: tabular-nums; }
`;
