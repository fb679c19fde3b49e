/**
 * How many of many rows are drawn: the first ones with everything else, the others a part in each of the next frames, so that what
 * is in sight does not wait for what is below it.
 */
export class Growing {
  #of: unknown;
  #drawn = 0;
  #going = false;

  /**
   * @param first drawn at once
   * @param step drawn more in each frame
   * @param update draws anew
   */
  constructor(
    readonly first: number,
    readonly step: number,
    readonly update: () => void,
  ) {}

  /** @param of what the rows belong to: those of another begin anew */
  upTo(of: unknown, total: number): number {
    if (of !== this.#of) {
      this.#of = of;
      this.#drawn = this.first;
    }
    // Where all have been drawn, one that is added is drawn with the others.
    if (this.#drawn >= total) this.#drawn = total === 0 ? this.first : Infinity;
    else this.#goOn();
    return Math.min(this.#drawn, total);
  }

  #goOn(): void {
    if (this.#going) return;
    this.#going = true;
    requestAnimationFrame(() => {
      this.#going = false;
      this.#drawn += this.step;
      this.update();
    });
  }
}
