import type { ReactiveController } from 'lit';
import type { Deal, Id } from '../../domain/records.js';
import { drawTogether } from '../../shared/row-window.js';
import type { CrmStore } from '../../store/api.js';
import { Column } from './column.js';
import type { CardDrawing } from './column.js';
import type { Lane } from './layout.js';
import type { BoardModel } from './model.js';

interface Bound {
  readonly column: Column;
  off: (() => void) | null;
}

/**
 * The stages of the board, or what stands in their place, each with a live list of its own. They come and go with the pipeline, so they are kept here
 * and not as the fixed views of the store controller; subscribed only while the element is connected.
 */
export class Columns implements ReactiveController {
  readonly #model: BoardModel;
  readonly #cards: CardDrawing;
  readonly #bound = new Map<Id, Bound>();
  #store: CrmStore | null = null;
  #order: readonly Column[] = [];

  constructor(
    model: BoardModel,
    /** How the board was set up: nothing is asked for before that is known. */
    readonly setup: { readonly ready: boolean; check(): void },
    cards: CardDrawing,
  ) {
    this.#model = model;
    this.#cards = cards;
    // Before all that goes by the columns, which may be made in the same moment.
    model.host.addController(this);
  }

  /** In the order of the stages. */
  get all(): readonly Column[] {
    return this.#order;
  }

  /** The first cards of every stage have been read, or could not be. */
  get settled(): boolean {
    return this.#order.every(({ list }) => list !== null && list.state !== 'loading');
  }

  of(stageId: Id): Column | undefined {
    return this.#bound.get(stageId)?.column;
  }

  /** The one that a deal stands in. */
  with(deal: Deal): Column | undefined {
    return this.of(this.#model.laneOf(deal));
  }

  /** Follows stages, store and question. */
  ask(): void {
    const { store, lanes } = this.#model;
    if (store !== this.#store) {
      this.#release();
      this.#store = store;
    }
    this.setup.check();
    if (store && this.setup.ready && this.#model.askable && this.#model.host.isConnected) this.#follow(store, lanes);
  }

  /** Before each drawing. */
  hostUpdate(): void {
    this.ask();
    if (this.#model.hands.here) return;
    // Nobody can go about yet: the first card is the tab stop.
    this.#model.stop = null;
    this.prepare();
  }

  /** Before each drawing, when it is known where one is: the tab stop is somewhere, and stages know how many cards they have. */
  prepare(): void {
    const model = this.#model;
    const first = model.stop ? undefined : this.#order.find((column) => column.count > 0);
    if (first) model.stop = { stageId: first.stageId, id: first.dealAt(0)?.id ?? null, index: 0 };
    for (const column of this.#order) column.prepare();
  }

  /** After each drawing of the element, its stages are there: the cards of those in which something has changed. */
  hostUpdated(): void {
    for (const box of this.#model.host.shadowRoot?.querySelectorAll<HTMLElement>('.cards.win') ?? [])
      this.of(box.parentElement?.dataset['stage'] ?? '')?.window.scroller(box);
    drawTogether(this.#order.filter((column) => column.stale || column.window.due).map((column) => column.window));
  }

  hostConnected(): void {
    this.#model.update();
  }

  hostDisconnected(): void {
    // A move is a disconnect and a connect in one task: only an element that is still out is torn down.
    queueMicrotask(() => {
      if (!this.#model.host.isConnected) this.#release();
    });
  }

  #follow(store: CrmStore, lanes: readonly Lane[]): void {
    const wanted = new Set(lanes.map(({ id }) => id));
    for (const [id, bound] of this.#bound) if (!wanted.has(id)) this.#drop(id, bound);
    this.#order = lanes.map(({ id }) => this.#bind(store, id));
  }

  #bind(store: CrmStore, stageId: Id): Column {
    const query = this.#model.queryOf(stageId);
    let bound = this.#bound.get(stageId);
    if (!bound) {
      bound = { column: new Column(this.#model, stageId, this.#cards), off: null };
      this.#bound.set(stageId, bound);
    }
    const { column } = bound;
    if (column.list && bound.off) column.list.setQuery(query);
    else {
      column.list = store.list(query);
      column.list.setWindow(0, 12);
      bound.off = column.list.subscribe(column.heard);
    }
    return column;
  }

  #drop(id: Id, { column, off }: Bound): void {
    off?.();
    this.#model.host.removeController(column.window);
    column.window.hostDisconnected();
    this.#bound.delete(id);
  }

  /** Lets go of the store; what was shown stays on the screen. */
  #release(): void {
    for (const bound of this.#bound.values()) {
      bound.off?.();
      bound.off = null;
    }
    this.#store = null;
  }
}
