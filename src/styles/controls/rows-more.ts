import { css } from 'lit';

/** How a list answers the hand: what is pointed at, focused, chosen, open, narrowed; rows on their way, and the sums of all; the bar over what is chosen, and the buttons of a row. */
export const rowsMore = css`
  /* A shadow at the edge behind which chips go on; what covers it scrolls along. */
  .toolbar .chips { --_edge: color-mix(in srgb, var(--crm-text-strong) 18%, transparent); background: linear-gradient(to right, var(--crm-surface-base) 50%, transparent) left / 28px 100% no-repeat local, linear-gradient(to left, var(--crm-surface-base) 50%, transparent) right / 28px 100% no-repeat local, linear-gradient(to right, var(--_edge), transparent) left / 10px 100% no-repeat, linear-gradient(to left, var(--_edge), transparent) right / 10px 100% no-repeat; }
  .chip > button:first-child { max-inline-size: 270px; border-radius: var(--crm-radius-full); }
  .chip > button:first-child:focus-visible { outline: var(--crm-focus-ring); outline-offset: 2px; }
  .chip > button[aria-expanded='true']:not(.chip--on *) { background: var(--crm-surface-active); color: var(--crm-text-strong); }
  .list:focus-visible { outline-offset: -2px; }
  .lrow--head button { cursor: pointer; }
  .lrow--head button:hover { color: var(--crm-text-strong); }
  .lrow--head button:focus-visible { outline: var(--crm-focus-ring); }
  .lrow:not(.lrow--head):hover { background: linear-gradient(var(--crm-surface-hover) 0 0) var(--crm-surface-base); }
  .lrow[aria-selected='true'], .lrow[aria-selected='true']:hover { background: var(--crm-surface-selected); }
  .lrow.is-open, .lrow.is-open:hover { background: var(--crm-surface-selected); box-shadow: inset 3px 0 0 var(--crm-accent-fill); }
  .lrow.is-open:dir(rtl) { box-shadow: inset -3px 0 0 var(--crm-accent-fill); }
  .lrow:focus-visible { outline-offset: -2px; z-index: 0; }
  .lrow.is-pending { border-block-end-style: dashed; }
  .lrow { --_under: color-mix(in srgb, var(--crm-surface-base), var(--crm-text-strong) 4.5%); }
  .lrow:is([aria-selected='true'], .is-open) { --_under: var(--crm-surface-selected); }
  span.chip--on { padding-inline-end: 2px; }
  .chip--on > button:first-child { padding-inline-end: 3px; }
  .lrow.is-skeleton { cursor: default; }
  .is-skeleton .skel { inline-size: 60%; } .is-skeleton .lead { gap: 8px; } .is-skeleton .skel--small { inline-size: 38%; block-size: 8px; }
  .is-skeleton:where(:nth-child(3n + 2)) .skel { inline-size: 42%; } .is-skeleton:where(:nth-child(3n + 2)) .skel--small, .is-skeleton:where(:nth-child(4n)) .skel--small { inline-size: 52%; } .is-skeleton:where(:nth-child(3n)) .skel { inline-size: 74%; }
  .is-skeleton .skel--check { inline-size: 16px; block-size: 16px; } .is-skeleton .labels .skel { block-size: 18px; inline-size: 48px; } .is-skeleton .age .skel { inline-size: 22px; }
  .foot > .comes { display: none; }
  @container (inline-size < 660px) {
    .foot > :is(.end, .leaves) { display: none; }
    .foot > .comes { display: inline-flex; padding: 0; }
  }
  @media (pointer: coarse) { .check::before { inset: -14px; } }
  /* Only where the pointer is: of an element that may have a transition Chromium computes all styles again for each new place. */
  @media (prefers-reduced-motion: no-preference) { .lrow:hover { transition: background var(--crm-motion-instant); } }
  @media (forced-colors: active) {
    .seg > [aria-pressed='true'] { background: Highlight; color: HighlightText; forced-color-adjust: none; }
    .lrow[aria-selected='true'] { outline: 1px solid Highlight; outline-offset: -1px; }
    .lrow.is-open { border-inline-start: 3px solid Highlight; }
    .lrow:focus-visible { outline: 2px solid Highlight; outline-offset: -2px; }
  }
  .bulk { display: flex; align-items: center; gap: 6px; min-inline-size: 0; min-block-size: calc(var(--crm-control-sm) + 6px); padding-block: 3px; padding-inline: 8px 6px; margin: -3px 8px 9px; border-radius: var(--crm-radius-lg); background: var(--crm-accent-soft); }
  .bulk b { font-weight: var(--crm-weight-bold); padding-inline: 4px 8px; white-space: nowrap; color: var(--crm-accent-text); }
  .bulk .btn:not(.btn--primary, [aria-disabled='true']) { background: var(--crm-surface-raised); }
  .bulk .btn--quiet:not(:hover) { background: none !important; }
  .bulk .hints { font-size: var(--crm-text-xs); white-space: nowrap; overflow: hidden; }
  .bulk .progress { flex: 0 1 160px; min-inline-size: 32px; }
  .bulk .comes { display: none; }
  @container (inline-size < 900px) { .bulk .hints { display: none; } }
  .is-hot :is(.value, .own, .age) { opacity: 0; }
  .rowacts { position: absolute; inset-block: 0; inset-inline-end: 12px; display: flex; align-items: center; gap: 4px; z-index: 1; }
  .rowacts::before { content: ''; position: absolute; inset-block: 2px; inset-inline: -28px -10px; z-index: -1; background: linear-gradient(to right, transparent, var(--_under) 28px); }
  .rowacts:dir(rtl)::before { background: linear-gradient(to left, transparent, var(--_under) 28px); }
  .pickall { position: sticky; inset-inline-start: 0; padding: 7px 16px; text-align: center; font-size: var(--crm-text-xs); color: var(--crm-text-muted); border-block-end: 1px solid var(--crm-border-base); background: var(--crm-surface-sunken); }
  .pickall button { all: unset; cursor: pointer; color: var(--crm-accent-text); min-block-size: 24px; border-radius: 2px; }
  .pickall button:hover { text-decoration: underline; text-underline-offset: 2px; }
  .pickall button:focus-visible { outline: var(--crm-focus-ring); outline-offset: 2px; }
  @container (inline-size < 660px) {
    .bulk .leaves { display: none; }
    .bulk .keeps > span { display: none; }
    .bulk .keeps { inline-size: var(--crm-control-sm); padding: 0; }
    .bulk b { flex: 1; min-inline-size: 0; overflow: hidden; text-overflow: ellipsis; padding-inline: 0; }
    .bulk .comes { display: inline; }
  }
  @container list (inline-size < 660px) {
    .rowacts { display: none; }
    .is-hot :is(.value, .own, .age) { opacity: 1; }
  }
`;
