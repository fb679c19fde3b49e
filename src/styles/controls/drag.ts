import { css } from 'lit';

/** The lifted copy (shared/drag-ghost.ts). It tilts unless the reader wants no motion. */
export const drag = css`
  .drag-ghost { position: fixed; inset: 0 auto auto 0; margin: 0; overflow: hidden; pointer-events: none; box-shadow: var(--crm-shadow-lg); border-color: var(--crm-accent-fill); rotate: 2deg; opacity: 0.97; }
  .drag-ghost:not(:popover-open) { display: none; }
  @media (prefers-reduced-motion: reduce) {
    .drag-ghost { rotate: none; }
  }
`;
