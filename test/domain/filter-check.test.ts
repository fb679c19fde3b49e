import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { filterProblems, readFilter } from '../../src/domain/filter-check.js';
import type { FilterWorld } from '../../src/domain/filter-check.js';
import { filterFields, filterOps } from '../../src/domain/filter-fields.js';
import type { Filter } from '../../src/domain/filter.js';
import { aField, money } from '../../src/testing/fixtures.js';

const option = aField({ id: 'color', type: 'option', options: [{ id: 'r', name: 'Red' }] });
const world: FilterWorld = {
  subject: 'deal',
  fields: [option, aField({ id: 'n', type: 'number', options: [] })],
  users: new Set(['ada']),
  labels: new Set(['hot']),
  stages: new Set(['s1']),
};
const wrong = (filter: Filter, about: FilterWorld = world): string =>
  filterProblems(filter, about)
    .map(({ code, path, field, value }) =>
      `${path.join('.')} ${code} ${field ?? ''} ${value === undefined ? '' : JSON.stringify(value)}`.trim(),
    )
    .join('; ');

describe('a filter that somebody hands in', () => {
  test('is read as it is where it is one', () => {
    const filter = [{ field: 'a', op: 'is', value: 1 }, { any: [{ field: 'b', op: 'empty' }, { all: [] }] }];
    assert.equal(readFilter(filter).filter, filter);
    assert.deepEqual(readFilter(null), { filter: [], problems: [] });
    assert.deepEqual(readFilter(undefined), { filter: [], problems: [] });
  });

  test('what is no part of one is left out and told, with its place', () => {
    for (const [input, filter, places] of [
      ['x', [], ['shape ']],
      [{ field: 'a', op: 'is' }, [], ['shape ']],
      [[null, 3, 'x', {}, []], [], ['shape 0', 'shape 1', 'shape 2', 'shape 3', 'shape 4']],
      [[{ field: 'a' }, { op: 'is' }], [], ['shape 0', 'shape 1']],
      [[{ all: [], any: [] }], [], ['shape 0']],
      [[{ field: 'a', all: [] }], [], ['shape 0']],
      [[{ any: [{ field: 'a', op: 'empty' }, 7] }], [{ any: [{ field: 'a', op: 'empty' }] }], ['shape 0.1']],
      [[{ field: 'a', op: 'is', value: 1, more: 2 }, 4], [{ field: 'a', op: 'is', value: 1 }], ['shape 1']],
    ] as const) {
      const read = readFilter(input);
      assert.deepEqual(read.filter, filter, JSON.stringify(input));
      assert.deepEqual(
        read.problems.map(({ code, path }) => `${code} ${path.join('.')}`),
        places,
      );
    }
  });

  test('groups without an end are cut where nobody could have built them', () => {
    let part: unknown = { field: 'a', op: 'empty' };
    for (let i = 0; i < 10_000; i++) part = { all: [part] };
    const { problems } = readFilter([part]);
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['deep'],
    );
  });
});

describe('what a filter names', () => {
  test('everything that is there is right', () => {
    assert.equal(
      wrong([
        { field: 'ownerId', op: 'in', value: ['ada', null] },
        { field: 'labelIds', op: 'has', value: ['hot'] },
        { field: 'stageId', op: 'in', value: ['s1'] },
        { field: 'quiet', op: 'quiet', value: ['half'] },
        { field: 'nextActivity', op: 'activity', value: ['overdue'] },
        { field: 'value', op: 'gte', value: money('12.50') },
        { field: 'value', op: 'between', value: ['1', '2'] },
        { field: 'expectedClose', op: 'within', value: { last: 30 } },
        { field: 'createdAt', op: 'gte', value: '2026-11-27' },
        { field: 'createdAt', op: 'gte', value: '2026-11-27T10:00:00.000Z' },
        { field: 'custom.color', op: 'in', value: ['r'] },
        { field: 'custom.n', op: 'gte', value: '3' },
        { field: 'title', op: 'contains', value: '' },
        { field: 'ownerId', op: 'is', value: null },
      ]),
      '',
    );
  });

  test('what is not there any more is told, each by itself and where it stands', () => {
    assert.equal(
      wrong([
        { field: 'labelIds', op: 'has', value: ['hot', 'gone', null] },
        { any: [{ field: 'ownerId', op: 'in', value: ['bo'] }, { all: [{ field: 'custom.lost', op: 'filled' }] }] },
        { field: 'custom.color', op: 'in', value: ['blue'] },
        { field: 'stageId', op: 'is', value: 's9' },
      ]),
      '0 gone labelIds "gone"; 1.0 gone ownerId "bo"; 1.1.0 gone custom.lost; 2 gone custom.color "blue"; 3 gone stageId "s9"',
    );
    const { labels: _, ...unknown } = world;
    assert.equal(wrong([{ field: 'labelIds', op: 'has', value: ['gone'] }], unknown), '');
  });

  test('what cannot be asked is told', () => {
    assert.equal(
      wrong([
        { field: 'colour', op: 'is', value: 1 },
        { field: 'title', op: 'between', value: ['a', 'b'] },
        { field: 'title', op: 'like' as 'is', value: 'a' },
        { field: 'value', op: 'gte', value: 'much' },
        { field: 'expectedClose', op: 'gte', value: '2026-02-30' },
        { field: 'expectedClose', op: 'within', value: 'some-day' },
        { field: 'value', op: 'between', value: ['1'] },
        { field: 'labelIds', op: 'has', value: 'hot' },
        { field: 'quiet', op: 'quiet', value: ['very'] },
        { field: 'title', op: 'contains', value: 4 },
      ]),
      '0 unknown-field colour; 1 unknown-op title "between"; 2 unknown-op title "like"; 3 value value "much"; ' +
        '4 value expectedClose "2026-02-30"; 5 value expectedClose "some-day"; 6 value value ["1"]; ' +
        '7 value labelIds "hot"; 8 value quiet ["very"]; 9 value title 4',
    );
    assert.equal(
      wrong([{ field: 'quiet', op: 'quiet', value: ['half'] }], { ...world, subject: 'lead' }),
      '0 unknown-field quiet',
    );
  });

  test('every field has something to ask, and each is there once', () => {
    for (const subject of ['lead', 'deal'] as const) {
      const fields = filterFields(subject, world.fields);
      assert.equal(new Set(fields.map(({ name }) => name)).size, fields.length);
      for (const { name, type } of fields) assert.ok(filterOps[type].length > 0, name);
      assert.deepEqual(
        fields.filter(({ custom }) => custom).map(({ name }) => name),
        ['custom.color', 'custom.n'],
      );
    }
  });
});
