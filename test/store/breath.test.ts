import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { memoryAdapter } from '../../src/adapters/memory.js';
import { createStore } from '../../src/store/store.js';
import { inBreaths } from '../../src/store/breath.js';
import { aBoard, aField, aLead, creation } from '../../src/testing/fixtures.js';

/** How often a page would have had its turn while this went on. */
async function turnsWhile(work: () => Promise<unknown>): Promise<number> {
  let turns = 0;
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    turns++;
    port2.postMessage(null);
  };
  port2.postMessage(null);
  await work();
  port1.close();
  return turns;
}

describe('long work in a storage that answers at once', () => {
  test('a field of thousands of records becomes another type, and the page has its turns meanwhile', async () => {
    const adapter = memoryAdapter();
    const leads = Array.from({ length: 4_000 }, (_, i) =>
      creation('lead', aLead({ id: `lead-${i}`, title: `Lead ${i}`, custom: { year: String(1900 + (i % 200)) } })),
    );
    await adapter.commit([
      ...aBoard(),
      creation('field', aField({ id: 'year', name: 'Year', type: 'text' })),
      ...leads,
    ]);
    const store = createStore({ user: { id: 'user-1', name: 'Robin' }, timeZone: 'UTC', adapter });
    const input = { id: 'year', type: 'number' } as const;
    let plan!: Awaited<ReturnType<typeof store.plan<'field-retype'>>>;
    assert.notEqual(await turnsWhile(async () => (plan = await store.plan('field-retype', input))), 0, 'the look');
    assert.equal(plan.drafts.length, 4_001);
    const stop = new AbortController();
    let said = 0;
    const turns = await turnsWhile(async () => {
      const { outcomes } = await store.run(plan, {
        stop: stop.signal,
        onProgress: () => {
          if (++said === 1) setTimeout(() => stop.abort());
        },
      });
      const stopped = outcomes.filter(({ state }) => state === 'stopped').length;
      assert.ok(stopped > 0, 'what is pressed meanwhile is heard before all is stored');
    });
    assert.notEqual(turns, 0, 'what is carried out');
    store.close();
  });

  test('what is done in steps ends with what it came to', async () => {
    function* steps(): Generator<void, number> {
      for (let i = 0; i < 100; i++) yield;
      return 100;
    }
    assert.equal(await inBreaths(steps()), 100);
  });
});
