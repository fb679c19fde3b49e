import { css } from 'lit';
import { banner } from '../../styles/controls/banner.js';
import { button } from '../../styles/controls/button.js';
import { buttonMore } from '../../styles/controls/button-more.js';
import { check } from '../../styles/controls/check.js';
import { checkMore } from '../../styles/controls/check-more.js';
import { chip } from '../../styles/controls/chip.js';
import { chipMore } from '../../styles/controls/chip-more.js';
import { field } from '../../styles/controls/field.js';
import { fieldMore } from '../../styles/controls/field-more.js';
import { forced } from '../../styles/controls/forced.js';
import { label } from '../../styles/controls/label.js';
import { labelMore } from '../../styles/controls/label-more.js';
import { menu } from '../../styles/controls/menu.js';
import { progress } from '../../styles/controls/progress.js';
import { table } from '../../styles/controls/table.js';

/** One column, top to bottom in the order of the decision. */
const own = css`
  .convert-form { display: grid; gap: var(--crm-space-4); min-inline-size: 0; }
  .convert-form[inert] { opacity: 0.55; }
  .dialog-body > .banner { border-width: 1px; border-style: solid; border-radius: var(--crm-radius-lg); padding-inline: 12px; }
  .dialog .small { font-size: var(--crm-text-xs); }
  .pick2 { display: grid; grid-template-columns: 1fr 1fr; gap: 8px; }
  .option { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 2px 8px; align-content: start; padding-block: 10px; padding-inline: 8px 12px; border: 1px solid var(--crm-border-control); border-radius: var(--crm-radius-lg); cursor: pointer; }
  .option + .option--deal { margin-block-start: 6px; }
  .option--deal { grid-template-columns: auto minmax(0, 1fr) auto; align-items: center; font-size: var(--crm-text-sm); }
  .option--deal .num { font-weight: var(--crm-weight-bold); }
  .option:has(:checked) { border-color: var(--crm-accent-fill); box-shadow: inset 0 0 0 1px var(--crm-accent-fill); background: var(--crm-accent-soft); }
  .option:has(:focus-visible) { outline: var(--crm-focus-ring); outline-offset: 2px; }
  .option :focus-visible { outline: 0; }
  .option b { font-weight: var(--crm-weight-medium); padding-block-start: 2px; overflow-wrap: anywhere; }
  .option small { grid-column: 2 / -1; font-size: var(--crm-text-xs); color: var(--crm-text-muted); }
  .option .check { grid-row: 1; }
  .two--pipe { display: grid; grid-template-columns: 1fr 2fr; gap: 12px; align-items: start; }
  .three { display: grid; grid-template-columns: 1.6fr 0.95fr 0.85fr; gap: 12px; align-items: start; }
  .three .row { gap: 6px; }
  .three .row .select { flex: 0 0 76px; }
  legend.field-name { padding: 0; }
  legend.field-name + .option { margin-block-start: 5px; }
  .stages { display: flex; gap: 3px; }
  .stages label { position: relative; flex: 1 1 0; min-inline-size: 0; min-block-size: var(--crm-target); display: grid; gap: 5px; align-content: start; padding-block: 6px 2px; border-radius: var(--crm-radius-sm); font-size: var(--crm-text-2xs); color: var(--crm-text-muted); text-align: center; hyphens: auto; cursor: pointer; }
  .stages label span { overflow: hidden; text-overflow: ellipsis; }
  .stages i { block-size: 6px; border-radius: 3px; background: var(--crm-border-base); forced-color-adjust: none; }
  .stages label:has(~ label :checked) i, .stages label:has(:checked) i { background: var(--crm-accent-fill); }
  .stages label:has(:checked) { color: var(--crm-text-strong); font-weight: var(--crm-weight-bold); }
  .stages label:has(:focus-visible) { outline: var(--crm-focus-ring); }
  .stages label:hover { background: var(--crm-surface-hover); }
  .need { display: grid; gap: 10px; padding: 12px; border: 1px solid var(--crm-warning-border); background: var(--crm-warning-soft); border-radius: var(--crm-radius-lg); }
  .need > p { display: flex; gap: 8px; align-items: center; color: var(--crm-text-strong); }
  .need > p .i { color: var(--crm-warning-text); }
  .need .field > label { color: var(--crm-text-strong); }
  .fate { display: grid; grid-template-columns: 1.15fr 1fr; border: 1px solid var(--crm-border-base); border-radius: var(--crm-radius-lg); overflow: hidden; font-size: var(--crm-text-sm); }
  .fate > div { padding: 10px 12px; }
  .fate > div + div { border-inline-start: 1px solid var(--crm-border-base); background: var(--crm-surface-inset); }
  .fate h3 { font-size: var(--crm-text-xs); color: var(--crm-text-muted); font-weight: var(--crm-weight-medium); margin-block-end: 5px; }
  .fate li { display: grid; grid-template-columns: 16px minmax(0, 1fr); gap: 8px; padding-block: 3px; }
  .fate li .i { margin-block-start: 2px; color: var(--crm-text-subtle); }
  .fate .yes .i { color: var(--crm-positive-text); }
  .fate .hm .i { color: var(--crm-warning-text); }
  .tally { display: flex; flex-wrap: wrap; gap: 6px; }
  .tally .tag { block-size: 24px; padding-inline: 9px; }
  .leadlist { border: 1px solid var(--crm-border-base); border-radius: var(--crm-radius-lg); overflow: hidden; font-size: var(--crm-text-sm); }
  .leadlist > li { display: grid; grid-template-columns: 22px minmax(0, 1fr) auto; align-items: center; gap: 8px 10px; padding: 7px 12px; min-block-size: 44px; border-block-end: 1px solid var(--crm-border-base); }
  .leadlist > li:last-child { border: 0; }
  .lead-words { min-inline-size: 0; }
  .leadlist--running { max-block-size: min(312px, 40vb); overflow: auto; position: relative; }
  .leadlist b { display: block; text-align: -webkit-match-parent; text-align: match-parent; font-weight: var(--crm-weight-medium); }
  .leadlist small { display: block; text-align: -webkit-match-parent; text-align: match-parent; font-size: var(--crm-text-xs); color: var(--crm-text-subtle); overflow-wrap: anywhere; }
  .leadlist > li > .i { color: var(--crm-text-subtle); }
  .leadlist > .ok > .i { color: var(--crm-positive-text); }
  .leadlist > .fix > .i { color: var(--crm-warning-text); }
  .leadlist > .bad > .i { color: var(--crm-negative-text); }
  .leadlist .fix { background: var(--crm-warning-soft); }
  .leadlist .bad { background: var(--crm-negative-soft); }
  .leadlist :is(.bad, .fix) small { color: var(--crm-text-muted); }
  .leadlist .more { grid-template-columns: 1fr; min-block-size: 36px; color: var(--crm-text-muted); font-size: var(--crm-text-xs); background: var(--crm-surface-inset); }
  .leadlist .answer { display: grid; gap: 6px; inline-size: 208px; }
  .leadlist .answer :is(.input, select.input) { block-size: var(--crm-control-sm); }
  .leadlist .answer .field { gap: 3px; }
  .leadlist .answer .row .select { flex: 0 0 78px; }
  .merge { inline-size: 100%; table-layout: fixed; }
  .merge :is(td, th) { inline-size: 40%; overflow-wrap: anywhere; }
  .merge :is(td, th):first-child { inline-size: 20%; padding-inline-start: 0; color: var(--crm-text-subtle); }
  .table.merge tbody th { font-size: inherit; font-weight: inherit; white-space: normal; border-block-end: 1px solid var(--crm-border-subtle); }
  .merge label { display: flex; gap: 6px; align-items: center; padding-block: 2px; cursor: pointer; }
  .merge label:has(:checked) { font-weight: var(--crm-weight-medium); }
  .bar-head { margin-block-end: 8px; }
  .result { display: flex; gap: 14px; align-items: center; }
  .result-mark { display: grid; place-content: center; flex: none; inline-size: 44px; block-size: 44px; border-radius: 50%; background: var(--crm-positive-soft); color: var(--crm-positive-text); }
  .result-mark[data-none] { background: var(--crm-negative-soft); color: var(--crm-negative-text); }
  .result-mark .i { inline-size: 22px; block-size: 22px; }
  .big-n { font-size: var(--crm-text-2xl); font-weight: var(--crm-weight-bold); letter-spacing: -0.02em; line-height: 1.1; }
  .dialog summary { cursor: pointer; color: var(--crm-accent-text); min-block-size: 24px; }
  .dialog details > .leadlist { margin-block-start: 8px; }
  @container (inline-size < 480px) {
    .two--pipe, .three, .pick2, .fate { grid-template-columns: minmax(0, 1fr); }
    .fate > div + div { border-inline-start: 0; border-block-start: 1px solid var(--crm-border-base); }
    .stages label span { display: none; }
    .stages label:has(:checked) { flex-grow: 3.5; }
    .stages label:has(:checked) span { display: block; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
    .leadlist > li { grid-template-columns: 22px minmax(0, 1fr); }
    .leadlist > li > :nth-child(3) { grid-column: 2; }
    .leadlist .answer { inline-size: 100%; }
    .dialog-foot { flex-wrap: wrap; }
    .dialog-foot > .btn--primary { flex: 1; }
    .dialog-foot > :is(p, .grow) { display: none; }
  }
`;

/** What the dialog is drawn with. Comes with its code, so that an element need not bring what it may never show. */
export const convertStyles = [
  banner,
  button,
  buttonMore,
  check,
  checkMore,
  chip,
  chipMore,
  field,
  fieldMore,
  label,
  labelMore,
  forced,
  menu,
  progress,
  table,
  own,
];
