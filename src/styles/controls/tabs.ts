import { css } from 'lit';

/** Tabs: a strip that scrolls sideways where it is narrow. */
export const tabs = css`
  .tabs { display: flex; gap: var(--crm-space-4); border-block-end: 1px solid var(--crm-border-base); overflow-x: auto; scrollbar-width: none; }
  .tab { display: inline-flex; align-items: center; gap: 6px; block-size: 36px; padding: 0; margin-block-end: -1px; border: 0; border-block-end: 2px solid transparent; background: none; color: var(--crm-text-muted); font-size: var(--crm-text-sm); font-weight: var(--crm-weight-medium); white-space: nowrap; cursor: pointer; flex: none; }
  .tab:hover { color: var(--crm-text-strong); }
  .tab[aria-selected='true'] { color: var(--crm-text-strong); border-block-end-color: var(--crm-accent-fill); }
  /* The ring stands around the words, not on them. */
  .tab:focus-visible { outline-offset: -2px; border-radius: var(--crm-radius-sm); padding-inline: 6px; margin-inline: -6px; }
  @media (forced-colors: active) {
    .tab[aria-selected='true'] { border-block-end-color: Highlight; }
  }
`;
