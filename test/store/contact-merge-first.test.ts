/** Another tab was faster with a merge: it is told in words, and to whom it led. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CrmAdapter } from '../../src/adapters/adapter.js';
import { aPerson, creation } from '../../src/testing/fixtures.js';
import { bench } from './support.js';

const three = ['a', 'b', 'c'].map((id) => creation('person', aPerson({ id: `person-${id}`, name: id.toUpperCase() })));
const pair = ['person-a', 'person-b'];

for (const [how, first, second] of [
  ['the same two, the other way round', { ids: pair, survivorId: 'person-b' }, { ids: pair, survivorId: 'person-a' }],
  ['the same two, alike', { ids: pair, survivorId: 'person-a' }, { ids: pair, survivorId: 'person-a' }],
  [
    'one of them into a third',
    { ids: ['person-c', 'person-b'], survivorId: 'person-c' },
    { ids: pair, survivorId: 'person-a' },
  ],
] as const)
  test(`${how}: the slower one is a conflict that names nobody by an id, and says where it led`, async () => {
    const { store, adapter, beside } = await bench(three);
    const other = beside();
    const commit = adapter.commit.bind(adapter);
    // Exactly between the last look and the commit.
    let once = false;
    adapter.commit = async (changes, options) => {
      if (!once) {
        once = true;
        const done = await other.execute('persons-merge', first);
        assert.equal(done.outcomes[0]!.state, 'done');
      }
      return commit(changes, options);
    };
    const { outcomes } = await store.execute('persons-merge', second);
    const [{ state, reason, problem }] = outcomes as [(typeof outcomes)[0]];
    assert.equal(state, 'conflict');
    assert.deepEqual(problem, { code: 'merged', mergedInto: first.survivorId });
    assert.doesNotMatch(reason ?? '', /person-/);
    store.close();
    other.close();
  });

test('without atomic, too, no id is in the reason', async () => {
  const { adapter, beside } = await bench(three);
  const other = beside();
  let once = false;
  const stepping = new Proxy(adapter, {
    get(target, name) {
      if (name === 'abilities') return { ...target.abilities, atomic: false };
      if (name === 'commit')
        return async (...args: Parameters<CrmAdapter['commit']>) => {
          const first = !once;
          once = true;
          if (first) await other.execute('persons-delete', { ids: ['person-a'] });
          return target.commit(...args);
        };
      const held: unknown = Reflect.get(target, name);
      return typeof held === 'function' ? (held.bind(target) as unknown) : held;
    },
  });
  const { store } = await bench([], { adapter: stepping });
  const { outcomes } = await store.execute('persons-merge', { ids: pair, survivorId: 'person-a' });
  assert.deepEqual([outcomes[0]!.state, outcomes[0]!.reason], ['conflict', 'gone']);
  store.close();
  other.close();
});
