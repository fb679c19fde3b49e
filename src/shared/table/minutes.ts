import type { ReactiveController } from 'lit';
import type { GridBox } from './grid-box.js';
import type { TableModel } from './model.js';

/** Time: ages grow, and at midnight what was due today is overdue. And its end: how the list was set up is kept before it goes. */
export class Minutes implements ReactiveController {
  #clock: ReturnType<typeof setInterval> | undefined;

  constructor(readonly box: Pick<GridBox, 'minute'> & { readonly model: TableModel }) {
    box.model.host.addController(this);
  }

  hostConnected(): void {
    this.#clock ??= setInterval(() => {
      this.box.minute++;
      this.box.model.update();
    }, 60_000);
  }

  hostDisconnected(): void {
    const { host, keeper } = this.box.model;
    // Now: in a moment there is no store any more to keep it in.
    keeper?.flush?.();
    // A move is no end; see StoreController.
    queueMicrotask(() => {
      if (host.isConnected) return;
      clearInterval(this.#clock);
      this.#clock = undefined;
    });
  }
}
