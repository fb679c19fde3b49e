import { css } from 'lit';

export const projectsStyles = css`
  .projects { list-style: none; margin: 0; padding: 0; display: grid; gap: 4px; }
  #projects:focus-visible { outline: var(--crm-focus-ring); outline-offset: -2px; border-radius: var(--crm-radius-sm); }
  .project > .row { align-items: flex-start; gap: 4px; }
  .project-head { all: unset; box-sizing: border-box; flex: 1; min-inline-size: 0; display: flex; align-items: flex-start; gap: 6px; padding: 6px 8px; margin-inline: -8px 0; border-radius: var(--crm-radius-sm); cursor: pointer; font-size: var(--crm-text-sm); min-block-size: var(--crm-target); }
  .project-head:hover { background: var(--crm-surface-hover); } .project-head:focus-visible { outline: var(--crm-focus-ring); outline-offset: -2px; }
  .project-head > .avatar { flex: none; margin-block-start: 1px; }
  .project-head > .i { flex: none; margin-block-start: 3px; color: var(--crm-text-subtle); }
  .project-head b { display: block; font-weight: var(--crm-weight-medium); color: var(--crm-text-strong); overflow-wrap: anywhere; }
  .project-head small { display: block; font-size: var(--crm-text-xs); color: var(--crm-text-subtle); overflow-wrap: anywhere; }
  .project-head .project-facts { display: flex; flex-wrap: wrap; align-items: center; gap: 2px 8px; margin-block-start: 2px; font-variant-numeric: tabular-nums; }
  .project-facts > .progress { flex: none; inline-size: 48px; }
  .project .is-late { display: inline-flex; align-items: center; gap: 3px; color: var(--crm-negative-text); font-weight: var(--crm-weight-medium); }
  .project[data-status='canceled'] .project-head b { text-decoration: line-through; color: var(--crm-text-subtle); }
  .project-body:not([hidden]) { display: grid; gap: 12px; padding: 4px 0 8px; border-block-end: 1px solid var(--crm-border-subtle); } .project:last-child > .project-body { border: 0; padding-block-end: 0; }
  .project-body .edit { inline-size: auto; max-inline-size: 100%; } .project-body .text { white-space: pre-wrap; }
  .project-deals { list-style: none; margin: 0; padding: 0; display: grid; gap: 2px; } .project-deals .link { max-inline-size: 100%; overflow-wrap: anywhere; }
  .stack { display: grid; gap: 12px; } .stack > * { min-inline-size: 0; } .pair { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 12px; }
  @container (inline-size < 480px) { .pair { grid-template-columns: minmax(0, 1fr); } }
`;
