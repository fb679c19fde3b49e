/** What a wait of a test allows, where it says nothing else: ms. */
const usual = 15_000;
/** A longer pause than this between two looks was the machine's, not the page's: ms. */
const pause = 250;
/** Frames the page is to have painted by then, one in so many ms: what is waited for may need them. */
const frame = 50;
/** Whatever was painted, no wait is longer than so many of its own: Mocha's limit is to come after it. */
const most = 3;

/**
 * How long a test waits. It counts the time in which the page was alive and painted: a machine that stands still for
 * seconds runs the timer of the limit as the first thing afterwards, and fails a test that had not waited at all.
 */
export class Patience {
  #lived = 0;
  #frames = 0;
  #last = performance.now();
  #request = requestAnimationFrame(() => this.#painted());

  constructor(readonly limit = usual) {}

  /** To be asked at every look. */
  get isOver(): boolean {
    const now = performance.now();
    this.#lived += Math.min(now - this.#last, pause);
    this.#last = now;
    return this.#lived > this.limit && (this.#frames > this.limit / frame || this.#lived > this.limit * most);
  }

  end(): void {
    cancelAnimationFrame(this.#request);
  }

  #painted(): void {
    this.#frames++;
    this.#request = requestAnimationFrame(() => this.#painted());
  }
}
