/** A place in the window. */
export interface Point {
  /** CSS pixels in the window. */
  readonly x: number;
  readonly y: number;
}
