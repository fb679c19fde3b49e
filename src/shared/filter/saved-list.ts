import type { Id, SavedFilter } from '../../domain/records.js';
import { filtersFor } from '../../domain/saved-filters.js';
import { viewId } from '../../domain/views.js';
import type { LiveList } from '../../store/api.js';
import type { FilterModel } from './model.js';
import { intendFrom } from '../intend.js';

/** So many are looked at: nobody chooses among more. */
const MOST = 500;

/** The filters that were saved for what a view shows, by name; current while somebody looks, whoever saves. */
export class SavedList {
  readonly #list: LiveList<'filter'> | undefined;

  constructor(readonly model: FilterModel) {
    this.#list = model.store?.list({
      kind: 'filter',
      where: { field: 'subject', op: 'is', value: model.subject },
      order: [{ field: 'name' }],
      related: false,
    });
    this.#list?.setWindow(0, MOST);
  }

  /** @returns the end of it */
  watch(listener: () => void): () => void {
    return this.#list?.subscribe(listener) ?? (() => undefined);
  }

  /** They have been read. */
  get known(): boolean {
    return this.#list?.state === 'ready';
  }

  /** Those that this person finds. */
  get all(): readonly SavedFilter[] {
    const { store, subject } = this.model;
    const found: SavedFilter[] = [];
    for (let at = 0; at < MOST; at++) {
      const record = this.#list?.row(at);
      if (!record) break;
      found.push(record);
    }
    return filtersFor(found, subject, store?.settings.user.id ?? null);
  }
}

/** What is kept of the choice, besides how the view is set up. */
const nameOf = (model: FilterModel): string => `${model.view} saved filter`;

/** Which saved filter narrows the view, also where it was changed since: kept for each user. null = none, or nobody knows. */
export async function chosenBefore(model: FilterModel): Promise<Id | null> {
  const { store } = model;
  if (!store) return null;
  const where = { field: 'id', op: 'is', value: viewId(nameOf(model), store.settings.user.id) } as const;
  const { records } = await store.read({ kind: 'view', where, window: { after: null, limit: 1 }, related: false });
  const id = records[0]?.state['id'];
  return typeof id === 'string' ? id : null;
}

/** Nobody waits for it, and nobody misses it: what narrows the view stays as it is without. */
export function keepChosen(model: FilterModel, id: Id | null): void {
  void intendFrom(model.crm, 'view-save', { name: nameOf(model), state: { id } }).catch(() => null);
}
