import { css } from 'lit';

/** What labels and tags are beside a list: dots before names (each at least 3:1 on the base), labels that can be taken off, tags with a meaning. */
export const labelMore = css`
  .label:not(.label--cut) { display: inline-flex; align-items: center; line-height: 1; overflow: visible; vertical-align: baseline; }
  .label[data-c='blue'] { --_dot: light-dark(oklch(0.58 0.17 258), oklch(0.7 0.14 255)); }
  .label[data-c='brown'] { --_dot: light-dark(oklch(0.53 0.08 55), oklch(0.66 0.07 60)); }
  .label[data-c='dark-gray'] { --_dot: light-dark(oklch(0.38 0.012 265), oklch(0.86 0.006 265)); }
  .label[data-c='gray'] { --_dot: light-dark(oklch(0.62 0.01 265), oklch(0.62 0.01 265)); }
  .label[data-c='green'] { --_dot: light-dark(oklch(0.6 0.14 152), oklch(0.74 0.15 152)); }
  .label[data-c='orange'] { --_dot: light-dark(oklch(0.66 0.165 50), oklch(0.75 0.15 55)); }
  .label[data-c='pink'] { --_dot: light-dark(oklch(0.62 0.19 352), oklch(0.73 0.15 350)); }
  .label[data-c='purple'] { --_dot: light-dark(oklch(0.56 0.19 303), oklch(0.71 0.145 303)); }
  .label[data-c='red'] { --_dot: light-dark(oklch(0.58 0.205 26), oklch(0.7 0.17 24)); }
  .label[data-c='yellow'] { --_dot: light-dark(oklch(0.66 0.135 88), oklch(0.83 0.15 92)); }
  .label > span { overflow: hidden; text-overflow: ellipsis; padding-block: 2px; }
  .label:has(> .chip-x) { padding-inline-end: 0; block-size: 24px; }
  .label--dot { background: none; padding-inline: 0; color: inherit; gap: 7px; }
  .label--dot::before { content: ''; inline-size: 10px; block-size: 10px; border-radius: 3px; background: var(--_dot); flex: none; }
  .tag--positive { background: var(--crm-positive-soft); color: var(--crm-positive-text); }
  .tag--negative { background: var(--crm-negative-soft); color: var(--crm-negative-text); }
  .tag--warning { background: var(--crm-warning-soft); color: var(--crm-warning-text); }
  .tag--info { background: var(--crm-info-soft); color: var(--crm-info-text); }
  @media (forced-colors: active) {
    .label--dot::before { border: 1px solid CanvasText; }
  }
`;
