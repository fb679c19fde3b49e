/** Orders by what people see: names and options, not ids. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { LiveList } from '../../src/store/api.js';
import { memoryAdapter } from '../../src/adapters/memory.js';
import { aField, aLabel, aLead, aUser, creation } from '../../src/testing/fixtures.js';
import { bench, until } from './support.js';
import { ids } from './opened.js';

describe('an order by owner or label', () => {
  test('goes by the names, and follows them when they change', async () => {
    const { store, adapter } = await bench([
      creation('user', aUser({ id: 'u-1', name: 'Zoe' })),
      creation('user', aUser({ id: 'u-2', name: 'Ann' })),
      creation('label', aLabel({ id: 'l-1', name: 'Warm' })),
      creation('label', aLabel({ id: 'l-2', name: 'Cold' })),
      creation('lead', aLead({ id: 'a', ownerId: 'u-1', labelIds: ['l-1'] })),
      creation('lead', aLead({ id: 'b', ownerId: 'u-2', labelIds: ['l-1', 'l-2'] })),
      creation('lead', aLead({ id: 'c', ownerId: null, labelIds: [] })),
    ]);
    const byOwner = store.list({ kind: 'lead', order: [{ field: 'ownerId' }] });
    const byLabel = store.list({ kind: 'lead', order: [{ field: 'labelIds', descending: true }] });
    const offs = [byOwner, byLabel].map((list) => list.subscribe(() => undefined));
    await until(() => ids(byOwner).join('') === 'bac', 'the order by owner');
    await until(() => ids(byLabel).join('') === 'abc', 'the order by label, downwards');
    assert.deepEqual(byOwner.query.order, [{ field: 'ownerId' }]);
    await store.execute('label-edit', { id: 'l-1', name: 'Again' });
    await until(() => ids(byLabel).join('') === 'bac', 'the order by the new name');
    const patch = { op: 'patch', kind: 'user', id: 'u-1', fields: { name: ['Zoe', 'Abe'] } } as const;
    await memoryAdapter({ beside: adapter }).commit([patch]);
    await until(() => ids(byOwner).join('') === 'abc', 'the order after another tab renamed somebody');
    byOwner.setQuery({ kind: 'lead', order: [{ field: 'ownerId', descending: true }] });
    await until(() => ids(byOwner).join('') === 'bac', 'the other way round');
    for (const off of offs) off();
  });
});

describe('an order by a custom field', () => {
  test('goes by the names of users, and by options in their own order, and follows them', async () => {
    const options = ['z', 'y', 'x'].map((id) => ({ id, name: `Size ${id}` }));
    const { store } = await bench([
      creation('user', aUser({ id: 'u-1', name: 'Zoe' })),
      creation('user', aUser({ id: 'u-2', name: 'Ann' })),
      creation('field', aField({ id: 'size', name: 'Size', type: 'option', options })),
      creation('field', aField({ id: 'fits', name: 'Fits', type: 'options', options })),
      creation('field', aField({ id: 'by', name: 'By', type: 'user', options: [] })),
      creation('lead', aLead({ id: 'a', custom: { size: 'x', fits: ['x', 'z'], by: 'u-1' } })),
      creation('lead', aLead({ id: 'b', custom: { size: 'z', fits: ['y'], by: 'u-2' } })),
      creation('lead', aLead({ id: 'c', custom: { size: 'y' } })),
    ]);
    const sorted = (field: string): LiveList<'lead'> => store.list({ kind: 'lead', order: [{ field }] });
    const [size, fits, by] = ['custom.size', 'custom.fits', 'custom.by'].map(sorted) as [
      LiveList<'lead'>,
      LiveList<'lead'>,
      LiveList<'lead'>,
    ];
    const offs = [size, fits, by].map((list) => list.subscribe(() => undefined));
    await until(() => ids(size).join('') === 'bca', 'the order of the options');
    await until(() => ids(fits).join('') === 'abc', 'by the first of several; without any at the end');
    await until(() => ids(by).join('') === 'bac', 'the order by the names of users');
    await store.execute('field-edit', { id: 'size', options: [...options].reverse() });
    await until(() => ids(size).join('') === 'acb', 'the options the other way round');
    for (const off of offs) off();
  });
});
