import { css } from 'lit';
import { drag } from '../../../styles/controls/drag.js';
import { table } from '../../../styles/controls/table.js';

const own = css`
  .products { container-type: inline-size; } .products:focus-visible { outline: var(--crm-focus-ring); outline-offset: 4px; border-radius: var(--crm-radius-lg); }
  .work > .products > .prod-head { flex-wrap: wrap; gap: 6px 8px; } .prod-head .muted { font-size: var(--crm-text-xs); }
  .sheet-card { background: var(--crm-surface-raised); border: 1px solid var(--crm-border-base); border-radius: var(--crm-radius-lg); overflow: auto hidden; }
  .sheet-card > .none { padding: 14px; }
  .prod { --crm-cell-pad: 10px; }
  .prod th { inline-size: 88px; } .prod th:first-child { inline-size: auto; min-inline-size: 140px; } .prod th[data-head='quantity'] { inline-size: 72px; } .prod th[data-head='tax'] { inline-size: 60px; } .prod th[data-head='amount'] { inline-size: 104px; } .prod th.acts { inline-size: 44px; }
  .prod :is(td, th):first-child { padding-inline-start: 14px; } .prod td { vertical-align: top; }
  .prod .sub { display: block; font-size: var(--crm-text-xs); color: var(--crm-text-subtle); overflow-wrap: anywhere; padding-inline: 8px; margin-inline: -8px 0; }
  .prod .comment { display: flex; gap: 4px; align-items: start; } .prod .comment .i { flex: none; margin-block-start: 1px; }
  .prod .off :is(.cell, .amount) { color: var(--crm-text-subtle); } .prod .off :is(.nm, b) { text-decoration: line-through; }
  .prod [data-over='before'] td { box-shadow: inset 0 2px var(--crm-accent-fill); } .prod [data-over='after'] td { box-shadow: inset 0 -2px var(--crm-accent-fill); }
  .prod[data-sorts] tbody td { cursor: grab; } .prod [data-gone]:not(.drag-ghost) > * { opacity: 0.35; }
  .prod tr.drag-ghost { display: flex !important; align-items: center; gap: 12px; padding: 0 14px; background: var(--crm-surface-overlay); border: 1px solid var(--crm-accent-fill); border-radius: var(--crm-radius-md); font-size: var(--crm-text-sm); }
  .prod .drag-ghost > td { display: none; border: 0; padding: 0 !important; block-size: auto; } .prod .drag-ghost > :is(.nm-cell, .amount) { display: block; } .prod .drag-ghost > .nm-cell { flex: 1; min-inline-size: 0; overflow: hidden; } .prod .drag-ghost > .nm-cell .cell { margin: 0; border-color: transparent; background: none; padding: 0; display: block; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; } .prod .drag-ghost .sub { display: none; }
  .prod .cell { all: unset; box-sizing: border-box; display: inline-block; padding: 3px 7px; margin: -4px -8px; border: 1px solid transparent; border-radius: var(--crm-radius-sm); min-inline-size: 40px; max-inline-size: 100%; min-block-size: 26px; cursor: text; overflow-wrap: anywhere; }
  .prod .nm-cell .cell { margin-inline: -8px 0; } .prod .nm-cell > .cell + .sub { margin-block-start: 3px; }
  .prod .cell[aria-disabled] { cursor: default; }
  .prod tr:hover .cell:not([aria-disabled]) { border-color: var(--crm-border-strong); background: var(--crm-surface-base); }
  .prod .cell:focus-visible { outline: var(--crm-focus-ring); outline-offset: -1px; background: var(--crm-surface-base); }
  .prod .amount { padding-block-start: 8px; } .prod .acts { inline-size: 32px; padding-inline: 4px 8px; } .prod td.acts { padding-block: 4px; }
  .prod .field { position: relative; display: grid; gap: 4px; margin: -4px -8px; } .prod .field .input { inline-size: 100%; block-size: 28px; padding-inline: 6px; } .prod .r .field .input { text-align: end; } .prod .field-error { position: absolute; z-index: 1; inset-block-start: calc(100% + 2px); inset-inline-end: 0; inline-size: max-content; max-inline-size: 260px; white-space: normal; text-align: start; padding: 6px 8px; background: var(--crm-surface-overlay); border: 1px solid var(--crm-border-base); border-radius: var(--crm-radius-sm); box-shadow: var(--crm-shadow-md); } .prod .nm-cell .field-error { inset-inline: 0 auto; }
  .prod .r .cell { white-space: nowrap; max-inline-size: none; }
  .sum { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 6px 24px; inline-size: min(100%, 340px); margin-inline-start: auto; padding: 14px; font-size: var(--crm-text-sm); }
  .sum dt { color: var(--crm-text-muted); overflow-wrap: anywhere; } .sum dd { margin: 0; text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
  .sum .big { font-weight: var(--crm-weight-bold); color: var(--crm-text-strong); font-size: var(--crm-text-lg); border-block-start: 1px solid var(--crm-border-base); padding-block-start: 8px; }
  .sum .all { font-weight: var(--crm-weight-bold); color: var(--crm-text-strong); }
  .products .link { all: unset; cursor: pointer; color: var(--crm-accent-text); border-radius: 2px; } .products .link:hover { text-decoration: underline; } .products .link:focus-visible { outline: var(--crm-focus-ring); outline-offset: 2px; }
  .sum .link > bdi { overflow: visible; white-space: normal; }
  .revenue { border-block-start: 1px solid var(--crm-border-base); padding: 10px 14px 14px; font-size: var(--crm-text-sm); }
  .revenue h4 { font-size: var(--crm-text-xs); font-weight: var(--crm-weight-medium); color: var(--crm-text-subtle); margin: 0 0 6px; }
  .revenue dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(140px, 1fr)); gap: 8px 16px; margin: 0; } .revenue dt { color: var(--crm-text-muted); font-size: var(--crm-text-xs); } .revenue dd { margin: 0; font-variant-numeric: tabular-nums; color: var(--crm-text-strong); }
  .add-line { display: flex; flex-wrap: wrap; align-items: start; gap: 10px; padding: 12px 14px; border-block-end: 1px solid var(--crm-border-subtle); } .add-line > .field:first-child { flex: 1 1 180px; } .add-line > .field { flex: 0 1 140px; } .add-line > :not(.field) { margin-block-start: 22px; }
  .stack { display: grid; gap: 12px; } .stack > * { min-inline-size: 0; } .pair { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 12px; }
  .stack fieldset { display: grid; gap: 8px; border: 0; margin: 0; padding: 0; min-inline-size: 0; } .stack legend { font-size: var(--crm-text-sm); font-weight: var(--crm-weight-medium); padding: 0; margin-block-end: 6px; }
  .stack .discount-row { grid-template-columns: minmax(0, 9rem) minmax(0, 6rem) minmax(0, 1fr) auto; align-items: start; } .discount-row > .btn, .price-row > .btn, .variation > .row > .btn { margin-block-start: 22px; }
  .price-row { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) minmax(0, 6rem) auto; gap: 8px; align-items: start; }
  .variation { display: grid; gap: 8px; padding: 10px; border: 1px solid var(--crm-border-subtle); border-radius: var(--crm-radius-md); } .variation > .row { align-items: start; }
  .catalogue-list { list-style: none; margin: 0; padding: 0; } .catalogue-list > li { display: flex; align-items: center; gap: 4px; border-block-end: 1px solid var(--crm-border-subtle); }
  .catalogue-row { all: unset; flex: 1; min-inline-size: 0; display: flex; gap: 12px; align-items: baseline; padding: 8px 4px; cursor: pointer; font-size: var(--crm-text-sm); border-radius: var(--crm-radius-sm); } .catalogue-row:hover { background: var(--crm-surface-hover); } .catalogue-row:focus-visible { outline: var(--crm-focus-ring); outline-offset: -2px; }
  .catalogue-row .nm { color: var(--crm-text-strong); } .catalogue-row .sub { display: block; font-size: var(--crm-text-xs); color: var(--crm-text-subtle); } .catalogue-row .grow { overflow-wrap: anywhere; }
  @container (inline-size < 600px) {
    .prod thead { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
    .prod, .prod tbody { display: block; }
    .prod tbody tr { display: flex; flex-wrap: wrap; align-items: start; gap: 4px 8px; padding: 8px 6px 8px 14px; border-block-end: 1px solid var(--crm-border-subtle); }
    .prod tbody tr::before { content: ''; order: 1; flex: 0 0 100%; margin-block-start: -4px; }
    .prod td { display: block; padding: 0 !important; border: 0; block-size: auto; }
    .prod .nm-cell { flex: 1 1 0; min-inline-size: 0; } .prod .amount { padding-block-start: 4px !important; } .prod td.acts { inline-size: 44px; }
    .prod td[data-column]:not(.nm-cell) { order: 2; flex: 1 0 20%; min-inline-size: max-content; } .prod td[data-column]:has(.field) { min-inline-size: 5rem; }
    .prod td.r:not(.amount, .acts) { text-align: start; } .prod td[data-column]:not(.nm-cell)::before { content: attr(data-label); display: block; font-size: var(--crm-text-2xs); color: var(--crm-text-subtle); }
    .prod .cell, .prod .nm-cell .cell { margin: 0 -8px; } .prod .field { margin: 0; } .prod .field .input { min-inline-size: 0; }
    .prod [data-over] td { box-shadow: none !important; } .prod [data-over='before'] { box-shadow: inset 0 2px var(--crm-accent-fill); } .prod [data-over='after'] { box-shadow: inset 0 -2px var(--crm-accent-fill); }
    .prod-head .muted { display: none; }
    .sum { inline-size: auto; } .add-line > .btn { margin-block-start: 0; }
  }
  @container (inline-size < 440px) { .products > .prod-head h3 { flex-basis: 100%; } }
  @container (inline-size < 480px) {
    .stack .discount-row { grid-template-columns: repeat(2, minmax(0, 1fr)); } .price-row { grid-template-columns: repeat(2, minmax(0, 1fr)); } .pair { grid-template-columns: minmax(0, 1fr); }
  }
  @media (pointer: coarse) { .prod .cell { min-block-size: 44px; display: inline-flex; align-items: center; } }
  @media (forced-colors: active) {
    .prod .cell:not(:hover) { border-color: Canvas; }
    .prod [data-over='before'] td { border-block-start: 2px solid Highlight; } .prod [data-over='after'] td { border-block-end: 2px solid Highlight; } }
`;

export const productsStyles = [table, drag, own];
