import { css } from 'lit';

/** The filter's dialog: a condition is a line of fields where there is room, a stack where there is none. */
export const filterStyles = css`
  .fdialog, .fparts, .fgroup { display: grid; gap: 12px; grid-template-columns: minmax(0, 1fr); }
  .fdialog > .field, .fgroup-head > .field { max-inline-size: 260px; }
  .fcondition { position: relative; display: grid; grid-template-columns: minmax(0, 1.2fr) minmax(0, 1fr) minmax(0, 1.2fr); gap: 8px; align-items: start; padding: 10px 44px 10px 10px; padding-inline: 10px 44px; border: 1px solid var(--crm-border-base); border-radius: var(--crm-radius-lg); background: var(--crm-surface-base); }
  .fcondition > .fchoices, .fcondition > .fkept { grid-column: 1 / -1; }
  .fcross { position: absolute; inset-block-start: 6px; inset-inline-end: 6px; }
  .fgroup { position: relative; padding: 12px; border: 1px solid var(--crm-border-strong); border-radius: var(--crm-radius-lg); background: var(--crm-surface-sunken); }
  .fgroup-head { padding-inline-end: 40px; }
  .fchoices { display: grid; grid-template-columns: repeat(auto-fill, minmax(150px, 1fr)); gap: 6px 12px; max-block-size: 168px; overflow: auto; padding: 2px; }
  .fchoices > .row { min-block-size: 28px; min-inline-size: 0; }
  .fchoices > .field-error { grid-column: 1 / -1; }
  .fsaved { display: grid; gap: 8px; padding-block-end: 12px; border-block-end: 1px solid var(--crm-border-base); }
  .fsaved > .field { max-inline-size: 320px; }
  .fnone, .fkept { color: var(--crm-text-muted); font-size: var(--crm-text-sm); }
  @container (inline-size < 660px) {
    .fcondition { grid-template-columns: minmax(0, 1fr); }
  }
  @media (pointer: coarse) { .fchoices > .row { min-block-size: 44px; } }
`;

/** The chips of a filter that is on, under the head of a view. */
export const filterChipStyles = css`
  .fchips { display: flex; flex-wrap: wrap; align-items: center; gap: 6px; min-inline-size: 0; }
  .fchips .chip { min-inline-size: 0; max-inline-size: 100%; flex: 0 1 auto; padding-inline: 9px 2px; }
  .fchips .chip > button:first-child { all: unset; display: inline-flex; align-items: center; gap: 4px; min-inline-size: 0; max-inline-size: 420px; cursor: pointer; border-radius: var(--crm-radius-full); padding-inline-end: 3px; }
  .fchips .chip > button:first-child:focus-visible { outline: var(--crm-focus-ring); outline-offset: 2px; }
  .fwrong { display: inline-grid; color: var(--crm-negative-text); }
`;
