import { css } from 'lit';
import { gripStyles } from '../../shared/table/grip.styles.js';
import { rowsMore } from '../../styles/controls/rows-more.js';

/** What is added to the list by what can be done with it: the open lead beside it. */
export const handStyles = [
  rowsMore,
  gripStyles,
  css`
    .lrow--head > [role='columnheader'] { position: relative; }
    .lrow--head > * > .grip { inset-block: -4px; }
    @container list (inline-size < 900px) { .grid[data-trash] .lrow > :nth-child(6) { display: block; } }
    @container list (inline-size < 660px) {
      .grid[data-trash] .lrow:not(.lrow--head) > :nth-child(6) { grid-area: 3 / 2 / auto / -1; font-size: var(--crm-text-xs); }
      .grid[data-trash] .lrow > :nth-child(6):not(:has(> bdi:empty))::before { content: var(--merged); }
    }
    .inbox-head h2 { border-radius: var(--crm-radius-sm); }
    .body.with-detail { grid-template-columns: minmax(0, 1fr) 420px; }
    .side { min-inline-size: 0; min-block-size: 0; display: grid; grid-template: minmax(0, 1fr) / minmax(0, 1fr); border-inline-start: 1px solid var(--crm-border-base); background: var(--crm-surface-base); overflow: hidden; }
    .side > * { min-block-size: 0; min-inline-size: 0; }
    .side:focus-visible { outline-offset: -2px; }
    .slot-host { display: contents; }
    .body > .empty { align-content: center; overflow: auto; }
    @container (inline-size < 660px) {
      .inbox:has(> .with-detail) > :is(.inbox-head, .toolbar, .bulk, .foot) { display: none; }
      .body.with-detail { grid-template-columns: minmax(0, 1fr); }
      .body.with-detail > .list { display: none; }
      .side { border-inline-start: 0; }
    }
  `,
];
