import type { ReactiveController } from 'lit';
import type { Arriving } from '../../shared/late.js';
import type { InboxModel } from './model.js';

/** Loading that is over sooner is not worth a flash of grey, ms. */
const patience = 200;

/** Loading that takes long is shown. */
export class Watch implements ReactiveController {
  #slow: ReturnType<typeof setTimeout> | undefined;

  /** @param hands draw rows that are on their way */
  constructor(
    readonly model: InboxModel,
    readonly hands: Arriving<{ sayLoading(): void }>,
  ) {
    model.host.addController(this);
  }

  hostUpdate(): void {
    const { model } = this;
    if (model.store === null || (model.ready && model.list?.state !== 'loading')) {
      clearTimeout(this.#slow);
      this.#slow = undefined;
      model.slow = false;
    } else
      this.#slow ??= setTimeout(() => {
        model.slow = true;
        this.hands.use((hands) => hands.sayLoading());
        model.update();
      }, patience);
  }
}
