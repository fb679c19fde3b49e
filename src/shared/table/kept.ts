import type { Order } from '../../domain/query.js';
import type { TableColumn } from './model.js';

/** Entries of what was kept, whatever it is. */
export function entriesIn(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
}

/** Lists that each segment has of its own, as far as they can be understood. */
export function bySegment<S extends string, T>(
  value: unknown,
  segments: readonly S[],
  is: (one: unknown) => one is T,
): Partial<Record<S, readonly T[]>> {
  return Object.fromEntries(
    entriesIn(value).flatMap(([segment, list]): (readonly [S, readonly T[]])[] => {
      const known = Array.isArray(list) ? (list as readonly unknown[]).filter(is) : [];
      return segments.includes(segment as S) && known.length > 0 ? [[segment as S, known]] : [];
    }),
  ) as unknown as Partial<Record<S, readonly T[]>>;
}

export function isOrder(value: unknown): value is Order {
  return typeof value === 'object' && value !== null && typeof (value as { field?: unknown }).field === 'string';
}

export const isText = (value: unknown): value is string => typeof value === 'string';

/** A column as wide as somebody has made it. */
export function sized<C extends TableColumn>(column: C, width: number | undefined): C {
  if (width === undefined) return column;
  const track = `${width}px`;
  return { ...column, track, midTrack: column.midTrack === null ? null : track };
}
