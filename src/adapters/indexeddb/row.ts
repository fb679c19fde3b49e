/** Records as they lie in the database, and back. */
import type { AnyRecord, Deal, Kind, Lead } from '../../domain/records.js';
import { dueKey } from '../local/due.js';
import { normaliseAny } from '../local/schema.js';
import { bare } from './first-row.js';
import type { Row, RowColumns } from './stores.js';

/** The record of a row: private columns left off, missing fields filled in. */
export function fromRow<R extends AnyRecord>(kind: Kind, row: Row<R>): R {
  return normaliseAny(kind, bare(row)) as R;
}

export function toRow(kind: Kind, record: AnyRecord): Row {
  return kind === 'lead' || kind === 'deal' ? { ...record, _: columnsOf(record as Lead | Deal) } : record;
}

function columnsOf(record: Lead | Deal): RowColumns {
  return {
    archived: record.archivedAt === null ? 0 : 1,
    due: dueKey(record.nextActivity),
    newest: -Date.parse(record.createdAt),
  };
}
