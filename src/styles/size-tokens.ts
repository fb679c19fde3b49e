import { css } from 'lit';

/**
 * Type, shape, density and depth, as one `:host` rule; space and stacking are in more-tokens.ts. In this order:
 * - Type. The family is the host's. The size grows with the reader's preference and resists a host with html{font-size:62.5%}.
 *   --crm-text-2xs: 11: counts, avatar initials
 *   --crm-text-xs: 12: labels, captions, column heads
 *   --crm-text-sm: 13: rows, cards, controls
 *   --crm-text-lg: 16: dialog and panel titles
 * - Shape. All radii scale with one; a host that sets 0 gets square pills too. Avatars stay round.
 *   --crm-radius-lg: cards, panels, menus
 *   --crm-radius-md: buttons, inputs
 *   --crm-radius-sm: labels, checkboxes, rows of a menu
 * - Density: compact (below) is the default; density="comfortable" opens it up; a coarse pointer gets 44 px targets unasked.
 * - Depth
 */
export const sizeTokens = css`
  :host {
    --crm-font-size: max(14px, 0.875rem);
    --crm-text-2xs: calc(var(--crm-font-size) * 0.7857);
    --crm-text-xs: calc(var(--crm-font-size) * 0.8572);
    --crm-text-sm: calc(var(--crm-font-size) * 0.9286);
    --crm-text-lg: calc(var(--crm-font-size) * 1.1429);
    --crm-weight-medium: 500;
    --crm-weight-bold: 600;
    --crm-leading: 1.43;

    --crm-radius-lg: var(--crm-radius, 8px);
    --crm-radius-md: calc(var(--crm-radius-lg) * 0.75);
    --crm-radius-sm: calc(var(--crm-radius-lg) * 0.5);
    --crm-radius-full: min(999px, calc(var(--crm-radius-lg) * 100));

    --crm-row-height-2: 48px;
    --crm-control: 32px;
    --crm-control-sm: 28px;

    --crm-shadow-ink: light-dark(oklch(0.3 0.03 265), oklch(0 0 0));
    --crm-shadow-xs: 0 1px 2px oklch(from var(--crm-shadow-ink) l c h / 0.07);
    --crm-shadow-sm: 0 1px 2px oklch(from var(--crm-shadow-ink) l c h / 0.08), 0 2px 6px oklch(from var(--crm-shadow-ink) l c h / 0.05);
  }
`;
