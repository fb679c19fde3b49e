import { css } from 'lit';
import { detailStyles } from '../../shared/detail/detail.styles.js';
import { drag } from '../../styles/controls/drag.js';
import { keysStyles } from '../../shared/keys-table.js';
import { rowWindow } from '../../styles/controls/row-window.js';

/** Head, toolbar or bulk bar, the form of a new one, the list, the days below it. */
const frame = css`
  :host { block-size: 44rem; min-block-size: 20rem; min-inline-size: 0; }
  .agenda { display: grid; grid-template: auto auto auto auto minmax(0, 1fr) / minmax(0, 1fr); block-size: 100%; overflow: clip; position: relative; background: var(--crm-surface-base); }
  .agenda > .banners { grid-row: 1; } .agenda > .agenda-head { grid-row: 2; } .agenda > :is(.agenda-bar, .bulk) { grid-row: 3; } .agenda > .plans { grid-row: 4; min-block-size: 0; } .agenda > .agenda-body { grid-row: 5; }
  .agenda-head { display: flex; align-items: center; gap: 12px; padding: 14px 16px 10px; }
  .agenda-head h2 { font-size: var(--crm-text-lg); flex: none; max-inline-size: 40%; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; border-radius: var(--crm-radius-sm); }
  .agenda-head .input { inline-size: 300px; margin-inline-start: auto; }
  .agenda-head input::-webkit-search-cancel-button { display: none; }
  .agenda-bar { display: flex; align-items: center; gap: 8px; padding: 0 16px 12px; min-inline-size: 0; }
  .agenda-bar > .btn { min-inline-size: 0; flex: 0 1 auto; }
  .agenda-bar .seg > * { block-size: calc(var(--crm-control-sm) - 4px); font-size: var(--crm-text-xs); }
  .seg > [aria-pressed='true'] { background: light-dark(var(--crm-surface-raised), color-mix(in oklab, var(--crm-text-strong) 15%, transparent)); color: var(--crm-text-strong); box-shadow: var(--crm-shadow-sm); }
  .bulk { display: flex; align-items: center; gap: 6px; min-inline-size: 0; padding-block: 3px; padding-inline: 8px 6px; margin: -3px 8px 9px; border-radius: var(--crm-radius-lg); background: var(--crm-accent-soft); }
  .bulk b { font-weight: var(--crm-weight-bold); padding-inline: 4px 8px; white-space: nowrap; color: var(--crm-accent-text); }
  .bulk .btn:not(.btn--primary, .btn--quiet, [aria-disabled='true']) { background: var(--crm-surface-raised); }
  .bulk .progress { flex: 0 1 160px; min-inline-size: 32px; }
  .agenda-body { display: grid; grid-template: minmax(0, 1fr) / minmax(0, 1fr); border-block-start: 1px solid var(--crm-border-base); position: relative; min-block-size: 0; }
  .agenda-body > .empty { align-content: center; overflow: auto; }
  .agenda-loading { overflow: hidden; }
  .plan { border-block-start: 1px solid var(--crm-border-base); background: var(--crm-surface-sunken); padding: 12px 16px; max-block-size: 60vb; overflow: auto; }
  .plan h3 { margin-block-end: 8px; }
  .kept { display: flex; gap: 6px; align-items: baseline; padding: 6px 10px; margin-block-end: 8px; border: 1px solid var(--crm-info-border); border-radius: var(--crm-radius-md); background: var(--crm-info-soft); color: var(--crm-info-text); font-size: var(--crm-text-sm); }
  .plan--kept footer { flex-wrap: wrap; }
  .plan .act-form, .aedit .act-form { padding-inline: 0; }
  .plan footer, .aedit footer { display: flex; align-items: center; gap: 6px; padding-block: 8px 0; }
  ${keysStyles}
  @container (inline-size < 660px) {
    .agenda-head { flex-wrap: wrap; padding: 12px 14px 8px; gap: 8px; }
    .agenda-head .input { order: 9; flex: 1 1 100%; margin: 0; }
    .agenda-head h2 { max-inline-size: none; flex: 1; }
    .agenda-head kbd { display: none; }
    .agenda-bar { padding: 0 14px 10px; gap: 6px; }
    .agenda-bar [data-keys] { display: none; }
    .agenda-bar .seg > * { padding-inline: 8px; }
  }
  @container (inline-size < 480px) {
    .agenda-bar { flex-wrap: wrap; } .agenda-bar > .btn:not(.btn--icon) { flex: 1 1 auto; } .agenda-bar > .btn > .cut { flex: 1; text-align: start; }
    .agenda-bar > .grow { display: none; } .agenda-bar > .seg { flex: 1 1 60%; } .agenda-bar > .seg > * { flex: 1; justify-content: center; }
  }
`;

const rows = css`
  .list { background: var(--crm-surface-base); container: list / inline-size; scrollbar-width: thin; scrollbar-color: var(--crm-border-strong) transparent; }
  .ahead { display: grid; align-items: end; block-size: 40px; border-block-end: 1px solid var(--crm-border-base); background: var(--crm-surface-base); cursor: pointer; }
  .ahead-cell { display: flex; align-items: center; gap: 8px; block-size: 32px; padding-inline: 14px 16px; min-inline-size: 0; }
  .ahead b { font-weight: var(--crm-weight-bold); overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .ahead .day { font-size: var(--crm-text-xs); }
  .ahead > .ahead-cell > .i { color: var(--crm-text-subtle); inline-size: 18px; }
  .turn { display: grid; color: var(--crm-text-subtle); }
  .ahead[aria-expanded='false'] .turn { rotate: -90deg; }
  .ahead[aria-expanded='false']:dir(rtl) .turn { rotate: 90deg; }
  .ahead:hover { background: linear-gradient(var(--crm-surface-hover) 0 0) var(--crm-surface-base); }
  .ahead[data-over] { background: var(--crm-accent-soft); box-shadow: inset 0 -2px 0 var(--crm-accent-fill); }
  .arow { display: grid; grid-template-columns: 44px 104px minmax(0, 1fr) auto 28px 32px; align-items: center; gap: 0 12px; block-size: var(--crm-row-height-2); padding-inline-end: 12px; border-block-end: 1px solid var(--crm-border-subtle); background: var(--crm-surface-base); cursor: pointer; }
  .arow > * { min-inline-size: 0; }
  .arow:not(.is-skeleton):hover { background: linear-gradient(var(--crm-surface-hover) 0 0) var(--crm-surface-base); }
  .arow[aria-selected='true'], .arow[aria-selected='true']:hover { background: var(--crm-surface-selected); }
  .arow.is-pending { border-block-end-style: dashed; }
  .arow[data-gone]:not(.drag-ghost) { background: var(--crm-surface-sunken); }
  .arow[data-gone]:not(.drag-ghost) > * { opacity: 0; }
  :is(.arow, .ahead, .proposal, .aedit):focus-visible { outline-offset: -2px; z-index: 1; }
  .pick { display: grid; place-content: center; padding-inline-start: 10px; cursor: default; }
  .check--done { border-radius: 50%; }
  .kind { display: flex; align-items: center; gap: 6px; color: var(--crm-text-muted); font-size: var(--crm-text-xs); }
  .what { display: grid; gap: 1px; }
  .subject { all: unset; box-sizing: border-box; display: block; max-inline-size: 100%; justify-self: start; color: var(--crm-text-strong); font-weight: var(--crm-weight-medium); line-height: 1.35; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; cursor: pointer; border-radius: 2px; }
  .subject:hover { text-decoration: underline; text-underline-offset: 2px; }
  .subject:focus-visible { outline: var(--crm-focus-ring); outline-offset: 1px; }
  .what small { font-size: var(--crm-text-xs); color: var(--crm-text-subtle); line-height: 1.35; min-block-size: 1.35em; }
  .subject, .what small { text-align: -webkit-match-parent; text-align: match-parent; }
  .of-kind { color: var(--crm-text-subtle); } .of-kind::after { content: ' ·'; }
  .of-title { color: var(--crm-text-muted); }
  .due { font-size: var(--crm-text-xs); color: var(--crm-text-muted); text-align: end; white-space: nowrap; }
  .due small { font-size: inherit; color: var(--crm-text-subtle); }
  .late-by { color: var(--crm-negative-text); font-weight: var(--crm-weight-medium); }
  .is-done .subject { color: var(--crm-text-muted); text-decoration: line-through; }
  .is-skeleton { cursor: default; } .is-skeleton .skel { inline-size: 60%; } .is-skeleton .what { gap: 8px; } .is-skeleton .skel--small { inline-size: 38%; block-size: 8px; } .is-skeleton .skel--check { inline-size: 16px; block-size: 16px; border-radius: 50%; } .is-skeleton .due .skel { inline-size: 56px; }
  .of .skel--small { inline-size: 38%; block-size: 8px; }
  .aedit { border-block-end: 1px solid var(--crm-border-base); background: var(--crm-surface-sunken); }
  .aedit form { display: block; padding: 0 16px 10px; }
  @container list (inline-size < 660px) {
    .arow { grid-template: auto auto / 44px auto minmax(0, 1fr) auto 32px; align-content: center; gap: 1px 8px; block-size: 60px; padding-inline-end: 8px; }
    .pick { grid-area: 1 / 1 / span 2; } .kind { grid-area: 1 / 2; } .what { display: contents; }
    .subject { grid-area: 1 / 3; } .what small { grid-area: 2 / 2 / auto / span 3; } .due { grid-area: 1 / 4; } .acts { grid-area: 1 / 5 / span 2; align-self: center; }
    .kind .cut, .own { display: none; } .is-unplanned .kind { display: none; } .is-unplanned .subject { grid-column: 2 / span 2; } .is-unplanned .due { grid-row: 1 / span 2; align-self: center; } .is-unplanned .what small { grid-column: 2 / span 2; }
    .is-skeleton .what { display: grid; grid-area: 1 / 2 / span 2 / span 2; }
  }
  @media (pointer: coarse) { .check::before { inset: -14px; } .ahead { block-size: 48px; } .ahead-cell { block-size: 44px; } .arow { block-size: 60px; } }
  @media (forced-colors: active) {
    .seg > [aria-pressed='true'], .dayzone[data-over], .ahead[data-over] { background: Highlight; color: HighlightText; forced-color-adjust: none; }
    .arow[aria-selected='true'] { outline: 1px solid Highlight; outline-offset: -1px; }
    :is(.arow, .ahead, .proposal, .aedit):focus-visible { outline: 2px solid Highlight; outline-offset: -2px; }
    .bulk { border: 1px solid CanvasText; }
  }
`;

/** What one can drop on while something is held. */
const held = css`
  .days { position: absolute; inset-block-end: 0; inset-inline: 0; z-index: var(--crm-z-dock); display: grid; grid-auto-flow: column; grid-auto-columns: minmax(84px, 1fr); gap: 6px; padding: 10px; overflow-x: auto; background: var(--crm-surface-overlay); border-block-start: 1px solid var(--crm-border-base); box-shadow: 0 -10px 30px -12px oklch(from var(--crm-shadow-ink) l c h / 0.3); }
  .dayzone { display: grid; place-content: center; justify-items: center; min-block-size: 56px; padding: 4px; text-align: center; border: 1.5px dashed var(--crm-border-control); border-radius: var(--crm-radius-lg); color: var(--crm-text-muted); line-height: 1.25; }
  .dayzone b { font-weight: var(--crm-weight-bold); } .dayzone small { font-size: var(--crm-text-xs); }
  .dayzone[data-over] { border-style: solid; border-color: transparent; background: var(--crm-accent-fill); color: var(--crm-accent-on); }
  .arow.drag-ghost { inset: 0 auto auto 0; border: 1px solid var(--crm-accent-fill); border-radius: var(--crm-radius-md); background: var(--crm-surface-raised); padding: 0; padding-inline-end: 12px; grid-template: auto / 44px minmax(0, 1fr); }
  .arow.drag-ghost > :is(.kind, .due, .own, .acts) { display: none; } .arow.drag-ghost > .what { display: grid; } .arow.drag-ghost :is(.subject, small) { grid-area: auto; }
  .drag-count { position: absolute; inset-block-start: 4px; inset-inline-end: 4px; min-inline-size: 22px; padding: 2px 6px; border-radius: var(--crm-radius-full); background: var(--crm-accent-fill); color: var(--crm-accent-on); font-size: var(--crm-text-xs); font-weight: var(--crm-weight-bold); text-align: center; }
  @container (inline-size < 660px) { .days { grid-auto-flow: row; grid-template-columns: repeat(4, minmax(0, 1fr)); grid-auto-columns: auto; } .dayzone { min-block-size: 48px; } }
`;

export const activityListStyles = [...detailStyles, rowWindow, drag, frame, rows, held];
