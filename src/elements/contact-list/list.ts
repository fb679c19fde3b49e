import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { isNaming } from '../../shared/record-names.js';
import { columnHead } from '../../shared/table/column-head.js';
import type { HeadActions } from '../../shared/table/column-head.js';
import type { GridBox } from '../../shared/table/grid-box.js';
import { pickAll, rowState, tableFrame } from '../../shared/table/parts.js';
import type { RowState } from '../../shared/table/parts.js';
import { tableRow } from '../../shared/table/row.js';
import type { ContactColumn } from './columns.js';
import type { Contact, ContactListModel } from './model.js';
import { cell, organizationOf, rowActions } from './row.js';
import type { UnderWay } from './under-way.js';

export type ContactGrid = GridBox<Contact, ContactColumn>;

/** The grid: its head, the rows in sight, and room for the rest. @param above what stands over the rows */
export function listView(
  model: ContactListModel,
  grid: ContactGrid,
  actions: HeadActions<ContactColumn>,
  above: unknown,
): TemplateResult {
  const { persons, organizations } = model.t.contacts;
  const rows = html`${listHead(model, actions)} ${above} ${grid.rows.render()}`;
  return tableFrame(model, model.segment === 'persons' ? persons : organizations, rows, model.kind);
}

function listHead(model: ContactListModel, actions: HeadActions<ContactColumn>): TemplateResult {
  return html`<div class="lrow lrow--head" part="list-head" role="row" aria-rowindex="1">
    ${pickAll(model, model.t.common.selectAll, actions.chooseShown)}
    ${model.columns.map((column) => headOf(column, model, actions))}
  </div>`;
}

function headOf(column: ContactColumn, model: ContactListModel, actions: HeadActions<ContactColumn>): TemplateResult {
  const name = column.name(model.t);
  const edge = model.t.dealList.resize(name);
  const title = isNaming(column.field) ? model.t.dealList.namedUnsorted(name) : name;
  const look = { name, part: column.part, title, order: model.ordered, unseen: column.cell === 'user', edge };
  return columnHead(column, look, actions);
}

/** What a row shows: it is drawn anew only where something of it has changed. */
export function shownIn(
  index: number,
  model: ContactListModel,
  grid: ContactGrid,
  underWay: UnderWay,
): readonly unknown[] {
  const record = recordIn(index, model, grid);
  const { columns } = model;
  if (!record) return [columns, grid.skeleton];
  const counts = underWay.of(record.id);
  return [
    record,
    ...(Object.values(rowState(record.id, index, model, grid.hot)) as unknown[]),
    'jobTitle' in record ? organizationOf(record, model)?.name : '',
    counts?.leads,
    counts?.deals,
    columns,
    model.t,
    grid.minute,
    model.store?.directory.users,
    model.selecting,
  ];
}

export function drawRow(index: number, model: ContactListModel, grid: ContactGrid, underWay: UnderWay): TemplateResult {
  const record = recordIn(index, model, grid);
  return record
    ? row(record, rowState(record.id, index, model, grid.hot), model, underWay)
    : (grid.skeleton?.(model.columns) ?? html``);
}

function recordIn(index: number, model: ContactListModel, grid: ContactGrid): Contact | undefined {
  return model.ready ? grid.recordAt(index) : undefined;
}

function row(record: Contact, state: RowState, model: ContactListModel, underWay: UnderWay): TemplateResult {
  const look = { id: record.id, state, select: model.t.contacts.selectRow(model.nameOf(record)) };
  const cells = model.columns.map((column) => cell(column, record, model, underWay));
  return tableRow(look, cells, state.hot && !model.selecting ? rowActions(record, model) : undefined);
}

/** A row on its way, at its final height. */
export function skeletonRow(columns: readonly ContactColumn[]): TemplateResult {
  return html`<div class="lrow is-skeleton" role="row" aria-hidden="true">
    <span class="pick"><span class="skel skel--check"></span></span>
    ${columns.map(
      (column) =>
        html`<span class=${column.part}
          ><span class="skel"></span>${column.cell === 'who' ? html`<span class="skel skel--small"></span>` : nothing}</span
        >`,
    )}
  </div>`;
}
