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
  /** The filter names a formula. */
  #narrowed = false;

  constructor(readonly view: Asking) {}

  /**
   * All is here that the question is made of. Where the code cannot be had, an order that goes by a formula is left out; a
   * filter cannot be: without it there would be rows that do not match, or none.
   * @param filter what names fields, as plain data
   */
  settled(filter: unknown, order: unknown = []): boolean {
    const { store } = this.view;
    const narrowed = JSON.stringify(filter);
    const asked = narrowed + JSON.stringify(order);
    this.#narrowed = false;
    if (!asked.includes('custom.')) return true;
    if (store?.directory.ready !== true) return false;
    this.#narrowed = this.#names(narrowed);
    if (readingOf(store) !== null || !this.#names(asked)) return true;
    if (this.#lost) return !this.#narrowed;
    this.need();
    return false;
  }

  /** What is to be shown cannot be found out: that is said in the place of the list. As `settled` was asked last. */
  get failed(): boolean {
    return this.#lost && this.#narrowed && readingOf(this.view.store) === null;
  }

  /** Fetches it, once. */
  need(): void {
    if (this.#asked || this.#lost || readingOf(this.view.store) !== null) return;
    this.#asked = true;
    needReading().then(
      () => this.view.update(),
      () => {
        this.#lost = true;
        if (!this.#narrowed) this.view.lost();
        this.view.update();
      },
    );
  }

  /** Fetches it once more. */
  readonly retry = (): void => {
    this.#lost = this.#asked = false;
    this.need();
    this.view.update();
  };

  #names(asked: string): boolean {
    return this.view.fields.some((field) => isFormula(field) && asked.includes(JSON.stringify(`custom.${field.id}`)));
  }
}
