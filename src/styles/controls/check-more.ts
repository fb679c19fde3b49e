import { css } from 'lit';

/** Ticked boxes, radio and switch. `data-mixed` draws the dash (also set `indeterminate` for assistive technology). Comes after `check`. */
export const checkMore = css`
  .check { cursor: pointer; }
  .check::before { content: ''; position: absolute; inset: -6px; }
  .check:checked, .check[data-mixed] { background: var(--crm-accent-fill); border-color: var(--crm-accent-fill); }
  .check:checked::after { content: ''; inline-size: 9px; block-size: 5px; border-inline-start: 2px solid var(--crm-accent-on); border-block-end: 2px solid var(--crm-accent-on); rotate: -45deg; translate: 0 -1px; }
  .check:dir(rtl):checked::after { border-inline-start: 0; border-inline-end: 2px solid var(--crm-accent-on); }
  .check[data-mixed]::after { content: ''; inline-size: 8px; block-size: 2px; background: var(--crm-accent-on); }
  .check[type='radio'] { border-radius: 50%; }
  .check[type='radio']:checked::after { inline-size: 6px; block-size: 6px; border: 0; border-radius: 50%; background: var(--crm-accent-on); translate: none; }
  .switch { appearance: none; inline-size: 30px; block-size: 18px; flex: none; margin: 3px 0; border-radius: 99px; background: var(--crm-border-control); position: relative; cursor: pointer; transition: background var(--crm-motion-fast); }
  .switch::after { content: ''; position: absolute; inset-block: 2px; inset-inline-start: 2px; inline-size: 14px; border-radius: 50%; background: white; }
  .switch:checked { background: var(--crm-accent-fill); }
  .switch:checked::after { inset-inline-start: 14px; }
  @media (forced-colors: active) {
    .check:checked, .check[data-mixed], .switch:checked { forced-color-adjust: none; background: Highlight; color: HighlightText; border-color: Highlight; }
  }
`;
