import { css } from 'lit';

/*
 * The tokens that nothing of the first paint asks for; what comes later brings them along: `tokens` first, then these.
 * --crm-surface-inset: a well inside any level: dialog foot, summary row
 */
const colors = css`
  :host {
    --crm-surface-inset: light-dark(color-mix(in oklab, var(--crm-text-strong) 3.5%, transparent), oklch(0 0 0 / 0.2));
    --crm-surface-inverse: light-dark(oklch(0.27 0.015 265), oklch(0.93 0.005 265));
    --crm-scrim: light-dark(oklch(0.25 0.02 265 / 0.38), oklch(0 0 0 / 0.6));
    --crm-text-inverse: light-dark(oklch(0.985 0 0), oklch(0.22 0.01 265));
    --crm-positive-fill: light-dark(oklch(0.5 0.125 152), oklch(0.52 0.12 152));
    --crm-positive-on: oklch(1 0 0);
    --crm-positive-soft: light-dark(oklch(0.955 0.035 152), oklch(0.285 0.05 152));
    --crm-positive-border: light-dark(oklch(0.82 0.08 152), oklch(0.42 0.08 152));
    --crm-negative-fill: light-dark(oklch(0.545 0.205 25), oklch(0.56 0.19 25));
    --crm-negative-on: oklch(1 0 0);
    --crm-warning-fill: light-dark(oklch(0.8 0.155 80), oklch(0.8 0.145 82));
    --crm-warning-soft: light-dark(oklch(0.968 0.04 88), oklch(0.295 0.045 78));
    --crm-warning-border: light-dark(oklch(0.85 0.1 84), oklch(0.44 0.075 80));
    --crm-info-fill: light-dark(oklch(0.52 0.12 240), oklch(0.54 0.11 240));
  }
`;

/*
 * --crm-text-md: 14: reading text, form values
 * --crm-text-xl: 20: record title
 * --crm-text-2xl: 26: the one number of a view
 * --crm-radius-xl: dialogs
 * --crm-target: smallest hit area, WCAG 2.5.8
 * --crm-motion-base: panel, row leaving the list
 */
const sizes = css`
  :host {
    --crm-text-md: var(--crm-font-size);
    --crm-text-xl: calc(var(--crm-font-size) * 1.4286);
    --crm-text-2xl: calc(var(--crm-font-size) * 1.8572);
    --crm-leading-loose: 1.6;
    --crm-space-1: 4px;
    --crm-space-4: 16px;
    --crm-space-5: 20px;
    --crm-space-6: 24px;
    --crm-space-12: 48px;
    --crm-radius-xl: calc(var(--crm-radius-lg) * 1.5);
    --crm-row-height: 36px;
    --crm-target: 24px;
    --crm-cell-pad: 10px;
    --crm-shadow-md: 0 2px 4px oklch(from var(--crm-shadow-ink) l c h / 0.06), 0 8px 24px oklch(from var(--crm-shadow-ink) l c h / 0.14);
    --crm-shadow-lg: 0 4px 10px oklch(from var(--crm-shadow-ink) l c h / 0.08), 0 20px 56px oklch(from var(--crm-shadow-ink) l c h / 0.24);
    --crm-motion-base: 200ms;
    --crm-ease-out: cubic-bezier(0.2, 0.8, 0.2, 1);
    --crm-z-dock: 3;
  }
  :host([density='comfortable']) { --crm-row-height: 44px; --crm-cell-pad: 12px; }
  @media (pointer: coarse) {
    :host(:not([density='comfortable'])) { --crm-row-height: 52px; --crm-target: 44px; }
  }
  @media (prefers-reduced-motion: reduce) {
    :host { --crm-motion-base: 0ms; }
  }
  @media (forced-colors: active) {
    :host { --crm-surface-inset: Canvas; --crm-surface-inverse: Canvas; --crm-text-inverse: CanvasText; }
  }
`;

export const moreTokens = css`${colors} ${sizes}`;
