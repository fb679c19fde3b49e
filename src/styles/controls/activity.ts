import { css } from 'lit';

/** The mark of the next activity, each of a SHAPE of its own: diamond = overdue, disc = today, ring = planned, triangle = none. */
export const activity = css`
  .act { display: inline-flex; align-items: center; vertical-align: middle; gap: 6px; min-inline-size: 0; max-inline-size: 100%; color: var(--crm-text-muted); font-size: var(--crm-text-xs); white-space: nowrap; }
  .act > svg { inline-size: 18px; block-size: 18px; flex: none; overflow: visible; }
  .act[data-a='overdue'] { color: var(--crm-negative-text); } .act[data-a='overdue'] > svg { color: light-dark(oklch(0.56 0.21 25), oklch(0.68 0.18 24)); }
  .act[data-a='today'] { color: var(--crm-positive-text); } .act[data-a='today'] > svg { color: light-dark(oklch(0.53 0.135 152), oklch(0.72 0.15 152)); }
  .act[data-a='planned'] > svg { color: light-dark(oklch(0.55 0.02 265), oklch(0.7 0.015 265)); }
  .act[data-a='none'] { color: var(--crm-warning-text); } .act[data-a='none'] > svg { color: light-dark(oklch(0.6 0.125 72), oklch(0.8 0.14 82)); }
`;
