import type { ReactiveController } from 'lit';
import type { Arriving } from '../../shared/late.js';
import type { GridBox } from './grid-box.js';
import type { InboxModel } from './model.js';

/** Loading that is over sooner is not worth a flash of grey, ms. */
const patience = 200;

/** What changes while nobody does anything: loading that takes long, and time. */
export class Watch implements ReactiveController {
  #slow: ReturnType<typeof setTimeout> | undefined;
  #clock: ReturnType<typeof setInterval> | undefined;

  /** @param hands draw rows that are on their way */
  constructor(
    readonly model: InboxModel,
    readonly grid: GridBox,
    readonly hands: Arriving<unknown>,
  ) {
    model.host.addController(this);
  }

  hostConnected(): void {
    // Ages grow, and at midnight what was due today is overdue.
    this.#clock ??= setInterval(() => {
      this.grid.minute++;
      this.model.update();
    }, 60_000);
  }

  hostDisconnected(): void {
    // A move is no end; see StoreController.
    queueMicrotask(() => {
      if (this.model.host.isConnected) return;
      clearInterval(this.#clock);
      this.#clock = undefined;
      this.#stop();
      this.model.keeper?.flush?.();
    });
  }

  hostUpdate(): void {
    const { model } = this;
    const loading = model.store !== null && (!model.ready || model.list?.state === 'loading');
    if (!loading) {
      this.#stop();
      model.slow = false;
    } else
      this.#slow ??= setTimeout(() => {
        model.slow = true;
        this.hands.use(() => model.slow && model.say(model.t.inbox.loading));
        model.update();
      }, patience);
  }

  #stop(): void {
    clearTimeout(this.#slow);
    this.#slow = undefined;
  }
}
