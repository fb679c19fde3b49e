import { css } from 'lit';

/** A label, an input and what is wrong with it. `data-invalid` on `.field` turns the edge. */
export const field = css`
  .field { display: grid; gap: 5px; align-content: start; min-inline-size: 0; }
  .field > label, .field > .field-name { font-size: var(--crm-text-xs); font-weight: var(--crm-weight-medium); color: var(--crm-text-muted); }
  .field > label > :is(.input, .select) { margin-block-start: 5px; }
  .req::after { content: ' *'; color: var(--crm-negative-text); }
  .input { display: flex; align-items: center; gap: 8px; inline-size: 100%; min-inline-size: 0; block-size: var(--crm-control); padding-inline: 10px; border: 1px solid var(--crm-border-control); border-radius: var(--crm-radius-md); background: var(--crm-surface-base); color: var(--crm-text-strong); font-size: var(--crm-text-sm); }
  .select { position: relative; display: block; min-inline-size: 0; } .select > .i { position: absolute; inset-inline-end: 10px; inset-block-start: calc(50% - 7px); pointer-events: none; color: var(--crm-text-muted); }
  input.input { display: inline-block; }
  select.input { appearance: none; padding-inline-end: 28px; text-overflow: ellipsis; }
  textarea.input { block-size: auto; padding-block: 8px; resize: vertical; line-height: var(--crm-leading); }
  .input::placeholder, .input input::placeholder { color: var(--crm-text-subtle); opacity: 1; }
  .input:hover { border-color: var(--crm-text-subtle); }
  .input:focus-visible, .input:focus-within, .input.is-focus { outline: var(--crm-focus-ring); outline-offset: -1px; border-color: transparent; }
  .input input { all: unset; flex: 1; min-inline-size: 0; font-size: inherit; }
  .input > .i { color: var(--crm-text-subtle); }
  .field[data-invalid] .input { border-color: var(--crm-negative-fill); box-shadow: 0 0 0 1px var(--crm-negative-fill); }
  .field > .row > .select { flex: none; }
  .input > .chip-x { margin-inline-end: -6px; }
  .field-note { font-size: var(--crm-text-xs); color: var(--crm-text-subtle); }
  .field-error { display: flex; gap: 5px; align-items: center; font-size: var(--crm-text-xs); color: var(--crm-negative-text); font-weight: var(--crm-weight-medium); }
`;
