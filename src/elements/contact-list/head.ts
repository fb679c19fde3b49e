import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { clearWords } from '../../shared/cross.js';
import * as icons from '../../shared/icons.js';
import { icon } from '../../shared/icon.js';
import { tableTool } from '../../shared/table/tool.js';
import type { ContactSegment } from './first-setup.js';
import type { ContactListModel } from './model.js';

export interface ToolActions {
  readonly add: () => void;
  readonly sort: (anchor: HTMLElement) => void;
  readonly columns: (anchor: HTMLElement) => void;
  readonly more: (anchor: HTMLElement) => void;
  readonly duplicates: () => void;
  /** How many may be there twice; undefined = not known yet. */
  readonly proposed: () => number | undefined;
  /** undefined = not known yet. */
  readonly count: (segment: ContactSegment) => number | undefined;
  /** From the search into the rows. */
  readonly toRows: () => void;
}

/** The title, search, and the button that adds one of what is shown. */
export function head(model: ContactListModel, actions: ToolActions): TemplateResult {
  const { t, host, setup, segment } = model;
  const add = segment === 'persons' ? t.contacts.addPerson : t.contacts.addOrganization;
  const why = model.why(segment === 'persons' ? 'person-add' : 'organization-add', null);
  return html`<div class="list-head" part="head">
    <h2 class="title" tabindex="-1"><span class="cut" dir="auto">${host.heading || t.contacts.title}</span></h2>
    <div class="input find">
      ${icon(icons.search)}<input
        type="search"
        aria-label=${t.contacts.search}
        aria-keyshortcuts="/"
        placeholder=${t.contacts.search}
        autocomplete="off"
        spellcheck="false"
        enterkeyhint="search"
        .value=${live(setup.search)}
        @input=${(event: InputEvent) => model.setSearch((event.target as HTMLInputElement).value)}
        @keydown=${(event: KeyboardEvent) => searchKey(event, model, actions)}
      />${setup.search ? clearWords(t.contacts.clearSearch, () => model.setSearch('')) : html`<kbd aria-hidden="true">/</kbd>`}
    </div>
    <button type="button" class="btn btn--primary" data-add aria-haspopup="dialog" aria-keyshortcuts="N" aria-disabled=${why === null ? nothing : 'true'} title=${why ?? nothing}
      @click=${() => why === null && actions.add()}>${icon(icons.plus)}<span>${add}</span></button>
  </div>`;
}

/** Esc gives up the words, then the field; the arrow goes on into what was found. */
function searchKey(event: KeyboardEvent, model: ContactListModel, { toRows }: ToolActions): void {
  if (event.isComposing || !['Escape', 'ArrowDown', 'Enter'].includes(event.key)) return;
  event.preventDefault();
  event.stopPropagation();
  if (event.key === 'Escape' && model.setup.search) model.setSearch('');
  else toRows();
}

/** Segments, duplicates, order, columns, more. */
export function toolbar(model: ContactListModel, actions: ToolActions): TemplateResult {
  const { t } = model;
  return html`<div class="toolbar" part="toolbar" role="group" aria-label=${t.contacts.toolbar}>
    <div class="seg" role="group" aria-label=${t.contacts.segments}>
      ${segmentButton('persons', t.contacts.persons, model, actions)}${segmentButton('organizations', t.contacts.organizations, model, actions)}
    </div>
    <span class="grow"></span>
    <span class="tools">
      ${duplicatesButton(model, actions)}${sortButton(model, actions)}
      <span class="rule"></span>
${tableTool('columns', icons.columns, t.dealList.columns, 'dialog', actions.columns)}
      ${tableTool('more', icons.more, t.dealList.more, 'menu', actions.more)}
    </span>
  </div>`;
}

function segmentButton(
  segment: ContactSegment,
  name: string,
  model: ContactListModel,
  { count }: ToolActions,
): TemplateResult {
  const number = count(segment);
  return html`<button
    type="button"
    data-segment=${segment}
    aria-pressed=${model.segment === segment ? 'true' : 'false'}
    @click=${() => model.setSegment(segment)}
  >${icon(segment === 'persons' ? icons.person : icons.org, { size: 'sm' })}${name} <span class="count">${
    number === undefined
      ? html`<span aria-hidden="true">&ndash;</span><span class="sr">${model.t.dealList.countPending}</span>`
      : model.format.number(number)
  }</span></button>`;
}

function duplicatesButton({ t, format }: ContactListModel, { duplicates, proposed }: ToolActions): TemplateResult {
  const n = proposed() ?? 0;
  const { short } = t.duplicates;
  const label = n > 0 ? `${short} ${format.number(n)}` : short;
  return html`<button
    type="button"
    class="btn btn--quiet btn--sm"
    data-duplicates
    aria-label=${label}
    title=${n > 0 ? t.duplicates.openCount(n) : t.duplicates.open}
    aria-haspopup="dialog"
    @click=${duplicates}
  >${icon(icons.merge)}<span>${short}</span>${n > 0 ? html` <span class="count">${format.number(n)}</span>` : nothing}</button>`;
}

function sortButton(model: ContactListModel, { sort }: ToolActions): TemplateResult {
  const { ordered } = model;
  const name = model.allColumns.find(({ id }) => id === ordered?.field)?.name(model.t) ?? ordered?.field ?? '';
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
