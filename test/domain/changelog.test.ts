import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { memoryAdapter } from '../../src/adapters/memory.js';
import { changelogWhere, restoring, whyNotRestored } from '../../src/domain/changelog.js';
import { valueOf } from '../../src/domain/field-value.js';
import type { ChangelogRow, Deal } from '../../src/domain/records.js';
import type { CrmStore } from '../../src/store/api.js';
import { createStore } from '../../src/store/store.js';
import { aBoard, aDeal, aField, aLabel, aPerson, aUser, creation, money } from '../../src/testing/fixtures.js';

async function stand(): Promise<CrmStore> {
  const adapter = memoryAdapter();
  await adapter.commit([
    ...aBoard(),
    creation('user', aUser({ id: 'user-2', name: 'Jonas' })),
    creation('label', aLabel({ id: 'hot' })),
    creation('label', aLabel({ id: 'cold', name: 'Cold' })),
    creation('field', aField({ id: 'year', name: 'Year', type: 'number' })),
    creation('person', aPerson({ id: 'person-1' })),
    creation('deal', aDeal({ id: 'deal', value: money('10'), labelIds: ['hot'], personId: 'person-1' })),
  ]);
  return createStore({ adapter, user: { id: 'user-1', name: 'Robin' }, timeZone: 'UTC', currency: 'EUR' });
}

const deal = async (store: CrmStore): Promise<Deal> =>
  (await store.read({ kind: 'deal', where: { field: 'id', op: 'is', value: 'deal' }, window: { offset: 0, limit: 1 } }))
    .records[0]!;

const rows = async (store: CrmStore, filter = { field: '', userId: '' }): Promise<readonly ChangelogRow[]> => {
  const where = changelogWhere({ id: 'deal' }, filter);
  const order = [{ field: 'at', descending: true }] as const;
  return (await store.read({ kind: 'changelog', where, order, window: { offset: 0, limit: 100 } })).records;
};

const labels = new Set(['hot', 'cold']);

describe('what the changelog tells', () => {
  const changes: readonly (readonly [string, (store: CrmStore) => Promise<unknown>])[] = [
    ['value', (store) => store.execute('deal-edit', { id: 'deal', fields: { value: money('25', 'TRY') } })],
    ['title', (store) => store.execute('deal-edit', { id: 'deal', fields: { title: 'Another' } })],
    ['expectedClose', (store) => store.execute('deals-expect', { ids: ['deal'], expectedClose: '2026-12-24' })],
    ['probability', (store) => store.execute('deal-edit', { id: 'deal', fields: { probability: 35 } })],
    ['custom.year', (store) => store.execute('deal-edit', { id: 'deal', fields: { 'custom.year': 1974 } })],
    ['ownerId', (store) => store.execute('deals-assign', { ids: ['deal'], ownerId: 'user-2' })],
    ['labelIds', (store) => store.execute('deals-label', { ids: ['deal'], add: ['cold'], remove: ['hot'] })],
    ['stageId', (store) => store.execute('deals-move', { ids: ['deal'], stageId: 'stage-2' })],
  ];
  for (const [field, change] of changes)
    it(`gives back what ${field} was, by a command like any other`, async () => {
      const store = await stand();
      const before = valueOf(await deal(store), field) ?? null;
      await change(store);
      const row = (await rows(store)).find((each) => each.field === field)!;
      assert.notDeepEqual(valueOf(await deal(store), field) ?? null, before, 'it was changed');
      const command = restoring(row, await deal(store), 'deal', labels)!;
      const result = await store.execute(command.name, command.input);
      assert.deepEqual(
        result?.outcomes.map(({ state }) => state),
        ['done'],
      );
      assert.deepEqual(valueOf(await deal(store), field) ?? null, before);
      assert.equal(restoring(row, await deal(store), 'deal', labels), null, 'there is nothing more to give back');
    });

  it('leaves out what only follows from another field, and what nobody reads', async () => {
    const store = await stand();
    await store.execute('deals-move', { ids: ['deal'], stageId: 'stage-2' });
    await store.execute('deal-win', { ids: ['deal'] });
    const told = (await rows(store)).filter(({ op }) => op === 'patch').map(({ field }) => field);
    assert.deepEqual(told.sort(), ['stageId', 'status']);
  });

  it('is narrowed to a field and to a person', async () => {
    const store = await stand();
    await store.execute('deal-edit', { id: 'deal', fields: { title: 'Another', value: money('11') } });
    assert.deepEqual(
      (await rows(store, { field: 'title', userId: '' })).map(({ after }) => after),
      ['Another'],
    );
    assert.equal((await rows(store, { field: 'title', userId: 'user-1' })).length, 1);
    assert.equal((await rows(store, { field: 'title', userId: 'user-2' })).length, 0);
  });

  it('gives back no label that was deleted, no move of a closed deal, nothing that has rules of its own', async () => {
    const store = await stand();
    const now = await deal(store);
    const patch = (field: string, before: unknown) => ({ op: 'patch', field, before }) as const;
    assert.equal(
      restoring(patch('labelIds', ['gone', 'hot']), now, 'deal', labels),
      null,
      'what is left of them is there',
    );
    assert.equal(restoring(patch('stageId', 'stage-2'), { ...now, status: 'won' }, 'deal', labels), null);
    assert.equal(restoring(patch('status', 'lost'), now, 'deal', labels), null);
    assert.equal(restoring(patch('waitUntil', '2026-12-01'), now, 'deal', labels), null);
    assert.equal(restoring({ op: 'create', field: '', before: null }, now, 'deal', labels), null);
  });

  it('says why a value would be refused: its field or stage is gone, or the field takes other values by now', () => {
    const fields = [
      aField({ id: 'year', type: 'number' }),
      aField({ id: 'size', type: 'option', options: [{ id: 's', name: 'Small' }] }),
    ];
    const why = (field: string, before: unknown) => whyNotRestored({ field, before }, fields, new Set(['stage-1']));
    assert.equal(why('custom.year', 1974), null);
    assert.equal(why('custom.year', null), null, 'it may be emptied');
    assert.equal(why('custom.year', 'seventies'), 'values');
    assert.equal(why('custom.size', 's'), null);
    assert.equal(why('custom.size', 'xl'), 'values', 'an option that is gone');
    assert.equal(why('custom.gone', 1), 'gone');
    assert.equal(why('stageId', 'stage-1'), null);
    assert.equal(why('stageId', 'stage-9'), 'gone');
    assert.equal(why('title', 'Any'), null);
  });
});
