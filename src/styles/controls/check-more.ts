import { css } from 'lit';

/** Radio and switch. Comes after `check`. */
export const checkMore = css`
  .check[type='radio'] { border-radius: 50%; }
  .check[type='radio']:checked::after { inline-size: 6px; block-size: 6px; border: 0; border-radius: 50%; background: var(--crm-accent-on); translate: none; }
  .switch { appearance: none; inline-size: 30px; block-size: 18px; flex: none; margin: 3px 0; border-radius: 99px; background: var(--crm-border-control); position: relative; cursor: pointer; transition: background var(--crm-motion-fast); }
  .switch::after { content: ''; position: absolute; inset-block: 2px; inset-inline-start: 2px; inline-size: 14px; border-radius: 50%; background: white; }
  .switch:checked { background: var(--crm-accent-fill); }
  .switch:checked::after { inset-inline-start: 14px; }
  @media (forced-colors: active) {
    .switch:checked { forced-color-adjust: none; background: Highlight; color: HighlightText; border-color: Highlight; }
  }
`;
