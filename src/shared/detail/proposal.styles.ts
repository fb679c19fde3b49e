import { css } from 'lit';

/** The next activity, as it is proposed: a line of the day, a card of the Focus, the strip of a lead. */
export const proposal = css`
  .proposal { border-block-end: 1px solid var(--crm-accent-border); background: var(--crm-accent-soft); scroll-margin-block: 8px 76px; }
  .proposal-cell { display: grid; gap: 10px; padding: 10px 16px 12px; padding-inline-start: 20px; container-type: inline-size; }
  .proposal-head { display: flex; flex-wrap: wrap; align-items: center; gap: 6px 8px; } .proposal-head > .i { color: var(--crm-positive-text); }
  .proposal-head b { max-inline-size: calc(100% - 24px); overflow-wrap: anywhere; }
  .proposal .chips { display: flex; flex-wrap: wrap; gap: 6px; }
  .proposal .chip { background: var(--crm-surface-base); padding-inline: 10px; }
  .proposal .chip[aria-pressed='true'] { background: var(--crm-accent-fill); border-color: transparent; color: var(--crm-accent-on); }
  .proposal-fields { display: grid; grid-template-columns: 132px minmax(0, 1fr) 160px; gap: 10px; align-items: start; }
  .proposal-foot { display: flex; flex-wrap: wrap; align-items: end; gap: 8px; } .proposal-foot > .field { flex: 1 1 240px; }
  .proposal .field > label { color: var(--crm-text-muted); }
  .proposal .btn--quiet { color: var(--crm-text-muted); }
  .proposal kbd { background: none; color: inherit; border-color: color-mix(in oklab, currentColor, transparent 60%); }
  .focus .proposal { border: 1px solid var(--crm-accent-border); border-radius: var(--crm-radius-lg); }
  .focus .proposal > .proposal-cell { padding: 10px 12px 12px; }
  .proposal:focus-visible { outline-offset: -2px; z-index: 1; } .focus .proposal:focus-visible { outline-offset: 1px; }
  .next--proposal { padding: 0; border-block-end: 0; }
  @container (inline-size < 520px) { .proposal-fields { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); } .proposal-fields > :nth-child(2) { grid-area: 2 / 1 / auto / -1; } .proposal-head > .grow { display: none; } .proposal-foot > .field { flex-basis: 100%; } .proposal kbd { display: none; } }
  @media (forced-colors: active) {
    .proposal .chip[aria-pressed='true'] { background: Highlight; color: HighlightText; forced-color-adjust: none; }
    .proposal, .focus .proposal { border: 1px solid CanvasText; }
    .proposal:focus-visible { outline: 2px solid Highlight; outline-offset: -2px; }
  }
`;
