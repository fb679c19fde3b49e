import { css } from 'lit';
import { drag } from '../../../styles/controls/drag.js';

const own = css`
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
  .tasks { display: grid; gap: 4px; } .tasks h4 { margin: 0; font-size: var(--crm-text-xs); font-weight: var(--crm-weight-medium); color: var(--crm-text-subtle); }
  .tasks > ul, .template-tasks > ul, .template-list { list-style: none; margin: 0; padding: 0; }
  .task { display: flex; align-items: flex-start; gap: 8px; padding-block: 4px; border-radius: var(--crm-radius-sm); font-size: var(--crm-text-sm); cursor: grab; } .task[data-over='before'] { box-shadow: inset 0 2px var(--crm-accent-fill); } .task[data-over='after'] { box-shadow: inset 0 -2px var(--crm-accent-fill); } .task[data-gone]:not(.drag-ghost) > * { opacity: 0.35; }
  .task.drag-ghost { display: flex; padding: 4px 8px; list-style: none; background: var(--crm-surface-overlay); border: 1px solid var(--crm-accent-fill); border-radius: var(--crm-radius-md); }
  .task > .check { flex: none; margin-block-start: 5px; } .task > .btn { flex: none; }
  .task-said { flex: 1; min-inline-size: 0; display: grid; gap: 0; } .task-said .edit { overflow-wrap: anywhere; cursor: text; }
  .task-more { display: flex; flex-wrap: wrap; align-items: center; gap: 2px 8px; font-size: var(--crm-text-xs); color: var(--crm-text-subtle); } .task-more .edit { min-block-size: 24px; max-inline-size: none; white-space: nowrap; } .task-more .edit.add { color: var(--crm-text-subtle); } .is-late .edit { color: inherit; font-weight: inherit; }
  .task[data-done] .task-said > .edit { color: var(--crm-text-subtle); text-decoration: line-through; }
  .template-tasks { border: 0; margin: 0; padding: 0; min-inline-size: 0; } .template-tasks legend { font-size: var(--crm-text-sm); font-weight: var(--crm-weight-medium); padding: 0; margin-block-end: 6px; }
  .template-tasks li { display: grid; grid-template-columns: auto minmax(0, 1fr) minmax(0, 10rem); gap: 8px; align-items: start; padding-block: 3px; } .template-tasks .check { margin-block-start: 8px; } .template-tasks [data-left] .field:last-child { opacity: 0.6; }
  .template-form fieldset { display: grid; gap: 8px; border: 0; margin: 0; padding: 0; min-inline-size: 0; } .template-form legend { font-size: var(--crm-text-sm); font-weight: var(--crm-weight-medium); padding: 0; margin-block-end: 6px; }
  .template-row { display: grid; grid-template-columns: minmax(0, 1fr) auto auto; gap: 6px; align-items: start; } .template-row--task { grid-template-columns: minmax(0, 1fr) minmax(0, 9rem) auto; } .template-row--task > .btn { margin-block-start: 24px; }
  .template-list > li { display: flex; align-items: center; gap: 4px; border-block-end: 1px solid var(--crm-border-subtle); }
  .template-open { all: unset; flex: 1; min-inline-size: 0; padding: 8px 4px; cursor: pointer; font-size: var(--crm-text-sm); border-radius: var(--crm-radius-sm); overflow-wrap: anywhere; } .template-open:hover { background: var(--crm-surface-hover); } .template-open:focus-visible { outline: var(--crm-focus-ring); outline-offset: -2px; }
  .template-open .nm { display: block; color: var(--crm-text-strong); } .template-open small { font-size: var(--crm-text-xs); color: var(--crm-text-subtle); }
  .stack { display: grid; gap: 12px; } .stack > * { min-inline-size: 0; } .pair { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 12px; }
  @container (inline-size < 480px) { .pair { grid-template-columns: minmax(0, 1fr); } .template-row--task { grid-template-columns: minmax(0, 1fr) auto; } .template-row--task > :nth-child(2) { grid-area: 2 / 1; } .template-row--task > .btn { grid-area: 1 / 2; } .template-tasks li { grid-template-columns: auto minmax(0, 1fr); } .template-tasks li > :last-child { grid-column: 2; } }
  @media (forced-colors: active) { .task[data-over='before'] { border-block-start: 2px solid Highlight; } .task[data-over='after'] { border-block-end: 2px solid Highlight; } }
`;

export const projectsStyles = [drag, own];
