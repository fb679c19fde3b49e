import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import { toJson } from '../../src/domain/json.js';

const value = { a: [1, 'two', [null, { b: [] }]], c: 'ş"\n', d: true, e: undefined, f: {} };

describe('JSON on a page with libraries of 2009', () => {
  const arrays = Array.prototype as unknown as { toJSON?: () => string };
  afterEach(() => {
    delete arrays.toJSON;
  });

  test('is that of the language where nobody has changed anything', () => {
    assert.equal(toJson(value), JSON.stringify(value));
    assert.equal(toJson([1]), '[1]');
  });

  test('is the same where arrays make texts of themselves (R43)', () => {
    const right = JSON.stringify(value);
    arrays.toJSON = () => '[]';
    assert.notEqual(JSON.stringify(value), right, 'the page does harm');
    assert.equal(toJson(value), right);
    assert.equal(toJson([['a'], ['b']]), '[["a"],["b"]]');
  });
});
