import { css } from 'lit';

/** One toast, above everything. */
export const toast = css`
  .toast { display: flex; align-items: center; gap: var(--crm-space-3); inline-size: max-content; max-inline-size: min(100vi - 32px, 460px); padding-block: 6px; padding-inline: 14px 6px; min-block-size: 44px; border-radius: var(--crm-radius-lg); background: var(--crm-surface-inverse); color: var(--crm-text-inverse); box-shadow: var(--crm-shadow-lg); font-size: var(--crm-text-sm); overflow: hidden; }
  .toast[popover] { position: fixed; inset-block: auto 16px; inset-inline: 16px auto; margin: 0; border: 0; }
  .toast:not(:popover-open) { display: none; }
  .toast:popover-open { animation: rise var(--crm-motion-base) var(--crm-ease-out); }
  @keyframes rise { from { opacity: 0; translate: 0 8px; } }
  .toast kbd { background: none; color: inherit; border-color: currentColor; opacity: 0.8; }
  .toast .btn { color: inherit; background: none; border-color: color-mix(in oklab, currentColor, transparent 65%); box-shadow: none; }
  .toast .btn:hover { background: color-mix(in oklab, currentColor, transparent 88%); }
  .toast .btn--icon { border-color: transparent; } .toast .btn .i { color: inherit; }
  @media (forced-colors: active) {
    .toast { border: 1px solid CanvasText; }
  }
`;
