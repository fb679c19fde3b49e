import { css } from 'lit';

/**
 * Labels in ten colours, theirs on purpose, and plain tags. The word is the signal, the colour helps: text on background at
 * least 4.5:1 in both schemes.
 */
export const label = css`
  .label { display: inline-flex; align-items: center; max-inline-size: 100%; block-size: 20px; padding-inline: 7px; border-radius: var(--crm-radius-sm); font-size: var(--crm-text-xs); font-weight: var(--crm-weight-medium); line-height: 1; white-space: nowrap; background: var(--_bg); color: var(--_fg); border: 1px solid transparent; }
  .label--cut { display: inline-block; line-height: 18px; overflow: hidden; text-overflow: ellipsis; vertical-align: middle; }
  .label[data-c='blue'] { --_bg: light-dark(oklch(0.945 0.035 255), oklch(0.32 0.07 258)); --_fg: light-dark(oklch(0.43 0.15 260), oklch(0.87 0.065 255)); }
  .label[data-c='brown'] { --_bg: light-dark(oklch(0.915 0.028 62), oklch(0.335 0.04 58)); --_fg: light-dark(oklch(0.4 0.065 52), oklch(0.865 0.045 65)); }
  .label[data-c='dark-gray'] { --_bg: light-dark(oklch(0.42 0.012 265), oklch(0.8 0.008 265)); --_fg: light-dark(oklch(0.985 0 0), oklch(0.23 0.01 265)); }
  .label[data-c='gray'] { --_bg: light-dark(oklch(0.935 0.005 265), oklch(0.345 0.008 265)); --_fg: light-dark(oklch(0.42 0.012 265), oklch(0.89 0.004 265)); }
  .label[data-c='green'] { --_bg: light-dark(oklch(0.945 0.05 155), oklch(0.315 0.06 155)); --_fg: light-dark(oklch(0.42 0.105 155), oklch(0.87 0.095 155)); }
  .label[data-c='orange'] { --_bg: light-dark(oklch(0.94 0.055 62), oklch(0.35 0.075 48)); --_fg: light-dark(oklch(0.465 0.13 45), oklch(0.87 0.085 62)); }
  .label[data-c='pink'] { --_bg: light-dark(oklch(0.94 0.038 348), oklch(0.335 0.085 350)); --_fg: light-dark(oklch(0.46 0.165 355), oklch(0.87 0.075 348)); }
  .label[data-c='purple'] { --_bg: light-dark(oklch(0.94 0.038 305), oklch(0.33 0.085 303)); --_fg: light-dark(oklch(0.44 0.17 303), oklch(0.87 0.07 305)); }
  .label[data-c='red'] { --_bg: light-dark(oklch(0.935 0.04 22), oklch(0.335 0.09 24)); --_fg: light-dark(oklch(0.46 0.17 26), oklch(0.87 0.072 22)); }
  .label[data-c='yellow'] { --_bg: light-dark(oklch(0.955 0.085 98), oklch(0.345 0.06 92)); --_fg: light-dark(oklch(0.43 0.088 88), oklch(0.89 0.115 97)); }
  .tag { display: inline-flex; align-items: center; gap: 4px; block-size: 20px; padding-inline: 7px; border-radius: var(--crm-radius-sm); font-size: var(--crm-text-xs); font-weight: var(--crm-weight-medium); background: var(--crm-surface-active); color: var(--crm-text-muted); white-space: nowrap; }
  @media (forced-colors: active) {
    .label, .tag { border: 1px solid CanvasText; }
  }
`;
