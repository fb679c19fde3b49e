import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  hasRoom,
  needsRebalance,
  newRank,
  rankBetween,
  ranksAfter,
  ranksBetween,
  rebalance,
} from '../../src/domain/rank.js';
import { aBoard, aDeal, creation, made, minutesAfter } from '../../src/testing/fixtures.js';
import { Model } from './model.js';

describe('ranks', () => {
  test('property: any sequence of inserts keeps the order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 120 }), (places) => {
        const ranks: string[] = [];
        for (const place of places) {
          const at = place % (ranks.length + 1);
          ranks.splice(at, 0, rankBetween(ranks[at - 1] ?? null, ranks[at] ?? null));
        }
        assert.deepEqual(ranks, [...new Set(ranks)].sort());
        assert.deepEqual([...rebalance(ranks)].sort(), rebalance(ranks));
      }),
    );
  });

  test('ranks of somebody else’s making have strings beside them too', () => {
    for (const [before, after] of [
      ['1', '2'],
      ['1', '11'],
      ['Z', 'a'],
      ['', '1'],
      ['5', null],
      ['zz', null],
      ['a0', 'a00001'],
    ] as const) {
      const ranks = ranksBetween(before, after, 5)!;
      assert.deepEqual(
        [before, ...ranks, ...(after === null ? [] : [after])],
        [before, ...ranks, ...(after === null ? [] : [after])].sort(),
      );
      assert.equal(new Set(ranks).size, 5);
    }
    assert.deepEqual(
      [
        hasRoom('a', 'a'),
        hasRoom('b', 'a'),
        hasRoom('a', 'a0'),
        hasRoom('a0', 'a1'),
        hasRoom(null, null),
        hasRoom('é', 'ö'),
      ],
      [false, false, false, true, true, false],
    );
    assert.ok(rankBetween('é', 'é') > 'é');
    assert.ok(ranksAfter('é', 3).every((rank) => rank > 'é'));
  });

  test('what is made later stands behind, within one instant by its place in the command', () => {
    const ranks = [
      newRank(made, 0, 'z'),
      newRank(made, 1, 'a'),
      newRank(made, 99, 'a'),
      newRank(minutesAfter(1), 0, 'a'),
    ];
    assert.deepEqual([...ranks].sort(), ranks);
    assert.ok(ranks[0]! > rankBetween(null, null), 'behind hand-made ranks');
    assert.ok(ranks.every((rank) => !needsRebalance(rank)));
    assert.ok(rankBetween(ranks[2]!, ranks[3]!) > ranks[2]!);
  });
});

describe('moving by hand', () => {
  const board = (ranks: readonly string[]) =>
    new Model([
      ...aBoard(),
      ...ranks.map((rank, i) => creation('deal', aDeal({ id: `deal-${i}`, rank, stageId: 'stage-1' }))),
    ]);
  const order = (model: Model, stageId = 'stage-1') =>
    model
      .all('deal')
      .filter((deal) => deal.stageId === stageId)
      .sort((a, b) => (a.rank + ' ' + a.id < b.rank + ' ' + b.id ? -1 : 1))
      .map((deal) => deal.id.slice(5))
      .join('');
  const move = (model: Model, which: readonly number[], before: number | null) =>
    model.run('deal-move', {
      ids: which.map((i) => `deal-${i}`),
      stageId: 'stage-1',
      before: before === null ? null : `deal-${before}`,
    });

  test('one move is one write', () => {
    const model = board(['a0', 'a1', 'a2', 'a3']);
    assert.equal(move(model, [3], 1).changes.length, 1);
    assert.equal(order(model), '0312');
    assert.equal(move(model, [0], null).changes.length, 1);
    assert.equal(order(model), '3120');
    assert.equal(move(model, [0, 2], 3).changes.length, 2);
    assert.equal(order(model), '0231');
  });

  test('between equal ranks there is no room: as few neighbours as will do make some', () => {
    const model = board(['a0', 'a1', 'a1', 'a1', 'a5']);
    const { changes } = move(model, [4], 2);
    assert.equal(order(model), '01423');
    assert.ok(changes.length <= 4, `${changes.length} writes`);
  });

  test('all cards of a long stage have one rank, as a backend without ranks answers', () => {
    const model = board(Array.from({ length: 60 }, () => 'a0'));
    move(model, [7], 3);
    const ids = model
      .all('deal')
      .sort((a, b) => (a.rank + ' ' + a.id < b.rank + ' ' + b.id ? -1 : 1))
      .map((deal) => deal.id);
    assert.equal(ids.indexOf('deal-7'), ids.indexOf('deal-3') - 1);
  });

  test('a thousand drags into one gap: ranks stay short, order stays right', () => {
    const model = board(['a0', 'a1', 'a2']);
    for (let i = 0; i < 1000; i++) move(model, [i % 2 === 0 ? 2 : 1], i % 2 === 0 ? 1 : 2);
    assert.equal(order(model), '012');
    assert.ok(model.all('deal').every((deal) => !needsRebalance(deal.rank)));
  });

  test('property: a card lands in front of the one it was put before, and no other changes its place', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a0', 'a1', 'a1V', '1', 'Zz'), { minLength: 2, maxLength: 6 }),
        fc.array(fc.tuple(fc.nat(), fc.option(fc.nat())), { maxLength: 8 }),
        (ranks, moves) => {
          const model = board(ranks);
          for (const [which, where] of moves) {
            const one = which % ranks.length;
            const before = where === null ? null : where % ranks.length;
            if (one === before) continue;
            const rest = order(model).replace(String(one), '');
            const at = before === null ? rest.length : rest.indexOf(String(before));
            move(model, [one], before);
            assert.equal(order(model), rest.slice(0, at) + String(one) + rest.slice(at));
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});
