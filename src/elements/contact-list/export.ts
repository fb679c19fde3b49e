import { valueOf } from '../../domain/field-value.js';
import { isMoney } from '../../domain/money.js';
import type { Where } from '../../domain/query.js';
import type { Id, Person } from '../../domain/records.js';
import { plainText } from '../../shared/field-text.js';
import { namesFor, rowWriting } from '../../shared/record-names.js';
import { saveFile } from '../../shared/save-file.js';
import { customCell, holdsMoney, moneyCells } from '../../shared/table/csv-cells.js';
import type { CsvCell } from '../../shared/table/csv-cells.js';
import { recordsOf } from '../../shared/table/pages.js';
import type { CrmStore } from '../../store/api.js';
import { columnsOf } from './columns.js';
import type { ContactColumn } from './columns.js';
import type { Contact, ContactListModel } from './model.js';

/** What is not in the records themselves, read for all of them at once. */
interface Beside {
  /** Names of organizations. */
  readonly names: ReadonlyMap<Id, string>;
  /** How many open deals and leads name somebody. */
  readonly deals: ReadonlyMap<Id, number>;
  readonly leads: ReadonlyMap<Id, number>;
}

/**
 * What the list shows, as a file: the same words, order and columns; with a selection only what is selected. Every address and number
 * of a person stands in the one cell of its kind, an amount beside its currency, open deals beside leads, so that a spreadsheet can work with them.
 */
export async function exportCsv(model: ContactListModel): Promise<void> {
  const { commands, store, t, kind, query } = model;
  if (!store) return;
  const columns = exported(model);
  const all = !model.selecting;
  // The selection as it is now: what is chosen while the file is written is another file.
  const chosen = model.selection.asNow();
  let count = 0;
  try {
    const [{ writeCsv }, beside] = await Promise.all([
      import('../../formats/csv/write.js'),
      besideOf(store, kind, columns),
    ]);
    const rows = async function* (): AsyncGenerator<readonly CsvCell[]> {
      yield columns.flatMap((column) => heads(column, model));
      for await (const record of recordsOf<'person' | 'organization'>(
        store,
        { ...query, related: false },
        namesFor(store, columns),
      )) {
        if (!all && !chosen(record.id)) continue;
        count++;
        yield columns.flatMap((column) => cells(column, record, model, beside));
      }
    };
    const file = await writeCsv(rows());
    const name = kind === 'person' ? t.contacts.exportPersons : t.contacts.exportOrganizations;
    saveFile(file, `${name}-${store.today()}.csv`, model.host.ownerDocument);
    commands.say(() => {
      const { exportedPersons, exportedOrganizations } = model.t.contacts;
      return (kind === 'person' ? exportedPersons : exportedOrganizations)(count);
    });
  } catch {
    commands.say(() => model.t.contacts.exportFailed);
  }
}

/** The chosen columns; what stands below the name comes along with it, as it does in the row. */
function exported({ kind, columns }: ContactListModel): readonly ContactColumn[] {
  const [name, ...rest] = columns;
  const below = columnsOf(kind, []).filter(({ id }) => id === 'jobTitle' || id === 'address');
  return [...(name ? [name] : []), ...below.filter(({ id }) => !rest.some((column) => column.id === id)), ...rest];
}

function heads(column: ContactColumn, { t }: ContactListModel): readonly string[] {
  if (column.cell === 'who') return [t.common.name];
  if (column.cell === 'busy') return [t.contacts.exportDeals, t.common.leads];
  const name = column.name(t);
  return holdsMoney(column.field) ? [name, `${name}: ${t.common.currency}`] : [name];
}

function cells(column: ContactColumn, record: Contact, model: ContactListModel, beside: Beside): readonly CsvCell[] {
  const value = valueOf(record, column.id);
  const { field } = column;
  switch (column.cell) {
    case 'who':
      return [record.name];
    case 'busy':
      return [beside.deals.get(record.id) ?? 0, beside.leads.get(record.id) ?? 0];
    case 'emails':
    case 'phones':
      return [(record as Person)[column.cell].map((point) => point.value).join(', ')];
    case 'organization':
      return [beside.names.get(plainText(value)) ?? ''];
    case 'user':
      return [model.store?.directory.user(record.ownerId)?.name ?? ''];
    case 'custom': {
      if (!field) return [''];
      // What a change of the field's type has not reached yet is no amount.
      if (holdsMoney(field))
        return isMoney(value) ? moneyCells(value) : [customCell(value, field, rowWriting(model)), ''];
      const name = field.type === 'organization' ? beside.names.get(plainText(value)) : undefined;
      return [name ?? customCell(value, field, rowWriting(model))];
    }
    case 'age':
    case 'day':
    case 'text':
      return [plainText(value)];
  }
}

/** All of it is read first, where a column asks for it: looked for one by one, it would be a read a person. */
async function besideOf(
  store: CrmStore,
  kind: 'person' | 'organization',
  columns: readonly ContactColumn[],
): Promise<Beside> {
  const names = new Map<Id, string>();
  if (columns.some(({ cell, field }) => cell === 'organization' || field?.type === 'organization'))
    for await (const { id, name } of recordsOf(store, { kind: 'organization', related: false })) names.set(id, name);
  const [deals, leads] = [new Map<Id, number>(), new Map<Id, number>()];
  if (columns.some(({ cell }) => cell === 'busy')) {
    const link = kind === 'person' ? 'personId' : 'organizationId';
    const rest: Where[] = [
      { field: link, op: 'filled' },
      { field: 'archivedAt', op: 'empty' },
    ];
    const open: Where = { field: 'status', op: 'is', value: 'open' };
    const add = (counts: Map<Id, number>, id: Id | null): unknown => id && counts.set(id, (counts.get(id) ?? 0) + 1);
    for await (const deal of recordsOf(store, { kind: 'deal', where: { all: [open, ...rest] }, related: false }))
      add(deals, deal[link]);
    for await (const lead of recordsOf(store, { kind: 'lead', where: { all: rest }, related: false }))
      add(leads, lead[link]);
  }
  return { names, deals, leads };
}
