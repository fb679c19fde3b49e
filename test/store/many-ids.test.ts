import assert from 'node:assert/strict';
import { test } from 'node:test';
import { manyIds } from '../../src/store/many-ids.js';
import { systemClock } from '../../src/store/clock.js';

test('an id that is made later sorts later, within a millisecond, and when the clock is put back', () => {
  let now = 1_800_000_000_000;
  const newId = manyIds({ ...systemClock, now: () => now });
  const ids: string[] = [];
  for (let i = 0; i < 10_000; i++) {
    if (i === 6_000) now += 3;
    if (i === 8_000) now -= 60_000;
    ids.push(newId());
  }
  assert.equal(new Set(ids).size, ids.length);
  assert.deepEqual([...ids].sort(), ids);
  assert.ok(ids.every((id) => /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/.test(id)));
});
