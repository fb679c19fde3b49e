import type { Conversion, Id, Kind } from '../../domain/records.js';
import type { CrmStore } from '../../store/api.js';
import { outOf } from './session.js';
import type { ConvertPlan } from './session.js';

/** Leads whose people are named one by one; beyond that nobody reads the names. */
const FEW = 20;

/** The names of the persons and organizations that the drafts and the deals they could join point to. */
export async function namesOf(store: CrmStore, plan: ConvertPlan, names: Map<Id, string>): Promise<void> {
  const persons = new Set<Id>();
  const organizations = new Set<Id>();
  for (const { record, joinable } of plan.drafts.slice(0, FEW)) {
    for (const each of [record, ...joinable]) {
      if (!each) continue;
      if (each.personId !== null) known(names, persons, each.personId, each.personName);
      if (each.organizationId !== null) known(names, organizations, each.organizationId, each.organizationName);
    }
  }
  await Promise.all([read(store, 'person', persons, names), read(store, 'organization', organizations, names)]);
}

function known(names: Map<Id, string>, unknown: Set<Id>, id: Id, name: string): void {
  if (name !== '') names.set(id, name);
  else if (!names.has(id)) unknown.add(id);
}

async function read(
  store: CrmStore,
  kind: Kind & ('person' | 'organization'),
  ids: ReadonlySet<Id>,
  names: Map<Id, string>,
): Promise<void> {
  if (ids.size === 0) return;
  const where = { field: 'id', op: 'in', value: [...ids] } as const;
  // A name that cannot be read is left out; the dialog works without it.
  const found = await store.read({ kind, where, window: { offset: 0, limit: ids.size } }).catch(() => null);
  for (const record of found?.records ?? []) names.set(record.id, record.name);
}

/** The receipts of the leads that somebody converted before us. */
export async function receiptsOf(store: CrmStore, plan: ConvertPlan): Promise<readonly Conversion[]> {
  const ids = plan.drafts.filter((draft) => outOf(draft)?.code === 'already-converted').map((draft) => draft.id);
  if (ids.length === 0) return [];
  const where = { field: 'id', op: 'in', value: ids } as const;
  const found = await store
    .read({ kind: 'conversion', where, window: { offset: 0, limit: ids.length } })
    .catch(() => null);
  return found?.records ?? [];
}
