import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import * as icons from '../../shared/icons.js';
import { icon } from '../../shared/icon.js';
import { searchTool, segmentTool, sortTool } from '../../shared/table/head-tools.js';
import { tableTool } from '../../shared/table/tool.js';
import type { DealListModel } from './model.js';
import { dealSegments, orderIn } from './setup.js';
import type { DealSegment } from './first-setup.js';

export interface ToolActions {
  readonly sort: (anchor: HTMLElement) => void;
  readonly columns: (anchor: HTMLElement) => void;
  readonly more: (anchor: HTMLElement) => void;
  readonly filter: (anchor: HTMLElement) => void;
  /** undefined = not known yet. */
  readonly count: (segment: DealSegment) => number | undefined;
  /** From the search into the rows. */
  readonly toRows: () => void;
}

/** Which pipeline, and search; not where what is around the list has both. */
export function head(model: DealListModel, actions: ToolActions): TemplateResult | typeof nothing {
  const { t, host, setup } = model;
  if (host.embedded) return nothing;
  return html`<div class="list-head" part="head">
    ${name(model)}
    ${searchTool({
      value: setup.search,
      label: t.pipeline.search,
      clear: t.pipeline.clearSearch,
      onInput: (words) => model.setSearch(words),
      toRows: actions.toRows,
    })}
  </div>`;
}

function name(model: DealListModel): TemplateResult {
  const { pipelines, pipeline, t, host } = model;
  if (pipelines.length < 2)
    return html`<h2 class="title" tabindex="-1"><span class="cut" dir="auto">${host.heading || pipeline?.name || t.dealList.title}</span></h2>`;
  const choose = (event: Event): void => {
    model.arrange({ pipelineId: (event.target as HTMLSelectElement).value || null });
  };
  return html`<h2 class="title" tabindex="-1">
    <span class=${host.heading ? 'cut' : 'sr'} dir="auto">${host.heading || t.dealList.title}</span>
    <span class="which">
      <select aria-label=${t.pipeline.choosePipeline} data-pipeline @change=${choose}>
        <option value="" .selected=${live(pipeline === undefined)}>${t.dealList.allPipelines}</option>
        ${pipelines.map((each) => html`<option value=${each.id} .selected=${live(each.id === pipeline?.id)}>${each.name}</option>`)}
      </select>
      ${icon(icons.down)}
    </span>
  </h2>`;
}

/** Segments, order, columns, more. */
export function toolbar(model: DealListModel, actions: ToolActions): TemplateResult {
  const { t } = model;
  return html`<div class="toolbar" part="toolbar" role="group" aria-label=${t.dealList.toolbar}>
    <div class="seg" role="group" aria-label=${t.dealList.segments}>
      ${dealSegments.map((segment) => segmentButton(segment, model, actions))}
    </div>
    <span class="grow"></span>
    <span class="tools">
      ${model.host.embedded ? nothing : filterButton(model, actions)}${sortButton(model, actions)}
      <span class="rule"></span>
      ${tableTool('columns', icons.columns, t.dealList.columns, 'dialog', actions.columns)}
      ${tableTool('more', icons.more, t.dealList.more, 'menu', actions.more)}
    </span>
  </div>`;
}

function segmentButton(segment: DealSegment, model: DealListModel, { count }: ToolActions): TemplateResult {
  const { dealList: t } = model.t;
  const words: Record<DealSegment, string> = {
    open: t.segmentOpen,
    won: t.segmentWon,
    lost: t.segmentLost,
    all: t.segmentAll,
  };
  return segmentTool({
    segment,
    text: words[segment],
    on: model.segment === segment,
    count: count(segment),
    pending: t.countPending,
    format: model.format,
    press: () => model.setSegment(segment),
  });
}

/** What narrows the list; the chips below say what. Inside a board it is the board's. */
function filterButton({ t, setup }: DealListModel, { filter }: ToolActions): TemplateResult {
  const on = setup.filter.length;
  const name = on > 0 ? t.pipeline.filtersOn(on) : t.pipeline.filter;
  return html`<button
    type="button"
    class="btn btn--quiet btn--sm"
    data-filters
    aria-label=${name}
    title=${name}
    aria-haspopup="dialog"
    @click=${(event: Event) => filter(event.currentTarget as HTMLElement)}
  >${icon(icons.filter)}<span>${t.pipeline.filter}</span></button>`;
}

function sortButton(model: DealListModel, { sort }: ToolActions): TemplateResult {
  const [order] = orderIn(model.setup);
  const name = model.columnName(order?.field ?? '');
  return sortTool(name, model.t.dealList.sort(name), sort);
}
