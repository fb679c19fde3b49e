import { clamp } from './clamp.js';

/** Where rows are, in pixels from the top of the first. */
export interface Geometry {
  readonly count: number;
  readonly total: number;
  top(index: number): number;
  height(index: number): number;
  /** The row at a place; the first or last one beyond the ends. */
  at(y: number): number;
}

/** Rows of one height. */
export function fixedRows(count: number, height: number): Geometry {
  return {
    count,
    total: count * height,
    top: (index) => index * height,
    height: () => height,
    at: (y) => Math.max(0, Math.min(count - 1, Math.floor(y / height))),
  };
}

/** Rows that may differ in height: those of `[from, to)` are asked for one by one, all others are as tall as was guessed. */
export interface Heights {
  readonly from: number;
  readonly to: number;
  readonly guess: number;
  of(index: number): number;
}

/** Rows of different heights: one pass over those that are known, then every question is a search in their sums. */
export function variableRows(count: number, heights: Heights): Geometry {
  const { guess } = heights;
  const from = Math.min(heights.from, count);
  const known = Math.max(0, Math.min(heights.to, count) - from);
  const sums = new Float64Array(known + 1);
  for (let i = 0; i < known; i++) sums[i + 1] = sums[i]! + heights.of(from + i);
  const begin = from * guess;
  const end = begin + sums[known]!;
  const top = (index: number): number => {
    const at = Math.max(0, Math.min(count, index));
    if (at <= from) return at * guess;
    return at < from + known ? begin + sums[at - from]! : end + (at - from - known) * guess;
  };
  return {
    count,
    total: top(count),
    top,
    height: (index) => top(index + 1) - top(index),
    at: (y) => {
      const last = Math.max(0, count - 1);
      if (y < begin) return Math.max(0, Math.floor(y / guess));
      if (y >= end) return Math.min(last, from + known + Math.floor((y - end) / guess));
      let [low, high] = [0, Math.max(0, known - 1)];
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (sums[middle]! <= y - begin) low = middle;
        else high = middle - 1;
      }
      return Math.min(last, from + low);
    },
  };
}

/**
 * The rows to draw, `[start, end)`.
 * @param view pixels from the first row in sight to the lower edge
 * @param speed pixels since the last frame; below 0 up
 * @param margin rows beyond either edge at rest
 */
export function rowsToDraw(
  geometry: Geometry,
  offset: number,
  view: number,
  speed: number,
  margin: number,
): readonly [number, number] {
  // The compositor scrolls ahead of us: draw as far as it can get within some frames, on the side it is going to.
  const ahead = Math.min(Math.abs(speed) * 5, view * 1.5);
  const from = geometry.at(offset - (speed < 0 ? ahead : 0)) - margin;
  const to = geometry.at(offset + view + (speed > 0 ? ahead : 0)) + margin;
  return [Math.max(0, from), Math.min(geometry.count, to + 1)];
}

/** The places of a range, and the one that stays drawn wherever one scrolls; ascending. */
export function withPinned([start, end]: readonly [number, number], pinned: number, count: number): number[] {
  const indices = [];
  for (let index = start; index < end; index++) indices.push(index);
  if (pinned >= 0 && pinned < start) indices.unshift(pinned);
  else if (pinned >= end && pinned < count) indices.push(pinned);
  return indices;
}

/** Where to scroll so that a row is in sight; `nearest` stays where it is in sight already. @param view pixels of rows in sight */
export function offsetFor(
  geometry: Geometry,
  index: number,
  align: ScrollLogicalPosition,
  now: number,
  view: number,
): number {
  const top = geometry.top(index);
  const bottom = top + geometry.height(index);
  const nearest = top < now ? top : bottom > now + view ? bottom - view : now;
  const to = { start: top, end: bottom - view, center: (top + bottom - view) / 2, nearest }[align];
  return clamp(to, 0, Math.max(0, geometry.total - view));
}
