/** Which record stands where, for rows that keep their element when others come or go above them. */
export interface Records {
  /** undefined = not known. */
  idAt(index: number): string | undefined;
  /** -1 = not there, or not known. */
  indexOf(id: string): number;
}

/** Rows of a few different heights: cards. */
export interface CardOptions {
  /** Names what decides a row's height: rows of one kind are equally tall ("labels+date", "plain"); '' = not known, as tall as guessed. */
  readonly kindOf: (index: number) => string;
  /** What all heights rest on besides: words, fonts. Windows of one element measure each kind once, until one of these changes. */
  readonly said?: (() => readonly unknown[]) | undefined;
  /** The rows that have a kind, `[start, end)`; default all. No other is asked for. */
  readonly known?: (() => readonly [start: number, end: number]) | undefined;
  /** CSS pixels of a row of which nothing is known. */
  readonly estimate: number;
  /** CSS pixels of a row that has a kind, for the first drawing, so that as many are drawn as come into sight; default `estimate`. */
  readonly guess?: ((index: number) => number) | undefined;
  /** CSS pixels between rows; the same as `--_gap` in the styles. */
  readonly gap?: number | undefined;
}

/** What moves a window over its list, and keeps its rows in their places: comes after the first rows have been painted. */
export interface Moves {
  /** CSS pixels; 0 before the first layout. */
  readonly rowHeight: number;
  /** Whether one has scrolled away from the top; nothing is read for it. */
  readonly scrolled: boolean;
  /** How many rows fit: a page for PageUp and PageDown. */
  readonly page: number;
  attach(): void;
  stop(): void;
  moved(): void;
  update(): void;
  scrollTo(index: number, align: ScrollLogicalPosition, fresh: boolean): void;
  begin(): boolean;
  draw(all: boolean): void;
  settle(): boolean;
}
