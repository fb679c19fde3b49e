import type { Id, RecordOf } from '../domain/records.js';
import type { ListQuery, LiveList, Located } from '../store/api.js';
import type { StoreController } from './store-controller.js';

/** A list, and which of its records is open. */
export interface OpenIn<K extends 'lead' | 'deal'> {
  readonly list: LiveList<K> | null;
  readonly open: Id | null;
  readonly update: () => void;
}

/**
 * Where the open record stands in a list: as the list says while it holds the record, else as the storage says, which is asked
 * again when something has changed. A record that has left keeps the place that another has taken.
 */
export class OpenPlace<K extends 'lead' | 'deal'> {
  #id: Id | null = null;
  #of: ListQuery<K> | undefined;
  #last: Located | undefined;
  #record: RecordOf[K] | undefined;
  /** Raised with every change. */
  #changes = 0;
  #asked = '';
  #asking: { readonly stop: AbortController; readonly answer: Promise<void> } | undefined;

  constructor(
    readonly model: OpenIn<K>,
    crm: StoreController,
  ) {
    const heard = (): void => {
      this.#changes++;
      // Where the list holds the record it says so itself; else what was asked while this was being stored may be old.
      const { list, open } = model;
      if (open !== null && list && list.indexOf(open) < 0) model.update();
    };
    crm.listen('done', heard);
    crm.listen('changed', heard);
  }

  /** undefined = not known (yet). Asks the storage where the list does not know. */
  get(): Located | undefined {
    const { list, open } = this.model;
    if (open !== this.#id || list?.query !== this.#of) {
      this.#forget();
      this.#id = open;
      this.#of = list?.query;
    }
    if (open === null || !list) return undefined;
    const index = list.indexOf(open);
    if (index >= 0) {
      this.#stop();
      this.#asked = '';
      this.#record = list.row(index);
      return (this.#last = { index, in: true });
    }
    if (list.state !== 'ready') return this.#last;
    // It was here, and another is in its place: it has left, or moved far away, which the storage will say.
    if (this.#last?.in && (list.row(this.#last.index) !== undefined || this.#last.index >= (list.total ?? Infinity)))
      this.#last = { index: this.#last.index, in: false };
    this.#ask(list, open);
    return this.#last;
  }

  /** As `get`, once the storage has answered; undefined = it cannot say. */
  async known(): Promise<Located | undefined> {
    return this.get() ?? (await this.#asking?.answer.then(() => this.#last));
  }

  #ask(list: LiveList<K>, id: Id): void {
    const asked = `${this.#changes} ${list.total} ${list.waiting}`;
    if (asked === this.#asked || this.#asking) return;
    this.#asked = asked;
    const stop = new AbortController();
    const options = { known: this.#record, near: this.#last?.index, signal: stop.signal };
    const answer = list.locate(id, options).then(
      (found) => this.#found(stop, found ?? undefined),
      // Not to be had now: the next change asks again, and so does the next step.
      () => this.#found(stop, this.#last, true),
    );
    this.#asking = { stop, answer };
  }

  #found(stop: AbortController, found: Located | undefined, again = false): void {
    if (stop.signal.aborted) return;
    this.#asking = undefined;
    this.#last = found;
    if (again) this.#asked = '';
    else this.model.update();
  }

  #stop(): void {
    this.#asking?.stop.abort();
    this.#asking = undefined;
  }

  #forget(): void {
    this.#stop();
    this.#last = this.#record = undefined;
    this.#asked = '';
  }
}
