import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import * as icons from '../../shared/first-icons.js';
import { isOwners } from './model.js';
import type { BoardModel } from './model.js';
import { sumsOf } from './stage.js';
import { viewSwitch } from './views.js';

export interface HeadActions {
  readonly heading: string;
  readonly noAdd: string | null;
  /** There is nothing at all yet: no filters over nothing. */
  readonly bare: boolean;
  readonly add: () => void;
  readonly choosePipeline: (id: string) => void;
  readonly openOwners: (anchor: HTMLElement) => void;
  readonly openFilter: (anchor: HTMLElement) => void;
  readonly openSort: (anchor: HTMLElement) => void;
  readonly openMore: (anchor: HTMLElement) => void;
  readonly search: (words: string) => void;
  /** From the search into the cards. */
  readonly toCards: () => void;
}

/** Which pipeline, what is in it, search, owner, order, "+ Deal". */
export function head(model: BoardModel, actions: HeadActions): TemplateResult {
  return html`<div class="pipe-head" part="head">
    ${name(model, actions)}${model.lost ? nothing : totals(model)}
    <div class="tools">
      ${actions.bare ? nothing : html`${viewSwitch(model)}${search(model, actions)}${owners(model, actions)}${filters(model, actions)}${model.view === 'list' ? nothing : sort(model, actions)}`}${more(model, actions)}
      <button
        type="button"
        class="btn btn--primary"
        data-add-deal
        aria-label=${model.t.pipeline.addDeal}
        aria-keyshortcuts="n"
        aria-disabled=${actions.noAdd === null ? nothing : 'true'}
        title=${actions.noAdd ?? nothing}
        @click=${() => actions.noAdd === null && actions.add()}
      >${icons.firstIcon(icons.plus)}${model.t.pipeline.dealButton}</button>
    </div>
    ${model.hands.here?.filtering.chips()}
    ${model.layout?.bar() ?? nothing}
  </div>`;
}

function name(model: BoardModel, { heading, choosePipeline }: HeadActions): TemplateResult {
  const { pipelines, pipeline, t } = model;
  const title = heading || pipeline?.name || t.pipeline.title;
  if (pipelines.length < 2)
    return html`<h2 class="pipe-name" tabindex="-1"><span class="cut" dir="auto">${title}</span></h2>`;
  return html`<h2 class="pipe-name" tabindex="-1">
    ${heading ? html`<span class="sr">${heading}</span>` : nothing}
    <span class="pick">
      <select aria-label=${t.pipeline.choosePipeline} @change=${(event: Event) => choosePipeline((event.target as HTMLSelectElement).value)}>
        ${pipelines.map((each) => html`<option value=${each.id} .selected=${live(each.id === pipeline?.id)}>${each.name}</option>`)}
      </select>
      ${icons.firstIcon(icons.down)}
    </span>
  </h2>`;
}

/** Over all deals of the pipeline that fit the filter, from the sums that the store keeps. */
function totals(model: BoardModel): TemplateResult {
  const { t, format } = model;
  const all = model.overall;
  return html`<div class="totals" part="totals">
    <span dir="auto"
      >${
        all
          ? html`<b class="num">${format.number(all.count)}</b> ${t.pipeline.openDeals(all.count)}`
          : html`<span class="skel skel--count"></span> ${t.pipeline.openDeals(0)}<span class="sr">${t.pipeline.countPending}</span>`
      }</span
    >
    ${model.hands.here?.totals((sums) => sumsOf(sums, model)) ?? html`<b>${sumsOf(undefined, model)}</b>`}
  </div>`;
}

function search(model: BoardModel, actions: HeadActions): TemplateResult {
  const { t } = model;
  return html`<div class="input find">
    ${icons.firstIcon(icons.search)}<input
      type="search"
      aria-label=${t.pipeline.search}
      aria-keyshortcuts="/"
      placeholder=${t.pipeline.search}
      autocomplete="off"
      spellcheck="false"
      enterkeyhint="search"
      .value=${live(model.search)}
      @input=${(event: InputEvent) => actions.search((event.target as HTMLInputElement).value)}
      @keydown=${(event: KeyboardEvent) => searchKey(event, model, actions)}
    />${model.search ? model.hands.here?.clearSearch(() => actions.search('')) : html`<kbd aria-hidden="true">/</kbd>`}
  </div>`;
}

function searchKey(event: KeyboardEvent, model: BoardModel, actions: HeadActions): void {
  if (event.isComposing) return;
  if (event.key === 'Escape' && model.search) actions.search('');
  else if (event.key === 'ArrowDown' || event.key === 'Enter') actions.toCards();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

/** Only where there is somebody to tell apart. */
function owners(model: BoardModel, { openOwners }: HeadActions): TemplateResult | typeof nothing {
  const users = model.store?.directory.users ?? [];
  const on = model.host.filter.some(isOwners);
  if (users.length < 2 && !on) return nothing;
  const who = ownerName(model);
  return html`<button
    type="button"
    class="btn wide${on ? ' is-on' : ''}"
    data-owners
    aria-haspopup="menu"
    aria-expanded="false"
    aria-label=${model.t.pipeline.ownerFilter(who)}
    @click=${(event: Event) => openOwners(event.currentTarget as HTMLElement)}
  >${icons.firstIcon(icons.person)}<span class="cut"><bdi>${who}</bdi></span>${icons.firstIcon(icons.down, 'i--sm')}</button>`;
}

/** Whose deals are shown, in a word. */
function ownerName(model: BoardModel): string {
  const { t, host } = model;
  const owner = host.filter.find(isOwners);
  if (!owner || !Array.isArray(owner.value)) return t.pipeline.everyone;
  const names = owner.value.map((id: unknown) =>
    typeof id === 'string' ? model.store?.directory.user(id)?.name || t.common.you : t.pipeline.noOwner,
  );
  return model.format.list(names, 'disjunction');
}

/** Whatever else narrows the board; the chips below say what. */
function filters({ t, host }: BoardModel, { openFilter }: HeadActions): TemplateResult {
  const on = host.filter.filter((part) => !isOwners(part)).length;
  const name = on > 0 ? t.pipeline.filtersOn(on) : t.pipeline.filter;
  return html`<button
    type="button"
    class="btn btn--quiet sort filt${on > 0 ? ' is-on' : ''}"
    data-filters
    aria-haspopup="dialog"
    aria-label=${name}
    title=${name}
    @click=${(event: Event) => openFilter(event.currentTarget as HTMLElement)}
  >${icons.firstIcon(icons.filter)}<span>${t.pipeline.filter}</span></button>`;
}

function more({ t }: BoardModel, { openMore }: HeadActions): TemplateResult {
  const { more: name } = t.pipeline;
  return html`<button
    type="button"
    class="btn btn--icon btn--quiet"
    data-more
    aria-haspopup="menu"
    aria-expanded="false"
    aria-label=${name}
    title=${name}
    @click=${(event: Event) => openMore(event.currentTarget as HTMLElement)}
  >${icons.firstIcon(icons.more)}</button>`;
}

function sort(model: BoardModel, { openSort }: HeadActions): TemplateResult {
  const by = model.orderName;
  return html`<button
    type="button"
    class="btn btn--quiet sort"
    data-sort
    aria-haspopup="menu"
    aria-expanded="false"
    aria-label=${model.t.pipeline.sort(by)}
    title=${model.t.pipeline.sort(by)}
    @click=${(event: Event) => openSort(event.currentTarget as HTMLElement)}
  >${icons.firstIcon(icons.sort)}<span>${by}</span></button>`;
}
