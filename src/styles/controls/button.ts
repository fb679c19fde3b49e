import { css } from 'lit';

/** Buttons, split buttons, segmented choices and key caps, at rest; what answers the hand, and all other kinds, is in button-more.ts. */
export const button = css`
  .btn { display: inline-flex; align-items: center; justify-content: center; gap: 6px; flex: none; block-size: var(--crm-control); padding-inline: 12px; border: 1px solid var(--crm-border-strong); border-radius: var(--crm-radius-md);
  background: var(--crm-surface-raised); color: var(--crm-text-strong); font-size: var(--crm-text-sm); font-weight: var(--crm-weight-medium); line-height: 1; white-space: nowrap; cursor: pointer; box-shadow: var(--crm-shadow-xs); }
  .btn .i { color: var(--crm-text-muted); }
  .btn--primary { background: var(--crm-accent-fill); border-color: transparent; color: var(--crm-accent-on); box-shadow: var(--crm-shadow-xs), inset 0 1px 0 oklch(1 0 0 / 0.14); }
  .btn--primary .i { color: inherit; }
  .btn--quiet { background: none; border-color: transparent; box-shadow: none; color: var(--crm-text-muted); }
  .btn--sm { block-size: var(--crm-control-sm); padding-inline: 9px; font-size: var(--crm-text-xs); }
  .btn--icon { inline-size: var(--crm-control); padding: 0; }
  .btn--icon.btn--sm { inline-size: var(--crm-control-sm); }
  .btn:disabled, .btn[aria-disabled='true'] { color: var(--crm-text-disabled); background: var(--crm-surface-sunken); border-color: var(--crm-border-base); border-style: dashed; box-shadow: none; cursor: not-allowed; }
  .split { display: inline-flex; flex: none; }
  .split > :first-child { border-start-end-radius: 0; border-end-end-radius: 0; }
  .split > :last-child { border-start-start-radius: 0; border-end-start-radius: 0; padding: 0; inline-size: 28px; margin-inline-start: 1px; }
  .seg { display: inline-flex; flex: none; padding: 2px; gap: 2px; border-radius: var(--crm-radius-md); background: var(--crm-surface-active); }
  .seg > * { display: inline-flex; align-items: center; gap: 6px; block-size: calc(var(--crm-control) - 4px); padding-inline: 10px; border: 0; border-radius: calc(var(--crm-radius-md) - 2px); background: none; color: var(--crm-text-muted); font-size: var(--crm-text-sm); font-weight: var(--crm-weight-medium); cursor: pointer; white-space: nowrap; }
  kbd { font: inherit; font-size: var(--crm-text-2xs); line-height: 1; padding: 2px 5px; border: 1px solid var(--crm-border-base); border-block-end-width: 2px; border-radius: var(--crm-radius-sm); background: var(--crm-surface-base); color: var(--crm-text-muted); white-space: nowrap; }
`;
