import type { Field } from '../../domain/records.js';
import type { Commands } from '../../shared/commands.js';
import { AwaitedFormulas } from '../../shared/formula/awaited.js';
import { isFormula } from '../../shared/formula/here.js';
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
  readonly #awaited: AwaitedFormulas;

  constructor(readonly list: Listed) {
    this.#awaited = new AwaitedFormulas({
      get store() {
        return list.store;
      },
      get fields() {
        return list.fields;
      },
      update: () => list.update(),
      lost: () => list.commands.say(() => list.t.pipeline.notLoaded),
    });
  }

  /** All is here that the query is made of. */
  get settled(): boolean {
    const { setup } = this.list;
    return this.#awaited.settled(setup.filter, orderIn(setup));
  }

  /** What the filter rests on cannot be had: nothing is shown as an answer. */
  get failed(): boolean {
    return this.#awaited.failed;
  }

  /** Fetches it once more. */
  readonly retry = (): void => this.#awaited.retry();

  /** Before each drawing: it comes when there is a column of one. */
  check(): void {
    if (this.list.columns.some(({ field }) => field !== undefined && isFormula(field))) this.#awaited.need();
  }
}
