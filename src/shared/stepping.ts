import type { Id, RecordOf } from '../domain/records.js';
import type { OpenIn, OpenPlace } from './open-place.js';

export interface SteppedList<K extends 'lead' | 'deal'> extends OpenIn<K> {
  /** Records in it; undefined = not known yet. */
  readonly total: number | undefined;
  at(index: number): RecordOf[K] | undefined;
  /** Where one was last, for a record of which nobody can say where it stands. */
  readonly lastIndex: number;
  /** Sees to it that this one is read. */
  show(index: number): void;
  arrive(record: RecordOf[K], index: number): void;
}

/** From the open record of a list to the next one, or the one before. Of a record that has left, the next is the one in its place. */
export class Stepping<K extends 'lead' | 'deal'> {
  /** A place that was stepped to before its record was read; undefined = none. */
  #to: number | undefined;
  #steps = Promise.resolve();

  constructor(
    readonly list: SteppedList<K>,
    readonly place: OpenPlace<K>,
  ) {}

  step(by: 1 | -1): void {
    // One after the other, however fast they come: each begins where the one before has led to.
    this.#steps = this.#steps.then(() => this.#step(by));
  }

  /** After each drawing: what was stepped to may have been read. */
  updated(): void {
    if (this.#to !== undefined && this.list.at(this.#to)) queueMicrotask(() => this.#arrive());
  }

  /** Something else is opened. */
  forget(): void {
    this.#to = undefined;
  }

  async #step(by: 1 | -1): Promise<void> {
    const { list } = this;
    const open: Id | null = list.open;
    let to = this.#to;
    if (to === undefined) {
      const place = this.place.get() ?? (await this.place.known());
      if (open === null || list.open !== open) return;
      // Nobody can say where it stands: the row one was at before.
      to = place ? place.index + (place.in || by < 0 ? by : by - 1) : list.lastIndex;
    } else to += by;
    if (to < 0 || to >= (list.total ?? Infinity)) return;
    this.#to = to;
    list.show(to);
    this.#arrive();
  }

  /** What was stepped to is opened as soon as it has been read. */
  #arrive(): void {
    const { list } = this;
    const to = this.#to;
    const record = to === undefined ? undefined : list.at(to);
    if (to === undefined || !record) return;
    this.#to = undefined;
    if (record.id !== list.open) list.arrive(record, to);
  }
}
