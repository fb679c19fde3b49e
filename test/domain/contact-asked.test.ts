/** Saved filters and set-ups of views follow where persons and organizations are merged, and back. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Change } from '../../src/domain/change.js';
import { partBack } from '../../src/domain/part-back.js';
import type { Id } from '../../src/domain/records.js';
import { aPerson, aSavedFilter, aView, creation, later } from '../../src/testing/fixtures.js';
import { back, world } from './contact-merge-world.js';
import type { Model } from './model.js';

const asks = (field: string, value: unknown) => ({ field, op: Array.isArray(value) ? 'in' : 'is', value });
const saved = (...filter: unknown[]): Change => creation('filter', aSavedFilter({ id: 'kept', filter }));
const view = (state: Record<string, unknown>): Change => creation('view', aView({ id: 'seen', state }));
const persons = { ids: ['ada', 'ada-2'] };
const filter = (model: Model): unknown => model.get('filter', 'kept')!.filter;
const state = (model: Model): unknown => model.get('view', 'seen')!.state;

describe('conditions that name one that is merged', () => {
  const nested = (who: Id, where: Id) => [
    asks('personId', [who, 'grace']),
    { any: [asks('organizationId', where), { all: [asks('custom.adviser', [null, who]), asks('title', who)] }] },
  ];

  test('name the one that stays: in groups, custom fields, wherever a view keeps them; texts that look like it stay', () => {
    const model = world([
      saved(...nested('ada-2', 'nord')),
      view({ filter: nested('ada-2', 'nord'), list: { filter: [asks('personId', 'ada-2')] }, columns: ['ada-2'] }),
    ]);
    model.run('persons-merge', persons);
    model.run('organizations-merge', { ids: ['north', 'nord'] });
    const led = (who: Id, where: Id) =>
      JSON.parse(
        JSON.stringify(nested(who, where)).replace(
          `"title","op":"is","value":"${who}"`,
          '"title","op":"is","value":"ada-2"',
        ),
      ) as unknown;
    assert.deepEqual(filter(model), led('ada', 'north'));
    assert.deepEqual(state(model), {
      filter: led('ada', 'north'),
      list: { filter: [asks('personId', 'ada')] },
      columns: ['ada-2'],
    });
  });

  test('what names nobody of them is not written', () => {
    const model = world([saved(asks('personId', ['grace'])), view({ filter: [asks('ownerId', ['ada-2'])] })]);
    const { changes } = model.run('persons-merge', persons);
    assert.deepEqual(
      changes.filter(({ kind }) => kind === 'filter' || kind === 'view'),
      [],
    );
    assert.equal('asked' in model.get('trash', 'ada-2')!.moved!, false);
  });

  const lists: readonly (readonly [readonly (Id | null)[], readonly (Id | null)[]])[] = [
    [['ada-2'], ['ada']],
    [
      ['grace', 'ada-2', null],
      ['grace', 'ada', null],
    ],
    [['ada-2', 'ada'], ['ada']],
    [
      ['ada', 'ada-2', 'grace'],
      ['ada', 'grace'],
    ],
    [
      ['grace', 'ada'],
      ['grace', 'ada'],
    ],
    [
      ['ada-3', 'grace', 'ada-2'],
      ['ada', 'grace'],
    ],
    [['ada-3', 'ada', 'ada-2'], ['ada']],
  ];
  for (const [before, after] of lists)
    for (const order of [
      ['ada-2', 'ada-3'],
      ['ada-3', 'ada-2'],
    ])
      test(`${JSON.stringify(before)} becomes ${JSON.stringify(after)}; undone, and out of the trash ${order.join()}, it is what it was`, () => {
        const build = (): Model =>
          world([
            creation('person', aPerson({ id: 'ada-3' })),
            saved(asks('personId', before)),
            view({ filter: [{ any: [asks('custom.adviser', before)] }] }),
          ]);
        const input = { ids: ['ada', 'ada-2', 'ada-3'] };
        const model = build();
        const { changes } = model.run('persons-merge', input);
        assert.deepEqual(filter(model), [asks('personId', after)]);
        back(model, changes);
        assert.deepEqual(filter(model), [asks('personId', before)]);
        assert.deepEqual(state(model), { filter: [{ any: [asks('custom.adviser', before)] }] });
        const other = build();
        other.run('persons-merge', input);
        for (const id of order) assert.deepEqual(other.run('trash-restore', { ids: [id] }).problems, []);
        const sorted = (part: unknown): unknown =>
          JSON.parse(JSON.stringify(part), (key, value: unknown) =>
            key === 'value' ? [...(value as unknown[])].sort() : value,
          );
        assert.deepEqual(sorted(filter(other)), sorted([asks('personId', before)]));
        assert.deepEqual(sorted(state(other)), sorted({ filter: [{ any: [asks('custom.adviser', before)] }] }));
      });

  test('out of the trash: what was changed since stays, beside it all comes back; by whoever has merged the survivor since', () => {
    const model = world([
      saved(asks('personId', 'ada-2'), asks('custom.adviser', ['ada-2'])),
      view({ filter: [asks('personId', ['ada-2'])], widths: {} }),
    ]);
    model.run('persons-merge', persons);
    model.run('filter-save', {
      id: 'kept',
      filter: [asks('personId', 'grace'), asks('custom.adviser', ['ada'])] as never,
    });
    model.commit([
      {
        op: 'patch',
        kind: 'view',
        id: 'seen',
        fields: { state: [state(model), { ...(state(model) as object), widths: { title: 90 } }] },
      },
    ]);
    model.run('persons-merge', { ids: ['grace', 'ada'], survivorId: 'grace' });
    assert.deepEqual(filter(model), [asks('personId', 'grace'), asks('custom.adviser', ['grace'])]);
    model.run('trash-restore', { ids: ['ada-2'] });
    assert.deepEqual(state(model), { filter: [asks('personId', ['ada-2'])], widths: { title: 90 } });
    assert.deepEqual((filter(model) as unknown[])[1], asks('custom.adviser', ['ada-2']));
  });

  test('what is gone since keeps nobody from coming back', () => {
    const model = world([saved(asks('personId', 'ada-2'))]);
    model.run('persons-merge', persons);
    model.run('filter-delete', { id: 'kept' });
    assert.deepEqual(model.run('trash-restore', { ids: ['ada-2'] }).problems, []);
    assert.equal(model.get('filter', 'kept'), null);
  });

  test('kept by whoever has not heard of the merge yet it names the one that stayed', () => {
    const model = world();
    model.run('persons-merge', persons);
    const told = [asks('personId', ['ada-2', 'grace']), { any: [asks('custom.adviser', 'ada-2')] }];
    model.run('view-save', { name: 'deal-list', state: { filter: told } });
    model.run('filter-save', { name: 'Hers', subject: 'deal', filter: told as never });
    const led = [asks('personId', ['ada', 'grace']), { any: [asks('custom.adviser', 'ada')] }];
    assert.deepEqual(model.all('view')[0]!.state, { filter: led });
    assert.deepEqual(model.all('filter')[0]!.filter, led);
  });
});

test('a part is taken back where it still says what became of it', () => {
  const was = { filter: [{ value: ['b'] }, { value: 'b' }], columns: ['title'] };
  const is = { filter: [{ value: ['a'] }, { value: 'a' }], columns: ['title'] };
  assert.deepEqual(partBack(is, was, is), was);
  assert.deepEqual(partBack({ ...is, columns: [], order: later }, was, is), { ...was, columns: [], order: later });
  assert.deepEqual(partBack({ ...is, filter: [{ value: ['a', 'c'] }, { value: 'a' }, { value: 'a' }] }, was, is), {
    ...was,
    filter: [{ value: ['b', 'c'] }, { value: 'b' }, { value: 'a' }],
  });
  assert.deepEqual(partBack({ filter: [{ value: ['c'] }] }, was, is), { filter: [{ value: ['c'] }] });
  assert.deepEqual(partBack(null, was, is), null);
});
