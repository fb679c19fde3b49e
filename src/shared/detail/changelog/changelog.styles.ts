import { css } from 'lit';

export const changelogStyles = css`
  .log-filters { display: flex; flex-wrap: wrap; gap: 8px; margin-block-end: 12px; }
  .log-filters .field { flex: 0 1 200px; min-inline-size: 0; }
  .log-day { margin-block: 12px 2px; font-size: var(--crm-text-xs); font-weight: var(--crm-weight-regular); color: var(--crm-text-muted); }
  .log { margin: 0; padding: 0; list-style: none; }
  .log > li { position: relative; display: grid; grid-template: 'who name diff time act' auto / 24px minmax(0, 11rem) minmax(0, 1fr) auto 28px; align-items: center; gap: 2px 10px; min-block-size: 40px; padding-block: 5px; border-block-end: 1px solid var(--crm-border-base); font-size: var(--crm-text-sm); content-visibility: auto; contain-intrinsic-block-size: auto 41px; }
  .log > li:focus-visible { outline: var(--crm-focus-ring); outline-offset: -2px; border-radius: var(--crm-radius-sm); }
  .log > li > b { grid-area: name; font-weight: var(--crm-weight-medium); overflow-wrap: anywhere; }
  .log > li > b > small { display: block; font-size: var(--crm-text-xs); font-weight: var(--crm-weight-regular); color: var(--crm-text-muted); }
  .log .diff { grid-area: diff; min-inline-size: 0; }
  .log .diff > :is(del, ins, bdi) { min-inline-size: 0; overflow-wrap: anywhere; }
  .log .diff > :is(del, ins) { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 4; overflow: hidden; }
  .log .diff > .i { color: var(--crm-text-subtle); }
  .log time { grid-area: time; color: var(--crm-text-subtle); font-size: var(--crm-text-xs); font-variant-numeric: tabular-nums; }
  .log .btn { grid-area: act; }
  @media (hover: hover) and (pointer: fine) {
    .log .btn { opacity: 0; }
    .log > li:is(:hover, :focus-within) .btn { opacity: 1; }
  }
  .log .avatar > .i { inline-size: 14px; block-size: 14px; }
  @container (inline-size < 560px) {
    .log-filters .field { flex: 1 1 130px; }
    .log > li { grid-template: 'who name time act' auto 'who diff diff act' auto / 24px minmax(0, 1fr) auto 28px; align-items: start; }
    .log > li > .avatar { grid-area: who; }
  }
  @media (pointer: coarse) {
    .log > li { grid-template-columns: 24px minmax(0, 11rem) minmax(0, 1fr) auto 44px; }
    .log .btn { inline-size: 44px; block-size: 44px; }
    @container (inline-size < 560px) {
      .log > li { grid-template-columns: 24px minmax(0, 1fr) auto 44px; }
    }
  }
`;
