import { css } from 'lit';

/** The form of a pipeline: a box for each stage, its fields side by side where there is room. */
export const editorStyles = css`
  .stages-edit { display: grid; gap: 8px; justify-items: start; }
  .ends-edit { display: grid; gap: 4px; }
  :is(.stages-edit, .ends-edit) h3, .reasons-edit legend { font-size: var(--crm-text-sm); font-weight: var(--crm-weight-medium); padding: 0; }
  .stages-edit ol { inline-size: 100%; border: 1px solid var(--crm-border-base); border-radius: var(--crm-radius-lg); }
  .stage-edit { display: flex; align-items: flex-start; gap: 8px; padding: 10px 8px; }
  .stages-edit li + li { border-block-start: 1px solid var(--crm-border-subtle); }
  .stage-edit > .places { display: grid; padding-block-start: 14px; }
  :is(.places, .pipes-list) .btn--sm.btn--icon[aria-disabled] { border-color: transparent; opacity: 0.4; }
  .stage-edit > [data-remove] { margin-block-start: 20px; }
  .stage-edit.is-gone { align-items: center; background: var(--crm-surface-inset); padding-inline: 12px; }
  .stage-edit.is-gone > .grow { display: grid; gap: 8px; min-inline-size: 0; overflow-wrap: anywhere; }
  .stage-fields { flex: 1; min-inline-size: 0; display: grid; grid-template-columns: minmax(0, 1fr) 88px 128px; gap: 8px 12px; align-items: start; }
  .asks { grid-column: 1 / -1; font-size: var(--crm-text-sm); }
  .asks > summary { inline-size: fit-content; padding-block: 2px; color: var(--crm-text-muted); cursor: pointer; border-radius: var(--crm-radius-sm); }
  .asks > summary:focus-visible { outline: var(--crm-focus-ring); outline-offset: 2px; }
  .asks > div { display: flex; flex-wrap: wrap; gap: 6px 16px; padding-block: 6px; }
  .asks p { flex: 1 0 100%; font-size: var(--crm-text-xs); }
  .reasons-edit { border: 0; padding: 0; margin: 0; min-inline-size: 0; display: grid; gap: 8px; }
  .reasons-edit legend { margin-block-end: 8px; }
  .pipes-list > li { display: flex; align-items: center; gap: 8px; padding: 6px 8px; }
  .pipes-list > li + li { border-block-start: 1px solid var(--crm-border-subtle); }
  .pipes-list { border: 1px solid var(--crm-border-base); border-radius: var(--crm-radius-lg); }
  .pipes-list .grow { min-inline-size: 0; overflow-wrap: anywhere; }
  @container (max-width: 560px) {
    .stage-fields { grid-template-columns: 1fr 1fr; }
    .stage-fields > .field:first-child { grid-column: 1 / -1; }
  }
  @container (max-width: 480px) { .dialog-foot > [data-delete] { order: 1; inline-size: 100%; } }
  @media (pointer: coarse) { .asks > summary { min-block-size: 44px; align-content: center; } }
`;
