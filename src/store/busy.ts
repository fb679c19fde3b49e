import type { Busy, Clock } from './api.js';

/** Counts what is under way, and says so when the storage lets people wait. */
export class BusyState implements Busy {
  running = 0;
  unsaved = 0;
  late = false;
  #cancel: (() => void) | null = null;

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
  }
}
