import { AsyncDirective } from 'lit/async-directive.js';
import { directive } from 'lit/directive.js';
import type { DirectiveResult } from 'lit/directive.js';
import { whenIdle } from './code.js';

/** What draws the first of the rows, up to a number of them. */
type Draw = (upTo: number) => unknown;

/**
 * How many of many rows are drawn: the first ones with everything else, the others a few in each moment in which the browser has
 * nothing else to do, so that neither what is in sight nor what is typed waits for what is below it. Nothing but those rows is drawn.
 */
export class Growing {
  #of: unknown;
  #drawn = 0;
  #total = 0;
  #going = false;
  /** Draws the rows where they stand. */
  place: (() => void) | null = null;

  /**
   * @param first drawn at once
   * @param step drawn more in each idle moment
   */
  constructor(
    readonly first: number,
    readonly step: number,
  ) {}

  /** @param of what the rows belong to: those of another begin anew */
  rows(of: unknown, total: number, draw: Draw): DirectiveResult {
    if (of !== this.#of) {
      this.#of = of;
      this.#drawn = this.first;
    }
    // Where all have been drawn, a few that are added are drawn with the others.
    else if (this.#drawn >= this.#total) this.#drawn = Math.max(this.first, this.#total + this.step);
    this.#total = total;
    if (this.#drawn < total) this.#goOn();
    return grow(this, draw);
  }

  get drawn(): number {
    return Math.min(this.#drawn, this.#total);
  }

  /** Somebody wants to go where nothing is drawn yet. */
  all(): void {
    if (this.#drawn >= this.#total) return;
    this.#drawn = this.#total;
    this.place?.();
  }

  #goOn(): void {
    if (this.#going) return;
    this.#going = true;
    whenIdle(() => {
      this.#going = false;
      // Out of the page there is nothing to draw: it begins again with the next rows that are asked for.
      if (this.#drawn >= this.#total || this.place === null) return;
      this.#drawn += this.step;
      this.place();
      if (this.#drawn < this.#total) this.#goOn();
    });
  }
}

class Grow extends AsyncDirective {
  #growing: Growing | null = null;
  #draw: Draw = () => undefined;

  override render(growing: Growing, draw: Draw): unknown {
    this.#draw = draw;
    this.#growing = growing;
    growing.place = this.#place;
    this.#listen();
    return draw(growing.drawn);
  }

  /** On paper nothing comes later. The same listener twice is one. */
  #listen(): void {
    addEventListener('beforeprint', this.#print);
  }
  readonly #print = (): void => this.#growing?.all();

  readonly #place = (): void => {
    if (this.#growing && this.isConnected) this.setValue(this.#draw(this.#growing.drawn));
  };

  override disconnected(): void {
    removeEventListener('beforeprint', this.#print);
    if (this.#growing?.place === this.#place) this.#growing.place = null;
  }
  override reconnected(): void {
    this.#listen();
    if (this.#growing) this.#growing.place = this.#place;
  }
}

const grow = directive(Grow);
