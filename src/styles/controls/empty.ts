import { css } from 'lit';

/** What stands where nothing is yet. */
export const empty = css`
  .empty { display: grid; justify-items: center; gap: var(--crm-space-2); padding: var(--crm-space-12) var(--crm-space-6); text-align: center; }
  .empty-art { inline-size: 96px; block-size: 72px; color: var(--crm-border-control); margin-block-end: var(--crm-space-2); }
  .empty-art .ink { stroke: var(--crm-accent-fill); } .empty-art .face { fill: var(--crm-surface-raised); } .empty-art .tint { fill: var(--crm-accent-soft); stroke: none; }
  .empty h3 { font-size: var(--crm-text-lg); }
  .empty p { max-inline-size: 44ch; color: var(--crm-text-muted); text-wrap: balance; }
  .empty .row { margin-block-start: var(--crm-space-3); justify-content: center; }
`;
