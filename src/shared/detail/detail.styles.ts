import { css } from 'lit';
import { base } from '../../styles/base.js';
import { baseMore } from '../../styles/base-more.js';
import { activity } from '../../styles/controls/activity.js';
import { avatar } from '../../styles/controls/avatar.js';
import { banner } from '../../styles/controls/banner.js';
import { button } from '../../styles/controls/button.js';
import { buttonMore } from '../../styles/controls/button-more.js';
import { check } from '../../styles/controls/check.js';
import { checkMore } from '../../styles/controls/check-more.js';
import { chip } from '../../styles/controls/chip.js';
import { chipMore } from '../../styles/controls/chip-more.js';
import { dialog } from '../../styles/controls/dialog.js';
import { empty } from '../../styles/controls/empty.js';
import { field } from '../../styles/controls/field.js';
import { fieldMore } from '../../styles/controls/field-more.js';
import { fields } from '../../styles/controls/fields.js';
import { forced } from '../../styles/controls/forced.js';
import { label } from '../../styles/controls/label.js';
import { labelMore } from '../../styles/controls/label-more.js';
import { menu } from '../../styles/controls/menu.js';
import { progress } from '../../styles/controls/progress.js';
import { skeleton } from '../../styles/controls/skeleton.js';
import { tabs } from '../../styles/controls/tabs.js';
import { timeline } from '../../styles/controls/timeline.js';
import { toast } from '../../styles/controls/toast.js';
import { moreTokens } from '../../styles/more-tokens.js';
import { tokens } from '../../styles/tokens.js';
import { proposal } from './proposal.styles.js';

const values = css`
  .edit { border-radius: var(--crm-radius-sm); min-block-size: var(--crm-target); }
  .fields .edit { min-block-size: calc(var(--crm-target) - 12px); }
  .edit[aria-disabled='true'] { opacity: 1; }
  .own { gap: 6px; } .own > span:first-child { display: grid; }
  .fields dd:has(> .row > .grow > .edit:focus-visible) { outline: var(--crm-focus-ring); outline-offset: -2px; }
  .fields dd:has(> .placing, > .linked > .grow > .field) { padding-block: 0; background: none; }
  .fields dd .linked { gap: 4px; } .fields dd .linked > .btn { margin-block: -6px; }
  .fields dd .field > .input, .placing .input { min-block-size: 30px; block-size: auto; }
  .fields dd .field > .input { padding-inline: 7px; }
  .fields .lines { white-space: pre-line; }
  .fields dd .plain { min-block-size: 18px; }
  .placing .field > .row { gap: 6px; } .placing .select { flex: none; inline-size: 92px; }
  .field-note { overflow-wrap: anywhere; }
  .field-error { align-items: flex-start; overflow-wrap: anywhere; scroll-margin-block: 64px; } .field-error > .i { margin-block-start: 1px; }
`;

const people = css`
  .avatar--sq { border-radius: var(--crm-radius-sm); }
  .avatar--lg { inline-size: 36px; block-size: 36px; font-size: 13px; }
  .people + .people { border-block-start: 0; }
  .people > header { margin-block-end: -2px; }
  .people .edit { margin-inline: -4px; padding-inline: 4px; inline-size: auto; max-inline-size: 100%; }
  .people .edit:hover { background: var(--crm-surface-hover); }
  .block > header > .row { margin-inline-start: auto; } .block > header > .row .btn { margin-inline-start: 0; }
  .who small { white-space: normal; } .who b .edit { font-weight: var(--crm-weight-medium); }
  .who .edit:focus-visible { outline-offset: 0; }
  .who a.btn { text-decoration: none; }
  .points { display: grid; gap: 1px; font-size: var(--crm-text-sm); padding-inline-start: 46px; }
  .points .row { min-block-size: 28px; gap: 8px; } .points .row > .i { color: var(--crm-text-subtle); }
  .points .subtle { font-size: var(--crm-text-xs); }
  .points:empty { display: none; }
  .tag--open { border: 0; cursor: pointer; min-block-size: 24px; justify-self: start; flex: none; } .tag--open:hover { text-decoration: underline; text-underline-offset: 2px; }
  .points + .tag--open { margin-inline-start: 46px; }
`;

const work = css`
  .work { padding: 16px; display: grid; grid-template-columns: minmax(0, 1fr); gap: 20px; align-content: start; min-inline-size: 0; }
  .work > section > header { display: flex; align-items: center; gap: 8px; min-block-size: 32px; margin-block-end: 8px; } .work h3 { font-size: var(--crm-text-md); border-radius: var(--crm-radius-sm); }
  .composer { border: 1px solid var(--crm-border-control); border-radius: var(--crm-radius-lg); background: var(--crm-surface-base); min-inline-size: 0; }
  .composer .tabs { padding-inline: 14px; }
  .composer:focus-within { border-color: var(--crm-text-subtle); }
  .note-text { display: block; inline-size: 100%; min-block-size: 58px; padding: 10px 14px; border: 0; background: none; color: var(--crm-text-strong); resize: none; field-sizing: content; max-block-size: 320px; border-radius: 0 0 var(--crm-radius-lg) var(--crm-radius-lg); line-height: var(--crm-leading); }
  .note-text::placeholder { color: var(--crm-text-subtle); opacity: 1; }
  .note-text:focus-visible { outline-offset: -2px; }
  .composer .field-error { padding-inline: 14px; }
  .composer footer .hint { min-inline-size: 0; overflow: hidden; white-space: pre; text-overflow: ellipsis; font-size: var(--crm-text-xs); color: var(--crm-text-subtle); }
  .composer footer, .focus-form footer { display: flex; align-items: center; gap: 6px; padding: 6px 14px 8px; }
  .act-form { display: grid; gap: 12px; padding: 12px 14px 4px; min-inline-size: 0; container-type: inline-size; } .act-form .field-error { padding-inline: 0; }
  .act-when { display: grid; grid-template-columns: repeat(4, minmax(0, 1fr)); gap: 10px; align-items: start; }
  @container (inline-size < 520px) { .act-when { grid-template-columns: repeat(2, minmax(0, 1fr)); } .type > span { display: none; } }
  .types { display: flex; gap: 4px; flex-wrap: wrap; }
  .type { position: relative; display: inline-flex; align-items: center; gap: 6px; min-block-size: var(--crm-control-sm); padding-inline: 8px; border: 1px solid transparent; border-radius: var(--crm-radius-md); color: var(--crm-text-muted); font-size: var(--crm-text-xs); font-weight: var(--crm-weight-medium); cursor: pointer; }
  .type:hover { background: var(--crm-surface-hover); }
  .type > input { position: absolute; inset: 0; inline-size: 100%; block-size: 100%; margin: 0; opacity: 0; cursor: pointer; }
  .type:has(:checked) { background: var(--crm-accent-soft); border-color: var(--crm-accent-border); color: var(--crm-accent-text); }
  .type:has(:focus-visible) { outline: var(--crm-focus-ring); outline-offset: 1px; }
  .focus > ul { display: grid; gap: 6px; }
  .focus-item { display: flex; align-items: center; gap: 10px; padding: 10px 8px 10px 12px; padding-inline: 12px 8px; background: var(--crm-surface-raised); border: 1px solid var(--crm-border-base); border-radius: var(--crm-radius-lg); box-shadow: var(--crm-shadow-xs); min-inline-size: 0; }
  .focus-item > :is(.act, .i) { flex: none; inline-size: 20px; }
  .focus-item b { font-weight: var(--crm-weight-medium); display: block; overflow-wrap: anywhere; } .focus-item small { font-size: var(--crm-text-xs); color: var(--crm-text-subtle); display: block; }
  .focus-item .text { margin-block: 2px; }
  .focus-form { display: grid; padding: 0; gap: 0; }
  .focus-item.is-pinned { background: var(--crm-warning-soft); border-color: var(--crm-warning-border); align-items: flex-start; } .is-pinned > .i { margin-block-start: 2px; } .is-pinned > .btn { margin-block: -4px; } .focus-item.is-pinned small { color: var(--crm-text-muted); }
  :is(.focus-item, .next) b, .is-pinned .text { text-align: -webkit-match-parent; text-align: match-parent; }
  .is-pinned .text { font-weight: var(--crm-weight-medium); }
  .filters { display: flex; gap: 6px; overflow-x: auto; scrollbar-width: none; padding: 4px; margin: -4px -4px 8px; } .filters .chip { padding-inline: 10px; flex: none; } .filters .count-soon { visibility: hidden; }
  .filters .chip[aria-pressed='true'] { background: var(--crm-surface-inverse); color: var(--crm-text-inverse); border-color: transparent; }
  .text { white-space: pre-wrap; overflow-wrap: anywhere; }
  .note :is(p, blockquote, ul, ol) { margin: 0; } .note :is(blockquote, ul, ol) { text-align: start; }
  .note :is(ul, ol) { padding-inline-start: 22px; list-style: disc; } .note ol { list-style: decimal; }
  .note blockquote { padding-inline-start: 10px; border-inline-start: 3px solid var(--crm-border-control); color: var(--crm-text-muted); }
  .note code { padding-inline: 4px; border-radius: var(--crm-radius-sm); background: color-mix(in oklab, var(--crm-text-strong) 9%, transparent); font-family: ui-monospace, monospace; font-size: 0.92em; }
  .note strong { font-weight: var(--crm-weight-bold); }
  .tl-head { min-inline-size: 0; position: relative; } .tl-head:has(> .btn) { padding-inline-end: 34px; } .tl-head > .btn { position: absolute; inset-block-start: 0; inset-inline-end: 0; } .tl-head bdi { overflow-wrap: anywhere; }
  .tl-card .btn--link { padding-inline: 0; }
  .tl-card textarea.input { background: var(--crm-surface-base); }
  .history > .btn { justify-self: start; }
  @media (pointer: coarse) { .tag--open { min-block-size: 44px; } }
  @media (forced-colors: active) {
    .composer, .focus-item { border: 1px solid CanvasText; }
    .type:has(:checked), .filters .chip[aria-pressed='true'] { background: Highlight; color: HighlightText; forced-color-adjust: none; }
    .tag--open { border: 1px solid ButtonText; }
  }
`;

const states = css`
  .next { padding-block: 10px; }
  .next[data-a='today'] { background: var(--crm-positive-soft); }
  .next[data-a='overdue'] { background: var(--crm-negative-soft); }
  .next[data-a='none'] { background: var(--crm-warning-soft); }
  .next b { font-weight: var(--crm-weight-bold); overflow-wrap: anywhere; display: block; } .next .muted { font-size: var(--crm-text-xs); }
  .next .btn { flex: none; }
  .act[role='img'] { flex: none; }
  .next .act > .sr { position: absolute; }
  .label-edit { --crm-control-sm: var(--crm-target); color: var(--crm-text-subtle); }
  .labels { gap: 4px; } .worth { flex: none; max-inline-size: 100%; } .worth .edit { white-space: nowrap; } .worth:has(.placing) { flex: 0 1 300px; }
  .twins { margin-inline: auto 4px; }
  .twin-hint { display: grid; gap: 10px; padding: 10px 12px; inline-size: 280px; max-inline-size: 100%; font-size: var(--crm-text-sm); overflow-wrap: anywhere; } .twin-hint > div:first-child { display: grid; gap: 2px; } .twin-hint b { color: var(--crm-text-strong); } .twin-hint bdi { text-align: -webkit-match-parent; text-align: match-parent; }
  @container (inline-size < 400px) { .bar .twins { padding-inline: 6px; } .bar .twins > .cut { display: none; } }
  @container (inline-size < 330px) { .twins { padding-inline: 6px; } .twins > .cut { display: none; } }
  .detail-loading .skel { inline-size: 100%; } .detail-loading .skel--title { block-size: 18px; inline-size: 70%; } .detail-loading .skel--half { inline-size: 50%; } .detail-loading .skel--third { inline-size: 30%; }
  .detail-loading .block { gap: 12px; }
  .empty h3 { border-radius: var(--crm-radius-sm); }
`;

/** The controls and parts that both details are made of. */
export const detailStyles = [
  tokens,
  moreTokens,
  base,
  baseMore,
  button,
  buttonMore,
  chip,
  chipMore,
  check,
  checkMore,
  field,
  fieldMore,
  fields,
  label,
  labelMore,
  activity,
  avatar,
  forced,
  banner,
  menu,
  dialog,
  empty,
  skeleton,
  progress,
  tabs,
  timeline,
  toast,
  values,
  people,
  work,
  states,
  proposal,
];
