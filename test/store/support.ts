/** What the store's tests share: a store over memory with a clock that stands still. */
import { memoryAdapter } from '../../src/adapters/memory.js';
import type { CrmAdapter } from '../../src/adapters/adapter.js';
import type { Change } from '../../src/domain/change.js';
import type { CrmStore, StoreOptions } from '../../src/store/api.js';
import { createStore, restCode } from '../../src/store/store.js';
import { settled, testClock, type TestClock } from '../../src/testing/clock.js';
import { aBoard, aLead, aPerson, creation } from '../../src/testing/fixtures.js';

export { settled };

// Fetched beforehand, as a page has them from its second store on: under a clock that stands still nothing is fetched.
await restCode.need();

export interface Bench {
  readonly adapter: CrmAdapter;
  readonly clock: TestClock;
  readonly store: CrmStore;
  /** Another store over an adapter beside the first one: what another tab is. */
  beside(options?: Partial<StoreOptions>): CrmStore;
}

export const START = '2026-11-23T08:00:00.000Z';

/** A store with a person, a board and the given records. */
export async function bench(changes: readonly Change[] = [], options: Partial<StoreOptions> = {}): Promise<Bench> {
  const clock = testClock(START);
  const inner = memoryAdapter({ now: () => clock.now() });
  await inner.commit([...aBoard(), creation('person', aPerson()), ...changes]);
  const common = { clock, user: { id: 'user-1', name: 'Robin' }, timeZone: 'UTC' };
  const adapter = options.adapter ?? inner;
  const store = createStore({ ...common, ...options, adapter });
  let seed = 2;
  return {
    adapter: inner,
    clock,
    store,
    beside: (more = {}) =>
      createStore({
        ...common,
        clock: testClock(START, seed++),
        ...more,
        adapter: more.adapter ?? memoryAdapter({ beside: inner, now: () => clock.now() }),
      }),
  };
}

/** `count` leads, each older than the one before: lead-0 is the newest. */
export function leads(count: number): readonly Change[] {
  return Array.from({ length: count }).map((_, i) =>
    creation(
      'lead',
      aLead({ id: `lead-${i}`, title: `Lead ${i}`, createdAt: new Date(Date.parse(START) - i * 60_000).toISOString() }),
    ),
  );
}

/** Waits until something holds; everything in these tests happens in microtasks. */
export async function until(condition: () => boolean, what = 'the condition'): Promise<void> {
  for (let i = 0; i < 200; i++) {
    if (condition()) return;
    await settled();
  }
  throw new Error(`${what} did not come true`);
}
