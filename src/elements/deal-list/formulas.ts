import type { Field } from '../../domain/records.js';
import type { Commands } from '../../shared/commands.js';
import { isFormula, needReading, readingOf } from '../../shared/formula/here.js';
import type { CrmStore } from '../../store/api.js';
import type { DealColumn } from './columns.js';
import type { DealListSetup } from './first-setup.js';
import { orderIn } from './setup.js';
import type { DealListWords } from './words.js';

/** The list, as far as it matters here. */
interface Listed {
  readonly setup: DealListSetup;
  readonly store: CrmStore | null;
  readonly fields: readonly Field[];
  readonly columns: readonly DealColumn[];
  readonly commands: Commands;
  readonly t: DealListWords;
  update(): void;
}

/** The code that works formulas out, for a list that shows some, or is sorted or narrowed by one. */
export class ListFormulas {
  #lost = false;
  #asked = false;

  constructor(readonly list: Listed) {}

  /**
   * All is here that the query is made of: with formulas in filter or order that is what works them out, and until it comes
   * nothing is asked. Where it cannot be had, what rests on it is left out.
   */
  get settled(): boolean {
    const { setup, store, fields } = this.list;
    const named = (): boolean => JSON.stringify([setup.filter, orderIn(setup)]).includes('custom.');
    if (this.#lost || !named()) return true;
    if (store?.directory.ready !== true) return false;
    if (!fields.some(isFormula) || readingOf(store) !== null) return true;
    this.#need();
    return false;
  }

  /** Before each drawing: it comes when there is a column of one. */
  check(): void {
    if (this.#lost || readingOf(this.list.store) !== null) return;
    if (this.list.columns.some(({ field }) => field !== undefined && isFormula(field))) this.#need();
  }

  #need(): void {
    if (this.#asked) return;
    this.#asked = true;
    needReading().then(
      () => this.list.update(),
      () => {
        this.#lost = true;
        this.list.commands.say(this.list.t.pipeline.notLoaded);
        this.list.update();
      },
    );
  }
}
