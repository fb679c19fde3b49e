import { css } from 'lit';

/** Modal dialogs over the native element. */
export const dialog = css`
  .dialog { flex-direction: column; inline-size: min(100vi - 32px, var(--_inline, 560px)); max-inline-size: none; max-block-size: calc(100dvb - 48px); margin: auto; padding: 0; border-radius: var(--crm-radius-xl); background: var(--crm-surface-overlay); box-shadow: var(--crm-shadow-lg); border: 1px solid light-dark(transparent, var(--crm-border-base)); color: var(--crm-text-strong); overflow: hidden; container-type: inline-size; }
  .dialog[open] { display: flex; }
  .dialog:modal { animation: appear var(--crm-motion-base) var(--crm-ease-out); }
  .dialog::backdrop { background: var(--crm-scrim); }
  @keyframes appear { from { opacity: 0; translate: 0 8px; } }
  .dialog > form { display: contents; }
  .dialog-head { display: flex; align-items: flex-start; gap: var(--crm-space-3); padding: var(--crm-space-5) var(--crm-space-5) var(--crm-space-3); }
  .dialog-head h2 { font-size: var(--crm-text-lg); }
  .dialog-head p { margin-block-start: 4px; color: var(--crm-text-muted); }
  .dialog-head .btn--icon { margin-block: calc(10px - var(--crm-control) / 2); margin-inline: auto -6px; }
  .dialog-body { padding: var(--crm-space-1) var(--crm-space-5) var(--crm-space-5); overflow: auto; overscroll-behavior: contain; flex: 1 1 auto; display: grid; gap: var(--crm-space-4); align-content: start; }
  .dialog-foot { display: flex; align-items: center; gap: var(--crm-space-2); padding: var(--crm-space-3) var(--crm-space-5); border-block-start: 1px solid var(--crm-border-base); background: var(--crm-surface-inset); }
  @container (max-width: 480px) {
    .dialog-head, .dialog-body { padding-inline: var(--crm-space-4); }
    .dialog-foot { padding-inline: var(--crm-space-4); flex-wrap: wrap; }
  }
  @media (forced-colors: active) {
    .dialog { border: 1px solid CanvasText; }
  }
`;
