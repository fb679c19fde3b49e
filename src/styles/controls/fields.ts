import { css } from 'lit';

/** Field list: name left, value right; blocks of a detail; who (avatar, name, line below). */
export const fields = css`
  .fields { display: grid; grid-template-columns: minmax(96px, 34%) minmax(0, 1fr); gap: 0 var(--crm-space-3); font-size: var(--crm-text-sm); }
  .fields dt { color: var(--crm-text-subtle); min-inline-size: 0; overflow-wrap: anywhere; hyphens: auto; padding-block: max(6px, (var(--crm-target) - 20px) / 2); }
  .fields dd { padding: 6px 8px; margin-inline: -8px; border-radius: var(--crm-radius-sm); min-inline-size: 0; overflow-wrap: anywhere; min-block-size: 30px; }
  .fields dd:hover { background: var(--crm-surface-hover); }
  .fields dd.is-focus { outline-offset: -2px; }
  .edit { display: block; inline-size: 100%; padding: 0; border: 0; background: none; text-align: start; overflow-wrap: anywhere; cursor: text; border-radius: 2px; }
  .edit[aria-disabled='true'] { cursor: default; }
  .edit.add { color: var(--crm-text-subtle); }
  .fields dd:has(> .edit:focus-visible) { outline: var(--crm-focus-ring); outline-offset: -2px; }
  .fields dd > .edit:focus-visible { outline: none; }
  .fields dd:has(> .field) { padding-block: 0; background: none; }
  .fields .add { color: var(--crm-text-subtle); }
  .block { border-block-end: 1px solid var(--crm-border-base); padding: var(--crm-space-4); display: grid; gap: var(--crm-space-2); align-content: start; }
  .block > header { display: flex; align-items: center; gap: 8px; min-block-size: 24px; }
  .block > header h3 { font-size: var(--crm-text-sm); }
  .block > header .btn { margin-inline-start: auto; margin-block: -4px; }
  .who { display: flex; align-items: center; gap: 10px; min-inline-size: 0; }
  .who > div { min-inline-size: 0; flex: 1; } .who b { font-weight: var(--crm-weight-medium); display: block; overflow: hidden; text-overflow: ellipsis; }
  .who small { font-size: var(--crm-text-xs); color: var(--crm-text-subtle); display: block; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
`;
