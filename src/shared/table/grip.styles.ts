import { css } from 'lit';

/** The edge of a column's head, by which it is dragged wider. Its head is what it stands in. */
export const gripStyles = css`
  .grip { position: absolute; inset-block: 0; inset-inline-end: -11px; inline-size: 12px; cursor: col-resize; touch-action: none; }
  .grip::after { content: ''; position: absolute; inset-block: 8px; inset-inline-start: 5px; inline-size: 2px; border-radius: 1px; background: transparent; }
  [role='columnheader'] > button > .i { vertical-align: -2px; margin-inline-start: 2px; }
  .lrow--head .lead > button { display: inline-flex; align-items: center; gap: 3px; min-block-size: 24px; max-inline-size: 100%; color: inherit; line-height: inherit; }
  .lrow--head:hover .grip::after { background: var(--crm-border-strong); }
  .grip:hover::after, .grip.is-dragged::after { background: var(--crm-accent-fill) !important; }
  @media (pointer: coarse) { .lrow--head .lead > button { min-block-size: 44px; } .grip { inset-inline-end: -16px; inline-size: 24px; } .grip::after { inset-inline-start: 8px; background: var(--crm-border-base); } }
`;
