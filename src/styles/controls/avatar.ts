import { css } from 'lit';

/** Initials on one of five tints (`data-c` 0 to 4). */
export const avatar = css`
  .avatar { display: inline-grid; place-content: center; inline-size: 24px; block-size: 24px; flex: none; border-radius: 50%; font-size: 10px; font-weight: var(--crm-weight-bold); letter-spacing: 0.01em; line-height: 1; background: light-dark(oklch(0.9 0.05 var(--_hue)), oklch(0.42 0.07 var(--_hue))); color: light-dark(oklch(0.38 0.1 var(--_hue)), oklch(0.94 0.04 var(--_hue))); }
  .avatar[data-c='0'] { --_hue: 260; } .avatar[data-c='1'] { --_hue: 160; } .avatar[data-c='2'] { --_hue: 350; } .avatar[data-c='3'] { --_hue: 60; } .avatar[data-c='4'] { --_hue: 305; }
  .avatar--sm { inline-size: 20px; block-size: 20px; font-size: 9px; }
`;
