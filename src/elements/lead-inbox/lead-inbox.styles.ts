import { css } from 'lit';
import { base } from '../../styles/base.js';
import { activity } from '../../styles/controls/activity.js';
import { avatar } from '../../styles/controls/avatar.js';
import { button } from '../../styles/controls/button.js';
import { check } from '../../styles/controls/check.js';
import { chip } from '../../styles/controls/chip.js';
import { field } from '../../styles/controls/field.js';
import { label } from '../../styles/controls/label.js';
import { rowWindow } from '../../styles/controls/row-window.js';
import { rows } from '../../styles/controls/rows.js';
import { latePlace } from '../../styles/late-place.js';
import { tokens } from '../../styles/tokens.js';

/** The frame: head, and the list beside the open lead. What is around every list (toolbar, foot) is in styles/controls/rows.ts. */
export const frame = css`
  :host { block-size: 44rem; min-block-size: 20rem; min-inline-size: 0; }
  .inbox { display: grid; grid-template-columns: minmax(0, 1fr); grid-template-rows: auto auto auto minmax(0, 1fr) auto; block-size: 100%; overflow: clip; }
  .inbox > .body { grid-row: 4; }
  .inbox > .foot { grid-row: 5; }
  .inbox-head { display: flex; align-items: center; gap: 12px; padding: 14px 16px 10px; }
  .inbox-head h2 { font-size: var(--crm-text-lg); flex: none; max-inline-size: 40%; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .inbox-head .input { inline-size: 240px; margin-inline-start: auto; }
  .seg > [aria-pressed='true'] { background: light-dark(var(--crm-surface-raised), color-mix(in oklab, var(--crm-text-strong) 15%, transparent)); color: var(--crm-text-strong); box-shadow: var(--crm-shadow-sm); }
  .seg > [aria-pressed='true'] .count { color: var(--crm-text-strong); }
  .inbox-head input::-webkit-search-cancel-button { display: none; }
  @container (inline-size < 660px) {
    .inbox-head { flex-wrap: wrap; padding: 12px 14px 8px; column-gap: 8px; }
    .inbox-head .input { order: 9; inline-size: auto; flex: 1 1 100%; margin: 0; }
    .inbox-head h2:not(:focus-visible) { position: absolute; clip-path: inset(50%); }
    .inbox-head .split { margin-inline-start: auto; }
    .seg > [aria-pressed='false'] .count { display: none; }
    .seg > button { padding-inline: 8px; }
    .inbox-head kbd { display: none; }
  }
`;

export const inboxStyles = [
  tokens,
  base,
  button,
  chip,
  check,
  field,
  label,
  activity,
  avatar,
  rowWindow,
  latePlace,
  frame,
  rows,
];
