import { css } from 'lit';
import { gripStyles } from '../../shared/table/grip.styles.js';
import { avatar } from '../../styles/controls/avatar.js';
import { button } from '../../styles/controls/button.js';
import { check } from '../../styles/controls/check.js';
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
  .contact-list { display: grid; grid-template: auto auto auto minmax(0, 1fr) auto / minmax(0, 1fr); block-size: 100%; overflow: clip; }
  .contact-list > .body { grid-row: 4; }
  .contact-list > .foot { grid-row: 5; }
  .list-head { display: flex; align-items: center; gap: 12px; padding: 14px 16px 10px; }
  .list-head .title { font-size: var(--crm-text-lg); min-inline-size: 0; border-radius: var(--crm-radius-sm); }
  .list-head .find { inline-size: 240px; margin-inline-start: auto; }
  .list-head input::-webkit-search-cancel-button { display: none; }
  .seg > [aria-pressed='true'] { background: light-dark(var(--crm-surface-raised), color-mix(in oklab, var(--crm-text-strong) 15%, transparent)); color: var(--crm-text-strong); box-shadow: var(--crm-shadow-sm); }
  .seg > [aria-pressed='true'] .count { color: var(--crm-text-strong); }
  .tools { display: contents; }
  /* As high as the toolbar that it stands in for. */
  .bulk { margin-block: -1px 11px; }
  .body > .empty { align-content: center; overflow: auto; }
  @container (inline-size < 660px) {
    .list-head { flex-wrap: wrap; padding: 12px 14px 8px; }
    .list-head .find { order: 9; inline-size: auto; flex: 1 1 100%; margin: 0; }
    .list-head .title { margin-inline-end: auto; }
    .list-head kbd { display: none; }
    .toolbar { gap: 2px; }
    .tools { display: flex; gap: 2px; }
    .tools > .btn { inline-size: var(--crm-control); padding: 0; }
    .tools > .btn > span, .tools > .rule { display: none; }
    .toolbar .grow { display: none; }
    .toolbar .seg { flex: 1 1 auto; min-inline-size: 0; }
    .seg > button { padding-inline: 8px; flex: 1; justify-content: center; }
    .seg > [aria-pressed='false'] .count { display: none; }
  }
  @container (inline-size < 460px) { .seg > button > .i { display: none; } }
  @container (inline-size < 350px) { .seg > button { padding-inline: 5px; } .seg > button .count { display: none; } }
  @media (forced-colors: active) {
    .seg > [aria-pressed='true'] { background: Highlight; color: HighlightText; forced-color-adjust: none; } .seg > [aria-pressed='true'] .count { color: inherit; background: none; }
    .grip::after { background: CanvasText; }
  }
`;

/** Persons and organizations in the rows. What has a column of its own is not said below the name as well. */
const contacts = css`
  .lrow > .who { grid-template: auto auto / auto minmax(0, 1fr); column-gap: 10px; align-content: center; }
  .who .face { grid-row: span 2; align-self: center; display: grid; }
  .who:has(small:empty) button { grid-row: span 2; align-self: center; }
  .who small:empty { display: none; }
  .lrow:not(.lrow--head) .text { font-size: var(--crm-text-sm); }
  .lrow :is(.org, .mail, .phone) { display: flex; align-items: center; gap: 6px; }
  .lrow .busy { display: flex; gap: 4px; overflow: hidden; }
  .busy .tag { flex: none; }
  .lrow--head .busy { font: inherit; }
  .is-hot .busy { opacity: 1; }
  .head { position: relative; display: flex; align-items: center; block-size: 100%; }
  .lrow--head [aria-disabled='true'] { cursor: default; }
  .lrow--head .busy { overflow: visible; }
  .lrow--head .end-edge { justify-content: flex-end; }
  @container list (900px <= inline-size) {
    .lrow:has(> .below) > .who small { display: none; }
    .lrow:has(> .below) > .who button { grid-row: span 2; align-self: center; }
  }
  @container list (inline-size < 900px) { .lrow :is(.phone, .own) { display: none; } }
  @container list (660px <= inline-size < 900px) { .busy .tag ~ .tag { display: none; } }
  @container list (inline-size < 660px) {
    .lrow > .org, .lrow > .mail { display: flex; min-inline-size: 0; font-size: var(--crm-text-xs); }
    .lrow > .org { grid-area: 2 / 2 / auto / -1; }
    .lrow > .mail { grid-area: 3 / 2; }
    .grid[data-kind='organization'] { --_row: 80px; }
    .lrow > .mail:not(.org:not(:empty) ~ *) { grid-area: 2 / 2; }
    .lrow > .busy { display: flex; grid-area: 3 / 3; }
    [data-kind='organization'] .lrow > .busy { grid-area: 2 / 3; }
    .busy .tag ~ .tag { display: none; }
  }
`;

export const contactListStyles = [
  button,
  check,
  field,
  label,
  avatar,
  rowWindow,
  ...overlay,
  skeleton,
  rows,
  rowsMore,
  gripStyles,
  frame,
  contacts,
];
