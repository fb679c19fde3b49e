import type { Busy, Clock } from './api.js';

/** Counts what is under way, and says so when the storage lets people wait. */
export class BusyState implements Busy {
  running = 0;
  unsaved = 0;
  late = false;
  #cancel: (() => void) | null = null;
  readonly #waiting: (() => void)[] = [];
  /** What is about to run: nobody is told of it. */
  #coming = 0;

  constructor(
    private readonly clock: Clock,
    private readonly after: number,
    private readonly tell: (busy: Busy) => void,
  ) {}

  run(): () => void {
    return this.#count('running', 1);
  }

  /** @param units optimistic commands that are now on the screen and not yet stored */
  wait(units: number): () => void {
    this.#cancel ??= this.clock.after(this.after, () => {
      this.late = true;
      this.#tell();
    });
    return this.#count('unsaved', units);
  }

  /** A command is being planned, to be run at once. */
  plan(): () => void {
    this.#coming++;
    return () => {
      this.#coming--;
      this.#rest();
    };
  }

  /** Nothing is under way, and all is stored. */
  get isIdle(): boolean {
    return this.running + this.unsaved + this.#coming === 0;
  }

  idle(): Promise<void> {
    if (this.isIdle) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  close(): void {
    this.#cancel?.();
    this.#cancel = null;
  }

  #count(what: 'running' | 'unsaved', by: number): () => void {
    this[what] += by;
    this.#tell();
    let open = true;
    return () => {
      if (!open) return;
      open = false;
      this[what] -= by;
      if (this.unsaved === 0) {
        this.close();
        this.late = false;
      }
      this.#tell();
    };
  }

  #tell(): void {
    this.tell({ running: this.running, unsaved: this.unsaved, late: this.late });
    this.#rest();
  }

  #rest(): void {
    if (this.isIdle) for (const end of this.#waiting.splice(0)) end();
  }
}
