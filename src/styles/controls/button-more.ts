import { css } from 'lit';

/** How buttons answer the hand; those that say yes or no, lead elsewhere, are pressed or busy. Comes after `button`; compose with `progress` where one can be busy. */
export const buttonMore = css`
  .btn { transition: background var(--crm-motion-instant), border-color var(--crm-motion-instant); }
  .btn:where(:not(:disabled, [aria-disabled='true'])):hover { background: linear-gradient(var(--crm-surface-hover) 0 0) var(--crm-surface-raised); border-color: var(--crm-border-control); }
  .btn:where(:not(:disabled, [aria-disabled='true'])):active { background: linear-gradient(var(--crm-surface-active) 0 0) var(--crm-surface-raised); }
  .btn--primary:where(:not(:disabled, [aria-disabled='true'])):hover { background: var(--crm-accent-fill-hover); border-color: transparent; }
  .btn--primary:where(:not(:disabled, [aria-disabled='true'])):active { background: var(--crm-accent-fill-active); }
  .btn--quiet:where(:not(:disabled, [aria-disabled='true'])):hover { background: var(--crm-surface-active); border-color: transparent; color: var(--crm-text-strong); }
  .btn--link { background: none; border-color: transparent; box-shadow: none; color: var(--crm-accent-text); }
  .btn--link:where(:not(.btn--sm)) { padding-inline: 6px; }
  .seg > :hover { color: var(--crm-text-strong); }
  .btn--positive { background: var(--crm-positive-fill); border-color: transparent; color: var(--crm-positive-on); }
  .btn--positive:where(:not(:disabled, [aria-disabled='true'])):hover { background: color-mix(in oklab, var(--crm-positive-fill), black 10%); border-color: transparent; }
  .btn--negative { background: var(--crm-negative-fill); border-color: transparent; color: var(--crm-negative-on); }
  .btn--negative:where(:not(:disabled, [aria-disabled='true'])):hover { background: color-mix(in oklab, var(--crm-negative-fill), black 10%); border-color: transparent; }
  .btn--negative-quiet { color: var(--crm-negative-text); }
  .btn[aria-busy='true'] { cursor: progress; } .btn .spin { inline-size: 14px; block-size: 14px; border-color: color-mix(in oklab, currentColor, transparent 65%); border-block-start-color: currentColor; }
  .btn[aria-pressed='true']:where(:not(:disabled, [aria-disabled='true'])) { background: var(--crm-accent-soft); border-color: var(--crm-accent-border); color: var(--crm-accent-text); }
  .btn[aria-pressed='true'] .i { color: inherit; }
  .seg > [aria-checked='true'], .seg > [aria-selected='true'] { background: light-dark(var(--crm-surface-raised), color-mix(in oklab, var(--crm-text-strong) 15%, transparent)); color: var(--crm-text-strong); box-shadow: var(--crm-shadow-sm); }
  :is(.btn--positive, .btn--negative, .btn--negative-quiet) .i { color: inherit; }
  /* As large as a finger, also where they are drawn smaller; whatever places one says so itself. */
  @media (pointer: coarse) { :where(.btn--icon.btn--sm) { position: relative; } :where(.btn--icon.btn--sm)::after { content: ''; position: absolute; inset: -3px; } }
  @media (forced-colors: active) {
    :is(.btn--positive, .btn--negative):not(:disabled, [aria-disabled='true']) { forced-color-adjust: none; background: Highlight; color: HighlightText; border-color: Highlight; }
    .btn[aria-pressed='true'] { border: 1px solid CanvasText; }
    .seg > [aria-checked='true'], .seg > [aria-selected='true'] { background: Highlight; color: HighlightText; forced-color-adjust: none; }
  }
`;
