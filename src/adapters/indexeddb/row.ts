/** Records as they lie in the database, and back. */
import type { AnyRecord, Conversion, Deal, Kind, Lead } from '../../domain/records.js';
import { isFew } from '../../domain/few.js';
import { dueKey } from '../local/due.js';
import { normaliseAny } from '../local/schema.js';
import { bare, written, type Kept, type Row, type RowColumns } from './bare.js';

/** The record of a row: private columns left off, missing fields filled in. */
export function fromRow<R extends AnyRecord>(kind: Kind, row: Row<R>): R {
  const record = typeof row._ === 'string' ? { ...bare(row), ...unkept(row._) } : bare(row);
  return normaliseAny(kind, record) as R;
}

export function toRow(kind: Kind, record: AnyRecord): Row {
  if (kind === 'lead' || kind === 'deal') return { ...record, _: columnsOf(record as Lead | Deal) };
  if (isFew(kind)) return { ...record, _: { written } };
  if (kind !== 'conversion') return record;
  const { lead, deal, expiresAt, ...receipt } = record as Conversion;
  return { ...receipt, _: JSON.stringify({ lead, deal, expiresAt }) } as unknown as Row;
}

/** One of an earlier version has `expiresAt` outside. */
function unkept(text: Kept): Partial<Conversion> {
  return JSON.parse(text) as Partial<Conversion>;
}

function columnsOf(record: Lead | Deal): RowColumns {
  return {
    written,
    archived: record.archivedAt === null ? 0 : 1,
    due: dueKey(record.nextActivity),
    newest: -Date.parse(record.createdAt),
  };
}
