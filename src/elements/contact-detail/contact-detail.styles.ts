import { css } from 'lit';
import { detailStyles } from '../../shared/detail/detail.styles.js';
import { paper } from '../../shared/detail/paper.styles.js';

const frame = css`
  :host { block-size: 100%; min-inline-size: 0; }
  .contact-detail { display: grid; grid-template: auto auto auto minmax(0, 1fr) / minmax(0, 1fr); block-size: 100%; overflow: clip; background: var(--crm-surface-base); }
  .contact-detail > .banners { grid-row: 1; } .contact-detail > .contact-head { grid-row: 2; } .contact-detail > .narrow-tabs { grid-row: 3; } .contact-detail > .contact-cols { grid-row: 4; }
  .contact-detail > .lone { grid-row: 2 / -1; overflow: auto; position: relative; }
  .contact-head { padding: 12px 20px 14px; display: grid; gap: 8px; border-block-end: 1px solid var(--crm-border-base); }
  .crumb { display: flex; align-items: center; gap: 2px; min-block-size: var(--crm-control-sm); font-size: var(--crm-text-xs); color: var(--crm-text-subtle); }
  .crumb:has(> [data-act]) { margin-inline-start: -8px; } .crumb > [data-act]:focus-visible { outline-offset: -2px; }
  .contact-title { display: flex; align-items: center; gap: 12px; }
  .contact-title h2 { font-size: var(--crm-text-xl); letter-spacing: -0.012em; overflow-wrap: anywhere; }
  .contact-title .edit { margin-inline: -4px; padding-inline: 4px; inline-size: auto; max-inline-size: 100%; font-weight: inherit; line-height: inherit; } .contact-title .edit:hover { background: var(--crm-surface-hover); }
  .contact-title h2 .input { font-size: var(--crm-text-lg); block-size: 36px; }
  .contact-title a.btn { text-decoration: none; }
  .contact-title .meta { display: flex; flex-wrap: wrap; align-items: center; gap: 2px 8px; color: var(--crm-text-muted); overflow-wrap: anywhere; }
  .face .avatar { inline-size: 44px; block-size: 44px; font-size: 16px; } .face--sq .avatar { border-radius: var(--crm-radius-md); }
  .contact-cols { display: grid; grid-template: minmax(0, 1fr) / 340px minmax(0, 1fr); background: var(--crm-surface-sunken); min-block-size: 0; }
  .contact-cols > * { position: relative; overflow: auto; min-block-size: 0; scrollbar-width: thin; scrollbar-color: var(--crm-border-strong) transparent; }
  .side { border-inline-end: 1px solid var(--crm-border-base); background: var(--crm-surface-base); }
  .side .points { padding: 0; }
  .work { padding: 16px 20px 24px; }
  .linked-ones ul { display: grid; gap: 6px; }
  .linked-ones > .btn { margin-block-start: 8px; }
  .linked-one { all: unset; box-sizing: border-box; display: flex; align-items: center; gap: 10px; inline-size: 100%; min-block-size: 48px; padding: 8px 12px; background: var(--crm-surface-raised); border: 1px solid var(--crm-border-base); border-radius: var(--crm-radius-lg); box-shadow: var(--crm-shadow-xs); cursor: pointer; }
  .linked-one.is-still { cursor: default; }
  button.linked-one:hover { border-color: var(--crm-border-strong); background: var(--crm-surface-hover); }
  .linked-one:focus-visible { outline: var(--crm-focus-ring); outline-offset: 1px; }
  .linked-one > .i { flex: none; color: var(--crm-text-subtle); }
  .linked-one .grow { min-inline-size: 0; display: grid; gap: 1px; }
  .linked-one b { font-weight: var(--crm-weight-medium); overflow-wrap: anywhere; text-align: -webkit-match-parent; text-align: match-parent; } .linked-one small { font-size: var(--crm-text-xs); color: var(--crm-text-subtle); overflow-wrap: anywhere; }
  .linked-one .num { font-variant-numeric: tabular-nums; white-space: nowrap; }
  .narrow-tabs { display: none; padding-inline: 14px; }
  @container (inline-size < 900px) { .contact-cols { grid-template-columns: 280px minmax(0, 1fr); } }
  /* The name needs the room more: the button is told by its drawing, and by its name to those who hear it. */
  @container (inline-size < 460px) { .contact-head .twins { padding-inline: 6px; } .contact-head .twins > .cut { display: none; } }
  @container (inline-size < 660px) {
    .contact-detail { position: relative; overflow: auto; grid-template-rows: auto auto auto minmax(max-content, 1fr); }
    .contact-head { padding: 8px 14px 12px; border: 0; }
    .contact-title > a.btn { display: none; }
    .contact-cols { grid-template: auto / minmax(0, 1fr); } .side { border: 0; } .work { padding: 14px; }
    .contact-cols > * { overflow: visible; }
    .contact-cols[data-tab='work'] > .side, .contact-cols[data-tab='about'] > .work { display: none; }
    .narrow-tabs { display: flex; min-block-size: 37px; position: sticky; inset-block-start: 0; z-index: var(--crm-z-sticky); background: var(--crm-surface-base); }
  }
  @media (pointer: coarse) { .crumb { min-block-size: 44px; } }
  @media (forced-colors: active) { .linked-one { border-color: ButtonText; } }
`;

export const contactDetailStyles = [...detailStyles, frame, paper];
