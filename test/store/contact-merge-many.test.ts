/** A person of two thousand deals becomes another one, in one commit, and comes back. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memoryAdapter } from '../../src/adapters/memory.js';
import { createStore } from '../../src/store/store.js';
import { aBoard, aDeal, aPerson, creation } from '../../src/testing/fixtures.js';

test('two thousand deals name the one that stays, and the other one again', async () => {
  const adapter = memoryAdapter();
  await adapter.commit([
    ...aBoard(),
    creation('person', aPerson({ id: 'a' })),
    creation('person', aPerson({ id: 'b' })),
    ...Array.from({ length: 2000 }, (_, n) => creation('deal', aDeal({ id: `d${n}`, personId: 'b' }))),
  ]);
  const store = createStore({ adapter });
  const count = async (value: string) =>
    (
      await store.read({
        kind: 'deal',
        where: { field: 'personId', op: 'is', value },
        window: { offset: 0, limit: 3000 },
      })
    ).records.length;
  const result = await store.execute('persons-merge', { ids: ['a', 'b'], survivorId: 'a' });
  assert.deepEqual(
    result.outcomes.map(({ state }) => state),
    ['done'],
  );
  assert.deepEqual([await count('a'), await count('b')], [2000, 0]);
  await store.undo();
  assert.deepEqual([await count('a'), await count('b')], [0, 2000]);
  store.close();
});
