import { css } from 'lit';

/** Progress bar and spinner. */
export const progress = css`
  .progress { block-size: 6px; border-radius: 99px; background: var(--crm-surface-active); overflow: hidden; display: flex; gap: 1px; }
  .progress > i { display: block; background: var(--crm-accent-fill); border-radius: 99px; forced-color-adjust: none; }
  .progress > i[data-failed] { background: var(--crm-negative-fill); }
  .spin { inline-size: 16px; block-size: 16px; flex: none; border-radius: 50%; border: 2px solid var(--crm-border-base); border-block-start-color: var(--crm-accent-fill); animation: turn 0.8s linear infinite; }
  @keyframes turn { to { rotate: 1turn; } }
  @media (prefers-reduced-motion: reduce) {
    .spin { animation: none; }
  }
`;
