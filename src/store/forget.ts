/**
 * What this browser keeps is emptied: by this store, or by another tab, of which the adapter tells. Nothing that was read, planned or
 * done before may be written after it.
 */
import type { StoreEvents } from './api.js';
import type { BusyState } from './busy.js';
import type { Context } from './context.js';
import type { Emitter } from './emitter.js';
import type { Beginning } from './first.js';
import type { History } from './history.js';
import type { Planner } from './commands.js';
import type { Queue } from './queue.js';

export interface Forgetful {
  readonly context: Context;
  readonly busy: BusyState;
  readonly history: History;
  readonly planner: Planner;
  readonly beginning: Beginning;
}

export class Forgetting {
  /** Whoever begins something waits for this; undefined = nobody has to. */
  door: Promise<void> | undefined;

  constructor(
    private readonly acts: Forgetful,
    private readonly queue: Queue,
    private readonly emitter: Emitter<StoreEvents>,
  ) {}

  /** By this store. @throws CrmError with nothing emptied */
  async forget(): Promise<void> {
    const { busy, context } = this.acts;
    while (this.door) await this.door;
    // Not what is under way waits for us, but we for it: it may begin other things that would wait at the door.
    while (!busy.isIdle || !this.queue.idle) await Promise.all([busy.idle(), this.queue.empty()]);
    let open = (): void => undefined;
    this.door = new Promise((resolve) => (open = resolve));
    try {
      await context.calls.forget(() => this.#done());
      this.#done();
    } finally {
      this.door = undefined;
      open();
    }
  }

  /** By another tab: what is under way here is broken off, for it rests on what was there before. */
  async told(): Promise<void> {
    const { calls } = this.acts.context;
    const { busy } = this.acts;
    this.#done();
    if (busy.isIdle) return;
    calls.broken++;
    await busy.idle();
    calls.broken--;
    this.#letGo();
  }

  #done(): void {
    this.#letGo();
    this.emitter.emit('forgotten', {});
  }

  #letGo(): void {
    const { planner, history, beginning, context } = this.acts;
    planner.forget();
    history.forget('forgotten');
    beginning.again();
    context.ledger.renew();
  }
}
