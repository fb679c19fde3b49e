import { css } from 'lit';

/** Initials on one of five tints (`data-c` 0 to 4). */
export const avatar = css`
  .avatar { display: inline-grid; place-content: center; inline-size: var(--crm-avatar); block-size: var(--crm-avatar); flex: none; border-radius: 50%; font-size: 10px; font-weight: var(--crm-weight-bold); letter-spacing: 0.01em; line-height: 1; background: light-dark(oklch(from var(--_dot, gray) 0.9 0.05 h), oklch(from var(--_dot, gray) 0.42 0.07 h)); color: light-dark(oklch(from var(--_dot, gray) 0.38 0.1 h), oklch(from var(--_dot, gray) 0.94 0.04 h)); }
  .avatar[data-c='0'] { --_dot: oklch(0.6 0.1 260); } .avatar[data-c='1'] { --_dot: oklch(0.6 0.1 160); } .avatar[data-c='2'] { --_dot: oklch(0.6 0.1 350); } .avatar[data-c='3'] { --_dot: oklch(0.6 0.1 60); } .avatar[data-c='4'] { --_dot: oklch(0.6 0.1 305); }
  .avatar--sm { --crm-avatar: 20px; font-size: 9px; }
  @media (forced-colors: active) {
    .avatar { border: 1px solid CanvasText; }
  }
`;
