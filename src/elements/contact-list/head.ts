import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import * as icons from '../../shared/icons.js';
import { icon } from '../../shared/icon.js';
import { searchTool, segmentTool, sortTool } from '../../shared/table/head-tools.js';
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
    ${searchTool({
      value: setup.search,
      label: t.contacts.search,
      clear: t.contacts.clearSearch,
      onInput: (words) => model.setSearch(words),
      toRows: actions.toRows,
    })}
    <button type="button" class="btn btn--primary" data-add aria-haspopup="dialog" aria-keyshortcuts="N" aria-disabled=${why === null ? nothing : 'true'} title=${why ?? nothing}
      @click=${() => why === null && actions.add()}>${icon(icons.plus)}<span>${add}</span></button>
  </div>`;
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
  return segmentTool({
    segment,
    text: name,
    drawing: segment === 'persons' ? icons.person : icons.org,
    on: model.segment === segment,
    count: count(segment),
    pending: model.t.dealList.countPending,
    format: model.format,
    press: () => model.setSegment(segment),
  });
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
  return sortTool(name, model.t.dealList.sort(name), sort);
}
