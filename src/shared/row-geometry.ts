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

/** Rows of known, different heights: one pass over all, then every question is a search in the sums. */
export function variableRows(count: number, heightOf: (index: number) => number): Geometry {
  const tops = new Float64Array(count + 1);
  for (let index = 0; index < count; index++) tops[index + 1] = tops[index]! + heightOf(index);
  const at = (y: number) => {
    let [low, high] = [0, Math.max(0, count - 1)];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (tops[middle]! <= y) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  return {
    count,
    total: tops[count] ?? 0,
    top: (index) => tops[Math.max(0, Math.min(count, index))] ?? 0,
    height: (index) => (tops[index + 1] ?? 0) - (tops[index] ?? 0),
    at,
  };
}
