import { css } from 'lit';

/** How chips answer the hand. Comes after `chip`. */
export const chipMore = css`
  .chip:hover { background: var(--crm-surface-hover); color: var(--crm-text-strong); }
  .chip-x:hover { background: var(--crm-accent-soft-hover); }
  .chip-x:focus-visible { outline: var(--crm-focus-ring); outline-offset: -2px; }
`;
