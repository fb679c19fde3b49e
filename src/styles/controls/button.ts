import { css } from 'lit';

/** Buttons, split buttons, segmented choices and key caps. Compose with `progress` where a button can be busy. */
export const button = css`
  .btn { display: inline-flex; align-items: center; justify-content: center; gap: 6px; flex: none; block-size: var(--crm-control); padding-inline: 12px; border: 1px solid var(--crm-border-strong); border-radius: var(--crm-radius-md);
  background: var(--crm-surface-raised); color: var(--crm-text-strong); font-size: var(--crm-text-sm); font-weight: var(--crm-weight-medium); line-height: 1; white-space: nowrap; cursor: pointer; box-shadow: var(--crm-shadow-xs);
  transition: background var(--crm-motion-instant), border-color var(--crm-motion-instant); }
  .btn:hover { background: linear-gradient(var(--crm-surface-hover) 0 0) var(--crm-surface-raised); border-color: var(--crm-border-control); }
  .btn:active { background: linear-gradient(var(--crm-surface-active) 0 0) var(--crm-surface-raised); }
  .btn .i { color: var(--crm-text-muted); }
  .btn--primary { background: var(--crm-accent-fill); border-color: transparent; color: var(--crm-accent-on); box-shadow: var(--crm-shadow-xs), inset 0 1px 0 oklch(1 0 0 / 0.14); }
  .btn--primary:hover { background: var(--crm-accent-fill-hover); border-color: transparent; }
  .btn--primary:active { background: var(--crm-accent-fill-active); }
  .btn--positive { background: var(--crm-positive-fill); border-color: transparent; color: var(--crm-positive-on); }
  .btn--positive:hover { background: color-mix(in oklab, var(--crm-positive-fill), black 10%); border-color: transparent; }
  .btn--negative { background: var(--crm-negative-fill); border-color: transparent; color: var(--crm-negative-on); }
  .btn--negative:hover { background: color-mix(in oklab, var(--crm-negative-fill), black 10%); border-color: transparent; }
  .btn--negative-quiet { color: var(--crm-negative-text); }
  :is(.btn--primary, .btn--positive, .btn--negative, .btn--negative-quiet) .i { color: inherit; }
  .btn--quiet { background: none; border-color: transparent; box-shadow: none; color: var(--crm-text-muted); }
  .btn--quiet:hover { background: var(--crm-surface-active); border-color: transparent; color: var(--crm-text-strong); }
  .btn--link { background: none; border-color: transparent; box-shadow: none; color: var(--crm-accent-text); padding-inline: 6px; }
  .btn[aria-busy='true'] { cursor: progress; } .btn .spin { inline-size: 14px; block-size: 14px; border-color: color-mix(in oklab, currentColor, transparent 65%); border-block-start-color: currentColor; }
  .btn--sm { block-size: var(--crm-control-sm); padding-inline: 9px; font-size: var(--crm-text-xs); }
  .btn--icon { inline-size: var(--crm-control); padding: 0; }
  .btn--icon.btn--sm { inline-size: var(--crm-control-sm); }
  .btn[aria-pressed='true'] { background: var(--crm-accent-soft); border-color: var(--crm-accent-border); color: var(--crm-accent-text); }
  .btn[aria-pressed='true'] .i { color: inherit; }
  .btn:disabled, .btn[aria-disabled='true'] { color: var(--crm-text-disabled); background: var(--crm-surface-sunken); border-color: var(--crm-border-base); border-style: dashed; box-shadow: none; cursor: not-allowed; }
  .split { display: inline-flex; flex: none; }
  .split > :first-child { border-start-end-radius: 0; border-end-end-radius: 0; }
  .split > :last-child { border-start-start-radius: 0; border-end-start-radius: 0; padding: 0; inline-size: 28px; margin-inline-start: 1px; }
  .split:has(.btn:not(.btn--primary)) > :last-child { margin-inline-start: -1px; }
  .seg { display: inline-flex; flex: none; padding: 2px; gap: 2px; border-radius: var(--crm-radius-md); background: var(--crm-surface-active); }
  .seg > * { display: inline-flex; align-items: center; gap: 6px; block-size: calc(var(--crm-control) - 4px); padding-inline: 10px; border: 0; border-radius: calc(var(--crm-radius-md) - 2px); background: none; color: var(--crm-text-muted); font-size: var(--crm-text-sm); font-weight: var(--crm-weight-medium); cursor: pointer; white-space: nowrap; }
  .seg > :hover { color: var(--crm-text-strong); }
  .seg > [aria-checked='true'], .seg > [aria-selected='true'] { background: light-dark(var(--crm-surface-raised), color-mix(in oklab, var(--crm-text-strong) 15%, transparent)); color: var(--crm-text-strong); box-shadow: var(--crm-shadow-sm); }
  kbd { font: inherit; font-size: var(--crm-text-2xs); line-height: 1; padding: 2px 5px; border: 1px solid var(--crm-border-base); border-block-end-width: 2px; border-radius: var(--crm-radius-sm); background: var(--crm-surface-base); color: var(--crm-text-muted); white-space: nowrap; }
  @media (forced-colors: active) {
    :is(.btn--primary, .btn--positive, .btn--negative):not(:disabled, [aria-disabled='true']) { forced-color-adjust: none; background: Highlight; color: HighlightText; border-color: Highlight; }
    .btn[aria-pressed='true'] { border: 1px solid CanvasText; }
    .seg > [aria-checked='true'], .seg > [aria-selected='true'] { background: Highlight; color: HighlightText; forced-color-adjust: none; }
  }
`;
