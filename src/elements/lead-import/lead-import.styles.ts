import { css } from 'lit';
import { base } from '../../styles/base.js';
import { baseMore } from '../../styles/base-more.js';
import { banner } from '../../styles/controls/banner.js';
import { button } from '../../styles/controls/button.js';
import { buttonMore } from '../../styles/controls/button-more.js';
import { check } from '../../styles/controls/check.js';
import { checkMore } from '../../styles/controls/check-more.js';
import { chip } from '../../styles/controls/chip.js';
import { chipMore } from '../../styles/controls/chip-more.js';
import { dialog } from '../../styles/controls/dialog.js';
import { field } from '../../styles/controls/field.js';
import { fieldMore } from '../../styles/controls/field-more.js';
import { forced } from '../../styles/controls/forced.js';
import { label } from '../../styles/controls/label.js';
import { labelMore } from '../../styles/controls/label-more.js';
import { menu } from '../../styles/controls/menu.js';
import { progress } from '../../styles/controls/progress.js';
import { rowWindow } from '../../styles/controls/row-window.js';
import { table } from '../../styles/controls/table.js';
import { toast } from '../../styles/controls/toast.js';
import { moreTokens } from '../../styles/more-tokens.js';
import { tokens } from '../../styles/tokens.js';

/** Head with steps, body, foot. */
const frame = css`
  :host { min-inline-size: 0; }
  .wiz { display: grid; grid-template-columns: minmax(0, 1fr); background: var(--crm-surface-base); }
  .wiz-head { display: flex; align-items: center; gap: 16px; padding-block: 12px; padding-inline: 20px 12px; min-block-size: 57px; border-block-end: 1px solid var(--crm-border-base); }
  .wiz-head h2 { font-size: var(--crm-text-lg); }
  .steps { display: flex; gap: 4px; margin-inline: auto; }
  .steps li { display: flex; align-items: center; gap: 7px; font-size: var(--crm-text-sm); color: var(--crm-text-subtle); font-weight: var(--crm-weight-medium); }
  .steps li + li::before { content: ''; inline-size: 28px; block-size: 1px; background: var(--crm-border-strong); margin-inline: 6px; }
  .steps b { display: grid; place-content: center; inline-size: 22px; block-size: 22px; border-radius: 50%; font-size: var(--crm-text-2xs); border: 1px solid var(--crm-border-control); }
  .steps .now { color: var(--crm-text-strong); }
  .steps .now b { background: var(--crm-accent-fill); border-color: transparent; color: var(--crm-accent-on); }
  .steps .was { color: var(--crm-text-muted); }
  .steps .was b { background: var(--crm-accent-soft); border-color: transparent; color: var(--crm-accent-text); }
  .wiz-body { padding: 20px; display: grid; grid-template-columns: minmax(0, 1fr); gap: 16px; min-inline-size: 0; position: relative; }
  /* Stays in sight; its ground is a tint, so that what goes by under it needs the surface between. */
  .wiz-foot { position: sticky; inset-block-end: 0; z-index: 2; display: flex; align-items: center; gap: 8px; padding: 12px 20px; border-block-start: 1px solid var(--crm-border-base); background: linear-gradient(var(--crm-surface-inset), var(--crm-surface-inset)) var(--crm-surface-base); }
  /* What gets the focus does not stand behind the foot. */
  .wiz-body :is(button, input, select, [tabindex]) { scroll-margin-block-end: 72px; }
  /* Cut off at its own end, and yet standing where the table's texts begin. */
  .cut[dir='auto'] { text-align: -webkit-match-parent; text-align: match-parent; }
  .small { font-size: var(--crm-text-xs); }
  .link { border: 0; padding: 2px; margin: -2px; background: none; color: var(--crm-accent-text); cursor: pointer; border-radius: 2px; min-block-size: 24px; text-decoration: underline; text-underline-offset: 2px; }
  .boxed { border: 1px solid var(--crm-border-base); border-radius: var(--crm-radius-lg); overflow: hidden; min-inline-size: 0; }
  .boxed tbody tr:last-child :is(td, th) { border: 0; }
  .boxed-note > .banner { border: 1px solid var(--_edge, var(--crm-border-base)); border-color: inherit; border-radius: var(--crm-radius-lg); padding: 10px 12px; align-items: flex-start; }
  .boxed-note > .banner--negative { border-color: var(--crm-negative-border); }
  .boxed-note > .banner--info { border-color: var(--crm-info-border); }
  .boxed-head { padding: 10px 14px; border-block-end: 1px solid var(--crm-border-base); }
  .facts { display: flex; flex-wrap: wrap; align-items: baseline; gap: 6px 18px; font-size: var(--crm-text-xs); color: var(--crm-text-muted); }
  .facts b { color: var(--crm-text-strong); font-weight: var(--crm-weight-medium); overflow-wrap: anywhere; }
  .big-n { font-size: var(--crm-text-2xl); font-weight: var(--crm-weight-bold); letter-spacing: -0.02em; line-height: 1.1; font-variant-numeric: tabular-nums; }
  .baseline { align-items: baseline; margin-block-end: 10px; }
  .wiz-body .progress { block-size: 8px; }
  .waiting { display: grid; gap: 10px; padding-block: 24px; }
`;

const fileStyles = css`
  .drop { position: relative; display: grid; justify-items: center; gap: 8px; padding: 44px 24px; border: 1.5px dashed var(--crm-border-control); border-radius: var(--crm-radius-xl); background: var(--crm-surface-inset); text-align: center; }
  .drop .big { inline-size: 48px; block-size: 48px; display: grid; place-content: center; border-radius: 50%; background: var(--crm-accent-soft); color: var(--crm-accent-text); }
  .drop .big .i { inline-size: 22px; block-size: 22px; }
  .drop h4 { font-size: var(--crm-text-lg); }
  .drop.is-over { border-color: var(--crm-accent-fill); border-style: solid; background: var(--crm-accent-soft); }
  .drop .progress { inline-size: min(320px, 100%); }
  .btn--link .i { color: inherit; }
  .btn--link { margin-inline-start: -6px; }
`;

const columnStyles = css`
  .map :is(td, th) { vertical-align: middle; }
  .map td, .map tbody th { padding: 8px var(--crm-cell-pad); border-block-end: 1px solid var(--crm-border-subtle); }
  .map tbody th { text-align: start; font-size: var(--crm-text-sm); color: inherit; white-space: normal; overflow-wrap: anywhere; max-inline-size: 220px; }
  .map .arrow { inline-size: 32px; color: var(--crm-text-subtle); text-align: center; }
  .map .vals { font-size: var(--crm-text-xs); color: var(--crm-text-subtle); max-inline-size: 300px; }
  .map .col { font-weight: var(--crm-weight-medium); }
  .map .to { inline-size: 250px; }
  .map .to > :is(.field, .select) { inline-size: 230px; }
  .map .to > .more, .map .to > .small { display: block; margin-block-start: 6px; }
  .map .to .chip-x { display: none; }
  .map .to span.input::after { content: ''; flex: none; inline-size: 6px; block-size: 6px; margin-inline-end: 2px; border: solid var(--crm-text-muted); border-width: 0 1.5px 1.5px 0; rotate: 45deg; translate: 0 -2px; pointer-events: none; }
  .map .st { inline-size: 150px; }
  .map tr.off :is(.col, .vals) { color: var(--crm-text-subtle); }
  .map .clash .input { border-color: var(--crm-negative-fill); box-shadow: 0 0 0 1px var(--crm-negative-fill); }
  .ask { display: grid; gap: 6px; margin-block-start: 8px; }
  .ask p:first-child { font-weight: var(--crm-weight-medium); color: var(--crm-warning-text); font-size: var(--crm-text-xs); }
  .how { display: grid; grid-template-columns: repeat(auto-fill, minmax(170px, 1fr)); gap: 12px; padding: 12px; border: 1px solid var(--crm-border-base); border-radius: var(--crm-radius-lg); background: var(--crm-surface-inset); }
  .how .ends { grid-column: 1 / -1; }
  .hint { display: flex; gap: 6px; align-items: center; font-size: var(--crm-text-xs); color: var(--crm-info-text); margin-block-start: -8px; }
`;

const checkStyles = css`
  .verdicts { display: grid; grid-template-columns: repeat(auto-fit, minmax(120px, 1fr)); gap: 8px; }
  .verdict { display: grid; gap: 1px; padding: 10px 14px; border: 1px solid var(--crm-border-base); border-radius: var(--crm-radius-lg); background: none; text-align: start; cursor: pointer; }
  .verdict:hover { background: var(--crm-surface-hover); }
  .verdict[aria-pressed='true'] { border-color: var(--crm-accent-fill); box-shadow: inset 0 0 0 1px var(--crm-accent-fill); }
  .verdict b { font-size: var(--crm-text-xl); line-height: 1.2; font-variant-numeric: tabular-nums; }
  .verdict span { display: flex; align-items: center; gap: 6px; font-size: var(--crm-text-xs); color: var(--crm-text-muted); }
  .verdict[data-v='create'] .i { color: var(--crm-positive-text); }
  .verdict[data-v='update'] .i { color: var(--crm-info-text); }
  .verdict[data-v='skip'] .i { color: var(--crm-warning-text); }
  .policies { gap: 8px 16px; }
  .choice { gap: 8px 0; }
  .choice > .what { margin-inline-end: 16px; line-height: var(--crm-control); }
  .seg > label { position: relative; }
  .seg > label:has(:checked) { background: light-dark(var(--crm-surface-raised), color-mix(in oklab, var(--crm-text-strong) 15%, transparent)); color: var(--crm-text-strong); box-shadow: var(--crm-shadow-sm); }
  .seg > label:has(:focus-visible) { outline: var(--crm-focus-ring); outline-offset: 1px; }
  .labels { gap: 6px; }
  .labels .label { padding-inline-end: 0; block-size: 24px; }
  .labels .input { inline-size: 160px; }
  .nobody > .row { gap: 8px; }
  .nobody .input { inline-size: 240px; }
  .nobody .wrong { color: var(--crm-negative-text); }
  .nobody.much { display: grid; gap: 8px; padding: 12px 14px; border: 1px solid var(--crm-warning-border); border-radius: var(--crm-radius-lg); background: var(--crm-warning-soft); }
  .nobody.much > .what { line-height: inherit; font-weight: var(--crm-weight-bold); }
  .nobody.much .input { background: var(--crm-surface-base); }
  .notes { display: grid; gap: 4px; font-size: var(--crm-text-xs); color: var(--crm-warning-text); }
  .notes li { display: flex; flex-wrap: wrap; align-items: center; gap: 6px; }
  .notes span { color: var(--crm-text-strong); }
  .pre { max-block-size: 432px; font-size: var(--crm-text-sm); background: var(--crm-surface-base); }
  .pre:focus-visible { outline-offset: -2px; }
  .pre .win-space, .pre-head { min-inline-size: 1000px; }
  .prow { display: grid; grid-template-columns: 52px 112px minmax(0, 1.5fr) minmax(0, 1fr) minmax(0, 1fr) 150px minmax(0, 1.6fr); align-items: center; border-block-end: 1px solid var(--crm-border-subtle); }
  .prow > span { padding-inline: var(--crm-cell-pad); min-inline-size: 0; }
  .win-rows .prow:hover { background: var(--crm-surface-hover); }
  .pre-head { position: sticky; inset-block-start: 0; z-index: var(--crm-z-sticky); background: var(--crm-surface-base); }
  .pre-head .prow { min-block-size: 32px; font-size: var(--crm-text-xs); font-weight: var(--crm-weight-medium); color: var(--crm-text-subtle); border-color: var(--crm-border-base); }
  .pre .r { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
  .pre .line { color: var(--crm-text-subtle); font-variant-numeric: tabular-nums; }
  .pre .why { font-size: var(--crm-text-xs); color: var(--crm-text-muted); line-height: 1.35; }
  .pre .two { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; line-clamp: 2; overflow: hidden; }
  .pre ins { text-decoration: none; background: var(--crm-info-soft); color: var(--crm-info-text); border-radius: 3px; padding: 1px 4px; }
  .pre del { color: var(--crm-text-subtle); }
  .wrong-cell { display: inline-block; max-inline-size: 100%; min-block-size: 24px; padding: 0; border: 0; background: none; color: var(--crm-negative-text); cursor: text; border-radius: 2px; vertical-align: middle; }
  .wrong-cell > .cut { display: block; border-block-end: 1.5px solid currentColor; }
  .mend { block-size: 30px !important; padding-inline: 6px; }
  .none { padding: 16px; text-align: center; }
`;

const reportStyles = css`
  .told { gap: 14px; }
  .file-kind { display: grid; place-content: center; flex: none; border-radius: 50%; inline-size: 44px; block-size: 44px; background: var(--crm-positive-soft); color: var(--crm-positive-text); }
  .file-kind[data-undone] { background: var(--crm-surface-active); color: var(--crm-text-muted); }
  .stackbar { display: flex; gap: 2px; block-size: 10px; border-radius: 99px; overflow: hidden; margin-block-end: 8px; background: var(--crm-surface-active); }
  .stackbar i { forced-color-adjust: none; min-inline-size: 3px; }
  .bar--positive { background: var(--crm-positive-fill); }
  .bar--info { background: var(--crm-info-fill); }
  .bar--warning { background: var(--crm-warning-fill); }
  .bar--negative { background: var(--crm-negative-fill); }
  .bar--plain { background: var(--crm-border-strong); }
  .skips { display: grid; }
  .skips li { display: grid; grid-template-columns: minmax(60px, auto) minmax(0, 1fr) auto; gap: 10px; align-items: center; padding: 8px 14px; border-block-end: 1px solid var(--crm-border-subtle); }
  .skips li:last-child { border: 0; }
  .past li { display: flex; flex-wrap: wrap; }
  .past .who { flex: 1 1 12rem; min-inline-size: 0; overflow-wrap: anywhere; }
  .past .who > * { display: block; }
  .told-back { display: flex; gap: 10px; padding: 8px 14px; border-block-end: 1px solid var(--crm-border-subtle); }
`;

const narrow = css`
  @container (inline-size < 660px) {
    .steps li:not(.now) { gap: 0; }
    .steps li:not(.now) .step-name { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    .steps li + li::before { inline-size: 10px; margin-inline: 3px; }
    .wiz-head { flex-wrap: wrap; gap: 8px; padding-inline: 14px 8px; }
    .wiz-head .steps { order: 3; inline-size: 100%; margin: 0; }
    .wiz-head .btn { margin-inline-start: auto; }
    .wiz-body { padding: 14px; }
    .wiz-foot { padding: 10px 14px; flex-wrap: wrap; }
    .wiz-foot > p { inline-size: 100%; }
    .wiz-foot .btn--primary { flex: 1; }
    .verdicts { grid-template-columns: 1fr 1fr; }
    .map thead { display: none; }
    .map tr { display: grid; grid-template-columns: minmax(0, 1fr) auto; padding: 10px 12px; border-block-end: 1px solid var(--crm-border-subtle); }
    .map :is(td, tbody th) { border: 0; padding: 1px 0; block-size: auto; }
    .map tbody th { max-inline-size: none; border: 0; padding: 1px 0; }
    .map .arrow { display: none; }
    .map .vals { grid-column: 1 / -1; grid-row: 2; max-inline-size: none; padding-block-end: 6px; }
    .map .to { grid-column: 1 / -1; inline-size: auto; }
    .map .to > :is(.field, .select) { inline-size: 100%; }
    .map .st { grid-row: 1; grid-column: 2; inline-size: auto; }
    .skips li { grid-template-columns: auto minmax(0, 1fr); }
    .skips li > :last-child { grid-column: 2; }
    .boxed-head { flex-wrap: wrap; }
    .seg { flex-wrap: wrap; }
    .choice > .what { line-height: 20px; }
  }
  /* The check: a card for each row, all of one height, instead of columns that need more than there is. */
  @container (inline-size < 860px) {
    /* Without its head it would be no pixel high while the rows are measured, and stay so. */
    .pre { --_row: 96px; min-block-size: 1px; }
    .pre .win-space, .pre-head { min-inline-size: 0; }
    .pre-head { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
    .win-rows .prow { grid-template: 'what why why line' 34px 'title title title value' minmax(0, 1fr) 'person person org org' minmax(0, 1fr) / auto minmax(0, 1fr) minmax(0, 1fr) auto; gap: 1px 8px; padding: 7px 12px; align-items: center; }
    .win-rows .prow > span { padding: 0; }
    .win-rows .prow > :nth-child(1) { grid-area: line; align-self: start; text-align: end; }
    .win-rows .prow > :nth-child(2) { grid-area: what; align-self: start; }
    .win-rows .prow > :nth-child(3) { grid-area: title; font-weight: var(--crm-weight-medium); }
    .win-rows .prow > :nth-child(4) { grid-area: person; color: var(--crm-text-muted); }
    .win-rows .prow > :nth-child(5) { grid-area: org; color: var(--crm-text-muted); }
    .win-rows .prow > :nth-child(6) { grid-area: value; }
    .win-rows .prow > :nth-child(7) { grid-area: why; align-self: start; }
  }
  @media (forced-colors: active) {
    .verdict[aria-pressed='true'] { outline: 2px solid Highlight; outline-offset: -2px; }
    .seg > label:has(:checked) { background: Highlight; color: HighlightText; forced-color-adjust: none; }
    .drop.is-over { outline: 2px solid Highlight; }
  }
`;

export const importStyles = [
  tokens,
  moreTokens,
  base,
  baseMore,
  banner,
  button,
  buttonMore,
  check,
  checkMore,
  chip,
  chipMore,
  dialog,
  field,
  fieldMore,
  label,
  labelMore,
  forced,
  menu,
  progress,
  rowWindow,
  table,
  toast,
  frame,
  fileStyles,
  columnStyles,
  checkStyles,
  reportStyles,
  narrow,
];
