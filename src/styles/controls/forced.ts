import { css } from 'lit';

/** What stands in for grounds and tints where colours are forced. Comes after the controls, and with the forced tokens. */
export const forced = css`
  @media (forced-colors: active) {
    .avatar, .count, .label, .tag { border: 1px solid CanvasText; }
    .label--dot { border: 0; }
    .act[data-a] > svg { color: CanvasText; }
    .btn--primary:not(:disabled, [aria-disabled='true']) { forced-color-adjust: none; background: Highlight; color: HighlightText; border-color: Highlight; }
  }
`;
