import type { AnyRecord, Day, Id, Kind } from '../domain/records.js';
import type { ListQuery, Located, LocateOptions } from './api.js';
import type { Calls } from './calls.js';
import type { Overlay } from './overlay.js';
import type { Ranges } from './range.js';
import type { Slice } from './slice.js';
import { lensOf, type Lens } from './span.js';

/** The list that is asked, as far as its places depend on it. */
export interface Place {
  readonly calls: Calls;
  readonly today: Day;
  /** What is pending. */
  readonly overlay: Overlay;
  /** As the storage is asked. */
  readonly query: ListQuery;
  readonly ranges: Ranges;
  /** Others' new rows that are held back: they have no place. */
  readonly waiting: ReadonlyMap<Id, AnyRecord>;
  /** undefined = not known. */
  readonly total: number | undefined;
}

/** Read as one window. */
const FEW = 50;
/** Rows that are asked for at once: each round leaves an eighth. */
const PROBES = 7;
/** Rows a storage without places is walked over, at most: 200 a request. */
const MOST_WALKED = 10_000;

/**
 * Where a record stands in a list, whatever of it is held: by halving where the storage knows places, else by walking.
 * @returns null = there is no such record, or the walk is too long
 */
export async function locate<K extends Kind>(
  place: Place,
  id: Id,
  { known, near, signal = new AbortController().signal }: LocateOptions<K>,
): Promise<Located | null> {
  const { calls, today, overlay, query, waiting } = place;
  const { kind } = query;
  const asked = { kind, where: { field: 'id', op: 'is', value: id }, today, related: false } as const;
  const window = calls.adapter.abilities.seek ? { offset: 0, limit: 1 } : { after: null, limit: 1 };
  const stored: AnyRecord | undefined = (await calls.read({ ...asked, window }, signal)).records[0];
  const seen = overlay.visible(kind, id, stored ?? null);
  const record: AnyRecord | undefined = seen ?? known;
  if (record === undefined) return null;
  const lens = lensOf(query, today);
  const before = await placeIn({ ...place, query: { ...query, related: false } }, record, lens, near, signal);
  if (before === null) return null;
  const isBefore = (row: AnyRecord | null): boolean =>
    row !== null && lens.matches(row) && lens.compare(row, record) < 0;
  let index = before;
  for (const row of waiting.values()) if (row.id !== id && isBefore(row)) index--;
  // What is pending is seen in its new place, and stored in its old one.
  for (const { id: one, base } of overlay.of(kind)) {
    const after = one === id ? null : overlay.visible(kind, one, base);
    index += Number(isBefore(after)) - Number(isBefore(base));
  }
  return { index: Math.max(0, index), in: seen !== null && lens.matches(seen) && !waiting.has(id) };
}

/** How many stored rows come before the record. */
async function placeIn(
  { calls, today, query, ranges, total }: Place,
  record: AnyRecord,
  { compare }: Lens,
  near: number | undefined,
  signal: AbortSignal,
): Promise<number | null> {
  const read = (offset: number, limit: number): Promise<Slice> => ranges.read(query, today, offset, limit, signal);
  /** undefined = not within these rows. */
  const within = ({ offset, rows, complete }: Slice): number | undefined => {
    const at = rows.findIndex((row) => compare(row, record) >= 0);
    if (at > 0 || (at === 0 && offset === 0)) return offset + at;
    return at < 0 && (complete || rows.length === 0) && (rows.length > 0 || offset === 0)
      ? offset + rows.length
      : undefined;
  };
  if (!calls.adapter.abilities.seek) {
    for (let offset = 0; offset < MOST_WALKED;) {
      const slice = await read(offset, 1);
      const found = within(slice);
      if (found !== undefined) return found;
      // The first row of what follows comes after the record: it belongs between the two.
      if (slice.rows[0] !== undefined && compare(slice.rows[0], record) >= 0) return slice.offset;
      if (slice.complete || slice.rows.length === 0) return slice.offset + slice.rows.length;
      offset = slice.offset + slice.rows.length;
    }
    return null;
  }
  if (near !== undefined) {
    const found = within(await read(Math.max(0, near - FEW / 2), FEW));
    if (found !== undefined) return found;
  }
  /** Rows before `low` come before the record; the row at `high` does not, or is none. */
  let low = 0;
  let high = total;
  while (high === undefined || high - low > FEW) {
    const from = low;
    const step = high === undefined ? Math.max(FEW, from) : Math.ceil((high - from) / (PROBES + 1));
    const places = [...Array(PROBES).keys()]
      .map((i) => from + step * (i + 1))
      .filter((place) => high === undefined || place < high);
    const rows = await Promise.all(places.map((place) => probe(read, place)));
    const next = rows.findIndex((row) => row === undefined || compare(row, record) >= 0);
    if (next >= 0) high = places[next]!;
    const last = places[next < 0 ? places.length - 1 : next - 1];
    if (last !== undefined) low = last + 1;
  }
  if (high <= low) return low;
  const { offset, rows } = await read(low, high - low);
  const at = rows.findIndex((row) => compare(row, record) >= 0);
  return offset + (at < 0 ? rows.length : at);
}

/** The row in a place; a storage that is asked beyond its end answers with its last rows. */
async function probe(
  read: (offset: number, limit: number) => Promise<Slice>,
  place: number,
): Promise<AnyRecord | undefined> {
  const { offset, rows } = await read(place, 1);
  return offset === place ? rows[0] : undefined;
}
