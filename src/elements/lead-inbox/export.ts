import { valueOf } from '../../domain/change.js';
import type { Lead, Money } from '../../domain/records.js';
import { plainText } from '../../shared/field-text.js';
import { namesFor, rowWriting } from '../../shared/record-names.js';
import { saveFile } from '../../shared/save-file.js';
import { customCell, holdsMoney, moneyCells } from '../../shared/table/csv-cells.js';
import type { CsvCell } from '../../shared/table/csv-cells.js';
import { recordsOf } from '../../shared/table/pages.js';
import type { Column } from './columns.js';
import type { InboxModel } from './model.js';
import { leadOf } from './own-setup.js';
import { allColumns, customOf } from './more-columns.js';
import { moreWords } from './more-words.js';

/**
 * What the inbox shows, as a file: the same filter, order and columns; with a selection only what is selected. Person and
 * organization stand in columns of their own, an amount beside its currency, an activity beside its day, so that a spreadsheet can work with them.
 */
export async function exportCsv(model: InboxModel): Promise<void> {
  const words = moreWords(model);
  const { commands, store } = model;
  if (!store) return;
  const columns = exported(model);
  let count = 0;
  try {
    const { writeCsv } = await import('../../formats/csv/write.js');
    const rows = async function* (): AsyncGenerator<readonly CsvCell[]> {
      yield columns.flatMap((column) => heads(column, model));
      for await (const lead of leads(model, columns)) {
        count++;
        yield columns.flatMap((column) => cells(column, lead, model));
      }
    };
    const file = await writeCsv(rows());
    saveFile(file, `${words.exportName}-${store.today()}.csv`, model.host.ownerDocument);
    commands.say(() => moreWords(model).exported(count));
  } catch {
    commands.say(() => moreWords(model).exportFailed);
  }
}

/** The leads that are shown; with a selection only those that are selected. */
async function* leads(model: InboxModel, columns: readonly Column[]): AsyncGenerator<Lead> {
  const { store, selection, query } = model;
  if (!store) return;
  const all = !model.selecting;
  // The selection as it is now: what is chosen while the file is written is another file.
  const chosen = selection.asNow();
  for await (const record of recordsOf<'lead' | 'trash'>(store, query, namesFor(store, columns))) {
    const lead = leadOf(record);
    if (lead && (all || chosen(record.id))) yield lead;
  }
}

/** The chosen columns; who and where come along with the title, as they do in the row. */
function exported(model: InboxModel): readonly Column[] {
  const shown = model.columns;
  const who = allColumns(null).filter(({ id }) => id === 'personName' || id === 'organizationName');
  const [title, ...rest] = shown;
  return [...(title ? [title] : []), ...who.filter(({ id }) => !rest.some((column) => column.id === id)), ...rest];
}

function heads(column: Column, model: InboxModel): string[] {
  const name =
    column.cell === 'age'
      ? model.t.common.created
      : column.cell === 'lead'
        ? // "Title" alone is what a person is by trade, to our import as to others.
          moreWords(model).exportTitle
        : column.name(model.t);
  const { exportActivityType, exportActivityDue } = moreWords(model);
  if (column.cell === 'activity') return [name, exportActivityType, exportActivityDue];
  return isMoneyColumn(column) ? [name, `${name}: ${model.t.common.currency}`] : [name];
}

function isMoneyColumn({ cell, field }: Column): boolean {
  return cell === 'money' || holdsMoney(field);
}

function cells(column: Column, lead: Lead, model: InboxModel): readonly CsvCell[] {
  const value = column.field ? customOf(lead, column.field, model.store) : valueOf(lead, column.id);
  if (isMoneyColumn(column)) {
    return moneyCells(value as Money | null);
  }
  if (column.cell === 'activity') {
    const { subject = '', type, due, time } = lead.nextActivity ?? {};
    return [subject, type ? model.t.common[type] : '', [due, time].filter(Boolean).join(' ')];
  }
  return [cell(column, lead, value, model)];
}

function cell(column: Column, lead: Lead, value: unknown, model: InboxModel): CsvCell {
  const { directory } = model.store ?? {};
  switch (column.cell) {
    case 'lead':
      return lead.title;
    case 'labels':
      return lead.labelIds.map((id) => directory?.label(id)?.name ?? id).join(', ');
    case 'user':
      return directory?.user(lead.ownerId)?.name ?? '';
    case 'custom':
      return column.field ? customCell(value, column.field, rowWriting(model)) : '';
    case 'activity':
    case 'text':
    case 'day':
    case 'age':
    case 'instant':
    case 'money':
      return plainText(value);
  }
}
