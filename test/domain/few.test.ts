import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { comparer } from '../../src/domain/compare.js';
import { compareFew, isFew } from '../../src/domain/few.js';
import { kinds } from '../../src/domain/records.js';
import type { AnyRecord } from '../../src/domain/records.js';
import { today } from '../../src/testing/fixtures.js';

const few = kinds.filter(isFew);

test('the kinds there are few of come in the order that a query means', () => {
  assert.deepEqual([...few].sort(), ['field', 'label', 'pipeline', 'stage', 'user', 'view']);
  const text = fc.oneof(
    fc.string(),
    fc.constantFrom('', 'a', 'A', 'ä', 'Z', 'lot 9', 'Lot 10', 'ı', 'İ', 'a0', 'a1', 'a10'),
  );
  const records = fc.array(fc.record({ id: fc.string(), name: text, rank: text }), { maxLength: 12 });
  fc.assert(
    fc.property(records, fc.constantFrom(...few), (given, kind) => {
      const list = given as unknown as AnyRecord[];
      assert.deepEqual([...list].sort(compareFew(kind)), [...list].sort(comparer(undefined, kind, today)));
    }),
  );
});
