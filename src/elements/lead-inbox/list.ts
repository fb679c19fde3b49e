import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Lead } from '../../domain/records.js';
import { listHead } from './list-head.js';
import type { InboxGrid, InboxModel } from './model.js';
import { cell, titleOf } from './row.js';
import type { Rights } from './rights.js';

/**
 * The grid: its head, the rows in sight, and room for the rest.
 * @param press does what has been pressed in its head
 * @param above what stands over the rows
 */
export function listView(
  model: InboxModel,
  grid: InboxGrid,
  press: (event: Event) => void,
  above: unknown,
): TemplateResult {
  const { t, total } = model;
  return html`<div
    class="list win"
    part="list"
  >
    <div
      class="grid"
      role="grid"
      aria-label=${t.inbox.title}
      aria-rowcount=${total === undefined ? -1 : total + 1}
      aria-multiselectable="true"
      aria-busy=${model.list?.state === 'ready' ? nothing : 'true'}
    >
      ${listHead(model, model.columns, press)} ${above} ${grid.rows.render()}
    </div>
  </div>`;
}

/** What a row shows: it is drawn anew only where something of it has changed. */
export function shownIn(index: number, model: InboxModel, grid: InboxGrid, rights: Rights): readonly unknown[] {
  const lead = leadIn(index, model, grid);
  const { columns } = model;
  if (!lead) return [columns, grid.skeleton];
  const { directory } = model.store ?? {};
  return [
    lead,
    ...(Object.values(stateOf(lead, index, model, grid)) as unknown[]),
    columns,
    model.t,
    grid.minute,
    directory?.labels,
    directory?.users,
    model.selecting,
    rights.rowActions,
    model.store?.settings,
  ];
}

/** One row. */
export function drawRow(index: number, model: InboxModel, grid: InboxGrid, rights: Rights): TemplateResult {
  const lead = leadIn(index, model, grid);
  if (lead) return row(lead, stateOf(lead, index, model, grid), model, rights);
  return grid.skeleton?.(model.columns) ?? emptyRow();
}

/** Rows that were read before it is known how they are shown stay grey until it is. */
function leadIn(index: number, model: InboxModel, grid: InboxGrid): Lead | undefined {
  return model.ready ? grid.recordAt(index) : undefined;
}

function stateOf({ id }: Lead, index: number, model: InboxModel, grid: InboxGrid): RowState {
  return {
    index,
    selected: model.selection.has(id),
    hot: grid.hot === id,
    stop: model.active === id,
    open: model.open === id,
    pending: model.list?.pending(id) ?? false,
  };
}

/** A row on its way, while nobody can draw it grey yet. */
function emptyRow(): TemplateResult {
  return html`<div class="lrow" role="row" aria-hidden="true"></div>`;
}

interface RowState {
  readonly index: number;
  readonly selected: boolean;
  readonly hot: boolean;
  /** It holds the tab stop of the grid. */
  readonly stop: boolean;
  readonly open: boolean;
  readonly pending: boolean;
}

function row(lead: Lead, state: RowState, model: InboxModel, rights: Rights): TemplateResult {
  const { index, selected, hot, stop, open, pending } = state;
  const actions = hot && !model.selecting ? rights.rowActions : undefined;
  return html`<div
    class="lrow${lead.seen ? '' : ' unseen'}${open ? ' is-open' : ''}${pending ? ' is-pending' : ''}${actions ? ' is-hot' : ''}"
    part="row"
    role="row"
    tabindex=${stop ? '0' : '-1'}
    data-id=${lead.id}
    aria-rowindex=${index + 2}
    aria-selected=${selected ? 'true' : 'false'}
    aria-current=${open ? 'true' : nothing}
  >
    <span class="pick" role="gridcell"
      ><input
        type="checkbox"
        class="check"
        tabindex="-1"
        data-do="select"
        aria-label=${model.t.inbox.selectRow(titleOf(lead, model))}
        .checked=${selected}
    /></span>
    ${model.columns.map((column) => cell(column, lead, model))}${actions?.(lead, model, rights) ?? nothing}
  </div>`;
}
