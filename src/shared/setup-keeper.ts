import type { CrmStore } from '../store/api.js';
import type { StoreController } from './store-controller.js';

/** What jumps into its place late is better than what does not come, ms. */
const patience = 1000;

type State = Readonly<Record<string, unknown>>;

/** How a view is set up. */
export interface SetUp {
  /** The name it is kept under. */
  readonly name: string;
  /** What is kept of it. */
  state(): State;
  /** Takes over what was kept, as far as it can be understood: a later version of the kit, or a host, may have written it. */
  apply(kept: State): void | Promise<void>;
  /** It is known how it was set up, or not yet, for another store: nothing is asked for before, so that nothing jumps. */
  known(yes: boolean): void;
}

/** Brings back how a view was set up by its user; what keeps it is `setup-keeping.ts`. */
export class SetupKeeper {
  /** What was kept is known, or has been waited for long enough. */
  ready = false;
  /** Somebody here, or the page, has set something: what was kept does not overrule it. */
  touched = false;
  /** Keeps what was changed, now; undefined = nothing was. */
  flush: (() => void) | undefined;
  #store: CrmStore | null = null;
  #reading: Promise<void> | undefined;

  constructor(
    readonly crm: StoreController,
    readonly setup: SetUp,
  ) {}

  /** Before each drawing: reads once for each store. */
  check(): void {
    const { store } = this.crm;
    if (store === this.#store) return;
    this.#store = store;
    this.ready = false;
    this.setup.known(false);
    this.#reading = store ? this.#read(store) : undefined;
  }

  /** As `check`, and waits until what was kept is known or cannot be had. */
  async known(): Promise<void> {
    this.check();
    await this.#reading;
  }

  async #read(store: CrmStore): Promise<void> {
    const enough = setTimeout(() => this.#begin(store), patience);
    try {
      const where = {
        all: [
          { field: 'name', op: 'is', value: this.setup.name },
          { field: 'userId', op: 'is', value: store.settings.user.id },
        ],
      } as const;
      const { records } = await store.read({ kind: 'view', where, window: { after: null, limit: 1 }, related: false });
      if (records[0] && store === this.#store && !this.touched) await this.setup.apply(records[0].state);
    } catch {
      // How it was set up is a comfort: without it the view works as for somebody new, and its lists say what is wrong.
    }
    clearTimeout(enough);
    this.#begin(store);
  }

  #begin(store: CrmStore): void {
    if (store !== this.#store || this.ready) return;
    this.ready = true;
    this.setup.known(true);
  }
}
