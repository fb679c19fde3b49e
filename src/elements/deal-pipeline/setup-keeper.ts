import type { Condition } from '../../domain/query.js';
import type { CrmStore } from '../../store/api.js';
import type { BoardModel } from './model.js';
import type { BoardSetup } from './order.js';
import { isBoardOrder } from './order.js';

/** The name the set-up is kept under. */
const viewName = 'deal-pipeline';
/** Changes follow each other while somebody sets things up: they are kept when a moment has passed, ms. */
const pause = 500;
/** Cards that jump are better than cards that do not come, ms. */
const patience = 1000;

/** Keeps order, filter and pipeline for each user, and brings them back; not where the page has set them itself. */
export class SetupKeeper {
  /** What was kept is known: the stages wait for it, so that their cards need not jump. */
  ready = false;
  readonly #model: BoardModel;
  #store: CrmStore | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #chosen = false;

  constructor(model: BoardModel) {
    this.#model = model;
    model.onSetup = () => {
      this.#chosen = true;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.flush(), pause);
    };
  }

  /** Before each drawing: reads once for each store. */
  check(): void {
    const { store } = this.#model;
    if (store === this.#store) return;
    this.#store = store;
    this.ready = false;
    if (store) void this.#read(store);
  }

  async #read(store: CrmStore): Promise<void> {
    const { settings } = store;
    const enough = setTimeout(() => this.#begin(store), patience);
    try {
      const where = {
        all: [
          { field: 'name', op: 'is', value: viewName },
          { field: 'userId', op: 'is', value: settings.user.id },
        ],
      } as const;
      const { records } = await store.read({ kind: 'view', where, window: { after: null, limit: 1 } });
      if (records[0] && store === this.#store && !this.#chosen) this.#apply(readSetup(records[0].state));
    } catch {
      // How it was set up is a comfort: without it the board works as for somebody new, and its stages say what is wrong.
    }
    clearTimeout(enough);
    this.#begin(store);
  }

  #begin(store: CrmStore): void {
    if (store !== this.#store || this.ready) return;
    this.ready = true;
    this.#model.update();
  }

  #apply({ order, filter, pipelineId }: Partial<BoardSetup>): void {
    const { host } = this.#model;
    if (order !== undefined && !host.orderSet) host.order = order;
    if (filter !== undefined && host.filter.length === 0) host.filter = filter;
    if (pipelineId !== undefined) host.pipelineId ??= pipelineId;
  }

  /** Keeps what was changed, now. */
  flush(): void {
    if (this.#timer === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const { order, filter, pipelineId } = this.#model.host;
    // Nobody waits for it and nobody misses it: a refusal is no news to somebody who works with deals.
    void this.#model.crm
      .intend('view-save', { name: viewName, state: { order, filter, pipelineId } })
      .catch(() => null);
  }
}

function isCondition(value: unknown): value is Condition {
  if (typeof value !== 'object' || value === null) return false;
  const { field, op } = value as Record<string, unknown>;
  return typeof field === 'string' && typeof op === 'string';
}

/** What was kept, as far as it can be understood: a later version of the kit or a host may have written it. */
export function readSetup({ order, filter, pipelineId }: Readonly<Record<string, unknown>>): Partial<BoardSetup> {
  return {
    ...(isBoardOrder(order) && { order }),
    ...(Array.isArray(filter) && { filter: filter.filter(isCondition) }),
    ...(typeof pipelineId === 'string' && { pipelineId }),
  };
}
