import { css } from 'lit';
import { accentTokens } from '../../styles/accent-tokens.js';
import { base } from '../../styles/base.js';
import { activity } from '../../styles/controls/activity.js';
import { avatar } from '../../styles/controls/avatar.js';
import { button } from '../../styles/controls/button.js';
import { chip } from '../../styles/controls/chip.js';
import { chipOn } from '../../styles/controls/chip-on.js';
import { field } from '../../styles/controls/field.js';
import { label } from '../../styles/controls/label.js';
import { rowWindow } from '../../styles/controls/row-window.js';
import { skeleton } from '../../styles/controls/skeleton.js';
import { latePlace } from '../../styles/late-place.js';
import { tokens } from '../../styles/tokens.js';
import { card } from './card.styles.js';

/** Head and strip: which pipeline, what is in it, what may be done. */
const frame = css`
  :host { display: block; block-size: 44rem; min-block-size: 20rem; min-inline-size: 0; }
  .pipe { display: grid; grid-template-columns: minmax(0, 1fr); grid-template-rows: auto auto auto minmax(0, 1fr); block-size: 100%; overflow: clip; background: var(--crm-surface-base); }
  .pipe > .banners { grid-row: 1; } .pipe > .pipe-head { grid-row: 2; } .pipe > .steps { grid-row: 3; } .pipe > .board-wrap { grid-row: 4; }
  .banners { display: grid; }
  .pipe-head { display: grid; grid-template-columns: auto minmax(0, 1fr) auto; align-items: center; gap: 10px 16px; padding: 12px 16px; border-block-end: 1px solid var(--crm-border-base); min-inline-size: 0; }
  .pipe-name { display: flex; align-items: center; min-inline-size: 0; max-inline-size: 280px; min-block-size: var(--crm-control); font-size: var(--crm-text-lg); border-radius: var(--crm-radius-md); }
  .pick { position: relative; display: inline-flex; align-items: center; min-inline-size: 0; margin-inline-start: -8px; border-radius: var(--crm-radius-md); }
  .pick select { appearance: none; min-inline-size: 0; block-size: var(--crm-control); padding-inline: 8px 30px; border: 0; border-radius: inherit; background: none; font-weight: var(--crm-weight-bold); text-overflow: ellipsis; cursor: pointer; }
  .pick .i { position: absolute; inset-inline-end: 8px; pointer-events: none; }
  .totals { display: flex; align-items: baseline; gap: 4px 16px; flex-wrap: wrap; font-size: var(--crm-text-sm); color: var(--crm-text-muted); min-inline-size: 0; }
  .totals b { color: var(--crm-text-strong); font-weight: var(--crm-weight-bold); font-variant-numeric: tabular-nums; }
  .sum { white-space: nowrap; }
  .pipe:not([data-sums]) .sum:nth-of-type(n + 4), .pipe[data-sums] .rest { display: none; }
  .tools { display: flex; align-items: center; justify-content: flex-end; gap: 8px; min-inline-size: 0; }
  .tools .find { inline-size: 190px; flex: 0 1 190px; min-inline-size: 90px; }
  .find input::-webkit-search-cancel-button { display: none; }
  .tools .wide .cut { max-inline-size: 160px; padding-block: 2px; }
  .seg > [aria-checked='true'] { background: light-dark(var(--crm-surface-raised), color-mix(in oklab, var(--crm-text-strong) 15%, transparent)); color: var(--crm-text-strong); box-shadow: var(--crm-shadow-sm); }
  .btn.is-on { background: var(--crm-accent-soft); border-color: var(--crm-accent-border); color: var(--crm-accent-text); } .btn.is-on .i { color: inherit; }
  .steps { display: none; gap: 4px; padding: 8px 14px; overflow-x: auto; scrollbar-width: none; border-block-end: 1px solid var(--crm-border-base); background: var(--crm-surface-base); }
  .steps :is(.chip, .chip--on) { padding-inline: 10px; }
  .skel--count { inline-size: 12px; block-size: 8px; } .skel--sum { inline-size: 88px; block-size: 8px; margin-block: 5px; }
  @container (inline-size < 1500px) { .seg > * > span { display: none; } }
  @container (inline-size < 1180px) {
    .pipe-head { grid-template-columns: minmax(0, 1fr) auto; }
    .pipe-head .totals { grid-column: 1 / -1; grid-row: 2; }
  }
  @container (inline-size < 860px) {
    .tools .sort { inline-size: var(--crm-control); padding: 0; } .tools .sort > span { display: none; }
  }
  @container (inline-size < 660px) {
    .pipe-head { grid-template-columns: minmax(0, 1fr) auto auto auto auto; gap: 10px 6px; padding: 10px 14px; }
    .tools { display: contents; }
    .pipe-name, .pipe-head .totals { grid-column: 1 / 3; max-inline-size: none; }
    .tools > .btn--primary { grid-row: 1; grid-column: 3 / -1; justify-self: end; } .tools > .seg { grid-row: 2; grid-column: 3 / -1; place-self: start end; }
    .tools .find { grid-row: 3; grid-column: 1; inline-size: auto; }
    .tools .wide { grid-row: 3; grid-column: 2; padding-inline: 8px; } .tools .wide .cut { max-inline-size: 60px; }
    .tools :is(.sort, [data-more]) { grid-row: 3; grid-column: 4; border-color: var(--crm-border-strong); } .tools [data-more] { grid-column: 5; justify-self: end; } .tools .filt { grid-column: 3; }
    .find kbd { display: none; }
    .steps { display: flex; }
  }
  @container (350px <= inline-size < 430px) { .tools .wide:not(.is-on) > .cut, .is-on.wide > .i { display: none; } }
  @container (inline-size < 350px) { .tools .wide > .cut { display: none; } .tools .find { min-inline-size: 0; } }
  @media (forced-colors: active) { .btn.is-on { border-width: 2px; } }
`;

/** The stages: heads aligned by subgrid however many currencies stand in one of them; each scrolls by itself. */
const board = css`
  .board-wrap { position: relative; display: grid; grid-template: minmax(0, 1fr) / minmax(0, 1fr); min-block-size: 0; background: var(--crm-surface-sunken); }
  .board { display: grid; grid-auto-flow: column; grid-template-rows: auto minmax(0, 1fr); grid-auto-columns: minmax(208px, 1fr); overflow: auto hidden; scroll-snap-type: inline proximity; overscroll-behavior-inline: contain; min-block-size: 0; scrollbar-width: thin; scrollbar-color: var(--crm-border-strong) transparent; }
  .stage { display: grid; grid-row: span 2; grid-template-rows: subgrid; grid-template-columns: minmax(0, 1fr); border-inline-end: 1px solid var(--crm-border-base); scroll-snap-align: start; min-inline-size: 0; min-block-size: 0; }
  .stage:last-child { border: 0; }
  .stage-head { padding: 10px 12px 9px; position: relative; background: var(--crm-surface-base); border-block-end: 1px solid var(--crm-border-base); min-block-size: 64px; min-inline-size: 0; }
  .stage-head h3 { display: flex; align-items: center; gap: 6px; font-size: var(--crm-text-sm); min-block-size: 24px; min-inline-size: 0; }
  .stage-head h3 > .cut { border-radius: var(--crm-radius-sm); padding-block: 2px; }
  .stage-head .count { flex: none; }
  .stage-head .btn { margin: -2px -6px -2px auto; opacity: 0; }
  .stage-head p { font-size: var(--crm-text-xs); color: var(--crm-text-muted); font-variant-numeric: tabular-nums; line-height: 1.45; }
  .cards { --_gap: 8px; min-block-size: 0; padding: 8px; overflow: hidden auto; scrollbar-width: thin; scrollbar-color: var(--crm-border-strong) transparent; }
  .stage-empty { display: grid; justify-items: center; gap: 6px; padding: 28px 12px; border: 1px dashed var(--crm-border-strong); border-radius: var(--crm-radius-lg); color: var(--crm-text-subtle); font-size: var(--crm-text-xs); text-align: center; text-wrap: balance; }
  @container (660px <= inline-size < 1180px) { .board { grid-auto-columns: minmax(224px, 1fr); } }
  @container (inline-size < 660px) {
    .board { grid-auto-columns: 100%; scroll-snap-type: inline mandatory; scrollbar-width: none; }
    .stage { scroll-snap-stop: always; border: 0; }
    .stage-head { min-block-size: 0; } .stage-head .btn { opacity: 1; }
  }
  @media (pointer: coarse) { .stage-head .btn { opacity: 1; } .stage-head h3 { min-block-size: 44px; } .steps .chip { block-size: 44px; } }
`;

export const pipelineStyles = [
  tokens,
  accentTokens,
  base,
  button,
  field,
  chip,
  chipOn,
  label,
  avatar,
  activity,
  skeleton,
  latePlace,
  frame,
  board,
  card,
  rowWindow,
];
