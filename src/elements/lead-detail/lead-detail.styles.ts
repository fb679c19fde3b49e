import { css } from 'lit';
import { detailStyles } from '../../shared/detail/detail.styles.js';
import { paper } from '../../shared/detail/paper.styles.js';

const frame = css`
  :host { block-size: 100%; min-inline-size: 0; }
  .lead-detail { display: grid; grid-template: auto auto minmax(0, 1fr) auto / minmax(0, 1fr); block-size: 100%; overflow: clip; background: var(--crm-surface-base); }
  .lead-detail > .banners { grid-row: 1; }
  .detail-head { grid-row: 2; padding-block: 10px 14px; padding-inline: 16px 10px; border-block-end: 1px solid var(--crm-border-base); }
  .detail-body { grid-row: 3; position: relative; overflow: auto; min-block-size: 0; scrollbar-width: thin; scrollbar-color: var(--crm-border-strong) transparent; }
  .detail-foot { grid-row: 4; display: flex; align-items: center; gap: 8px; padding: 10px 16px; border-block-start: 1px solid var(--crm-border-base); background: var(--crm-surface-base); box-shadow: 0 -6px 16px -10px oklch(from var(--crm-shadow-ink) l c h / 0.25); }
  .bar { display: flex; align-items: center; gap: 2px; margin-inline-start: -6px; min-block-size: var(--crm-control-sm); color: var(--crm-text-subtle); font-size: var(--crm-text-xs); }
  .bar .place { padding-inline-start: 4px; min-inline-size: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .detail-head h2 { font-size: var(--crm-text-xl); letter-spacing: -0.01em; margin-block: 4px 6px; padding-inline-end: 6px; overflow-wrap: anywhere; }
  .detail-head h2 .edit { margin-inline: -4px; padding-inline: 4px; font-weight: inherit; line-height: inherit; }
  .detail-head h2 .input { font-size: var(--crm-text-lg); block-size: 36px; }
  .detail-head .edit:hover { background: var(--crm-surface-hover); }
  .meta { display: flex; flex-wrap: wrap; gap: 4px 12px; font-size: var(--crm-text-xs); color: var(--crm-text-muted); align-items: center; }
  .meta .worth .edit { inline-size: auto; font-size: var(--crm-text-md); font-weight: var(--crm-weight-bold); color: var(--crm-text-strong); font-variant-numeric: tabular-nums; }
  .meta .worth .edit.add { font-size: var(--crm-text-xs); font-weight: var(--crm-weight-regular); color: var(--crm-text-subtle); }
  .meta .worth:has(.placing) { flex: 1 1 100%; }
  .meta .owner .edit { inline-size: auto; }
  .btn--narrow { display: none; }
  .work { padding-block: 16px 24px; }
  @container (inline-size >= 760px) {
    .detail-body { display: grid; align-content: start; grid-template-columns: 340px minmax(0, 1fr); grid-template-rows: auto 1fr; }
    .detail-body > .next, .detail-body > .empty, .detail-body > .detail-loading { grid-column: 1 / -1; }
    .side { border-inline-end: 1px solid var(--crm-border-base); }
    .work { padding-inline: 20px; background: var(--crm-surface-sunken); }
  }
  @container (inline-size < 400px) {
    .detail-foot .btn--primary { flex: 1; }
  }
`;

export const leadDetailStyles = [...detailStyles, frame, paper];
