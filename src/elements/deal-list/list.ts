import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Deal } from '../../domain/records.js';
import { isNaming } from '../../shared/record-names.js';
import { columnHead } from '../../shared/table/column-head.js';
import type { HeadActions } from '../../shared/table/column-head.js';
import type { GridBox } from '../../shared/table/grid-box.js';
import { pickAll, rowState, tableFrame } from '../../shared/table/parts.js';
import type { RowState } from '../../shared/table/parts.js';
import { tableRow } from '../../shared/table/row.js';
import type { DealColumn } from './columns.js';
import { readingOf } from '../../shared/formula/here.js';
import type { DealListModel } from './model.js';
import { quiet } from './quiet.js';
import { cell, partOf } from './row.js';

export type DealGrid = GridBox<Deal, DealColumn>;

/** The grid: its head, the rows in sight, and room for the rest. @param above what stands over the rows */
export function listView(
  model: DealListModel,
  grid: DealGrid,
  actions: HeadActions<DealColumn>,
  above: unknown,
): TemplateResult {
  const label = model.host.heading || model.pipeline?.name || model.t.dealList.title;
  return tableFrame(model, label, html`${listHead(model, actions)} ${above} ${grid.rows.render()}`);
}

function listHead(model: DealListModel, actions: HeadActions<DealColumn>): TemplateResult {
  return html`<div class="lrow lrow--head" part="list-head" role="row" aria-rowindex="1">
    ${pickAll(model, model.t.common.selectAll, actions.chooseShown)}
    ${model.columns.map((column) => headOf(column, model, actions))}
  </div>`;
}

const classes: Partial<Record<DealColumn['cell'], string>> = {
  deal: '',
  activity: 'when',
  labels: 'labels',
  user: 'own leaves',
  age: 'age',
};

function headOf(column: DealColumn, model: DealListModel, actions: HeadActions<DealColumn>): TemplateResult {
  const { t } = model;
  const name = column.name(t);
  const part = `${classes[column.cell] ?? partOf(column)}${column.end ? ' end-edge' : ''}`;
  const { formulaUnsorted, namedUnsorted } = t.dealList;
  const why = isNaming(column.field) ? namedUnsorted : formulaUnsorted;
  const title = column.unsorted && column.field ? why(name) : name;
  const look = {
    name,
    part,
    title,
    order: model.ordered,
    unseen: column.cell === 'user',
    edge: t.dealList.resize(name),
  };
  return columnHead(column, look, actions);
}

/** What a row shows: it is drawn anew only where something of it has changed. */
export function shownIn(index: number, model: DealListModel, grid: DealGrid, acts: RowActs): readonly unknown[] {
  const deal = dealIn(index, model, grid);
  const { columns } = model;
  if (!deal) return [columns, grid.skeleton];
  const { directory } = model.store ?? {};
  return [
    deal,
    ...(Object.values(rowState(deal.id, index, model, grid.hot)) as unknown[]),
    columns,
    model.t,
    grid.minute,
    model.today,
    readingOf(model.store),
    directory?.labels,
    directory?.users,
    directory?.pipelines,
    directory
      ?.stagesOf(deal.pipelineId)
      .map(({ id, name }) => id + name)
      .join(),
    model.selecting,
    acts,
  ];
}

/** Draws the buttons of a row. */
export type RowActs = (deal: Deal, model: DealListModel) => TemplateResult;

export function drawRow(index: number, model: DealListModel, grid: DealGrid, acts: RowActs): TemplateResult {
  const deal = dealIn(index, model, grid);
  return deal
    ? row(deal, rowState(deal.id, index, model, grid.hot), model, acts)
    : (grid.skeleton?.(model.columns) ?? html``);
}

function dealIn(index: number, model: DealListModel, grid: DealGrid): Deal | undefined {
  return model.ready ? grid.recordAt(index) : undefined;
}

function row(deal: Deal, state: RowState, model: DealListModel, acts: RowActs): TemplateResult {
  const look = {
    id: deal.id,
    state,
    select: model.t.dealList.selectRow(model.titleOf(deal)),
    rot: quiet(deal, model)?.level,
    status: deal.status,
  };
  const cells = model.columns.map((column) => cell(column, deal, model));
  return tableRow(look, cells, state.hot && !model.selecting ? acts(deal, model) : undefined);
}

/** A row on its way, at its final height. */
export function skeletonRow(columns: readonly DealColumn[]): TemplateResult {
  return html`<div class="lrow is-skeleton" role="row" aria-hidden="true">
    <span class="pick"><span class="skel skel--check"></span></span>
    ${columns.map(
      (column) =>
        html`<span class=${column.cell === 'deal' ? 'lead' : `${classes[column.cell] ?? partOf(column)}${column.end ? ' end-edge' : ''}`}
          ><span class="skel"></span>${column.cell === 'deal' ? html`<span class="skel skel--small"></span>` : nothing}</span
        >`,
    )}
  </div>`;
}
