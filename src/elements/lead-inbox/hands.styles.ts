import { css } from 'lit';

/** What is added to the list by what can be done with it: the bar over selected leads, the open lead beside it, buttons of a row. */
export const handStyles = [
  css`
    .body.with-detail { grid-template-columns: minmax(0, 1fr) 420px; }
    .side { min-inline-size: 0; min-block-size: 0; display: grid; grid-template: minmax(0, 1fr) / minmax(0, 1fr); border-inline-start: 1px solid var(--crm-border-base); background: var(--crm-surface-base); overflow: hidden; }
    .side > * { min-block-size: 0; min-inline-size: 0; }
    .side:focus-visible { outline-offset: -2px; }
    .bulk { display: flex; align-items: center; gap: 6px; min-inline-size: 0; min-block-size: calc(var(--crm-control-sm) + 6px); padding-block: 3px; padding-inline: 8px 6px; margin: -3px 8px 9px; border-radius: var(--crm-radius-lg); background: var(--crm-accent-soft); }
    .bulk b { font-weight: var(--crm-weight-bold); padding-inline: 4px 8px; white-space: nowrap; color: var(--crm-accent-text); }
    .bulk .btn:not(.btn--primary, [aria-disabled='true']) { background: var(--crm-surface-raised); }
    .bulk .btn--quiet:not(:hover) { background: none !important; }
    .bulk .hints { font-size: var(--crm-text-xs); white-space: nowrap; overflow: hidden; }
    .bulk .progress { inline-size: 160px; }
    .slot-host { display: contents; }
    @container (inline-size < 900px) { .bulk .hints { display: none; } }
    .is-hot :is(.value, .own, .age) { opacity: 0; }
    .rowacts { position: absolute; inset-block: 0; inset-inline-end: 12px; display: flex; align-items: center; gap: 4px; z-index: 1; }
    .rowacts::before { content: ''; position: absolute; inset-block: 2px; inset-inline: -28px -10px; z-index: -1; background: linear-gradient(to right, transparent, var(--_under) 28px); }
    .rowacts:dir(rtl)::before { background: linear-gradient(to left, transparent, var(--_under) 28px); }
    .pickall { position: sticky; inset-inline-start: 0; padding: 7px 16px; text-align: center; font-size: var(--crm-text-xs); color: var(--crm-text-muted); border-block-end: 1px solid var(--crm-border-base); background: var(--crm-surface-sunken); }
    .pickall button { all: unset; cursor: pointer; color: var(--crm-accent-text); min-block-size: 24px; border-radius: 2px; }
    .pickall button:hover { text-decoration: underline; text-underline-offset: 2px; }
    .pickall button:focus-visible { outline: var(--crm-focus-ring); outline-offset: 2px; }
    .body > .empty { align-content: center; overflow: auto; }
    @container (inline-size < 660px) {
      .inbox:has(> .with-detail) > :is(.inbox-head, .toolbar, .bulk, .foot) { display: none; }
      .bulk .leaves { display: none; }
      .bulk .keeps > span { display: none; }
      .bulk .keeps { inline-size: var(--crm-control-sm); padding: 0; }
      .bulk b { flex: 1; }
      .body.with-detail { grid-template-columns: minmax(0, 1fr); }
      .body.with-detail > .list { display: none; }
      .side { border-inline-start: 0; }
    }
    @container list (inline-size < 660px) {
      .rowacts { display: none; }
      .is-hot :is(.value, .own, .age) { opacity: 1; }
    }
  `,
];
