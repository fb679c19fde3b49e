import type { ReactiveController } from 'lit';
import type { InboxModel } from './model.js';

/** Loading that is over sooner is not worth a flash of grey, ms. */
const patience = 200;

/** What changes while nobody does anything: loading that takes long, and time. */
export class Watch implements ReactiveController {
  #slow: ReturnType<typeof setTimeout> | undefined;
  #clock: ReturnType<typeof setInterval> | undefined;

  /**
   * @param fetch fetches what draws rows that are on their way
   * @param minute ages grow, and at midnight what was due today is overdue
   * @param left the inbox has left the page
   */
  constructor(
    readonly model: InboxModel,
    readonly fetch: () => void,
    readonly minute: () => void,
    readonly left: () => void,
  ) {
    model.host.addController(this);
  }

  hostConnected(): void {
    this.#clock ??= setInterval(this.minute, 60_000);
  }

  hostDisconnected(): void {
    // A move is no end; see StoreController.
    queueMicrotask(() => {
      if (this.model.host.isConnected) return;
      clearInterval(this.#clock);
      this.#clock = undefined;
      this.#stop();
      this.left();
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
        model.say(model.t.inbox.loading);
        this.fetch();
        model.update();
      }, patience);
  }

  #stop(): void {
    clearTimeout(this.#slow);
    this.#slow = undefined;
  }
}
