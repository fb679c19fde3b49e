/** Queries that ask no more than plain things: answered with the first windows, before the meaning of all others is there. */
import type { Condition, Query, Where } from '../../domain/query.js';
import type { AnyRecord } from '../../domain/records.js';

/** The conditions that all must hold, as far as they are written side by side. */
export function conditionsOf(where: Where | undefined): readonly Condition[] {
  if (where === undefined) return [];
  if ('all' in where) return where.all.flatMap((part) => ('all' in part || !('any' in part) ? conditionsOf(part) : []));
  return 'any' in where ? [] : [where];
}

/** Is the `where` nothing but conditions side by side? */
export function isPlainAll(where: Query['where']): boolean {
  return (
    where === undefined || (!('any' in where) && (!('all' in where) || where.all.every((part) => isPlainAll(part))))
  );
}

/**
 * What `prepare` (domain/matches.ts) means, for conditions side by side that ask whether a field of the kit's own is this
 * text, or whether there is anything in it.
 * @returns undefined where more is asked
 */
export function plainTest(where: Query['where']): ((record: AnyRecord) => boolean) | undefined {
  const conditions = conditionsOf(where);
  if (!isPlainAll(where) || !conditions.every(isPlain)) return undefined;
  return (record) =>
    conditions.every(({ field, op, value }) => {
      const held: unknown = (record as unknown as Readonly<Record<string, unknown>>)[field];
      return op === 'is' ? held === value : isEmpty(held) === (op === 'empty');
    });
}

function isPlain({ field, op, value }: Condition): boolean {
  // Amounts are compared by what they are worth.
  if (field === 'value' || field.startsWith('custom.')) return false;
  return op === 'empty' || op === 'filled' || (op === 'is' && typeof value === 'string' && value !== '');
}

function isEmpty(held: unknown): boolean {
  return held === null || held === undefined || held === '' || (Array.isArray(held) && held.length === 0);
}
