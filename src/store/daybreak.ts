import type { Day } from '../domain/records.js';
import type { Clock } from './api.js';

/** Midnights of all zones of the earth fall on a quarter of an hour. */
const QUARTER = 15 * 60_000;

/** Says when another calendar day has begun: what was due tomorrow is due today. */
export class Daybreak {
  #cancel: (() => void) | null = null;
  #day: Day = '';

  constructor(
    private readonly clock: Clock,
    private readonly today: () => Day,
    private readonly call: () => void,
  ) {}

  start(): void {
    if (this.#cancel !== null) return;
    this.#day = this.today();
    this.#wait();
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = null;
  }

  #wait(): void {
    this.#cancel = this.clock.after(QUARTER - (this.clock.now() % QUARTER), () => {
      this.#wait();
      const day = this.today();
      if (day === this.#day) return;
      this.#day = day;
      this.call();
    });
  }
}
