import { css } from 'lit';

/** Grey shapes in the place of rows that are on their way. */
export const skeleton = css`
  .skel { display: inline-block; vertical-align: middle; block-size: 10px; border-radius: var(--crm-radius-sm); background: color-mix(in oklab, var(--crm-surface-base), var(--crm-text-strong) 9%); animation: breathe 1.6s ease-in-out infinite alternate; }
  @keyframes breathe { from { opacity: 1; } to { opacity: 0.45; } }
  @media (prefers-reduced-motion: reduce) {
    .skel { animation: none; }
  }
  @media (forced-colors: active) {
    .skel { background: GrayText; }
  }
`;
