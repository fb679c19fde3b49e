/** What is seen is confirmed + pending at every step, and in the end what is stored: in whatever order calls are answered. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { memoryAdapter } from '../../src/adapters/memory.js';
import type { CommandInputs, CommandName } from '../../src/domain/plan.js';
import type { Lead } from '../../src/domain/records.js';
import type { CrmStore, LiveList } from '../../src/store/api.js';
import { createStore } from '../../src/store/store.js';
import { testClock } from '../../src/testing/clock.js';
import { aBoard, aDeal, aLabel, aLead, aPerson, creation, money } from '../../src/testing/fixtures.js';
import { scheduled } from './scheduled.js';
import { settled, START } from './support.js';

const COUNT = 5;
const ids = Array.from({ length: COUNT }).map((_, i) => `lead-${i}`);
const order = [{ field: 'title' }] as const;
const where = { field: 'archivedAt', op: 'empty' } as const;

const opening = [
  ...aBoard(),
  creation('person', aPerson()),
  creation('label', aLabel()),
  ...ids.map((id, i) => creation('lead', aLead({ id, title: `T${i}`, value: money(String(i)) }))),
  creation('deal', aDeal()),
];

describe('pending over confirmed', () => {
  test('each field shows its last edit that was not refused, at every step', async () => {
    const edit = fc.record({
      id: fc.constantFrom(...ids),
      field: fc.constantFrom('title', 'sourceName'),
      value: fc.constantFrom('A', 'B', 'C', 'D'),
      refused: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.array(edit, { minLength: 1, maxLength: 8 }), async (s, edits) => {
        const inner = memoryAdapter();
        await inner.commit(opening);
        const refused = new Set<string>();
        const store = createStore({
          adapter: scheduled(inner, s, (command) => refused.has(command)),
          clock: testClock(START),
          names: false,
        });
        const list = store.list({ kind: 'lead' });
        list.subscribe(() => {});
        while (list.state !== 'ready') {
          await s.waitAll();
          await settled();
        }

        const confirmed = new Map(ids.map((id, i) => [id, { title: `T${i}`, sourceName: 'Manually created' }]));
        const pending: (typeof edits)[number][] = [];
        const check = (): void => {
          for (const id of ids) {
            const seen = list.row(list.indexOf(id));
            for (const field of ['title', 'sourceName'] as const) {
              const last = pending.filter((one) => one.id === id && one.field === field).at(-1);
              assert.equal(seen?.[field], last?.value ?? confirmed.get(id)![field], `${id} ${field}`);
            }
            assert.equal(
              list.pending(id),
              pending.some((one) => one.id === id),
            );
          }
        };

        for (const one of edits) {
          const plan = await store.plan('lead-edit', { id: one.id, fields: { [one.field]: one.value } });
          const changes = list.row(list.indexOf(one.id))?.[one.field as 'title'] !== one.value;
          if (changes) {
            pending.push(one);
            if (one.refused) refused.add(plan.id);
          }
          void store.run(plan).then(({ outcomes }) => {
            if (!changes) return;
            pending.splice(pending.indexOf(one), 1);
            if (outcomes[0]!.state === 'done') confirmed.get(one.id)![one.field] = one.value;
          });
          await settled();
          check();
        }
        while (s.count() > 0) {
          await s.waitOne();
          await settled();
          check();
        }
        assert.equal(pending.length, 0);
        store.close();
      }),
      { numRuns: 150 },
    );
  });

  test('lists, totals and sums end as what is stored, with another tab writing, refusals, and reads in between', async () => {
    type Step = readonly ['own' | 'other', CommandName, unknown] | readonly ['retry'] | readonly ['answer'];
    const id = fc.constantFrom(...ids);
    const command: fc.Arbitrary<readonly [CommandName, unknown]> = fc.oneof(
      fc.tuple(
        fc.constant('lead-edit' as const),
        fc.record({ id, fields: fc.record({ title: fc.constantFrom('A', 'M', 'Z') }) }),
      ),
      fc.tuple(
        fc.constant('lead-edit' as const),
        fc.record({ id, fields: fc.record({ value: fc.constantFrom(money('7'), money('3', 'USD'), null) }) }),
      ),
      fc.tuple(fc.constant('leads-archive' as const), fc.record({ ids: fc.uniqueArray(id, { minLength: 1 }) })),
      fc.tuple(fc.constant('leads-restore' as const), fc.record({ ids: fc.uniqueArray(id, { minLength: 1 }) })),
      fc.tuple(
        fc.constant('leads-label' as const),
        fc.record({ ids: fc.tuple(id), add: fc.constant(['label-1']), remove: fc.constant([]) }),
      ),
      fc.tuple(fc.constant('leads-convert' as const), fc.record({ ids: fc.tuple(id) })),
      fc.tuple(fc.constant('leads-delete' as const), fc.record({ ids: fc.tuple(id) })),
      fc.tuple(
        fc.constant('lead-add' as const),
        fc.record({ title: fc.constantFrom('B', 'N'), person: fc.constant({ id: 'person-1' }) }),
      ),
      fc.tuple(
        fc.constant('deal-move' as const),
        fc.record({ ids: fc.constant(['deal-1']), stageId: fc.constantFrom('stage-1', 'stage-2') }),
      ),
    );
    const step: fc.Arbitrary<Step> = fc.oneof(
      {
        weight: 5,
        arbitrary: fc
          .tuple(fc.constantFrom('own' as const, 'other' as const), command)
          .map(([who, [name, input]]) => [who, name, input] as const),
      },
      { weight: 1, arbitrary: fc.constant(['retry'] as const) },
      { weight: 4, arbitrary: fc.constant(['answer'] as const) },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(step, { minLength: 1, maxLength: 14 }),
        fc.integer({ min: 1, max: 99 }),
        async (s, steps, seed) => {
          const inner = memoryAdapter();
          await inner.commit(opening);
          let turn = 0;
          const adapter = scheduled(inner, s, () => (turn++ * 7 + seed) % 5 === 0);
          const clock = testClock(START, seed);
          const store = createStore({ adapter, clock, names: false });
          const other = createStore({
            adapter: memoryAdapter({ beside: inner }),
            clock: testClock(START, seed + 100),
            names: false,
          });
          const list = store.list({ kind: 'lead', where, order });
          const groups = store.summaries({ kind: 'deal' }, 'stageId');
          list.subscribe(() => {});
          groups.subscribe(() => {});
          void list.summary;
          const done: Promise<unknown>[] = [];
          for (const [what, name, input] of steps) {
            if (what === 'retry') list.retry();
            else if (what === 'answer') {
              if (s.count() > 0) await s.waitOne();
            } else if (what === 'own') done.push(store.execute(name, input as CommandInputs[CommandName]));
            else await other.execute(name, input as CommandInputs[CommandName]);
            await settled();
          }
          let open = done.length;
          for (const one of done) void one.finally(() => open--);
          for (let round = 0; round < 100 && (open > 0 || s.count() > 0 || round < 3); round++) {
            while (s.count() > 0) await s.waitOne();
            await clock.advance(1_000);
          }
          assert.equal(open, 0, 'every command ends');
          await Promise.all(done);
          await sameAsStored(other, list);
          const stored = await inner.summarize!(
            { kind: 'deal', today: '2026-11-23', window: { offset: 0, limit: 0 } },
            'stageId',
          );
          for (const stage of ['stage-1', 'stage-2', 'stage-3']) {
            assert.deepEqual(
              groups.of(stage),
              stored.find(({ group }) => group === stage) ?? { group: stage, count: 0, sums: [] },
            );
          }
          assert.deepEqual(store.busy, { running: 0, unsaved: 0, late: false });
          store.close();
          other.close();
        },
      ),
      { numRuns: 500 },
    );
  });
});

async function sameAsStored(reader: CrmStore, list: LiveList<'lead'>): Promise<void> {
  const stored = await reader.read({ kind: 'lead', where, order, window: { offset: 0, limit: 100 } });
  const seen: (Lead | undefined)[] = [];
  for (let i = 0; i < (list.total ?? 0); i++) seen.push(list.row(i));
  assert.deepEqual(seen, stored.records);
  const [summary] = await reader.adapter.summarize!(
    { kind: 'lead', where, today: '2026-11-23', window: { offset: 0, limit: 0 } },
    '',
  );
  assert.deepEqual(list.summary, summary);
  assert.equal(list.total, summary?.count);
}
