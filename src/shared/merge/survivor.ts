import type { MergeKind } from '../../domain/plan.js';
import type { Id } from '../../domain/records.js';
import type { CrmStore } from '../../store/api.js';

/**
 * Is the one that stayed of a merge still there, or in the trash? It may have been deleted since, and be kept no longer: a way to it
 * would lead nowhere.
 * @returns true also where it cannot be looked for now: its own place says then what is wrong
 */
export async function isKept(store: CrmStore | null, kind: MergeKind, id: Id): Promise<boolean> {
  const where = { field: 'id', op: 'is', value: id } as const;
  const window = { offset: 0, limit: 1 } as const;
  const some = async (of: MergeKind | 'trash'): Promise<boolean> => {
    const page = await store?.read({ kind: of, where, window, related: false }).catch(() => undefined);
    return page === undefined || page.records.length > 0;
  };
  return (await some(kind)) || some('trash');
}
