/** A list over leads, the newest first, with a view on what is read and told. */
import type { CrmAdapter } from '../../src/adapters/adapter.js';
import { memoryAdapter } from '../../src/adapters/memory.js';
import type { Lead } from '../../src/domain/records.js';
import type { LiveList } from '../../src/store/api.js';
import { faultyAdapter } from '../../src/testing/faulty.js';
import { aBoard, aLead, aPerson, creation } from '../../src/testing/fixtures.js';
import { bench, leads, START, until } from './support.js';

export const order = [{ field: 'createdAt', descending: true }] as const;
export const ids = (list: LiveList<'lead'>, from = 0, to = list.total ?? 0): (string | undefined)[] =>
  Array.from({ length: to - from }).map((_, i) => list.row(from + i)?.id);
export const newer = (id: string): Lead => aLead({ id, title: id, createdAt: '2026-11-23T09:00:00.000Z' });

export async function open(count: number, adapter?: (inner: CrmAdapter) => CrmAdapter) {
  const inner = memoryAdapter({ now: () => Date.parse(START) });
  await inner.commit([...aBoard(), creation('person', aPerson()), ...leads(count)]);
  const faulty = faultyAdapter(adapter?.(inner) ?? inner);
  const made = await bench([], { adapter: faulty, names: false });
  const { store } = made;
  const list = store.list({ kind: 'lead', order, where: { field: 'archivedAt', op: 'empty' } });
  let told = 0;
  const off = list.subscribe(() => told++);
  await until(() => list.state === 'ready');
  const reads = (): number => faulty.calls.filter((call) => call.method === 'read').length;
  return {
    inner,
    faulty,
    store,
    list,
    off,
    reads,
    clock: made.clock,
    told: () => told,
    quiet: () => (told = 0),
    other: memoryAdapter({ beside: inner }),
  };
}
