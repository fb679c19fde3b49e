import { css } from 'lit';
import { colorTokens } from './color-tokens.js';
import { sizeTokens } from './size-tokens.js';

/**
 * The look as numbers, once per element. Six public properties are read and never declared here; a host sets them on
 * the page, on a wrapper or on one element: `--crm-accent --crm-surface --crm-text --crm-border --crm-radius --crm-font`.
 * Everything else derives from them. Light or dark follows the inherited `color-scheme`; `theme="light|dark"` pins it.
 * Where the reader forces colours, the browser does so by itself at first; which of the system's own stand for ours comes with more-tokens.ts.
 * Comments stay outside the strings: what is inside travels to every visitor.
 */
export const tokens = css`
  ${colorTokens} ${sizeTokens}
  :host {
    background: var(--crm-surface-base);
    accent-color: var(--crm-accent-fill);
  }
  :host([theme='light']) { color-scheme: light; }
  :host([theme='dark']) { color-scheme: dark; }
  :host([density='comfortable']) {
    --crm-row-height-2: 58px; --crm-control: 36px; --crm-control-sm: 32px;
  }
  @media (pointer: coarse) {
    /* Elements write the attribute also where it is empty. */
    :host(:not([density='comfortable'])) { --crm-row-height-2: 64px; --crm-control: 44px; --crm-control-sm: 40px; }
  }
  @media (prefers-contrast: more) {
    :host {
      --crm-border-base: var(--crm-border-control); --crm-border-subtle: var(--crm-border-control);
      --crm-text-muted: var(--crm-text-strong); --crm-text-subtle: var(--crm-text-strong);
    }
  }
`;
