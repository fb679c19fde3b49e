import { css } from 'lit';

/** Checkboxes that nobody has ticked; all others, radio and switch are in check-more.ts. */
export const check = css`
  .check { appearance: none; position: relative; inline-size: 16px; block-size: 16px; flex: none; margin: 4px; border: 1.5px solid var(--crm-border-control); border-radius: min(var(--crm-radius-sm), 5px); background: var(--crm-surface-base); display: grid; place-content: center; }
`;
