import type { ProjectTemplate } from '../../../domain/records.js';
import type { DetailModel } from '../../../shared/detail/model.js';
import { rowsOf } from '../../../shared/rows-of.js';
import type { LiveList } from '../../../store/api.js';

/** More than anybody chooses from. */
const most = 200;

/** What projects can begin with, by name. */
export class Templates {
  readonly #live: { readonly value: LiveList<'projectTemplate'> | null };

  constructor(model: DetailModel) {
    this.#live = model.crm.live<LiveList<'projectTemplate'>>((store) => {
      const list = store.list({ kind: 'projectTemplate', order: [{ field: 'name' }] });
      list.setWindow(0, most);
      return list;
    });
  }

  get all(): readonly ProjectTemplate[] {
    return rowsOf(this.#live.value, most);
  }
}
