import { css } from 'lit';

export const filesStyles = css`
  .files { list-style: none; margin: 0; padding: 0; display: grid; grid-template-columns: minmax(0, 1fr); gap: 6px; }
  .files > li { display: grid; gap: 4px; min-inline-size: 0; }
  #files:focus-visible { outline: var(--crm-focus-ring); outline-offset: -2px; border-radius: var(--crm-radius-sm); }
  .file > .grow { min-inline-size: 0; font-size: var(--crm-text-sm); }
  .file > .btn { flex: none; } .file > .btn + .btn { margin-inline-start: -8px; }
  .file small { display: block; font-size: var(--crm-text-xs); color: var(--crm-text-subtle); font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
  .file-name { display: flex; max-inline-size: max-content; min-inline-size: 0; color: var(--crm-text-strong); white-space: pre; }
  .file-name > :first-child { min-inline-size: 0; overflow: hidden; text-overflow: ellipsis; } .file-name > :last-child { flex: none; }
  .file--new { border-style: dashed; border-color: var(--crm-border-control); } .file--new[data-wrong] { border-color: var(--crm-negative-border); }
  .file-about { padding-inline: 8px; font-size: var(--crm-text-sm); color: var(--crm-text-muted); } .file-about a { text-decoration: underline; text-underline-offset: 2px; }
  .files .field-error, .file-ask { display: flex; align-items: flex-start; gap: 6px; padding-inline: 8px; font-size: var(--crm-text-xs); overflow-wrap: anywhere; }
  .file-ask { color: var(--crm-warning-text); } .file-ask[data-off] { color: var(--crm-text-muted); } .file-ask > .i { flex: none; margin-block-start: 1px; }
  .file-acts { display: flex; flex-wrap: wrap; gap: 6px; padding-inline: 8px; padding-block-end: 4px; }
  .attach { display: grid; gap: 10px; padding: 10px 14px 4px; } .attach-choose { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; min-block-size: 38px; font-size: var(--crm-text-sm); }
  .drop-zone { position: absolute; inset: 0; z-index: var(--crm-z-dock); display: grid; place-items: center; padding: 24px; background: color-mix(in oklab, var(--crm-surface-base), transparent 14%); }
  .drop-zone::before { content: ''; position: absolute; inset: 8px; border: 2px dashed var(--crm-accent-fill); border-radius: var(--crm-radius-lg); background: var(--crm-accent-soft); opacity: 0.7; }
  .drop-zone > div { position: sticky; inset-block: 24px; display: grid; justify-items: center; gap: 4px; max-inline-size: 100%; padding: 16px 24px; border-radius: var(--crm-radius-lg); background: var(--crm-surface-raised); box-shadow: var(--crm-shadow-md); color: var(--crm-text-muted); font-size: var(--crm-text-sm); text-align: center; overflow-wrap: anywhere; pointer-events: none; }
  .drop-zone .i { color: var(--crm-accent-text); } .drop-zone b { color: var(--crm-text-strong); }
  .drop-zone[data-refused]::before { border-color: var(--crm-border-strong); background: var(--crm-surface-sunken); } .drop-zone[data-refused] .i { color: var(--crm-text-subtle); }
  @media print { .file-name { display: block; white-space: normal; overflow-wrap: anywhere; } }
  @media (pointer: coarse) { .file-acts .btn, .attach-choose .btn { min-block-size: 44px; } .file > .btn, #files > header > .btn { min-inline-size: 44px; min-block-size: 44px; } }
  @media (forced-colors: active) { .file, .drop-zone::before { border-color: CanvasText; } .file-kind { border: 1px solid CanvasText; } .drop-zone > div { border: 1px solid CanvasText; } }
`;
