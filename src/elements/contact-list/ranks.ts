import type { Change } from '../../domain/change.js';
import type { Id } from '../../domain/records.js';
import type { CrmStore } from '../../store/api.js';
import type { ContactListModel } from './model.js';

/** Organizations in the order of their names, for persons that are sorted by them: read when somebody asks for that order. */
export class Ranks {
  ids: readonly Id[] | undefined;
  #store: CrmStore | null = null;
  #reading = false;
  #old = false;

  constructor(readonly model: ContactListModel) {
    const heard = ({ changes }: { readonly changes: readonly Change[] | 'resync' }): void => {
      if (changes !== 'resync' && !changes.some(renames)) return;
      this.#old = true;
      model.update();
    };
    model.crm.listen('done', heard);
    model.crm.listen('changed', heard);
  }

  /** Before each drawing. @returns false while the order is not known yet */
  check(wanted: boolean): boolean {
    const { store } = this.model;
    if (store !== this.#store) {
      this.#store = store;
      this.ids = undefined;
    }
    if (!wanted || !store) return true;
    if ((this.ids === undefined || this.#old) && !this.#reading) void this.#read(store);
    return this.ids !== undefined;
  }

  async #read(store: CrmStore): Promise<void> {
    this.#reading = true;
    this.#old = false;
    // Where they cannot be had the rows come in the order of ids, and the list says what is wrong with the storage.
    const ids = await store.ids({ kind: 'organization', order: [{ field: 'name' }] }).catch(() => []);
    this.#reading = false;
    if (store !== this.#store) return;
    this.ids = ids;
    this.model.update();
  }
}

function renames(change: Change): boolean {
  return change.kind === 'organization' && (change.op !== 'patch' || 'name' in change.fields);
}
