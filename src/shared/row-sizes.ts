/**
 * The sizes that a row window rests on. They are read once, and again only after the observer has reported that they
 * are others; reading them anew for each drawing would lay the page out each time.
 */
export class Sizes {
  /** Pixels of a row; 0 before the first layout. */
  row = 0;
  #height = 0;
  #width = 0;
  #head = 0;
  #space: HTMLElement | undefined;
  #scroller: HTMLElement | undefined;
  #probe: HTMLElement | undefined;
  #observer: ResizeObserver | undefined;
  #frame = 0;

  constructor(private readonly changed: () => void) {}

  /** Pixels in which rows can be seen, below what is above them in the scroll container. */
  get view(): number {
    return this.#height - this.#head;
  }

  get known(): boolean {
    return this.#height > 0 && this.row > 0;
  }

  watch(scroller: HTMLElement | undefined): void {
    this.stop();
    if (scroller !== this.#scroller) this.#height = 0;
    this.#scroller = scroller;
    if (!scroller) return;
    // Sizes are taken in the next frame, after this layout: no size feedback, no "ResizeObserver loop" (R48).
    this.#observer = new ResizeObserver(() => {
      cancelAnimationFrame(this.#frame);
      this.#frame = requestAnimationFrame(() => {
        const before = [this.row, this.#height, this.#head, this.#width];
        this.#height = 0;
        // It reports also what it begins with, which has been read by then.
        const same =
          this.read(this.#space, this.#probe) &&
          [this.row, this.#height, this.#head, this.#width].join() === before.join();
        if (!same) this.changed();
      });
    });
    this.#observer.observe(scroller);
    if (this.#probe) this.#observer.observe(this.#probe);
  }

  stop(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
    cancelAnimationFrame(this.#frame);
  }

  /**
   * @param space the box around the rows
   * @param probe as tall as a row: the height is what the style sheet says, density and the pointer change it
   * @returns false where there is no layout (not rendered, hidden)
   */
  read(space: HTMLElement | undefined, probe: HTMLElement | undefined): boolean {
    if (probe !== this.#probe) {
      if (this.#probe) this.#observer?.unobserve(this.#probe);
      if (probe) this.#observer?.observe(probe);
      this.#probe = probe;
    }
    if (this.known) return true;
    if (!this.#scroller || !space || !probe) return false;
    this.row = probe.getBoundingClientRect().height;
    this.#space = space;
    this.#width = this.#scroller.clientWidth;
    this.#height = this.#scroller.clientHeight;
    this.#head = space.offsetTop;
    return this.known;
  }
}
