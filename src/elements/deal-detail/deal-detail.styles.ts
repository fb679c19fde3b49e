import { css } from 'lit';
import { detailStyles } from '../../shared/detail/detail.styles.js';
import { paper } from '../../shared/detail/paper.styles.js';

const frame = css`
  :host { block-size: 100%; min-inline-size: 0; }
  .deal-detail { display: grid; grid-template: auto auto auto auto minmax(0, 1fr) / minmax(0, 1fr); block-size: 100%; overflow: clip; background: var(--crm-surface-base); }
  .deal-detail > .banners { grid-row: 1; } .deal-detail > :is(.closed, .quiet) { grid-row: 2; } .deal-detail > .deal-head { grid-row: 3; } .deal-detail > .narrow-tabs { grid-row: 4; } .deal-detail > .deal-cols { grid-row: 5; }
  .deal-detail > .lone { grid-row: 3 / -1; overflow: auto; position: relative; }
  .closed .muted { color: var(--crm-text-muted); } .closed > div { overflow-wrap: anywhere; }
  .deal-head { padding: 12px 20px 14px; display: grid; gap: 10px; border-block-end: 1px solid var(--crm-border-base); }
  .crumb { display: flex; align-items: center; gap: 2px; min-block-size: var(--crm-control-sm); font-size: var(--crm-text-xs); color: var(--crm-text-subtle); }
  .crumb:has(> [data-act]) { margin-inline-start: -8px; } .crumb > [data-act]:focus-visible { outline-offset: -2px; }
  .crumb > :is(span:not(.ways), bdi, .link), .link > bdi { min-inline-size: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .link { all: unset; color: var(--crm-accent-text); cursor: pointer; border-radius: 2px; min-block-size: 24px; display: inline-flex; align-items: center; } .link:hover { text-decoration: underline; text-underline-offset: 2px; } .link:focus-visible { outline: var(--crm-focus-ring); outline-offset: 1px; }
  .ways { display: inline-flex; align-items: center; gap: 2px; margin-inline-start: auto; flex: none; padding-inline-start: 8px; } .twins + .ways { margin-inline-start: 0; } .ways .place { padding-inline-start: 4px; }
  .faces { all: unset; display: inline-flex; align-items: center; min-block-size: 24px; padding-inline: 7px 4px; border-radius: 14px; cursor: pointer; color: var(--crm-text-muted); } .faces > * { margin-inline-start: -3px; border-radius: 50%; box-shadow: 0 0 0 2px var(--crm-surface-base); } .faces > svg { box-shadow: none; } .faces .rest { background: var(--crm-surface-sunken); color: var(--crm-text-muted); }
  .faces:hover { background: var(--crm-surface-hover); } .faces:focus-visible { outline: var(--crm-focus-ring); outline-offset: 1px; }
  .deal-title { display: flex; align-items: flex-start; gap: 16px; }
  .deal-title h2 { font-size: var(--crm-text-xl); letter-spacing: -0.012em; overflow-wrap: anywhere; }
  .deal-title .edit { margin-inline: -4px; padding-inline: 4px; inline-size: auto; max-inline-size: 100%; font-weight: inherit; line-height: inherit; } .deal-title .edit:hover { background: var(--crm-surface-hover); }
  .deal-title h2 .input { font-size: var(--crm-text-lg); block-size: 36px; }
  .deal-title .meta { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 12px; margin-block-start: 6px; color: var(--crm-text-muted); }
  .deal-title .worth :is(b, .edit) { color: var(--crm-text-strong); font-size: var(--crm-text-md); font-weight: var(--crm-weight-bold); font-variant-numeric: tabular-nums; }
  .deal-title .worth .edit.add { font-size: var(--crm-text-sm); font-weight: var(--crm-weight-regular); color: var(--crm-text-subtle); }
  .going-quiet { display: inline-flex; align-items: center; gap: 4px; font-size: var(--crm-text-xs); font-weight: var(--crm-weight-medium); color: var(--crm-negative-text); }
  .who-line { overflow-wrap: anywhere; }
  .deal-title .acts { display: flex; gap: 8px; flex: none; margin-inline-start: auto; align-items: center; }
  .stages { display: flex; gap: 3px; border-radius: var(--crm-radius-md); overflow: hidden; }
  .stages > li { flex: 1 1 0; min-inline-size: 0; }
  .stages button { all: unset; box-sizing: border-box; position: relative; isolation: isolate; display: flex; align-items: baseline; justify-content: center; gap: 6px; inline-size: 100%; block-size: 32px; line-height: 32px; padding-inline: 18px 12px; font-size: var(--crm-text-xs); font-weight: var(--crm-weight-medium); color: var(--crm-text-muted); cursor: pointer; }
  .stages button::before { content: ''; position: absolute; inset: 0; z-index: -1; background: var(--crm-surface-active); clip-path: polygon(0 0, calc(100% - 9px) 0, 100% 50%, calc(100% - 9px) 100%, 0 100%, 9px 50%); margin-inline-end: -7px; }
  .stages li:first-child button::before { clip-path: polygon(0 0, calc(100% - 9px) 0, 100% 50%, calc(100% - 9px) 100%, 0 100%); } .stages li:last-child button::before { margin: 0; clip-path: polygon(0 0, 100% 0, 100% 100%, 0 100%, 9px 50%); }
  .stages li:only-child button::before { clip-path: none; }
  .stages button:dir(rtl)::before { scale: -1 1; }
  .stages .done { color: var(--crm-accent-text); } .stages button.done::before { background: var(--crm-accent-soft-hover); }
  .stages .here { color: var(--crm-accent-on); } .stages button.here { cursor: default; } .stages button.here::before { background: var(--crm-accent-fill); }
  .stages button:not(.here, [aria-disabled]):hover::before { filter: brightness(0.95); }
  .stages button:focus-visible { outline: var(--crm-focus-ring); outline-offset: -3px; border-radius: var(--crm-radius-sm); outline-color: currentColor; }
  .stages button[aria-disabled] { cursor: default; }
  .stages small::before { content: attr(data-days); unicode-bidi: plaintext; }
  .stages small { font-size: var(--crm-text-2xs); font-variant-numeric: tabular-nums; font-weight: var(--crm-weight-regular); flex: none; }
  .stages[data-closed='won'] button::before { background: var(--crm-positive-soft); } .stages[data-closed='won'] :is(li, button) { color: var(--crm-positive-text); }
  .stages[data-closed='lost'] button::before { background: var(--crm-surface-active); } .stages[data-closed='lost'] button.here::before { background: var(--crm-negative-soft); } .stages[data-closed='lost'] :is(li, button) { color: var(--crm-text-muted); } .stages[data-closed='lost'] .here { color: var(--crm-negative-text); }
  .deal-cols { display: grid; grid-template: minmax(0, 1fr) / 340px minmax(0, 1fr); background: var(--crm-surface-sunken); min-block-size: 0; }
  .deal-cols > * { position: relative; overflow: auto; min-block-size: 0; scrollbar-width: thin; scrollbar-color: var(--crm-border-strong) transparent; }
  .side { border-inline-end: 1px solid var(--crm-border-base); background: var(--crm-surface-base); }
  .side .people + .people { border-block-start: 0; }
  .participants { list-style: none; margin: 0; padding: 0; display: grid; gap: 8px; } .participants .edit { inline-size: auto; max-inline-size: 100%; }
  .work { padding: 16px 20px 24px; }
  .prob { display: flex; align-items: center; gap: 8px; } .prob .progress { flex: 1; max-inline-size: 90px; min-inline-size: 24px; } .prob .subtle { font-size: var(--crm-text-xs); }
  .fields dd .tag { vertical-align: 1px; } .fields .plain > .link { margin-block: -4px; }
  .narrow-tabs { display: none; padding-inline: 14px; }
  .diff > svg, .diff span > svg { vertical-align: -2px; }
  @container (inline-size < 900px) { .deal-cols { grid-template-columns: 280px minmax(0, 1fr); } .stages small { display: none; } }
  @container (inline-size < 660px) {
    .deal-detail { position: relative; overflow: auto; grid-template-rows: auto auto auto auto minmax(max-content, 1fr); }
    .deal-head { padding: 8px 14px 12px; border: 0; } .deal-title { display: grid; gap: 12px; } .deal-title .acts { margin: 0; } .faces { display: none; } .deal-title .acts :is(.btn--positive, .btn--negative-quiet) { flex: 1; }
    .deal-title .who-line { flex-basis: 100%; }
    .stages > li { flex: 0 0 26px; } .stages > li.here { flex: 1 1 auto; } .stages > li:not(.here) button > * { display: none; } .stages > li:not(.here) button { padding: 0; } .stages .here small { display: inline; }
    .deal-cols { grid-template: auto / minmax(0, 1fr); } .side { border: 0; } .work { padding: 14px; }
    .deal-cols > * { overflow: visible; }
    .deal-cols[data-tab='work'] > .side, .deal-cols:is([data-tab='summary'], [data-tab='files']) > .work, .deal-cols[data-tab='summary'] > .side > #files, .deal-cols[data-tab='files'] > .side > :not(#files) { display: none; }
    .narrow-tabs { display: flex; min-block-size: 37px; }
    .narrow-tabs { position: sticky; inset-block-start: 0; z-index: var(--crm-z-sticky); background: var(--crm-surface-base); }
    .closed, .quiet { flex-wrap: wrap; min-block-size: auto; } .quiet > .grow { flex-basis: calc(100% - 26px); }
  }
  @media (pointer: coarse) { .stages button { block-size: 44px; line-height: 44px; } .link, .crumb, .faces { min-block-size: 44px; } }
  @media (forced-colors: active) {
    .stages button { border: 1px solid ButtonText; } .stages button::before { background: none !important; }
    .stages button.here { background: Highlight; color: HighlightText; forced-color-adjust: none; }
  }
`;

export const dealDetailStyles = [...detailStyles, frame, paper];
