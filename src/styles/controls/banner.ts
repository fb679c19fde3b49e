import { css } from 'lit';

/** Banners and boxed notes. Colour never comes alone: give each an icon or a word of its own. */
export const banner = css`
  .banner { display: flex; align-items: center; gap: 10px; padding: 8px 16px; font-size: var(--crm-text-sm); border-block-end: 1px solid var(--crm-border-base); background: var(--crm-surface-sunken); min-block-size: 44px; }
  .banner .btn { margin-block: -2px; }
  .banner--warning { background: var(--crm-warning-soft); color: var(--crm-warning-text); border-color: var(--crm-warning-border); }
  .banner--negative { background: var(--crm-negative-soft); color: var(--crm-negative-text); border-color: var(--crm-negative-border); }
  .banner--positive { background: var(--crm-positive-soft); color: var(--crm-positive-text); border-color: var(--crm-positive-border); }
  .banner--info { background: var(--crm-info-soft); color: var(--crm-info-text); border-color: var(--crm-info-border); }
  .banner--afloat { position: absolute; inset-block-end: 68px; inset-inline: auto 16px; z-index: 3; inline-size: max-content; max-inline-size: calc(100% - 32px); padding-inline: 14px; border-style: solid; border-width: 1px; border-radius: var(--crm-radius-lg); box-shadow: var(--crm-shadow-lg); pointer-events: none; }
  .banner > div { color: var(--crm-text-strong); }
  .note-box { border: 1px solid var(--crm-border-base); border-radius: var(--crm-radius-lg); overflow: hidden; }
  .note-box.banner { border-radius: var(--crm-radius-lg); border-block-end-width: 1px; padding-inline: 12px; align-items: flex-start; padding-block: 10px; }
`;
