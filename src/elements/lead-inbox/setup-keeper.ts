import type { CrmStore } from '../../store/api.js';
import type { StoreController } from '../../shared/store-controller.js';
import type { InboxModel } from './model.js';
import { readSetup, viewName } from './setup.js';

/** Changes follow each other while somebody sets things up: they are kept when a moment has passed, ms. */
const pause = 500;

/** Keeps filter, order and columns for each user, and brings them back. */
export class SetupKeeper {
  #store: CrmStore | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The host has set something itself, or somebody here has: what was kept does not overrule it. */
  touched = false;

  constructor(
    readonly model: InboxModel,
    readonly stores: StoreController,
  ) {
    model.onSetup = () => {
      this.touched = true;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.flush(), pause);
    };
  }

  /** Called with every drawing: reads once for each store. Rows wait for it, so that they need not jump. */
  check(): void {
    const { store } = this.model;
    if (store === this.#store) return;
    this.#store = store;
    this.model.ready = false;
    if (store) void this.#read(store);
  }

  async #read(store: CrmStore): Promise<void> {
    const { model } = this;
    try {
      const { records } = await store.read({
        kind: 'view',
        where: {
          all: [
            { field: 'name', op: 'is', value: viewName },
            { field: 'userId', op: 'is', value: store.settings.user.id },
          ],
        },
        window: { after: null, limit: 1 },
      });
      const kept = records[0];
      if (kept && store === this.#store && !this.touched) model.setup = readSetup(kept.state);
    } catch {
      // How it was set up is a comfort: without it the inbox works as for somebody new, and the list says what is wrong.
    }
    if (store !== this.#store) return;
    model.ready = true;
    model.ask();
  }

  /** Keeps what was changed, now. */
  flush(): void {
    if (this.#timer === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const { filter, order, columns } = this.model.setup;
    // Nobody waits for it and nobody misses it: a refusal is no news to somebody who reads leads.
    void this.stores.intend('view-save', { name: viewName, state: { filter, order, columns } }).catch(() => null);
  }
}
