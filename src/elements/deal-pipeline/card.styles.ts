import { css } from 'lit';

/** A deal on the board; how it answers the hand is in hands.styles.ts. */
export const card = css`
  :host { --crm-card-pad: 10px; }
  :host([density='comfortable']) { --crm-card-pad: 12px; }
  .card { position: relative; display: grid; grid-template-columns: minmax(0, 1fr); align-content: start; gap: 6px; padding: var(--crm-card-pad); border: 1px solid var(--crm-border-base); border-radius: var(--crm-radius-lg); background: var(--crm-surface-raised); box-shadow: var(--crm-shadow-xs); cursor: grab; color: var(--crm-text-strong); user-select: none; -webkit-touch-callout: none; }
  .card:is(.is-skeleton, .is-coming) { cursor: default; gap: 9px; }
  .card.is-coming { min-block-size: 124px; }
  .card .labels { display: flex; flex-wrap: wrap; gap: 4px; min-inline-size: 0; }
  .card .title { display: block; inline-size: 100%; padding: 0; border: 0; background: none; text-align: start; font-weight: var(--crm-weight-medium); line-height: 1.35; cursor: inherit; }
  /* Around the isolated text, not on it: of a text that runs against the page the dots would fall off the edge. */
  .card .clamp { display: -webkit-box; -webkit-line-clamp: 3; -webkit-box-orient: vertical; overflow: hidden; overflow-wrap: anywhere; }
  .card .title::after { content: ''; position: absolute; inset: 0; border-radius: var(--crm-radius-lg); }
  .card .sub { font-size: var(--crm-text-xs); color: var(--crm-text-subtle); line-height: 1.4; overflow-wrap: anywhere; }
  .card .due { display: flex; align-items: center; gap: 4px; font-size: var(--crm-text-xs); color: var(--crm-text-subtle); }
  .card .due.is-late { color: var(--crm-negative-text); font-weight: var(--crm-weight-medium); }
  /* An edge that thickens with age, the days in words; the card itself stays calm. */
  .card[data-rot] { --_rot: light-dark(oklch(0.56 0.21 25), oklch(0.68 0.18 24)); border-inline-start: 0; padding-inline-start: calc(var(--crm-card-pad) + 3px); }
  .card[data-rot]::before { content: ''; position: absolute; inset-block: -1px; inset-inline-start: 0; inline-size: 4px; background: var(--_rot); border-start-start-radius: var(--crm-radius-lg); border-end-start-radius: var(--crm-radius-lg); }
  .card[data-rot='1']::before { background: repeating-linear-gradient(var(--_rot) 0 4px, transparent 4px 7px); }
  .card-foot { display: flex; align-items: center; gap: 6px; font-size: var(--crm-text-xs); color: var(--crm-text-muted); min-block-size: 24px; min-inline-size: 0; }
  .card-foot > .act { margin-inline-start: auto; flex: none; }
  .card-foot .value { color: var(--crm-text-strong); font-weight: var(--crm-weight-bold); font-size: var(--crm-text-sm); font-variant-numeric: tabular-nums; min-inline-size: 0; overflow-wrap: anywhere; }
  .card > .btn { opacity: 0; position: absolute; z-index: 1; inset-block-start: 5px; inset-inline-end: 5px; inline-size: 24px; block-size: 24px; background: var(--crm-surface-raised); }
  /* Three dots: a drawing would be two elements more on every card. */
  .card > .btn::before { content: ''; inline-size: 12px; block-size: 3px; background: radial-gradient(circle, currentColor 1.25px, transparent 1.75px) 0 / 4px; }
  @container (inline-size < 660px) { .card > .btn { opacity: 1; } .card .labels { padding-inline-end: 24px; } .card > .title:first-child { padding-inline-end: 24px; } }
  @media (pointer: coarse) {
    .card > .btn { opacity: 1; inline-size: 44px; block-size: 44px; inset-block-start: 0; inset-inline-end: 0; background: none; }
    .card .labels { padding-inline-end: 36px; } .card > .title:first-child { padding-inline-end: 36px; } .card .title { min-block-size: 28px; }
  }
`;
