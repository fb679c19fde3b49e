import { css } from 'lit';
import { chipOn } from './chip-on.js';

/** How chips answer the hand and say what is on; the cross that takes one back. Comes after `chip`. */
export const chipMore = css`
  ${chipOn}
  .chip:hover { background: var(--crm-surface-hover); color: var(--crm-text-strong); }
  .chip-x { all: unset; box-sizing: border-box; display: grid; place-content: center; inline-size: 24px; block-size: 24px; border-radius: 50%; cursor: pointer; }
  .chip-x:hover { background: var(--crm-accent-soft-hover); }
  .chip-x:focus-visible { outline: var(--crm-focus-ring); outline-offset: -2px; }
`;
