import { css } from 'lit';

/**
 * Labels in ten colours, theirs on purpose, and plain tags. The word is the signal, the colour helps: text on background at
 * least 4.5:1 in both schemes. `_a` and `_b` are the ground in the light and in the dark, `_c` and `_d` the text, as `oklch` takes them.
 */
export const label = css`
  .label { display: inline-block; max-inline-size: 100%; block-size: 20px; padding-inline: 7px; border-radius: var(--crm-radius-sm); font-size: var(--crm-text-xs); font-weight: var(--crm-weight-medium); line-height: 18px; vertical-align: middle; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; background: light-dark(oklch(var(--_a)), oklch(var(--_b))); color: light-dark(oklch(var(--_c)), oklch(var(--_d))); border: 1px solid transparent; }
  .label[data-c='blue'] { --_a: 0.945 0.035 255; --_b: 0.32 0.07 258; --_c: 0.43 0.15 260; --_d: 0.87 0.065 255; }
  .label[data-c='brown'] { --_a: 0.915 0.028 62; --_b: 0.335 0.04 58; --_c: 0.4 0.065 52; --_d: 0.865 0.045 65; }
  .label[data-c='dark-gray'] { --_a: 0.42 0.012 265; --_b: 0.8 0.008 265; --_c: 0.985 0 0; --_d: 0.23 0.01 265; }
  .label[data-c='gray'] { --_a: 0.935 0.005 265; --_b: 0.345 0.008 265; --_c: 0.42 0.012 265; --_d: 0.89 0.004 265; }
  .label[data-c='green'] { --_a: 0.945 0.05 155; --_b: 0.315 0.06 155; --_c: 0.42 0.105 155; --_d: 0.87 0.095 155; }
  .label[data-c='orange'] { --_a: 0.94 0.055 62; --_b: 0.35 0.075 48; --_c: 0.465 0.13 45; --_d: 0.87 0.085 62; }
  .label[data-c='pink'] { --_a: 0.94 0.038 348; --_b: 0.335 0.085 350; --_c: 0.46 0.165 355; --_d: 0.87 0.075 348; }
  .label[data-c='purple'] { --_a: 0.94 0.038 305; --_b: 0.33 0.085 303; --_c: 0.44 0.17 303; --_d: 0.87 0.07 305; }
  .label[data-c='red'] { --_a: 0.935 0.04 22; --_b: 0.335 0.09 24; --_c: 0.46 0.17 26; --_d: 0.87 0.072 22; }
  .label[data-c='yellow'] { --_a: 0.955 0.085 98; --_b: 0.345 0.06 92; --_c: 0.43 0.088 88; --_d: 0.89 0.115 97; }
  .tag { display: inline-flex; align-items: center; gap: 4px; block-size: 20px; padding-inline: 7px; border-radius: var(--crm-radius-sm); font-size: var(--crm-text-xs); font-weight: var(--crm-weight-medium); background: var(--crm-surface-active); color: var(--crm-text-muted); white-space: nowrap; }
`;
