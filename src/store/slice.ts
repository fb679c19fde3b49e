import type { Page, Related } from '../domain/query.js';
import type { AnyRecord } from '../domain/records.js';

/** Rows by place, as they were read. */
export interface Slice {
  readonly offset: number;
  readonly rows: readonly AnyRecord[];
  readonly total: number | undefined;
  readonly complete: boolean;
  readonly related: readonly Related[];
}

/** A page that was read before the code of a list was here, and of which window. */
export interface Seed {
  readonly page: Page;
  readonly offset: number;
  readonly limit: number;
}

/** The answer of a storage that knows places. */
export function sliceOf({ page: { records: rows, total: told, related }, offset, limit }: Seed): Slice {
  const short = rows.length < limit;
  const total = told ?? (short && (rows.length > 0 || offset === 0) ? offset + rows.length : undefined);
  const complete = total === undefined ? short : offset + rows.length >= total;
  return { offset: rows.length === 0 ? 0 : offset, rows, total, complete, related: [related] };
}
