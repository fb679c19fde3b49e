import type { AnyRecord } from '../../domain/records.js';
import { normaliseFirst, type FirstKind } from '../local/schema-first.js';
import type { Row } from './stores.js';

/** The record of a row of a kind that first windows show: private columns left off, missing fields filled in. */
export function fromFirstRow<R extends AnyRecord>(kind: FirstKind, row: Row<R>): R {
  return normaliseFirst(kind, bare(row));
}

/** Without private columns. */
export function bare<R extends AnyRecord>(row: Row<R>): R {
  if (!('_' in row)) return row;
  // Not `delete`: what a property was deleted from is slow to read and to copy from then on.
  const { _: _columns, ...record } = row;
  return record as unknown as R;
}
