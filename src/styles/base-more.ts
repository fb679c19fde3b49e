import { css } from 'lit';

/** Reset and helper classes of all that comes later, and the ring of what has the focus. Comes after `base`. */
export const baseMore = css`
  :where(h1, h4, dl, dd, ol, ul, figure, fieldset, blockquote) { margin: 0; }
  :where(h1, h2, h3, h4, p, dl, dd, ol, ul, figure, fieldset, blockquote) { padding: 0; border: 0; min-inline-size: 0; }
  :where(ol, ul) { list-style: none; }
  :where(h1, h4) { font-size: inherit; font-weight: var(--crm-weight-bold); line-height: 1.25; text-wrap: pretty; }
  :where(a) { color: var(--crm-accent-text); text-decoration: none; border-radius: 2px; }
  :where(a:hover) { text-decoration: underline; text-underline-offset: 2px; }
  :where(:focus-visible), .is-focus { outline: var(--crm-focus-ring); outline-offset: 2px; }
  .input:focus-visible, .input:focus-within, .input.is-focus { outline: var(--crm-focus-ring); outline-offset: -1px; border-color: transparent; }
  .muted { color: var(--crm-text-muted); }
  .subtle { color: var(--crm-text-subtle); }
  .grow { flex: 1 1 auto; min-inline-size: 0; }
  .row { display: flex; align-items: center; gap: var(--crm-space-2); min-inline-size: 0; }
  .wrap { flex-wrap: wrap; }
  .end { margin-inline-start: auto; }
  :dir(rtl) > .i--turn { scale: -1 1; }
  @media (prefers-reduced-motion: reduce) {
    *, *::before, *::after, ::backdrop { transition: none !important; }
  }
`;
