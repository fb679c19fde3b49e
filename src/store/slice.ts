import type { Page, Query, Related } from '../domain/query.js';
import type { AnyRecord, Day } from '../domain/records.js';
import type { ListQuery } from './api.js';

/** Rows by place, as they were read. */
export interface Slice {
  readonly offset: number;
  readonly rows: readonly AnyRecord[];
  readonly total: number | undefined;
  readonly complete: boolean;
  readonly related: readonly Related[];
}

/** What a list asks the storage, but for the window. */
export function askedBy({ kind, where, search, order, related }: ListQuery, today: Day): Omit<Query, 'window'> {
  return { kind, where, search, order, today, ...(related === false && { related }) };
}

/** The answer of a storage that knows places. */
export function sliceOf({ records: rows, total: told, related }: Page, offset: number, limit: number): Slice {
  const short = rows.length < limit;
  const total = told ?? (short && (rows.length > 0 || offset === 0) ? offset + rows.length : undefined);
  const complete = total === undefined ? short : offset + rows.length >= total;
  return { offset: rows.length === 0 ? 0 : offset, rows, total, complete, related: [related] };
}
