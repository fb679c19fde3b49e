import { css } from 'lit';

/**
 * Every colour that is seen at first, as one `:host` rule. In this order:
 * - Surfaces: sunken < base < raised < overlay. In the light, height is shadow; in the dark, height is lightness.
 * - Text: three levels that all pass AA on base, sunken, hover and selected; `disabled` is exempt and says so by shape.
 * - Borders: `base` separates, `control` (3:1) is the only visible edge of an input, so it must carry.
 * - Accent. Whatever the host picks, text on it and text in it stay readable: lightness is clamped, hue and chroma kept.
 *   exact: black or white by WCAG luminance (y 0.179)
 * - Meaning. `fill` carries `on`, `text` sits on base or on `soft`. Never without a word or a shape beside it.
 */
export const colorTokens = css`
  :host {
    --crm-surface-base: var(--crm-surface, light-dark(oklch(1 0 0), oklch(0.195 0.008 265)));
    --crm-surface-sunken: light-dark(color-mix(in oklab, var(--crm-surface-base), var(--crm-text-strong) 3.5%), color-mix(in oklab, var(--crm-surface-base), oklch(0 0 0) 16%));
    --crm-surface-raised: light-dark(var(--crm-surface-base), color-mix(in oklab, var(--crm-surface-base), var(--crm-text-strong) 5%));
    --crm-surface-active: color-mix(in oklab, var(--crm-text-strong) 9%, transparent);

    --crm-text-strong: var(--crm-text, light-dark(oklch(0.25 0.018 265), oklch(0.945 0.004 265)));
    --crm-text-muted: light-dark(color-mix(in oklab, var(--crm-text-strong), var(--crm-surface-base) 24%), color-mix(in oklab, var(--crm-text-strong), var(--crm-surface-base) 25%));
    --crm-text-subtle: light-dark(color-mix(in oklab, var(--crm-text-strong), var(--crm-surface-base) 35%), color-mix(in oklab, var(--crm-text-strong), var(--crm-surface-base) 36%));
    --crm-text-disabled: color-mix(in oklab, var(--crm-text-strong), var(--crm-surface-base) 55%);

    --crm-border-base: var(--crm-border, light-dark(oklch(0.905 0.006 265), oklch(0.31 0.01 265)));
    --crm-border-subtle: color-mix(in oklab, var(--crm-border-base), var(--crm-surface-base) 45%);
    --crm-border-strong: color-mix(in oklab, var(--crm-border-base), var(--crm-text-strong) 18%);
    --crm-border-control: light-dark(color-mix(in oklab, var(--crm-border-base), var(--crm-text-strong) 42%), color-mix(in oklab, var(--crm-border-base), var(--crm-text-strong) 38%));

    --crm-accent-fill: var(--crm-accent, light-dark(oklch(0.515 0.205 263), oklch(0.55 0.19 263)));
    --crm-accent-on: color(from var(--crm-accent-fill) xyz-d65 clamp(0, (0.179 - y) * 1e4, 0.9505) clamp(0, (0.179 - y) * 1e4, 1) clamp(0, (0.179 - y) * 1e4, 1.089));

    --crm-positive-text: light-dark(oklch(0.45 0.115 152), oklch(0.81 0.14 152));
    --crm-negative-text: light-dark(oklch(0.5 0.19 25), oklch(0.785 0.125 22));
    --crm-warning-text: light-dark(oklch(0.49 0.105 68), oklch(0.84 0.13 84));
  }
`;
