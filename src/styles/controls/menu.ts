import { css } from 'lit';

/** Menus, pop-up panels and tooltips. `.is-active` is the option that `aria-activedescendant` names while an input holds the focus. */
export const menu = css`
  .menu { min-inline-size: 200px; padding: 4px; border: 1px solid var(--crm-border-base); border-radius: var(--crm-radius-lg); background: var(--crm-surface-overlay); box-shadow: var(--crm-shadow-md); font-size: var(--crm-text-sm); color: var(--crm-text-strong); }
  .menu-item { display: flex; align-items: center; gap: 8px; inline-size: 100%; min-block-size: max(32px, var(--crm-target)); padding: 4px 8px; border: 0; border-radius: var(--crm-radius-sm); background: none; text-align: start; cursor: pointer; }
  .menu-lead { display: contents; }
  .menu-item .i { color: var(--crm-text-muted); }
  .menu-item:hover, .menu-item:is(.is-focus, .is-active, :focus-visible) { background: var(--crm-surface-active); }
  .menu-item:is(.is-focus, :focus-visible) { outline-offset: -2px; }
  .menu-item:has(> .check:focus-visible) { background: var(--crm-surface-active); outline: var(--crm-focus-ring); outline-offset: -2px; }
  .menu-item > .check:focus-visible { outline: none; }
  .menu-item.is-active { outline: var(--crm-focus-ring); outline-offset: -2px; }
  .menu-item[aria-disabled='true'] { color: var(--crm-text-disabled); cursor: not-allowed; border: 1px dashed var(--crm-border-base); }
  .menu-item .why { display: block; font-size: var(--crm-text-xs); color: var(--crm-text-muted); white-space: normal; }
  .menu-item > .tick { display: grid; place-content: center; inline-size: 16px; block-size: 16px; flex: none; }
  .menu-item > .tick--box { border: 1.5px solid var(--crm-border-control); border-radius: min(var(--crm-radius-sm), 5px); background: var(--crm-surface-base); }
  .menu-item > .tick--box[data-on] { background: var(--crm-accent-fill); border-color: var(--crm-accent-fill); }
  .menu-item > .tick--box .i { color: var(--crm-accent-on); stroke-width: 2; }
  .input.menu-find { margin: 4px; inline-size: auto; }
  .menu-none { padding: 8px; color: var(--crm-text-subtle); }
  .menu-item .count { background: none; }
  .menu-item kbd { margin-inline-start: auto; }
  .menu-item[data-negative], .menu-item[data-negative] .i { color: var(--crm-negative-text); }
  .menu-head { padding: 8px 8px 4px; font-size: var(--crm-text-xs); font-weight: var(--crm-weight-medium); color: var(--crm-text-subtle); }
  .menu hr { margin: 4px -4px; border: 0; border-block-start: 1px solid var(--crm-border-base); }
  .tip { padding: 6px 9px; border-radius: var(--crm-radius-md); background: var(--crm-surface-inverse); color: var(--crm-text-inverse); font-size: var(--crm-text-xs); box-shadow: var(--crm-shadow-md); }
  .pop { position: fixed; inset: 0 auto auto 0; margin: 0; inline-size: max-content; max-inline-size: min(420px, 100vi - 16px); max-block-size: var(--_room, 60vb); overflow: auto; overscroll-behavior: contain; translate: var(--_x, 0) var(--_y, 0); }
  .pop:not(:popover-open) { display: none; }
  .pop:popover-open { animation: pop var(--crm-motion-fast) var(--crm-ease-out); }
  @keyframes pop { from { opacity: 0; } }
  @container (inline-size < 660px) {
    .pop[data-sheet] { --_sheet: 1; --crm-text-sm: 15px; inline-size: var(--_wide); max-inline-size: none; padding: 8px 8px max(14px, env(safe-area-inset-bottom)); border-width: 1px 0 0; border-end-start-radius: 0; border-end-end-radius: 0; }
    .pop[data-sheet]:popover-open { animation: sheet var(--crm-motion-base) var(--crm-ease-out); }
    .pop[data-sheet]::backdrop { background: var(--crm-scrim); }
    .pop[data-sheet] .menu-item { min-block-size: 44px; } .pop[data-sheet] .count { font-size: inherit; color: var(--crm-text-subtle); }
    .pop[data-sheet] hr { margin-inline: -8px; }
    @keyframes sheet { from { transform: translateY(32px); opacity: 0; } }
  }
  @media (forced-colors: active) {
    .menu, .tip { border: 1px solid CanvasText; }
    .menu-item:is(.is-focus, .is-active, :focus-visible) { background: Highlight; color: HighlightText; forced-color-adjust: none; }
  }
`;
