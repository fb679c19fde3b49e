import type { ReactiveController } from 'lit';
import type { BoardModel } from './model.js';

/** What was due today is overdue tomorrow: the lists are told by the store, the marks are ours. */
export class Midnight implements ReactiveController {
  #minutes: ReturnType<typeof setInterval> | undefined;
  #day = '';

  constructor(readonly model: BoardModel) {}

  hostConnected(): void {
    this.#minutes = setInterval(() => {
      if (this.model.today !== this.#day) this.model.update();
    }, 60_000);
  }

  hostDisconnected(): void {
    clearInterval(this.#minutes);
  }

  hostUpdate(): void {
    this.#day = this.model.today;
  }
}
