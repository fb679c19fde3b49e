import { css } from 'lit';

/** The line of a formula, with what it can be completed by and what is wrong in it. */
export const editorStyles = css`
  .formula-edit { display: grid; gap: 10px; min-inline-size: 0; }
  .formula-line { position: relative; }
  .formula-line .input { inline-size: 100%; text-align: start; font-variant-numeric: tabular-nums; }
  .formula-list { position: absolute; inset-block-start: calc(100% + 4px); inset-inline: 0; z-index: 1; max-block-size: 216px; margin: 0; padding: 4px; overflow: auto; list-style: none; }
  .formula-list[hidden] { display: none; }
  .formula-list .menu-item { overflow-wrap: anywhere; }
  .formula-list .menu-item[aria-selected='true'] { background: var(--crm-surface-active); }
  .formula-list .menu-item > .muted { inline-size: 14px; text-align: center; }
  .formula-ink { padding: 8px 10px; border-radius: var(--crm-radius-md); background: var(--crm-surface-inset); font-size: var(--crm-text-sm); line-height: 1.7; white-space: pre-wrap; overflow-wrap: anywhere; text-align: start; color: var(--crm-text-base); }
  .ink-name { padding: 1px 4px; border-radius: var(--crm-radius-sm); background: var(--crm-accent-soft); color: var(--crm-accent-text); }
  .ink-word { color: var(--crm-text-strong); font-weight: var(--crm-weight-medium); }
  .ink-number { color: var(--crm-text-strong); }
  .formula-ink .is-wrong { text-decoration: underline wavy var(--crm-negative-text); text-underline-offset: 3px; color: var(--crm-negative-text); background: var(--crm-negative-soft); border-radius: var(--crm-radius-sm); }
  .formula-problem { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 8px; }
  .formula-problem:empty { display: none; }
  .formula-try h3 { margin: 0 0 4px; font-size: var(--crm-text-sm); font-weight: var(--crm-weight-medium); }
  .formula-try h4 { margin: 6px 0 2px; font-size: var(--crm-text-xs); font-weight: var(--crm-weight-medium); color: var(--crm-text-subtle); }
  .formula-try dl { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 3px 12px; margin: 0; font-size: var(--crm-text-xs); }
  .formula-try dt { color: var(--crm-text-muted); overflow-wrap: anywhere; }
  .formula-try dd { margin: 0; text-align: end; font-variant-numeric: tabular-nums; }
  @container (inline-size < 420px) { .formula-try dl { grid-template-columns: minmax(0, 1fr); } .formula-try dd { text-align: start; margin-block-end: 4px; } }
`;
