import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { boardOrderNames, stateProblems } from '../../src/domain/view-state-check.js';
import { boardOrders } from '../../src/elements/deal-pipeline/order.js';

const paths = (...[of, state]: Parameters<typeof stateProblems>): string[] =>
  stateProblems(of, state).map(({ path, wants }) => `${path}: ${wants.split(' ').slice(0, 4).join(' ')}`);

describe('what a page has set wrong of a view’s state', () => {
  test('nothing, where all of it can be taken, or is left out', () => {
    assert.deepEqual(stateProblems('lead-inbox', {}), []);
    assert.deepEqual(
      stateProblems('lead-inbox', {
        segment: 'archived',
        search: '',
        filter: [{ field: 'title', op: 'contains', value: 'a' }, { any: [] }],
        order: [{ field: 'value', descending: true }],
        columns: ['title', 'custom.a field that is gone'],
        widths: { value: 180 },
      }),
      [],
    );
    const list = {
      segment: 'won',
      orders: { won: [{ field: 'value' }] },
      columns: { all: ['title'] },
      widths: {},
    } as const;
    const board = {
      view: 'list',
      pipelineId: null,
      order: 'rank',
      direction: '',
      period: 'quarter',
      fields: ['value'],
      list,
    };
    assert.deepEqual(stateProblems('deal-pipeline', board), []);
    assert.deepEqual(stateProblems('deal-list', { ...list, pipelineId: 'p', search: 'a', filter: [] }), []);
  });

  test('each value that is of another kind, by where it stands', () => {
    assert.deepEqual(
      paths('lead-inbox', {
        segment: 'bin',
        search: 5,
        filter: {},
        order: [{ descending: true }],
        columns: ['a', 5],
        widths: { a: '5' },
      }),
      [
        'segment: one of "inbox", "archived",',
        'search: a text',
        'filter: a list',
        'order[0]: an order, { field,',
        'columns[1]: the name of a',
        'widths.a: a number of CSS',
      ],
    );
    assert.deepEqual(
      paths('deal-pipeline', {
        view: 'grid',
        fields: Array(8).fill('value'),
        direction: null,
        list: { columns: { open: 'a' }, width: 3 },
      }),
      [
        'view: one of "board", "list",',
        'fields: 7 at most',
        'direction: "ascending", "descending" or ""',
        'list.columns.open: a list',
        'list.width: left out: the names',
      ],
    );
    assert.deepEqual(paths('deal-list', { columns: ['title'], orders: { closed: [] } }), [
      'columns: an object',
      'orders.closed: left out: the names',
    ]);
    assert.deepEqual(paths('deal-list', 'open'), [': an object']);
    assert.deepEqual(paths('lead-inbox', { __proto__: { columns: 5 }, toString: 1 }), [
      'toString: left out: the names',
    ]);
  });

  test('the orders of a board are those that there are', () => {
    assert.deepEqual(boardOrderNames, boardOrders);
  });
});
