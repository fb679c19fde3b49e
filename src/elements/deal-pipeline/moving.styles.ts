import { css } from 'lit';

/** What a card on its way looks like: the place it left, the stage it is held over, the zones below, the hint of the keys. */
export const moving = css`
  .board-wrap[data-dragging] .board { scroll-snap-type: none; }
  .board-wrap[data-dragging] .card { cursor: grabbing; }
  .stage:is([data-target], .is-target) > .cards { background: var(--crm-accent-soft); }
  .stage:is([data-target], .is-target) .stage-head { box-shadow: inset 0 -2px 0 var(--crm-accent-fill); }
  .card[data-gone]:not(.drag-ghost) { border-style: dashed; border-color: var(--crm-border-control); background: none; box-shadow: none; }
  .card[data-gone]:not(.drag-ghost) > * { visibility: hidden; }
  .card.is-lifted { z-index: 1; outline: var(--crm-focus-ring); outline-width: 3px; outline-offset: 1px; box-shadow: var(--crm-shadow-md); cursor: grabbing; }
  .card.is-lifted .title:focus-visible::after { outline: none; }
  .card.is-lifted .card > .btn { visibility: hidden; }
  .card .place { position: absolute; inset-block-end: calc(100% - 9px); inset-inline-start: 0; inset-inline-end: 0; justify-self: center; inline-size: max-content; max-inline-size: 100%; z-index: 2; line-height: 1.2; }
  .card .place--below { inset-block: calc(100% - 9px) auto; }
  .slot { position: absolute; z-index: 2; inset-inline: 8px; inset-block-start: 0; block-size: 3px; margin-block-start: -1.5px; border-radius: 3px; background: var(--crm-accent-fill); pointer-events: none; forced-color-adjust: none; }
  .slot::before, .slot::after { content: ''; position: absolute; inset-block-start: -3px; inline-size: 9px; block-size: 9px; border-radius: 50%; background: var(--crm-surface-base); border: 2.5px solid var(--crm-accent-fill); }
  .slot::before { inset-inline-start: -4px; } .slot::after { inset-inline-end: -4px; }
  .dock { position: absolute; inset-block-end: 0; inset-inline: 0; z-index: var(--crm-z-dock); display: grid; grid-auto-flow: column; grid-auto-columns: minmax(0, 1fr); gap: 8px; padding: 10px; background: var(--crm-surface-overlay); border-block-start: 1px solid var(--crm-border-base); box-shadow: 0 -10px 30px -12px oklch(from var(--crm-shadow-ink) l c h / 0.3); }
  .zone { display: flex; align-items: center; justify-content: center; gap: 8px; min-block-size: 56px; border: 1.5px dashed currentColor; border-radius: var(--crm-radius-lg); font-weight: var(--crm-weight-bold); color: var(--crm-text-muted); }
  .zone small { font-weight: var(--crm-weight-regular); font-size: var(--crm-text-xs); }
  .zone[data-zone='won'] { color: var(--crm-positive-text); } .zone:is([data-zone='lost'], [data-zone='delete']) { color: var(--crm-negative-text); }
  .zone[data-over] { border-style: solid; background: var(--crm-negative-fill); color: var(--crm-negative-on); }
  .zone[data-zone='move'][data-over] { background: var(--crm-accent-fill); color: var(--crm-accent-on); }
  .zone[data-zone='won'][data-over] { background: var(--crm-positive-fill); color: var(--crm-positive-on); }
  .hint { position: absolute; inset-block-end: 14px; inset-inline: 0; margin-inline: auto; inline-size: max-content; max-inline-size: calc(100% - 32px); z-index: var(--crm-z-dock); display: flex; align-items: center; flex-wrap: wrap; justify-content: center; gap: 6px 14px; padding: 9px 16px; border-radius: var(--crm-radius-lg); background: var(--crm-surface-inverse); color: var(--crm-text-inverse); box-shadow: var(--crm-shadow-lg); font-size: var(--crm-text-sm); pointer-events: none; }
  .hint b { max-inline-size: 100%; }
  .hint kbd { background: none; color: inherit; border-color: color-mix(in oklab, currentColor, transparent 50%); margin-inline-end: 5px; }
  .won-mark { position: fixed; margin: 0; padding: var(--crm-card-pad); overflow: visible; pointer-events: none; color: var(--crm-text-strong); background: var(--crm-positive-soft); border: 1px solid var(--crm-positive-border); animation: won-leaves 320ms var(--crm-ease-out) 640ms both; }
  .won-mark > :not(.won-burst) { opacity: 1; } .won-mark > .btn { display: none; } .won-mark .tag { margin-inline-start: auto; }
  .won-burst { position: absolute; inset-block-start: -22px; inset-inline-end: -22px; inline-size: 52px; block-size: 52px; fill: none; stroke: var(--crm-positive-fill); stroke-width: 1.6; stroke-linecap: round; overflow: visible; animation: won-comes 320ms var(--crm-ease-settle) both; }
  .won-burst .disc { fill: var(--crm-positive-fill); stroke: none; } .won-burst .tick { stroke: var(--crm-positive-on); stroke-width: 2; }
  .won-burst .rays { transform-origin: center; animation: won-rays 640ms var(--crm-ease-out) both; }
  @container (inline-size < 860px) { .zone small { display: none; } }
  @container (inline-size < 660px) { .dock:has([data-zone='move']) { grid-auto-flow: row; grid-template-columns: repeat(2, minmax(0, 1fr)); } .zone { min-block-size: 48px; } }
  @keyframes won-comes { from { scale: 0.4; opacity: 0; } }
  @keyframes won-rays { from { scale: 0.6; } 40% { opacity: 1; } to { scale: 1.15; opacity: 0; } }
  @keyframes won-leaves { to { opacity: 0; translate: 0 -6px; } }
  @keyframes won-stands { to { visibility: visible; } }
  @media (prefers-reduced-motion: reduce) {
    .won-mark { animation: won-stands 960ms both; } .won-burst { animation: none; } .won-burst .rays { display: none; }
  }
  @media (forced-colors: active) {
    .slot, .zone[data-over] { background: Highlight; color: HighlightText; forced-color-adjust: none; }
    .card.is-lifted { outline-color: Highlight; }
    .stage:is([data-target], .is-target) .stage-head { border-block-end: 3px solid Highlight; }
    .hint { border: 1px solid CanvasText; }
  }
`;
