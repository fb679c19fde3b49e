import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { memoryAdapter } from '../../src/adapters/memory/memory.js';
import { brokenAdapters } from '../../src/testing/broken.js';
import { conformance, type ConformanceOptions } from '../../src/testing/conformance.js';
import { runAll, table } from '../../src/testing/table.js';

const memory: ConformanceOptions = {
  make: () => memoryAdapter(),
  second: (first) => memoryAdapter({ beside: first }),
  patience: 200,
};

describe('the conformance kit', () => {
  test('has at least 60 checks, each with an id of its own', () => {
    const ids = conformance(memory).map((check) => check.id);
    assert.ok(ids.length >= 60, `${ids.length} checks`);
    assert.equal(new Set(ids).size, ids.length);
  });

  describe('memory', () => {
    for (const check of conformance(memory)) {
      test(`${check.id}: ${check.title}`, async () => assert.equal(await check.run(), undefined));
    }
  });

  describe('finds the adapter that is broken on purpose', () => {
    let found = 0;
    const broken = brokenAdapters(memory);
    for (const one of broken) {
      test(one.id, async () => {
        assert.notEqual(await one.detect(), null, `${one.id} lets its broken adapter pass`);
        found++;
      });
    }
    after(() => process.stdout.write(`# broken adapters: ${found}/${broken.length} detected\n`));
  });

  test('says what does not apply to an adapter without abilities', async () => {
    const outcomes = await runAll({
      make: () => {
        const bare = memoryAdapter();
        return {
          read: bare.read.bind(bare),
          commit: bare.commit.bind(bare),
          abilities: {
            atomic: false,
            guarded: false,
            seek: false,
            summarize: false,
            watch: false,
            blobs: false,
            capture: false,
          },
        };
      },
    });
    assert.deepEqual(
      outcomes.filter((outcome) => outcome.state === 'failed').map(({ check, message }) => `${check.id}: ${message}`),
      [],
    );
    assert.ok(outcomes.some((outcome) => outcome.state === 'not applicable'));
    const text = table({ bare: outcomes });
    assert.match(text, /guarded +-/);
    assert.match(text, /\(every adapter\) +\d+\/\d+/);
  });
});
