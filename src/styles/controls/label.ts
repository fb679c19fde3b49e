import { css } from 'lit';
import { labelTokens } from '../label-tokens.js';

/** Labels in ten colours and plain tags. The word is the signal, the colour helps. */
export const label = css`
  ${labelTokens}
  .label { display: inline-flex; align-items: center; max-inline-size: 100%; block-size: 20px; padding-inline: 7px; border-radius: var(--crm-radius-sm); font-size: var(--crm-text-xs); font-weight: var(--crm-weight-medium); line-height: 1; white-space: nowrap; background: var(--_bg); color: var(--_fg); border: 1px solid transparent; }
  .label > span { overflow: hidden; text-overflow: ellipsis; padding-block: 2px; }
  .label--cut { display: inline-block; line-height: 18px; overflow: hidden; text-overflow: ellipsis; vertical-align: middle; }
  .label[data-c='blue'] { --_bg: var(--crm-label-blue-bg); --_fg: var(--crm-label-blue-fg); }
  .label[data-c='brown'] { --_bg: var(--crm-label-brown-bg); --_fg: var(--crm-label-brown-fg); }
  .label[data-c='dark-gray'] { --_bg: var(--crm-label-dark-gray-bg); --_fg: var(--crm-label-dark-gray-fg); }
  .label[data-c='gray'] { --_bg: var(--crm-label-gray-bg); --_fg: var(--crm-label-gray-fg); }
  .label[data-c='green'] { --_bg: var(--crm-label-green-bg); --_fg: var(--crm-label-green-fg); }
  .label[data-c='orange'] { --_bg: var(--crm-label-orange-bg); --_fg: var(--crm-label-orange-fg); }
  .label[data-c='pink'] { --_bg: var(--crm-label-pink-bg); --_fg: var(--crm-label-pink-fg); }
  .label[data-c='purple'] { --_bg: var(--crm-label-purple-bg); --_fg: var(--crm-label-purple-fg); }
  .label[data-c='red'] { --_bg: var(--crm-label-red-bg); --_fg: var(--crm-label-red-fg); }
  .label[data-c='yellow'] { --_bg: var(--crm-label-yellow-bg); --_fg: var(--crm-label-yellow-fg); }
  .tag { display: inline-flex; align-items: center; gap: 4px; block-size: 20px; padding-inline: 7px; border-radius: var(--crm-radius-sm); font-size: var(--crm-text-xs); font-weight: var(--crm-weight-medium); background: var(--crm-surface-active); color: var(--crm-text-muted); white-space: nowrap; }
  @media (forced-colors: active) {
    .label, .tag { border: 1px solid CanvasText; }
  }
`;
