import { css } from 'lit';
import { check } from '../../styles/controls/check.js';
import { drag } from '../../styles/controls/drag.js';
import { progress } from '../../styles/controls/progress.js';

/** The list of fields, the form of one with its options, and what becomes of values. */
const fieldsStyles = css`
  /* Its form grows as one types a formula: what one types into stays where it is. */
  .dialog:has(#field-name) { margin-block: 24px auto; }
  .fields-list, .options-edit ol, .lost-list { inline-size: 100%; border: 1px solid var(--crm-border-base); border-radius: var(--crm-radius-lg); }
  .fields-list > li { position: relative; display: flex; align-items: center; gap: 8px; padding: 6px 8px; min-block-size: 48px; }
  .fields-list > .drag-ghost { background: var(--crm-surface-overlay); list-style: none; }
  .fields-list > li + li, .options-edit li + li, .lost-list li + li { border-block-start: 1px solid var(--crm-border-subtle); }
  .fields-list .grow { min-inline-size: 0; }
  .fields-list small { display: block; font-size: var(--crm-text-xs); color: var(--crm-text-subtle); overflow-wrap: anywhere; }
  .fields-list .tag { margin-inline-start: 4px; }
  .field-note kbd { padding-block: 0; }
  .field-name .edit { display: block; inline-size: fit-content; max-inline-size: 100%; padding: 0; border: 0; background: none; font-weight: var(--crm-weight-medium); text-align: start; overflow-wrap: anywhere; cursor: text; border-radius: 2px; }
  .field-name .edit[aria-disabled='true'] { cursor: default; }
  .field-name .edit:hover { text-decoration: underline dotted; }
  .field-name .edit:focus-visible { outline: var(--crm-focus-ring); outline-offset: 2px; }
  .field-grip { display: grid; place-items: center; inline-size: 24px; block-size: 32px; margin-inline-start: -4px; color: var(--crm-text-subtle); cursor: grab; touch-action: none; flex: none; }
  .field-type { display: grid; place-items: center; color: var(--crm-text-muted); flex: none; }
  .fields-list > .is-before::before, .fields-list.is-last > li:last-of-type::after { content: ''; position: absolute; inset-inline: 0; block-size: 3px; border-radius: 2px; background: var(--crm-accent-fill); forced-color-adjust: none; }
  .fields-list > .is-before::before { inset-block-start: -2px; }
  .fields-list.is-last > li:last-of-type::after { inset-block-end: -2px; }
  .fields-empty { display: grid; gap: 8px; justify-items: start; padding-block: 8px; }
  .field-pair { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 200px); gap: 8px 12px; align-items: start; }
  .options-edit, .fates { display: grid; gap: 8px; }
  .options-edit h3, .fates h3, .checks legend { font-size: var(--crm-text-sm); font-weight: var(--crm-weight-medium); padding: 0; }
  .options-edit ol { max-block-size: 320px; overflow: auto; }
  .options-edit > .row { flex-wrap: wrap; }
  .options-edit .muted { font-size: var(--crm-text-xs); }
  .option-edit { display: flex; align-items: flex-start; gap: 6px; padding: 4px 8px; }
  .option-edit > .field { flex: 1; min-inline-size: 0; }
  .option-edit > .places { display: flex; }
  .option-edit .btn[aria-disabled] { border-color: transparent; opacity: 0.4; }
  .option-edit.is-gone { align-items: center; background: var(--crm-surface-inset); }
  .option-edit.is-gone > .grow { display: grid; gap: 4px; min-inline-size: 0; overflow-wrap: anywhere; }
  .checks { border: 0; padding: 0; margin: 0; min-inline-size: 0; display: grid; gap: 6px; justify-items: start; }
  .checks legend { margin-block-end: 6px; }
  .asks { font-size: var(--crm-text-sm); inline-size: 100%; }
  .asks > summary { inline-size: fit-content; padding-block: 2px; color: var(--crm-text-muted); cursor: pointer; border-radius: var(--crm-radius-sm); }
  .asks > summary:focus-visible { outline: var(--crm-focus-ring); outline-offset: 2px; }
  .asks > div { display: flex; flex-wrap: wrap; gap: 6px 16px; padding-block: 6px; }
  .asks p { flex: 1 0 100%; font-size: var(--crm-text-xs); }
  .tally { display: flex; flex-wrap: wrap; gap: 6px; }
  .tally .tag { block-size: 24px; padding-inline: 9px; }
  .fates ul { font-size: var(--crm-text-sm); }
  .lost-list { max-block-size: min(312px, 40vb); overflow: auto; }
  .lost-list:focus-visible { outline: var(--crm-focus-ring); outline-offset: 2px; }
  .lost-list > li { display: flex; align-items: center; gap: 10px; padding: 7px 12px; }
  .lost-list > li > .i { color: var(--crm-text-subtle); flex: none; }
  .lost-list b { display: block; font-weight: var(--crm-weight-medium); overflow-wrap: anywhere; }
  .lost-list small { color: var(--crm-text-subtle); overflow-wrap: anywhere; }
  @container (max-width: 480px) {
    .field-pair { grid-template-columns: 1fr; }
    .dialog-foot > [data-delete] { order: 1; inline-size: 100%; }
  }
  @media (pointer: coarse) { .asks > summary { min-block-size: 44px; align-content: center; } .field-grip { inline-size: 44px; block-size: 44px; } }
`;

/** With what views may not have yet. */
export const partStyles = css`${check} ${drag} ${progress} ${fieldsStyles}`;
