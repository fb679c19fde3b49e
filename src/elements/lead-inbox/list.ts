import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { ref } from 'lit/directives/ref.js';
import type { Lead } from '../../domain/records.js';
import type { Grid } from './grid.js';
import { listHead } from './list-head.js';
import type { InboxModel } from './model.js';
import { cell, titleOf } from './row.js';
import { rowActions } from './row-actions.js';
import type { RowRights } from './row-actions.js';
import { skeletonRow } from './states.js';

/** The grid: its head, the rows in sight, and room for the rest. */
export function listView(model: InboxModel, grid: Grid): TemplateResult {
  const { t, total } = model;
  const columns = model.columns;
  return html`<div
    class="list win"
    part="list"
    ${ref(grid.attach)}
  >
    <div
      class="grid"
      role="grid"
      aria-label=${t.inbox.title}
      aria-rowcount=${total === undefined ? -1 : total + 1}
      aria-multiselectable="true"
      aria-busy=${model.list?.state === 'ready' ? nothing : 'true'}
      ${ref(grid.box)}
    >
      ${guard([columns, model.setup.order, model.segment, t, model.selection.count(total), total], () =>
        listHead(model, columns, () => grid.chooseShown()),
      )}
      ${model.offerAll && model.selecting ? pickAll(model) : nothing}
      ${grid.rows.render()}
    </div>
  </div>`;
}

/** One row, drawn anew only where something that it shows has changed. */
export function drawRow(index: number, model: InboxModel, grid: Grid, rights: RowRights): TemplateResult {
  const lead = grid.leadAt(index);
  const columns = model.columns;
  if (!lead) return html`${guard([columns], () => skeletonRow(columns))}`;
  const { id } = lead;
  const state = {
    index,
    selected: model.selection.has(id),
    hot: grid.hot === id,
    stop: grid.isStop(id),
    open: model.open === id,
    pending: model.list?.pending(id) ?? false,
  };
  const { directory } = model.store ?? {};
  return html`${guard(
    [
      lead,
      ...Object.values(state),
      columns,
      model.t,
      grid.minute,
      directory?.labels,
      directory?.users,
      model.selecting,
      rights,
    ],
    () => row(lead, state, model, rights),
  )}`;
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

function row(lead: Lead, state: RowState, model: InboxModel, rights: RowRights): TemplateResult {
  const { index, selected, hot, stop, open, pending } = state;
  return html`<div
    class="lrow${lead.seen ? '' : ' unseen'}${open ? ' is-open' : ''}${pending ? ' is-pending' : ''}${hot && !model.selecting ? ' is-hot' : ''}"
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
    ${model.columns.map((column) => cell(column, lead, model))}${hot && !model.selecting ? rowActions(lead, model, rights) : nothing}
  </div>`;
}

/** After "all on the screen": everything else that matches, in one step. */
function pickAll(model: InboxModel): TemplateResult {
  const { t, selection, total } = model;
  const count = selection.count(total) ?? 0;
  const text = selection.all && count === total ? t.inbox.allSelected(count) : t.inbox.selectedHere(count);
  const all = (): void => {
    selection.selectAll();
    model.announceSelection();
    model.update();
  };
  return html`<div class="pickall" role="row">
    <span role="gridcell"
      >${text}
      ${
        total !== undefined && count < total
          ? html`<button type="button" data-select-all @click=${all}>${t.inbox.selectAllMatching(total)}</button>`
          : nothing
      }</span
    >
  </div>`;
}
