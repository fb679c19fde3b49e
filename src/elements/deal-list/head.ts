import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { clearWords } from '../../shared/cross.js';
import * as icons from '../../shared/icons.js';
import { icon } from '../../shared/icon.js';
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
    <div class="input find">
      ${icon(icons.search)}<input
        type="search"
        aria-label=${t.pipeline.search}
        aria-keyshortcuts="/"
        placeholder=${t.pipeline.search}
        autocomplete="off"
        spellcheck="false"
        enterkeyhint="search"
        .value=${live(setup.search)}
        @input=${(event: InputEvent) => model.setSearch((event.target as HTMLInputElement).value)}
        @keydown=${(event: KeyboardEvent) => searchKey(event, model, actions)}
      />${setup.search ? clearWords(t.pipeline.clearSearch, () => model.setSearch('')) : html`<kbd aria-hidden="true">/</kbd>`}
    </div>
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

/** Esc gives up the words, then the field; the arrow goes on into what was found. */
function searchKey(event: KeyboardEvent, model: DealListModel, { toRows }: ToolActions): void {
  if (event.isComposing || !['Escape', 'ArrowDown', 'Enter'].includes(event.key)) return;
  event.preventDefault();
  event.stopPropagation();
  if (event.key === 'Escape' && model.setup.search) model.setSearch('');
  else toRows();
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
  const number = count(segment);
  return html`<button
    type="button"
    data-segment=${segment}
    aria-pressed=${model.segment === segment ? 'true' : 'false'}
    @click=${() => model.setSegment(segment)}
  >${words[segment]} <span class="count">${
    number === undefined
      ? html`<span aria-hidden="true">&ndash;</span><span class="sr">${t.countPending}</span>`
      : model.format.number(number)
  }</span></button>`;
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
  return html`<button
    type="button"
    class="btn btn--quiet btn--sm"
    data-order
    aria-label=${model.t.dealList.sort(name)}
    aria-haspopup="menu"
    aria-expanded="false"
    @click=${(event: Event) => sort(event.currentTarget as HTMLElement)}
  >${icon(icons.sort)}<span><bdi>${name}</bdi></span></button>`;
}
