import { css } from 'lit';

/** The mark of the next activity: diamond = overdue, disc = today, ring = planned, triangle = none. */
export const activity = css`
  .act { display: inline-flex; align-items: center; vertical-align: middle; gap: 6px; min-inline-size: 0; max-inline-size: 100%; color: var(--crm-text-muted); font-size: var(--crm-text-xs); white-space: nowrap; }
  .act > svg { inline-size: 18px; block-size: 18px; flex: none; overflow: visible; }
  .act[data-a='overdue'] { color: var(--crm-negative-text); } .act[data-a='overdue'] > svg { color: var(--crm-activity-overdue); }
  .act[data-a='today'] { color: var(--crm-positive-text); } .act[data-a='today'] > svg { color: var(--crm-activity-today); }
  .act[data-a='planned'] > svg { color: var(--crm-activity-planned); }
  .act[data-a='none'] { color: var(--crm-warning-text); } .act[data-a='none'] > svg { color: var(--crm-activity-none); }
  .act[role='img'] { flex: none; }
`;
