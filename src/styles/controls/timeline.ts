import { css } from 'lit';

/** History of a record: dots on a line, notes and changes. */
export const timeline = css`
  /* The room at the edges is for focus rings: what is out of sight is not laid out, and what is in a part is cut at its box. */
  .tl { margin: -4px; }
  .tl-line { position: relative; display: grid; grid-template-columns: 28px minmax(0, 1fr); gap: 10px; padding: 4px 4px 12px; }
  /* Parts that are far down are laid out when they come near: of ten thousand lines four hundred boxes are gone through, not all lines. */
  /* Not the first one: Firefox and WebKit guess a height first, and all would jump. */
  .tl-part:not(:first-child) { content-visibility: auto; contain-intrinsic-block-size: auto 2400px; }
  .tl-line::before { content: ''; position: absolute; inset-block: 34px 0; inset-inline-start: 17px; inline-size: 2px; background: var(--crm-border-base); }
  .tl-part:last-child > .tl-line:last-child::before { content: none; }
  .tl-dot { display: grid; place-content: center; inline-size: 28px; block-size: 28px; border-radius: 50%; background: var(--crm-surface-active); color: var(--crm-text-muted); }
  .tl-head { display: flex; flex-wrap: wrap; align-items: center; gap: 2px 8px; min-block-size: 28px; font-size: var(--crm-text-sm); }
  .tl-head b { font-weight: var(--crm-weight-medium); } .tl-head time { color: var(--crm-text-subtle); font-size: var(--crm-text-xs); }
  .tl-card { margin-block-start: 4px; padding: 10px 12px; border: 1px solid var(--crm-border-base); border-radius: var(--crm-radius-lg); background: var(--crm-surface-raised); line-height: var(--crm-leading-loose); }
  .tl-card--note { background: var(--crm-warning-soft); border-color: var(--crm-warning-border); }
  .tl-card p + p { margin-block-start: 6px; }
  .diff { display: flex; flex-wrap: wrap; align-items: center; gap: 2px 8px; }
  .diff del { color: var(--crm-text-subtle); text-decoration-thickness: 1px; } .diff ins { text-decoration: none; font-weight: var(--crm-weight-medium); }
  .file { display: flex; align-items: center; gap: 10px; padding: 8px; border: 1px solid var(--crm-border-base); border-radius: var(--crm-radius-md); background: var(--crm-surface-raised); min-inline-size: 0; }
  .file-kind { display: grid; place-content: center; inline-size: 32px; block-size: 32px; flex: none; border-radius: var(--crm-radius-sm); font-size: 9px; font-weight: 700; background: var(--crm-surface-active); color: var(--crm-text-muted); }
  @media (forced-colors: active) {
    .tl-dot { border: 1px solid CanvasText; }
  }
`;
