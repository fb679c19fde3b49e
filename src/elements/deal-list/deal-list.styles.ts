import { css } from 'lit';
import { filterChipStyles } from '../../shared/filter/filter.styles.js';
import { gripStyles } from '../../shared/table/grip.styles.js';
import { activity } from '../../styles/controls/activity.js';
import { avatar } from '../../styles/controls/avatar.js';
import { button } from '../../styles/controls/button.js';
import { check } from '../../styles/controls/check.js';
import { chip } from '../../styles/controls/chip.js';
import { field } from '../../styles/controls/field.js';
import { label } from '../../styles/controls/label.js';
import { rowWindow } from '../../styles/controls/row-window.js';
import { rows } from '../../styles/controls/rows.js';
import { rowsMore } from '../../styles/controls/rows-more.js';
import { skeleton } from '../../styles/controls/skeleton.js';
import { overlay } from '../../styles/overlay.js';

/** Head, toolbar or bulk bar, list, foot. */
const frame = css`
  :host { block-size: 44rem; min-block-size: 20rem; min-inline-size: 0; }
  .deal-list { display: grid; grid-template-columns: minmax(0, 1fr); grid-template-rows: auto auto auto auto minmax(0, 1fr) auto; block-size: 100%; overflow: clip; }
  .deal-list > .fchips { grid-row: 4; padding: 0 16px 10px; }
  .deal-list > .body { grid-row: 5; }
  .deal-list > .foot { grid-row: 6; }
  .list-head { display: flex; align-items: center; gap: 12px; padding: 14px 16px 10px; }
  .list-head .title { font-size: var(--crm-text-lg); display: flex; align-items: center; gap: 4px; min-inline-size: 0; border-radius: var(--crm-radius-sm); }
  .list-head .find { inline-size: 240px; margin-inline-start: auto; }
  .list-head input::-webkit-search-cancel-button { display: none; }
  .which { position: relative; display: inline-flex; align-items: center; min-inline-size: 0; margin-inline-start: -8px; border-radius: var(--crm-radius-md); }
  .which:hover { background: var(--crm-surface-active); }
  .which select { appearance: none; min-inline-size: 0; block-size: var(--crm-control); padding-inline: 8px 30px; border: 0; border-radius: inherit; background: none; font-weight: var(--crm-weight-bold); text-overflow: ellipsis; cursor: pointer; }
  .which option { font-size: var(--crm-text-sm); font-weight: var(--crm-weight-regular); background: var(--crm-surface-overlay); color: var(--crm-text-strong); }
  .which .i { position: absolute; inset-inline-end: 8px; pointer-events: none; }
  .seg > [aria-pressed='true'] { background: light-dark(var(--crm-surface-raised), color-mix(in oklab, var(--crm-text-strong) 15%, transparent)); color: var(--crm-text-strong); box-shadow: var(--crm-shadow-sm); }
  .seg > [aria-pressed='true'] .count { color: var(--crm-text-strong); }
  .tools { display: contents; }
  :host([embedded]) .toolbar { padding-block-start: 10px; }
  :host([embedded]) .bulk { margin-block-start: 7px; }
  .body > .empty { align-content: center; overflow: auto; }
  .foot .sums { display: inline-flex; flex-wrap: wrap; align-items: center; gap: 2px 10px; }
  .foot .sums .comes { display: none; }
  .foot .sums .name { max-inline-size: 16em; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  @container (inline-size < 660px) {
    .list-head { flex-wrap: wrap; padding: 12px 14px 8px; }
    .list-head .find { order: 9; inline-size: auto; flex: 1 1 100%; margin: 0; }
    .list-head kbd { display: none; }
    .toolbar { flex-wrap: wrap; justify-content: flex-end; gap: 2px; }
    .tools { display: flex; gap: 2px; }
    .tools > .btn { inline-size: var(--crm-control); padding: 0; }
    .tools > .btn > span, .tools > .rule { display: none; }
    .toolbar .grow { display: none; }
    .toolbar .seg { flex: 1 1 auto; }
    .seg > button { padding-inline: 8px; flex: 1; justify-content: center; }
    .seg > [aria-pressed='false'] .count { display: none; }
    .foot .sums .leaves { display: none; }
    .foot .sums .comes { display: inline-flex; padding: 0; }
  }
`;

/** Deals in the rows: stage, silence, what they are worth times their chance; the edges of columns. */
const deals = css`
  .stage { display: flex; align-items: center; gap: 8px; }
  .stagebar { display: inline-flex; gap: 2px; flex: none; }
  .stagebar i { inline-size: clamp(4px, 0.75em, 12px); block-size: 6px; border-radius: 2px; background: var(--crm-border-base); }
  .stagebar i.on { background: var(--crm-text-subtle); }
  [data-status='lost'] .stagebar i.on { background: var(--crm-border-control); }
  .lrow .text { font-size: var(--crm-text-sm); }
  .weighted { color: var(--crm-text-subtle); }
  .lead small { display: flex; gap: 8px; min-inline-size: 0; }
  .lead .quiet { flex: none; max-inline-size: 70%; }
  [data-rot='1'] .lead .quiet { color: var(--crm-warning-text); }
  [data-rot='2'] .lead .quiet { color: var(--crm-negative-text); }
  .lrow[data-rot] { --_rot: light-dark(oklch(0.56 0.21 25), oklch(0.68 0.18 24)); }
  .lrow[data-rot]::before { content: ''; position: absolute; inset-block: 0; inset-inline-start: 0; inline-size: 3px; background: var(--_rot); }
  .lrow[data-rot='1']::before { background: repeating-linear-gradient(var(--_rot) 0 4px, transparent 4px 7px); }
  .is-hot :is(.value, .own, .age, .weighted) { opacity: 0; }
  .foot .i { color: var(--crm-text-subtle); }
  .head { position: relative; display: flex; align-items: center; block-size: 100%; }
  .lrow--head .end-edge { justify-content: flex-end; }
  .lrow--head [aria-disabled='true'] { cursor: default; }
  @container list (inline-size < 660px) {
    .lrow:not(:has(> .age)) > .lead { padding-inline-end: 0; }
    .lrow > .stage { display: flex; grid-area: 3 / 3; justify-self: end; max-inline-size: 46cqi; font-size: var(--crm-text-xs); color: var(--crm-text-muted); }
    .lrow > .stage .stagebar { display: none; }
    .lrow > .reason { display: block; grid-area: 3 / 2 / auto / -1; }
    .lrow:has(> .reason) > :is(.labels, .stage) { display: none; }
    .is-hot :is(.value, .own, .age, .weighted) { opacity: 1; }
  }
  @media (forced-colors: active) {
    .seg > [aria-pressed='true'] { background: Highlight; color: HighlightText; forced-color-adjust: none; } .seg > [aria-pressed='true'] .count { color: inherit; background: none; }
    .stagebar i { border: 1px solid CanvasText; background: Canvas; forced-color-adjust: none; } .stagebar i.on { background: CanvasText; forced-color-adjust: none; }
    .lrow[data-rot]::before { background: CanvasText; forced-color-adjust: none; } .lrow[data-rot='1']::before { background: repeating-linear-gradient(CanvasText 0 4px, transparent 4px 7px); }
    .grip::after { background: CanvasText; }
  }
`;

export const dealListStyles = [
  button,
  chip,
  check,
  field,
  label,
  activity,
  avatar,
  rowWindow,
  ...overlay,
  skeleton,
  rows,
  rowsMore,
  filterChipStyles,
  gripStyles,
  frame,
  deals,
];
