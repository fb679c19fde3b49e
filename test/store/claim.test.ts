/** Conversion on a storage that is not atomic: a claim in steps, broken off anywhere, carried on at the next start. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CrmAdapter } from '../../src/adapters/adapter.js';
import { memoryAdapter } from '../../src/adapters/memory.js';
import { CrmError } from '../../src/domain/errors.js';
import type { Kind, RecordOf } from '../../src/domain/records.js';
import { createStore } from '../../src/store/store.js';
import { testClock } from '../../src/testing/clock.js';
import { aBoard, aLead, anActivity, aNote, aPerson, creation } from '../../src/testing/fixtures.js';
import { settled, START, until } from './support.js';

const page = { offset: 0, limit: 100 };

/** Stores one change a commit; after `steps` of them the storage is gone. */
function breakingOff(inner: CrmAdapter, steps: number): CrmAdapter & { readonly commits: number } {
  let commits = 0;
  return {
    abilities: { ...inner.abilities, atomic: false, watch: false },
    get commits() {
      return commits;
    },
    read: (query, options) => inner.read(query, options),
    summarize: (query, by) => inner.summarize!(query, by),
    async commit(changes, options) {
      assert.equal(changes.length, 1, 'nothing that could be stored in part');
      if (commits >= steps) throw new CrmError('quota', 'No room.');
      commits++;
      return inner.commit(changes, options);
    },
  };
}

async function filled(): Promise<CrmAdapter> {
  const inner = memoryAdapter();
  await inner.commit([
    ...aBoard(),
    creation('person', aPerson()),
    creation('lead', aLead()),
    creation('note', aNote()),
    creation('activity', anActivity()),
  ]);
  return inner;
}

describe('without atomic', () => {
  test('a conversion is a claim, the deal, what hangs on the lead, the lead, and the end of the claim', async () => {
    const inner = await filled();
    const store = createStore({ adapter: breakingOff(inner, 99), clock: testClock(START), names: false });
    const list = store.list({ kind: 'lead' });
    list.subscribe(() => {});
    await until(() => list.state === 'ready');
    const { outcomes } = await store.convertLeads(['lead-1']);
    assert.equal(outcomes[0]!.state, 'done');
    assert.equal(list.total, 0);
    const [receipt] = (await store.read({ kind: 'conversion', window: page })).records;
    assert.equal(receipt?.state, 'active');
  });

  for (let steps = 0; steps <= 6; steps++) {
    test(`broken off after ${steps} steps: nothing is lost, and the next start finishes it`, async () => {
      const inner = await filled();
      const store = createStore({ adapter: breakingOff(inner, steps), clock: testClock(START), names: false });
      const { outcomes } = await store.convertLeads(['lead-1']);
      assert.equal(outcomes[0]!.state, steps >= 6 ? 'done' : 'failed');
      store.close();
      const next = createStore({ adapter: breakingOff(inner, 99), clock: testClock(START, 2), names: false });
      await until(() => next.directory.ready);
      const read = async <K extends Kind>(kind: K): Promise<readonly RecordOf[K][]> =>
        (await next.read({ kind, window: page })).records;
      // Without a claim nothing had begun: the lead waits in the inbox as it did.
      const converted = steps > 0;
      for (let i = 0; i < 50 && converted && (await read('conversion'))[0]?.state !== 'active'; i++) await settled();
      assert.equal((await read('lead')).length, converted ? 0 : 1);
      assert.equal((await read('deal')).length, converted ? 1 : 0);
      const dealId = converted ? (await read('deal'))[0]!.id : null;
      assert.deepEqual(
        [...(await read('note')), ...(await read('activity'))].map(
          (child) => (child as { dealId: string | null }).dealId,
        ),
        [dealId, dealId],
      );
      if (converted) {
        const again = await next.convertLeads(['lead-1']);
        assert.deepEqual([again.outcomes[0]!.state, again.outcomes[0]!.dealId], ['conflict', dealId]);
      }
    });
  }
});
