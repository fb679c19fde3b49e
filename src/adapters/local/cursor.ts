/**
 * The place after a row, as a text: the values the row was ordered by, so that the next window is right even if the row
 * itself has been changed or deleted since.
 */
import { valueOf, withFields } from '../../domain/change.js';
import { CrmError } from '../../domain/errors.js';
import { toJson } from '../../domain/json.js';
import type { Order } from '../../domain/query.js';
import type { AnyRecord } from '../../domain/records.js';

/** What every order may fall back on. */
const always = ['createdAt', 'nextActivity'];

export function cursorOf(record: AnyRecord, order: readonly Order[]): string {
  const values: [string, unknown][] = [];
  for (const field of new Set([...order.map((one) => one.field), ...always])) {
    const value = valueOf(record, field);
    if (value !== undefined) values.push([field, value]);
  }
  return toJson([record.id, values]);
}

/** A stand-in for the row: good for being compared, for nothing else. @throws CrmError `invalid` */
export function rowAt(cursor: string): AnyRecord {
  let parsed: unknown;
  try {
    parsed = JSON.parse(cursor);
  } catch (cause) {
    throw new CrmError('invalid', 'This is no place that a page answered with.', { field: 'after', cause });
  }
  const [id, values] = Array.isArray(parsed) ? (parsed as unknown[]) : [];
  if (typeof id !== 'string' || !Array.isArray(values))
    throw new CrmError('invalid', 'This is no place that a page answered with.', { field: 'after' });
  return withFields({ id, custom: {} } as unknown as AnyRecord, Object.fromEntries(values as [string, unknown][]));
}
