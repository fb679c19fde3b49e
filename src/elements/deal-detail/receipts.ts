import type { Conversion } from '../../domain/records.js';
import { isExpired } from '../../domain/trash.js';
import type { DetailModel } from '../../shared/detail/model.js';
import type { LiveView } from '../../shared/live-view.js';
import { rowsOf } from '../../shared/rows-of.js';
import type { LiveList } from '../../store/api.js';

/** Leads that are told of; a deal has hardly ever more than one. */
const most = 50;

/** The receipts of the leads that this deal was made of, or that were added to it: what they tell, and the way back. */
export class Receipts {
  readonly #list: LiveView<LiveList<'conversion'>>;

  constructor(
    readonly model: DetailModel,
    /** After it was taken back: the button is gone, and maybe the deal. */
    readonly settle: () => void,
  ) {
    this.#list = model.crm.live(
      (store) => {
        if (model.id === null) return null;
        const where = {
          all: [
            { field: 'dealId', op: 'is', value: model.id },
            { field: 'state', op: 'in', value: ['active', 'undone'] },
          ],
        } as const;
        const list = store.list({ kind: 'conversion', where, order: [{ field: 'createdAt' }] });
        list.setWindow(0, most);
        return list;
      },
      { deps: () => [model.id] },
    );
  }

  /** Of leads that are part of the deal, in the order they came. */
  get active(): readonly Conversion[] {
    return this.#all.filter(({ state }) => state === 'active');
  }

  /** Of the lead that was made of this deal again; undefined = none, or it is not known yet. */
  get undone(): Conversion | undefined {
    return this.#all.findLast(({ state, joined }) => state === 'undone' && !joined);
  }

  get loading(): boolean {
    return this.#list.value?.state === 'loading';
  }

  /** Within `keepReceipts`. */
  canTakeBack(receipt: Conversion): boolean {
    const { store } = this.model;
    return store !== null && !isExpired(receipt, store.now());
  }

  /** The lead goes back to the inbox, as it was; where something was done here since, it stays, and it is told why. */
  async takeBack({ id }: Conversion): Promise<void> {
    if (this.model.why('conversions-undo') !== undefined) return;
    await this.model.run('conversions-undo', { ids: [id] });
    this.settle();
  }

  get #all(): readonly Conversion[] {
    return rowsOf(this.#list.value, most);
  }
}
