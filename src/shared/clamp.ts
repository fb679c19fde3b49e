/** Keeps a number between two; where they cross, the lower one wins. */
export function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}
