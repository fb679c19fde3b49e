import type { Id } from '../domain/records.js';
import type { CrmStore } from './api.js';
import type { Context } from './context.js';
import { pagesOf } from './range.js';

const IDS_AT_ONCE = 20_000;

/** The ids of all that match, whatever of them is held. */
export async function idsOf(
  { calls, today }: Context,
  { kind, where, search, order }: Parameters<CrmStore['ids']>[0],
  signal?: AbortSignal,
): Promise<readonly Id[]> {
  const ids = new Set<Id>();
  const query = { kind, where, search, order, today: today(), pick: ['id'], related: false };
  for await (const page of pagesOf(calls, query, IDS_AT_ONCE, signal))
    for (const record of page.records) ids.add(record.id);
  return [...ids];
}
