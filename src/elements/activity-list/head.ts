import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { ref } from 'lit/directives/ref.js';
import { search } from '../../i18n/en/search.js';
import { wordsOf } from '../../i18n/words.js';
import { icon } from '../../shared/icon.js';
import * as icons from '../../shared/icons.js';
import type { AgendaModel } from './model.js';
import type { Running } from './work.js';

export interface HeadActions {
  readonly heading: string;
  readonly search: (words: string) => void;
  /** `Escape`, `Enter` or `ArrowDown` in the search field. */
  readonly leaveSearch: () => void;
  readonly plan: () => void;
  readonly searchAll: () => void;
  readonly keys: () => void;
  readonly owners: (anchor: HTMLElement) => void;
  readonly kinds: (anchor: HTMLElement) => void;
}

/** Title, search, "+ Activity". */
export function head(model: AgendaModel, actions: HeadActions): TemplateResult {
  const { t, search } = model;
  const locked = model.why('activity-add');
  const keydown = (event: KeyboardEvent): void => {
    if (event.isComposing || !['Escape', 'ArrowDown', 'Enter'].includes(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape' && search) actions.search('');
    else actions.leaveSearch();
  };
  return html`<div class="agenda-head" part="head">
    <h2 tabindex="-1" dir="auto">${actions.heading || t.agenda.title}</h2>
    <div class="input">${icon(icons.search)}<input type="search" aria-label=${t.agenda.search} placeholder=${t.agenda.search} autocomplete="off" spellcheck="false"
        enterkeyhint="search" .value=${live(search)} @input=${(event: InputEvent) => actions.search((event.target as HTMLInputElement).value)} @keydown=${keydown} />${
          search
            ? html`<button type="button" class="chip-x" aria-label=${t.agenda.clearSearch} @click=${() => actions.search('')}>${icon(icons.x, { size: 'sm' })}</button>`
            : html`<kbd aria-hidden="true">/</kbd>`
        }</div>
    <button type="button" class="btn btn--primary" data-plan aria-label=${t.agenda.plan} aria-keyshortcuts="n" aria-disabled=${locked === undefined ? nothing : 'true'} title=${locked ?? nothing}
      @click=${() => locked === undefined && actions.plan()}>${icon(icons.plus)}<span>${t.agenda.planShort}</span></button>
  </div>`;
}

/** Whose, which kinds, on what. */
export function toolbar(model: AgendaModel, actions: HeadActions): TemplateResult {
  const { t, filter, owner, store } = model;
  const ownerName =
    owner === 'me'
      ? t.agenda.mine
      : owner === 'all'
        ? t.agenda.everyone
        : owner.length === 1
          ? (store?.directory.user(owner[0] ?? null)?.name ?? t.agenda.noOwner)
          : t.agenda.owners(owner.length);
  const { everywhere } = wordsOf('search', search, model.words.lang);
  const [type] = filter.types;
  const kindName =
    type === undefined
      ? t.agenda.allKinds
      : filter.types.length === 1
        ? model.typeName(type)
        : t.agenda.kindCount(filter.types.length);
  const on = (
    value: 'lead' | 'deal' | null,
    name: string,
  ): TemplateResult => html`<button type="button" data-on=${value ?? 'both'} aria-pressed=${filter.on === value ? 'true' : 'false'}
    @click=${() => model.arrange({ filter: { ...model.host.filter, on: value } })}>${name}</button>`;
  return html`<div class="agenda-bar" part="toolbar" role="group" aria-label=${t.agenda.filters}>
    <button type="button" class="btn btn--sm" data-owners aria-haspopup="menu" aria-expanded="false" aria-label="${t.common.owner}: ${ownerName}" @click=${(event: Event) => actions.owners(event.currentTarget as HTMLElement)}
      >${icon(icons.person)}<span class="cut" dir="auto">${ownerName}</span>${icon(icons.down, { size: 'sm' })}</button>
    <button type="button" class="btn btn--sm" data-kinds aria-haspopup="menu" aria-expanded="false" aria-label="${t.agenda.kinds}: ${kindName}" @click=${(event: Event) => actions.kinds(event.currentTarget as HTMLElement)}
      >${icon(icons.filter)}<span class="cut" dir="auto">${kindName}</span>${icon(icons.down, { size: 'sm' })}</button>
    <div class="seg" role="group" aria-label=${t.agenda.both}>${on(null, t.common.all)}${on('lead', t.agenda.onlyLeads)}${on('deal', t.agenda.onlyDeals)}</div>
    <span class="grow"></span>
    <button type="button" class="btn btn--icon btn--quiet btn--sm" data-search-all aria-label=${everywhere} title=${everywhere} aria-haspopup="dialog" aria-keyshortcuts="Control+K" @click=${actions.searchAll}>${icon(icons.search)}</button>
    <button type="button" class="btn btn--icon btn--quiet btn--sm" data-keys aria-label=${t.agenda.keys} title=${t.agenda.keys} @click=${actions.keys}>${icon(icons.info)}</button>
  </div>`;
}

export interface BulkActions {
  readonly count: number;
  readonly running: Running | null;
  readonly clear: () => void;
  readonly done: () => void;
  readonly move: (anchor: HTMLElement) => void;
}

/** Stands in the toolbar's place while something is selected, so that nothing below it moves. */
export function bulkBar(model: AgendaModel, { count, running, clear, done, move }: BulkActions): TemplateResult {
  const { t } = model;
  if (running) return progress(model, running);
  const [noDone, noMove] = [model.why('activities-done'), model.why('activities-move')];
  return html`<div class="bulk" part="bulk" role="group" aria-label=${t.agenda.selection}>
    <button type="button" class="btn btn--icon btn--quiet btn--sm" data-clear aria-label=${t.agenda.clearSelection} title=${t.agenda.clearSelection} @click=${clear}>${icon(icons.x)}</button>
    <b class="num"><bdi>${t.agenda.selected(count)}</bdi></b>
    <button type="button" class="btn btn--primary btn--sm" data-bulk="done" aria-disabled=${noDone === undefined ? nothing : 'true'} title=${noDone ?? nothing} @click=${() => noDone === undefined && done()}>${icon(icons.check)}${t.agenda.done}</button>
    <button type="button" class="btn btn--sm" data-bulk="move" aria-haspopup="menu" aria-expanded="false" aria-disabled=${noMove === undefined ? nothing : 'true'} title=${noMove ?? nothing}
      @click=${(event: Event) => noMove === undefined && move(event.currentTarget as HTMLElement)}>${icon(icons.move, { turn: true })}${t.agenda.moveTo}</button>
  </div>`;
}

function progress(model: AgendaModel, { done, of, stop }: Running): TemplateResult {
  const { t } = model;
  const text = t.agenda.progress(done, of);
  // The width is set by the object model: a style attribute is what a strict content policy forbids.
  const width = (element: Element | undefined): void =>
    (element as HTMLElement | undefined)?.style.setProperty('inline-size', `${(100 * done) / Math.max(1, of)}%`);
  return html`<div class="bulk" part="bulk" role="group" aria-label=${t.agenda.selection}>
    <span class="spin" aria-hidden="true"></span><b class="num"><bdi>${text}</bdi></b>
    <div class="progress" role="progressbar" aria-label=${text} aria-valuemin="0" aria-valuemax=${of} aria-valuenow=${done}><i ${ref(width)}></i></div>
    <button type="button" class="btn btn--sm end" data-stop @click=${stop}>${t.agenda.stop}</button>
  </div>`;
}
