import { css } from 'lit';

/** The box one types in; what stands around it in a form is in field-more.ts. */
export const field = css`
  .input { display: flex; align-items: center; gap: 8px; inline-size: 100%; min-inline-size: 0; block-size: var(--crm-control); padding-inline: 10px; border: 1px solid var(--crm-border-control); border-radius: var(--crm-radius-md); background: var(--crm-surface-base); color: var(--crm-text-strong); font-size: var(--crm-text-sm); }
  .input::placeholder, .input input::placeholder { color: var(--crm-text-subtle); opacity: 1; }
  .input input { all: unset; flex: 1; min-inline-size: 0; font-size: inherit; }
  .input > .i { color: var(--crm-text-subtle); }
`;
