import { css } from 'lit';

/** A chip that is on: a filter that says its value, the stage that is shown. Comes after `chip` and `accentTokens`. */
export const chipOn = css`
  .chip--on { border-color: var(--crm-accent-border); background: var(--crm-accent-soft); color: var(--crm-accent-text); padding-inline-end: 2px; }
  .chip--on b { font-weight: var(--crm-weight-bold); }
  @media (forced-colors: active) {
    .chip--on { border: 1px solid CanvasText; }
  }
`;
