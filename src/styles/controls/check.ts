import { css } from 'lit';

/** Checkboxes; radio and switch are in check-more.ts. `data-mixed` draws the dash (also set `indeterminate` for assistive technology). */
export const check = css`
  .check { appearance: none; position: relative; inline-size: 16px; block-size: 16px; flex: none; margin: 4px; border: 1.5px solid var(--crm-border-control); border-radius: min(var(--crm-radius-sm), 5px); background: var(--crm-surface-base); cursor: pointer; display: grid; place-content: center; }
  .check::before { content: ''; position: absolute; inset: -6px; }
  .check:checked, .check[data-mixed] { background: var(--crm-accent-fill); border-color: var(--crm-accent-fill); }
  .check:checked::after { content: ''; inline-size: 9px; block-size: 5px; border-inline-start: 2px solid var(--crm-accent-on); border-block-end: 2px solid var(--crm-accent-on); rotate: -45deg; translate: 0 -1px; }
  .check:dir(rtl):checked::after { border-inline-start: 0; border-inline-end: 2px solid var(--crm-accent-on); }
  .check[data-mixed]::after { content: ''; inline-size: 8px; block-size: 2px; background: var(--crm-accent-on); }
  @media (forced-colors: active) {
    .check:checked, .check[data-mixed] { forced-color-adjust: none; background: Highlight; color: HighlightText; border-color: Highlight; }
  }
`;
