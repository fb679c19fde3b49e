import { css } from 'lit';
import { avatar } from '../../styles/controls/avatar.js';
import { field } from '../../styles/controls/field.js';
import { menu } from '../../styles/controls/menu.js';
import { progress } from '../../styles/controls/progress.js';

/** What one writes in stays where it is; what was found scrolls below it. */
const own = css`
  .search-all { display: grid; grid-template: auto auto minmax(0, 1fr) / minmax(0, 1fr); min-block-size: 0; block-size: min(560px, 100dvb - 48px); font-size: var(--crm-text-sm); }
  .search-head { grid-row: 1; display: flex; align-items: center; gap: 8px; padding: 12px; border-block-end: 1px solid var(--crm-border-base); }
  .search-head .input { flex: 1; block-size: 44px; font-size: var(--crm-text-md); }
  .search-head input::-webkit-search-cancel-button { display: none; }
  .search-of { grid-row: 2; padding: 10px 20px 0; font-size: var(--crm-text-sm); overflow-wrap: anywhere; }
  .search-body { grid-row: 3; overflow: auto; overscroll-behavior: contain; padding: 4px 8px 8px; min-block-size: 0; }
  .found[aria-busy='true'] { opacity: 0.55; }
  .found .menu-head { display: flex; align-items: center; gap: 6px; padding-block-start: 10px; }
  .found .menu-item { min-block-size: max(40px, var(--crm-target)); }
  .found .menu-item > .grow { overflow-wrap: anywhere; }
  .found .menu-lead > .i { margin-inline: 4px; }
  .found b { font-weight: var(--crm-weight-bold); text-decoration: underline; text-decoration-color: var(--crm-accent-fill); text-decoration-thickness: 2px; text-underline-offset: 3px; }
  .found-state { flex: none; font-size: var(--crm-text-xs); color: var(--crm-text-muted); }
  .search-none { display: grid; justify-items: center; gap: 10px; padding: 40px 16px; text-align: center; color: var(--crm-text-muted); }
  .search-none h3 { color: var(--crm-text-strong); overflow-wrap: anywhere; }
  .search-none p { max-inline-size: 46ch; text-wrap: balance; }
`;

export const searchStyles = [avatar, field, menu, progress, own];
