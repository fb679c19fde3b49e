import { css } from 'lit';

/** A label, an input and what is wrong with it; lists and areas. `data-invalid` on `.field` turns the edge. Comes after `field`. */
export const fieldMore = css`
  .input > .chip-x { margin-inline-end: -6px; }
  .input:hover:where(:not(:focus-visible, :focus-within)) { border-color: var(--crm-text-subtle); }
  .field { display: grid; gap: 5px; align-content: start; min-inline-size: 0; }
  .field > label, .field > .field-name { font-size: var(--crm-text-xs); font-weight: var(--crm-weight-medium); color: var(--crm-text-muted); }
  .field > label > :is(.input, .select) { margin-block-start: 5px; }
  .req::after { content: ' *'; color: var(--crm-negative-text); }
  .select { position: relative; display: block; min-inline-size: 0; } .select > .i { position: absolute; inset-inline-end: 10px; inset-block-start: calc(50% - 7px); pointer-events: none; color: var(--crm-text-muted); }
  input.input { display: inline-block; }
  select.input { appearance: none; padding-inline-end: 28px; text-overflow: ellipsis; }
  textarea.input { block-size: auto; padding-block: 8px; resize: vertical; line-height: var(--crm-leading); }
  .field[data-invalid] .input { border-color: var(--crm-negative-fill); box-shadow: 0 0 0 1px var(--crm-negative-fill); }
  .field > .row > .select { flex: none; }
  .pair-days { display: grid; grid-template-columns: repeat(auto-fit, minmax(max(120px, 40%), 1fr)); gap: 6px; }
  .pair-days .req::after { content: none; }
  .pair-days > .field-error { grid-column: 1 / -1; }
  .field-note { font-size: var(--crm-text-xs); color: var(--crm-text-subtle); }
  .field-error { display: flex; gap: 5px; align-items: center; font-size: var(--crm-text-xs); color: var(--crm-negative-text); font-weight: var(--crm-weight-medium); }
`;
