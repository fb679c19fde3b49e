import { css } from 'lit';

/** Panels one chooses and builds in: lists with boxes, a label's editor with its colours, a filter's builder. */
export const picker = css`
  .checklist { max-block-size: 320px; overflow: auto; }
  .checklist .menu-item > .label { overflow: hidden; }
  .column-item { gap: 0; }
  .column-item > .menu-item { flex: 1; min-inline-size: 0; cursor: pointer; }
  .column-item > .btn { flex: none; }
  .builder { display: grid; gap: 10px; padding: 8px; inline-size: min(280px, 100vi - 40px); }
  .builder .menu-head { padding: 0; }
  .swatches { display: grid; grid-template-columns: repeat(5, 1fr); gap: 6px; }
  .swatch { position: relative; display: grid; min-block-size: 28px; cursor: pointer; }
  .swatch > input { position: absolute; inset: 0; inline-size: 100%; block-size: 100%; margin: 0; opacity: 0; cursor: pointer; }
  .swatch > .label { block-size: 28px; justify-content: center; }
  .swatch > .label > span { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
  .swatch > .label::before { content: ''; inline-size: 12px; block-size: 12px; border-radius: 4px; background: var(--_dot); }
  .swatch > .label[data-c='dark-gray']::before { background: currentColor; }
  .swatch > input:checked + .label { outline: 2px solid var(--crm-text-strong); outline-offset: 1px; }
  .swatch > input:checked + .label::before { border-radius: 50%; }
  .swatch > input:focus-visible + .label { outline: var(--crm-focus-ring); outline-offset: 2px; }
  @media (pointer: coarse) { .swatch, .swatch > .label { block-size: 44px; } }
`;
