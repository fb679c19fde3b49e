import type { Where } from '../../domain/query.js';
import type { Deal, Id } from '../../domain/records.js';
import type { LiveList } from '../../store/api.js';
import type { LiveView } from '../live-view.js';
import { rowsOf } from '../rows-of.js';
import type { DetailModel } from './model.js';

/** More than anybody reads in a menu. */
const limit = 50;

/** The open deals of the record's person and organization; on a deal, the others. */
export class OpenDeals {
  readonly #view: LiveView<LiveList<'deal'>>;

  constructor(readonly model: DetailModel) {
    this.#view = model.crm.live(
      (store) => {
        const { record } = model;
        const who: Where[] = (['personId', 'organizationId'] as const).flatMap((field) =>
          record?.[field] ? [{ field, op: 'is' as const, value: record[field] }] : [],
        );
        if (who.length === 0) return null;
        const where: Where = {
          all: [{ field: 'status', op: 'is', value: 'open' }, { field: 'archivedAt', op: 'empty' }, { any: who }],
        };
        const list = store.list({ kind: 'deal', where, order: [{ field: 'createdAt', descending: true }] });
        list.setWindow(0, limit);
        return list;
      },
      { deps: () => [model.record?.personId, model.record?.organizationId] },
    );
  }

  of(field: 'personId' | 'organizationId', id: Id): readonly Deal[] {
    return rowsOf(this.#view.value, limit).filter((deal) => deal[field] === id && deal.id !== this.model.id);
  }
}
