/** CSS pixels of a column: what can be read, and what fits. */
export const least = 32;
export const most = 800;

export function clamped(width: number): number {
  return Math.round(Math.max(least, Math.min(width, most)));
}

/** What of them are widths. */
export function widthsIn(widths: Readonly<Record<string, unknown>>): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(widths).flatMap(([id, width]) =>
      typeof width === 'number' && width > 0 ? [[id, clamped(width)]] : [],
    ),
  );
}
