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
 * @param ahead pixels beyond the edge that one is going to; below 0 the upper one
 * @param margin rows beyond either edge besides
 */
export function rowsToDraw(
  geometry: Geometry,
  offset: number,
  view: number,
  ahead: number,
  margin: number,
): readonly [number, number] {
  const from = geometry.at(offset + Math.min(0, ahead)) - margin;
  const to = geometry.at(offset + view + Math.max(0, ahead)) + margin;
  return [Math.max(0, from), Math.min(geometry.count, to + 1)];
}

/**
 * How far to draw beyond the edge that one is going to, pixels; below 0 the upper one. The compositor scrolls ahead of us: as
 * far as it can get within some frames. It begins with two steps and grows by half a step a frame: all of it drawn in one
 * would take longer than a frame, so that the next step is longer for it, and so on. It stays until the scrolling is over or
 * turns round.
 * @param speed pixels since the last frame; below 0 up
 * @param before what this was in the last frame
 * @param most pixels
 */
export function leadOf(speed: number, before: number, most: number): number {
  const way = Math.sign(speed);
  const step = Math.abs(speed);
  const kept = way === Math.sign(before) ? Math.abs(before) : 0;
  const grown = kept > 0 ? kept + step / 2 : step * 2;
  return way * Math.max(kept, Math.min(grown, step * 5, most));
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
