import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { memoryAdapter } from '../../src/adapters/memory/memory.js';
import type { CrmError } from '../../src/domain/errors.js';
import { aLead, creation, edit, today } from '../../src/testing/fixtures.js';
import { settled, testClock } from '../../src/testing/clock.js';
import { faultyAdapter } from '../../src/testing/faulty.js';

const all = { kind: 'lead', today, window: { offset: 0, limit: 10 } } as const;
const two = [creation('lead', aLead()), creation('lead', aLead({ id: 'lead-2' }))];
const state = async (promise: Promise<unknown>): Promise<string> => {
  let now = 'pending';
  promise.then(
    () => (now = 'answered'),
    () => (now = 'rejected'),
  );
  await settled();
  return now;
};

describe('the faulty adapter', () => {
  test('without rules it is the adapter below', async () => {
    const adapter = faultyAdapter(memoryAdapter());
    await adapter.commit(two);
    assert.equal((await adapter.read(all)).total, 2);
    assert.deepEqual(
      adapter.calls.map((call) => call.method),
      ['commit', 'read'],
    );
  });

  test('rejects as often as asked, carrying nothing out', async () => {
    const adapter = faultyAdapter(memoryAdapter(), [{ on: 'commit', times: 1, fault: { reject: 'unavailable' } }]);
    await assert.rejects(adapter.commit(two), (error: CrmError) => error.code === 'unavailable');
    assert.equal((await adapter.read(all)).total, 0);
    await adapter.commit(two);
    assert.equal((await adapter.read(all)).total, 2);
  });

  test('loses an answer after carrying the call out', async () => {
    const adapter = faultyAdapter(memoryAdapter(), [{ on: 'commit', fault: { lose: 'unavailable' } }]);
    await assert.rejects(adapter.commit(two));
    assert.equal((await adapter.read(all)).total, 2);
  });

  test('throws at the caller', () => {
    const adapter = faultyAdapter(memoryAdapter(), [{ on: 'any', fault: { throw: new TypeError('not ready') } }]);
    assert.throws(() => void adapter.read(all), TypeError);
  });

  test('begins later, answers later, never, or when released', async () => {
    const clock = testClock();
    const adapter = faultyAdapter(memoryAdapter(), [], { clock });
    adapter.script([
      { on: 'commit', fault: { late: 500 } },
      { on: 'read', fault: { delay: 100 } },
    ]);
    const commit = adapter.commit(two);
    assert.equal(await state(commit), 'pending');
    const read = adapter.read(all);
    await clock.advance(100);
    assert.equal((await read).total, 2, 'the late commit has been carried out');
    assert.equal(await state(commit), 'pending');
    await clock.advance(400);
    assert.equal(await state(commit), 'answered');
    adapter.script([
      { on: 'read', times: 1, fault: 'never' },
      { on: 'read', fault: 'hold' },
    ]);
    const never = adapter.read(all);
    const held = adapter.read(all);
    assert.equal(adapter.held, 1);
    adapter.release();
    assert.equal(await state(held), 'answered');
    assert.equal(await state(never), 'pending');
  });

  test('answers with nothing, twice, out of order, stale and malformed', async () => {
    const adapter = faultyAdapter(memoryAdapter());
    await adapter.commit(two);
    await adapter.read(all);
    const ids = async (): Promise<unknown> => (await adapter.read(all))?.records?.map((lead) => lead?.id);
    adapter.script([{ on: 'read', fault: 'undefined' }]);
    assert.equal(await adapter.read(all), undefined);
    adapter.script([{ on: 'read', fault: 'duplicate' }]);
    assert.deepEqual(await ids(), ['lead-1', 'lead-1', 'lead-2', 'lead-2']);
    adapter.script([{ on: 'read', fault: 'reorder' }]);
    assert.deepEqual(await ids(), ['lead-2', 'lead-1']);
    adapter.script([{ on: 'read', fault: 'stale' }]);
    await adapter.commit([edit('lead', 'lead-1', { title: [aLead().title, 'New'] })]);
    assert.equal((await adapter.read(all)).records[0]?.title, aLead().title);
    adapter.script([{ on: 'read', fault: { malformed: 'missing-id' } }]);
    assert.deepEqual(await ids(), [undefined, 'lead-2']);
  });

  test('what is heard comes twice, late, swapped or not at all', async () => {
    const clock = testClock();
    const adapter = faultyAdapter(memoryAdapter(), [], { clock });
    const heard: string[] = [];
    adapter.watch?.((changes) => heard.push(changes === 'resync' ? 'resync' : (changes[0]?.id ?? '')));
    const say = (id: string): void => adapter.hear([creation('lead', aLead({ id }))]);
    adapter.script([
      { on: 'watch', times: 1, fault: 'duplicate' },
      { on: 'watch', times: 1, fault: 'reorder' },
      { on: 'watch', from: 1, times: 1, fault: 'never' },
      { on: 'watch', from: 0, times: 1, fault: { delay: 10 } },
    ]);
    for (const id of ['a', 'b', 'c', 'd', 'e']) say(id);
    await clock.advance(10);
    assert.deepEqual(heard.slice(0, 2), ['a', 'a']);
    assert.ok(!heard.includes('d'), 'd is lost');
    assert.ok(heard.indexOf('b') > heard.indexOf('e'), 'b comes after what followed it');
    assert.ok(heard.includes('c'), 'c comes late');
  });

  test('the same seed gives the same faults', async () => {
    const run = async (seed: number): Promise<string> => {
      const adapter = faultyAdapter(memoryAdapter(), [{ on: 'read', chance: 0.5, fault: { reject: 'unavailable' } }], {
        seed,
      });
      const outcomes: string[] = [];
      for (let i = 0; i < 20; i++)
        outcomes.push(
          await adapter.read(all).then(
            () => '.',
            () => 'x',
          ),
        );
      return outcomes.join('');
    };
    assert.equal(await run(7), await run(7));
    assert.notEqual(await run(7), await run(8));
  });
});
