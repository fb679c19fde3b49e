import { css } from 'lit';

/** The accent on a ground and in text: what is chosen, narrowed or leads elsewhere. */
export const accentTokens = css`
  :host {
    --crm-accent-text: light-dark(oklch(from var(--crm-accent-fill) min(l, 0.475) c h), oklch(from var(--crm-accent-fill) max(l, 0.77) min(c, 0.13) h));
    --crm-accent-soft: light-dark(color-mix(in oklab, var(--crm-surface-base), var(--crm-accent-fill) 10%), color-mix(in oklab, var(--crm-surface-base), var(--crm-accent-fill) 26%));
    --crm-accent-border: color-mix(in oklab, var(--crm-surface-base), var(--crm-accent-fill) 45%);
  }
  @media (forced-colors: active) {
    :host { --crm-accent-text: LinkText; --crm-accent-soft: Canvas; --crm-accent-border: Highlight; }
  }
`;
