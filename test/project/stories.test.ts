import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';

/** A browser cannot list a folder: so each file of stories has a file of tests, which imports it. */
test('every file of stories is tested', () => {
  const names = (folder: string, ending: string): string[] =>
    readdirSync(new URL(`../../${folder}/`, import.meta.url))
      .filter((name) => name.endsWith(ending))
      .map((name) => name.slice(0, -ending.length))
      .sort();
  assert.deepEqual(names('test/stories', '.test.ts'), names('stories', '.stories.ts'));
});
