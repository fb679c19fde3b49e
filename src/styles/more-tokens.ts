import { css } from 'lit';
import { accentTokens } from './accent-tokens.js';

/*
 * The tokens that nothing of the first paint asks for; what comes later brings them along: `tokens` first, then these.
 * --crm-surface-inset: a well inside any level: dialog foot, summary row
 * --crm-surface-hover: a tint, so it shows on every level
 * --crm-accent-fill-hover, -active: hover and press move away from the colour of the text on them (`--crm-accent-on`)
 */
const colors = css`
  :host {
    --crm-surface-overlay: light-dark(var(--crm-surface-base), color-mix(in oklab, var(--crm-surface-base), var(--crm-text-strong) 8%));
    --crm-surface-hover: color-mix(in oklab, var(--crm-text-strong) 4.5%, transparent);
    --crm-surface-selected: light-dark(color-mix(in oklab, var(--crm-surface-base), var(--crm-accent-fill) 8%), color-mix(in oklab, var(--crm-surface-base), var(--crm-accent-fill) 16%));
    --crm-accent-fill-hover: color(from var(--crm-accent-fill) xyz-d65 calc(x * clamp(0.8, 1 + (y - 0.179) * 1e4, 1.16)) calc(y * clamp(0.8, 1 + (y - 0.179) * 1e4, 1.16)) calc(z * clamp(0.8, 1 + (y - 0.179) * 1e4, 1.16)));
    --crm-accent-fill-active: color(from var(--crm-accent-fill) xyz-d65 calc(x * clamp(0.66, 1 + (y - 0.179) * 1e4, 1.3)) calc(y * clamp(0.66, 1 + (y - 0.179) * 1e4, 1.3)) calc(z * clamp(0.66, 1 + (y - 0.179) * 1e4, 1.3)));
    --crm-accent-soft-hover: light-dark(color-mix(in oklab, var(--crm-surface-base), var(--crm-accent-fill) 16%), color-mix(in oklab, var(--crm-surface-base), var(--crm-accent-fill) 34%));
    --crm-negative-soft: light-dark(oklch(0.96 0.022 20), oklch(0.29 0.06 22));
    --crm-negative-border: light-dark(oklch(0.85 0.07 22), oklch(0.45 0.11 22));
    --crm-info-text: light-dark(oklch(0.47 0.11 242), oklch(0.81 0.09 236));
    --crm-info-soft: light-dark(oklch(0.96 0.022 238), oklch(0.285 0.04 240));
    --crm-info-border: light-dark(oklch(0.84 0.055 238), oklch(0.43 0.065 240));
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

/* Focus: one ring everywhere, 2 px, offset 2 px (−2 px inside rows), at least 3:1 on every surface. */
const focus = css`
  :host {
    --crm-focus-color: light-dark(oklch(from var(--crm-accent-fill) min(l, 0.56) c h), oklch(from var(--crm-accent-fill) max(l, 0.72) c h));
    --crm-focus-ring: 2px solid var(--crm-focus-color);
  }
  @media (forced-colors: active) {
    :host { --crm-focus-color: Highlight; }
  }
`;

/*
 * Space: a 4 px step; 2 px only inside a control.
 * Stacking is inside the host's own `isolation: isolate`; dialogs, menus and toasts use the top layer instead.
 * --crm-text-md: 14: reading text, form values
 * --crm-text-xl: 20: record title
 * --crm-text-2xl: 26: the one number of a view
 * --crm-radius-xl: dialogs
 * --crm-target: smallest hit area, WCAG 2.5.8
 *
 * Motion: things that answer the hand are fast; things that travel are slow; nothing loops except progress.
 * --crm-motion-instant: hover, press
 * --crm-motion-fast: menu, tooltip, checkbox
 * --crm-motion-base: panel, row leaving the list
 */
const sizes = css`
  :host {
    --crm-text-md: var(--crm-font-size);
    --crm-text-xl: calc(var(--crm-font-size) * 1.4286);
    --crm-text-2xl: calc(var(--crm-font-size) * 1.8572);
    --crm-weight-regular: 400;
    --crm-leading-loose: 1.6;
    --crm-space-1: 4px;
    --crm-space-2: 8px;
    --crm-space-3: 12px;
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
    --crm-motion-instant: 80ms;
    --crm-motion-fast: 140ms;
    --crm-motion-base: 200ms;
    --crm-ease-out: cubic-bezier(0.2, 0.8, 0.2, 1);
    --crm-z-sticky: 1;
    --crm-z-dock: 3;
  }
  :host([density='comfortable']) { --crm-row-height: 44px; --crm-cell-pad: 12px; }
  @media (pointer: coarse) {
    :host(:not([density='comfortable'])) { --crm-row-height: 52px; --crm-target: 44px; }
  }
  @media (prefers-reduced-motion: reduce) {
    :host { --crm-motion-instant: 0ms; --crm-motion-fast: 0ms; --crm-motion-base: 0ms; }
  }
  @media (forced-colors: active) {
    :host {
      --crm-surface-base: Canvas; --crm-surface-sunken: Canvas; --crm-surface-raised: Canvas;
      --crm-surface-active: Canvas;
      --crm-text-strong: CanvasText; --crm-text-muted: CanvasText; --crm-text-subtle: CanvasText; --crm-text-disabled: GrayText;
      --crm-border-base: CanvasText; --crm-border-subtle: CanvasText; --crm-border-strong: CanvasText; --crm-border-control: ButtonBorder;
      --crm-accent-fill: Highlight; --crm-accent-on: HighlightText;
      --crm-surface-overlay: Canvas; --crm-surface-hover: Canvas; --crm-surface-selected: Canvas; --crm-surface-inset: Canvas; --crm-surface-inverse: Canvas; --crm-text-inverse: CanvasText;
    }
  }
`;

export const moreTokens = css`${colors} ${sizes} ${accentTokens} ${focus}`;
