import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { IdIndex } from '../../src/adapters/local/id-index.js';

/** Ids at places, as those keep them that have an index; the Map is what the index has to agree with. */
class Model {
  readonly ids: (string | undefined)[] = [];
  readonly index = new IdIndex((place) => this.ids[place]);
  readonly map = new Map<string, number>();
  readonly #free: number[] = [];

  put(id: string): void {
    if (this.map.has(id)) return;
    const place = this.#free.pop() ?? this.ids.length;
    this.index.add(id, place);
    this.ids[place] = id;
    this.map.set(id, place);
  }

  remove(id: string): void {
    const place = this.map.get(id);
    if (place === undefined) return;
    this.index.remove(id);
    this.ids[place] = undefined;
    this.map.delete(id);
    this.#free.push(place);
  }
}

const id = fc.oneof(
  fc.integer({ min: 0, max: 60 }).map((n) => `id-${n}`),
  fc.constantFrom('', 'İ', '\ud83d\ude00', 'a'.repeat(200)),
);
const step = fc.record({ put: fc.boolean(), id });

describe('the places of ids', () => {
  test('are found whatever came and went, in whatever order', () => {
    fc.assert(
      fc.property(
        fc.array(id, { maxLength: 60 }),
        fc.boolean(),
        fc.array(step, { maxLength: 200 }),
        (first, sorted, steps) => {
          const model = new Model();
          for (const one of sorted ? [...first].sort() : first) model.put(one);
          for (const { put, id: one } of steps) {
            if (put) model.put(one);
            else model.remove(one);
            assert.equal(model.index.size, model.map.size);
            assert.equal(model.index.get(one), model.map.get(one));
          }
          for (const asked of [...first, ...steps.map((one) => one.id), 'none'])
            assert.equal(model.index.get(asked), model.map.get(asked));
        },
      ),
      { numRuns: 500 },
    );
  });

  test('are found among many, when all but a few were taken away again', () => {
    const model = new Model();
    const ids = Array.from({ length: 20_000 }, (_, i) => `lead-${String(i).padStart(7, '0')}`);
    for (const one of ids) model.put(one);
    for (const [i, one] of ids.entries()) if (i % 1000 !== 0) model.remove(one);
    assert.deepEqual(
      ids.filter((one) => model.index.get(one) !== undefined),
      ids.filter((_, i) => i % 1000 === 0),
    );
    for (const one of ids.toReversed()) model.put(one);
    for (const one of ids) assert.equal(model.ids[model.index.get(one)!], one);
  });
});
