import type { ReactiveController } from 'lit';
import type { Columns } from './columns.js';
import type { BoardModel } from './model.js';

/** Loading that is over sooner is not worth a flash of grey, ms. */
const patience = 200;

/** What time brings: grey cards where loading takes long, and sums after the first paint. */
export class Waiting implements ReactiveController {
  #slow: ReturnType<typeof setTimeout> | undefined;
  /** The first cards have been painted: what counts all of them may be asked for now. */
  painted = false;

  constructor(
    host: { addController(controller: ReactiveController): void },
    readonly model: BoardModel,
    readonly columns: Columns,
  ) {
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#slow);
    this.#slow = undefined;
  }

  hostUpdate(): void {
    const { model } = this;
    const loading =
      !model.store?.directory.ready ||
      !this.columns.setup.ready ||
      !model.askable ||
      (model.view === 'forecast' && model.stages.length > 0 && model.lanes.length === 0) ||
      this.columns.all.some((column) => column.list?.state === 'loading' && column.list.total === undefined);
    if (!loading && !this.painted) this.#afterPaint();
    if (!loading) {
      clearTimeout(this.#slow);
      this.#slow = undefined;
      model.slow = false;
    } else
      this.#slow ??= setTimeout(() => {
        model.slow = true;
        model.say(model.t.pipeline.loading);
        model.update();
      }, patience);
  }

  #afterPaint(): void {
    requestAnimationFrame(() =>
      setTimeout(() => {
        if (this.painted) return;
        this.painted = true;
        this.model.update();
      }),
    );
  }
}

/** In a page that nobody sees there are no frames. */
export const nextFrame = (): Promise<unknown> =>
  new Promise((resolve) => {
    requestAnimationFrame(resolve);
    setTimeout(resolve, 50);
  });
