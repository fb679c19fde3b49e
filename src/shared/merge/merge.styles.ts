import { css } from 'lit';
import { banner } from '../../styles/controls/banner.js';
import { button } from '../../styles/controls/button.js';
import { buttonMore } from '../../styles/controls/button-more.js';
import { check } from '../../styles/controls/check.js';
import { checkMore } from '../../styles/controls/check-more.js';
import { field } from '../../styles/controls/field.js';
import { fieldMore } from '../../styles/controls/field-more.js';
import { forced } from '../../styles/controls/forced.js';
import { label } from '../../styles/controls/label.js';
import { labelMore } from '../../styles/controls/label-more.js';
import { menu } from '../../styles/controls/menu.js';

/** A column for each of them; where it is narrow, or they are many, one below the other. */
const own = css`
  .merge-form { display: grid; gap: var(--crm-space-4); min-inline-size: 0; }
  .merge-form[inert] { opacity: 0.55; }
  .merge-grid { display: grid; min-inline-size: 0; }
  .merge-row { display: grid; gap: 6px 10px; align-items: start; padding-block: 8px; border-block-end: 1px solid var(--crm-border-subtle); grid-template-columns: 92px repeat(var(--_n, 1), minmax(0, 1fr)); }
  .merge-grid[data-n='2'] { --_n: 2; }
  .merge-grid[data-n='3'] { --_n: 3; }
  .merge-grid[data-n='4'] { --_n: 4; }
  .merge-grid[data-n='5'] { --_n: 5; }
  .merge-grid > .merge-row:first-child { padding-block-start: 0; border: 0; }
  .merge-name { font-size: var(--crm-text-sm); color: var(--crm-text-subtle); padding-block-start: 5px; overflow-wrap: anywhere; }
  .merge-pick { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 2px 8px; align-content: start; block-size: 100%; padding-block: 10px; padding-inline: 8px 12px; border: 1px solid var(--crm-border-control); border-radius: var(--crm-radius-lg); cursor: pointer; }
  .merge-pick:has(:checked) { border-color: var(--crm-accent-fill); box-shadow: inset 0 0 0 1px var(--crm-accent-fill); background: var(--crm-accent-soft); }
  .merge-pick b { font-weight: var(--crm-weight-medium); padding-block-start: 2px; overflow-wrap: anywhere; }
  .merge-pick small { grid-column: 2; font-size: var(--crm-text-xs); color: var(--crm-text-muted); overflow-wrap: anywhere; }
  .merge-cell { display: flex; gap: 6px; align-items: start; min-block-size: 28px; padding: 4px 6px; border-radius: var(--crm-radius-sm); font-size: var(--crm-text-sm); cursor: pointer; min-inline-size: 0; }
  .merge-cell > span { min-inline-size: 0; overflow-wrap: anywhere; }
  .merge-cell:hover { background: var(--crm-surface-hover); }
  .merge-cell:has(:checked) { font-weight: var(--crm-weight-medium); background: var(--crm-accent-soft); }
  :is(.merge-pick, .merge-cell):has(:focus-visible) { outline: var(--crm-focus-ring); outline-offset: 1px; }
  :is(.merge-pick, .merge-cell) :focus-visible { outline: 0; }
  .merge-cell .of { display: none; }
  .merge-row > .field-error { grid-column: 1 / -1; }
  .merge-row > .subtle { grid-column: 2 / -1; font-size: var(--crm-text-xs); }
  .merge-same summary { cursor: pointer; color: var(--crm-accent-text); min-block-size: 24px; font-size: var(--crm-text-sm); }
  .merge-same dl { display: grid; grid-template-columns: 92px minmax(0, 1fr); gap: 4px 10px; margin-block-start: 6px; font-size: var(--crm-text-sm); }
  .merge-same dt { color: var(--crm-text-subtle); }
  .merge-same dd { margin: 0; overflow-wrap: anywhere; }
  .merge-fate { display: grid; grid-template-columns: 1fr 1.15fr; border: 1px solid var(--crm-border-base); border-radius: var(--crm-radius-lg); overflow: hidden; font-size: var(--crm-text-sm); }
  .merge-fate > div { padding: 10px 12px; min-inline-size: 0; }
  .merge-fate > div + div { border-inline-start: 1px solid var(--crm-border-base); background: var(--crm-surface-inset); }
  .merge-fate h3 { font-size: var(--crm-text-xs); color: var(--crm-text-muted); font-weight: var(--crm-weight-medium); margin-block-end: 5px; }
  .merge-fate ul { list-style: none; margin: 0; padding: 0; }
  .merge-fate li { display: grid; grid-template-columns: 16px minmax(0, 1fr); gap: 8px; padding-block: 3px; overflow-wrap: anywhere; }
  .merge-fate li .i { margin-block-start: 2px; color: var(--crm-text-subtle); }
  .merge-fate .yes .i { color: var(--crm-positive-text); }
  .merge-fate .hm .i { color: var(--crm-warning-text); }
  .dialog-body > .banner { border-width: 1px; border-style: solid; border-radius: var(--crm-radius-lg); padding-inline: 12px; }
  @container (inline-size < 620px) {
    .merge-row { grid-template-columns: minmax(0, 1fr); }
    .merge-row > .subtle { grid-column: 1; }
    .merge-name { padding: 0; }
    .merge-cell .of { display: block; font-size: var(--crm-text-xs); font-weight: var(--crm-weight-regular, 400); color: var(--crm-text-subtle); }
    .merge-fate { grid-template-columns: minmax(0, 1fr); }
    .merge-fate > div + div { border-inline-start: 0; border-block-start: 1px solid var(--crm-border-base); }
    .dialog-foot > .btn--primary { flex: 1; }
  }
`;

/** What the dialog is drawn with. Comes with its code, so that an element need not bring what it may never show. */
export const mergeStyles = [
  banner,
  button,
  buttonMore,
  check,
  checkMore,
  field,
  fieldMore,
  label,
  labelMore,
  forced,
  menu,
  own,
];
