import { css } from 'lit';
import { button } from '../../../styles/controls/button.js';
import { buttonMore } from '../../../styles/controls/button-more.js';
import { check } from '../../../styles/controls/check.js';
import { checkMore } from '../../../styles/controls/check-more.js';
import { progress } from '../../../styles/controls/progress.js';

const own = css`
  .dups { display: grid; gap: var(--crm-space-3); min-inline-size: 0; }
  .dups-said { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; } .dups-said:has(> :empty) { margin-block-end: calc(-1 * var(--crm-space-3)); }
  .dups-looking { display: grid; gap: 6px; font-variant-numeric: tabular-nums; }
  .dups-list { list-style: none; margin: 0; padding: 0; display: grid; gap: var(--crm-space-4); min-inline-size: 0; }
  .dup { content-visibility: auto; contain-intrinsic-block-size: auto 170px; display: grid; gap: 8px; padding: 4px 4px var(--crm-space-4); margin: -4px -4px 0; border-block-end: 1px solid var(--crm-border-subtle); min-inline-size: 0; }
  .dup:last-child { border: 0; padding-block-end: 4px; }
  .dup > b { font-size: var(--crm-text-sm); font-weight: var(--crm-weight-medium); color: var(--crm-text-strong); }
  .dup-records { display: grid; gap: 8px; grid-template-columns: repeat(auto-fill, minmax(min(220px, 100%), 1fr)); }
  .dup-record { display: flex; gap: 8px; align-items: start; padding: 8px 10px; border: 1px solid var(--crm-border-subtle); border-radius: var(--crm-radius-lg); min-inline-size: 0; }
  label.dup-record { cursor: pointer; }
  .dup-record > span { display: grid; gap: 2px; min-inline-size: 0; overflow-wrap: anywhere; }
  .dup-name { font-weight: var(--crm-weight-medium); color: var(--crm-text-strong); }
  .dup-record small { font-size: var(--crm-text-xs); color: var(--crm-text-muted); }
  .dup-record bdi { text-align: -webkit-match-parent; text-align: match-parent; }
`;

export const duplicatesStyles = [button, buttonMore, check, checkMore, progress, own];
