import { valueOf } from '../../domain/field-value.js';
import type { Deal, Money } from '../../domain/records.js';
import { plainText } from '../../shared/field-text.js';
import { namesFor, rowWriting } from '../../shared/record-names.js';
import { saveFile } from '../../shared/save-file.js';
import { customCell, holdsMoney, moneyCells } from '../../shared/table/csv-cells.js';
import type { CsvCell } from '../../shared/table/csv-cells.js';
import { recordsOf } from '../../shared/table/pages.js';
import { allColumns, customOf } from './columns.js';
import type { DealColumn } from './columns.js';
import type { DealListModel } from './model.js';

/**
 * What the list shows, as a file: the same filter, order and columns; with a selection only what is selected. Person and
 * organization stand in columns of their own, an amount beside its currency, an activity beside its day, so that a spreadsheet can work with them.
 */
export async function exportCsv(model: DealListModel): Promise<void> {
  const { commands, store, t } = model;
  if (!store) return;
  const columns = exported(model);
  const all = !model.selecting;
  // The selection as it is now: what is chosen while the file is written is another file.
  const chosen = model.selection.asNow();
  let count = 0;
  try {
    const { writeCsv } = await import('../../formats/csv/write.js');
    const rows = async function* (): AsyncGenerator<readonly CsvCell[]> {
      yield columns.flatMap((column) => heads(column, model));
      for await (const deal of recordsOf(store, model.query, namesFor(store, columns))) {
        if (!all && !chosen(deal.id)) continue;
        count++;
        yield columns.flatMap((column) => cells(column, deal, model));
      }
    };
    const file = await writeCsv(rows());
    saveFile(file, `${t.dealList.exportName}-${store.today()}.csv`, model.host.ownerDocument);
    commands.say(() => model.t.dealList.exported(count));
  } catch {
    commands.say(() => model.t.dealList.exportFailed);
  }
}

/** The chosen columns; who and where come along with the title, as they do in the row. */
function exported(model: DealListModel): readonly DealColumn[] {
  const [title, ...rest] = model.columns;
  const who = allColumns([]).filter(({ id }) => id === 'personName' || id === 'organizationName');
  return [...(title ? [title] : []), ...who.filter(({ id }) => !rest.some((column) => column.id === id)), ...rest];
}

function heads(column: DealColumn, { t }: DealListModel): string[] {
  const { dealList, common } = t;
  // "Title" alone is what a person is by trade, to our import as to others.
  const name = column.cell === 'deal' ? dealList.exportTitle : column.cell === 'age' ? common.created : column.name(t);
  if (column.cell === 'activity') return [name, dealList.exportActivityType, dealList.exportActivityDue];
  return isMoneyColumn(column) ? [name, `${name}: ${common.currency}`] : [name];
}

function isMoneyColumn({ cell, field }: DealColumn): boolean {
  return cell === 'money' || holdsMoney(field);
}

function cells(column: DealColumn, deal: Deal, model: DealListModel): readonly CsvCell[] {
  if (isMoneyColumn(column)) {
    const { amount, field } = column;
    const money = amount ? amount(deal, model) : field ? (customOf(deal, field, model.store) as Money | null) : null;
    return moneyCells(money);
  }
  if (column.cell === 'activity') {
    const { subject = '', type, due, time } = deal.nextActivity ?? {};
    return [subject, type ? model.t.common[type] : '', [due, time].filter(Boolean).join(' ')];
  }
  return [cell(column, deal, model)];
}

function cell(column: DealColumn, deal: Deal, model: DealListModel): CsvCell {
  const { directory } = model.store ?? {};
  switch (column.cell) {
    case 'deal':
      return deal.title;
    case 'labels':
      return deal.labelIds.map((id) => directory?.label(id)?.name ?? id).join(', ');
    case 'user':
      return directory?.user(deal.ownerId)?.name ?? '';
    case 'custom':
      return column.field ? customCell(customOf(deal, column.field, model.store), column.field, rowWriting(model)) : '';
    case 'activity':
    case 'age':
    case 'money':
    case 'stage':
    case 'text':
      return (column.plain ?? column.text)?.(deal, model) ?? plainText(valueOf(deal, column.id));
  }
}
