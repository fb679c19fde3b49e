import { css } from 'lit';

/** The scroll container, the box as tall as all rows, and the rows: first one below the other, then in their places (shared/row-window.ts). */
export const rowWindow = css`
  .win { position: relative; overflow: auto; overflow-anchor: none; overscroll-behavior: contain; contain: layout style paint; }
  .win-space { position: relative; min-block-size: 0; }
  .win-rows > * { position: absolute; inset-inline: 0; inset-block-start: 0; contain: layout style; }
  .win-flow > * { position: relative; margin-block-end: var(--_gap, 0); }
  /* All of it: where the height is given too, a row that is drawn anew lays out itself, and not the list. */
  .win:not(.win--cards) .win-rows > * { block-size: var(--_row, var(--crm-row-height-2)); contain: strict; }
  .win-probe { position: absolute; inset-block-start: 0; inline-size: 1px; block-size: var(--_row, var(--crm-row-height-2)); visibility: hidden; }
`;
