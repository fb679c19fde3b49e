import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { isAsking } from '../../src/domain/filter.js';
import { readFilter } from '../../src/domain/filter-check.js';
import type { CommandInputs } from '../../src/domain/plan.js';
import type { SavedFilter } from '../../src/domain/records.js';
import { filtersFor, isFound, isTheirs } from '../../src/domain/saved-filters.js';
import { aSavedFilter, aUser, creation } from '../../src/testing/fixtures.js';
import { codes } from './command-world.js';
import { Model } from './model.js';

const about = (value: string) => [{ field: 'title', op: 'contains', value }] as const;
const made = { name: 'Offers', subject: 'lead', filter: about('offer') } as const;

/** Three who work here, and one who has left. */
function office(...filters: SavedFilter[]): Model {
  const users = ['user-1', 'user-2', 'user-3'].map((id) => creation('user', aUser({ id })));
  const gone = creation('user', aUser({ id: 'gone', active: false }));
  return new Model([...users, gone, ...filters.map((one) => creation('filter', one))]);
}
const plainOf = ({ name, filter, shared, ownerId, subject }: SavedFilter): unknown => ({
  name,
  filter,
  shared,
  ownerId,
  subject,
});

describe('a filter under a name', () => {
  test('made: theirs alone, with a tidy name', () => {
    const model = office();
    assert.deepEqual(model.run('filter-save', { ...made, name: ' Offers\n' }).problems, []);
    assert.deepEqual(model.all('filter').map(plainOf), [{ ...made, shared: false, ownerId: 'user-1' }]);
  });

  test('renamed, changed, shared: what is not said stays, and what says the same is not written', () => {
    const model = office(aSavedFilter());
    const save = (more: object) => model.run('filter-save', { id: 'filter-1', ...more }).changes.length;
    assert.deepEqual([save({ name: 'Tenders' }), save({ name: 'Tenders' })], [1, 0]);
    assert.deepEqual([save({ shared: true }), save({ filter: about('tender') }), save({})], [1, 1, 0]);
    assert.deepEqual(plainOf(model.get('filter', 'filter-1')!), {
      name: 'Tenders',
      subject: 'lead',
      filter: about('tender'),
      ownerId: 'user-1',
      shared: true,
    });
  });

  for (const [what, input, problems] of [
    ['without a name', { ...made, name: ' ' }, ['required name']],
    ['that asks for nothing', { ...made, name: 'New', filter: [] }, ['required filter']],
    ['whose conditions are all open', { ...made, name: 'New', filter: about('') }, ['required filter']],
    ['that is none', { ...made, name: 'New', filter: [5] }, ['invalid filter type']],
    ['of something else than leads and deals', { ...made, subject: 'person' }, ['invalid subject option']],
    ['of a name that there is', { ...made, name: 'öffers' }, ['duplicate name']],
    ['renamed to another one', { id: 'filter-1', name: 'TAKEN' }, ['duplicate name']],
    ['that is not there', { id: 'filter-9', name: 'Any' }, ['not-found']],
  ] as const)
    test(`is refused: one ${what}`, () => {
      const model = office(aSavedFilter(), aSavedFilter({ id: 'filter-2', name: 'Taken' }));
      const { problems: found, changes } = model.run('filter-save', input as CommandInputs['filter-save']);
      assert.deepEqual([codes(found), changes], [problems, []]);
    });

  test('a name may be that of a filter of deals, or of one that somebody else keeps to themselves', () => {
    const model = office(
      aSavedFilter({ subject: 'deal' }),
      aSavedFilter({ id: 'theirs', ownerId: 'user-2', shared: false }),
    );
    assert.deepEqual(model.run('filter-save', made).problems, []);
  });

  test('of somebody else: a private one is not there, a shared one stays as it is, unless its owner has left', () => {
    const model = office(
      aSavedFilter({ id: 'private', ownerId: 'user-2', shared: false }),
      aSavedFilter({ id: 'shared', name: 'Shared', ownerId: 'user-2', shared: true }),
      aSavedFilter({ id: 'left', name: 'Left', ownerId: 'gone', shared: true }),
      aSavedFilter({ id: 'nobody', name: 'Nobody', ownerId: null, shared: false }),
    );
    for (const [id, problems] of [
      ['private', ['not-found']],
      ['shared', ['denied']],
      ['left', []],
      ['nobody', []],
    ] as const) {
      assert.deepEqual(codes(model.run('filter-save', { id, name: `New ${id}` }).problems), problems, id);
      assert.deepEqual(codes(model.run('filter-delete', { id }).problems), problems, id);
    }
    assert.deepEqual(
      model.all('filter').map(({ id }) => id),
      ['private', 'shared'],
    );
  });

  test('whatever people do, nobody changes what is not theirs, and no two that one finds are given one name', () => {
    const users = ['user-1', 'user-2', 'user-3', null];
    const step = fc.record({
      user: fc.constantFrom(...users),
      at: fc.nat(6),
      what: fc.constantFrom('make', 'change', 'delete'),
      name: fc.constantFrom(undefined, 'a', 'A', 'b', ' c ', ''),
      subject: fc.constantFrom('lead' as const, 'deal' as const),
      filter: fc.constantFrom(undefined, about('x'), about('y'), [], 'none' as never),
      shared: fc.option(fc.boolean(), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const model = office();
        for (const { user, at, what, name, subject, filter, shared } of steps) {
          model.userId = user;
          const before = model.all('filter');
          const id = before[at % Math.max(1, before.length)]?.id ?? 'none';
          const fields = { ...(name !== undefined && { name }), ...(filter && { filter }) };
          const input = { ...fields, ...(shared !== undefined && { shared }) };
          const { changes } =
            what === 'delete'
              ? model.run('filter-delete', { id })
              : model.run('filter-save', what === 'make' ? { ...input, subject } : { ...input, id });
          for (const change of changes) {
            const was = before.find((one) => one.id === change.id);
            assert.ok(!was || (isFound(was, user) && isTheirs(was, user, model.all('user'))));
            const is = model.get('filter', change.id);
            const renamed = is && is.name !== was?.name;
            const found = filtersFor(model.all('filter'), is?.subject ?? 'lead', user);
            if (renamed)
              assert.equal(found.filter((one) => one.name.toLowerCase() === is.name.toLowerCase()).length, 1);
          }
          for (const one of model.all('filter')) {
            const { filter: read, problems } = readFilter(one.filter);
            assert.ok(problems.length === 0 && isAsking(read) && one.name.trim() === one.name && one.name !== '');
          }
        }
      }),
    );
  });
});
