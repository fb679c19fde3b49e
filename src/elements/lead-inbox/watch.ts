import type { InboxModel } from './model.js';

/** Loading that is over sooner is not worth a flash of grey, ms. */
const patience = 200;

/** What changes while nobody does anything: loading that takes long, and time. */
export class Watch {
  #slow: ReturnType<typeof setTimeout> | undefined;

  /** @param fetch fetches what draws rows that are on their way */
  constructor(
    readonly model: InboxModel,
    readonly fetch: () => void,
  ) {}

  /** Called with every drawing. */
  loading(): void {
    const { model } = this;
    const loading = model.store !== null && (!model.ready || model.list?.state === 'loading');
    if (!loading) {
      this.stop();
      model.slow = false;
    } else
      this.#slow ??= setTimeout(() => {
        model.slow = true;
        model.say(model.t.inbox.loading);
        this.fetch();
        model.update();
      }, patience);
  }

  /** Ages grow, and at midnight what was due today is overdue. @returns the end of it */
  time(tick: () => void): () => void {
    const timer = setInterval(tick, 60_000);
    return () => {
      clearInterval(timer);
      this.stop();
    };
  }

  stop(): void {
    clearTimeout(this.#slow);
    this.#slow = undefined;
  }
}
