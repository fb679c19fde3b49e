import type { Field } from '../../domain/records.js';
import type { CrmStore } from '../../store/api.js';
import { isFormula, needReading, readingOf } from './here.js';

/** A view whose question may rest on formulas. */
interface Asking {
  readonly store: CrmStore | null;
  /** The custom fields that its records have. */
  readonly fields: readonly Field[];
  update(): void;
  /** Says that the code cannot be had. */
  lost(): void;
}

/** The code that works formulas out, for a view that is sorted or narrowed by one: until it comes nothing is asked, and nothing is shown as an answer. */
export class AwaitedFormulas {
  #lost = false;
  #asked = false;

  constructor(readonly view: Asking) {}

  /**
   * All is here that the question is made of. Where the code cannot be had it is asked all the same, and what rests on it is
   * left out.
   * @param asked what names the fields, as plain data: filter, order
   */
  settled(asked: unknown): boolean {
    const { store, fields } = this.view;
    if (this.#lost || !JSON.stringify(asked).includes('custom.')) return true;
    if (store?.directory.ready !== true) return false;
    if (!fields.some(isFormula) || readingOf(store) !== null) return true;
    this.need();
    return false;
  }

  /** Fetches it, once. */
  need(): void {
    if (this.#asked || this.#lost || readingOf(this.view.store) !== null) return;
    this.#asked = true;
    needReading().then(
      () => this.view.update(),
      () => {
        this.#lost = true;
        this.view.lost();
        this.view.update();
      },
    );
  }
}
