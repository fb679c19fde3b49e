/** What files are called in an archive, on whichever system it is opened. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Names } from '../../../src/formats/zip/names.js';

const taken = (...given: string[]): string[] => {
  const names = new Names();
  return given.map((name) => names.take(name));
};

test('a file is called what it is called', () => {
  const names = ['Plan of halls.svg', 'Işıl’in mektubu.pdf', '見積書.xlsx', '.profile', 'README', 'a.tar.gz'];
  assert.deepEqual(taken(...names), names);
});

test('two that are called alike are told apart, also where capitals and ways to write an accent are no difference', () => {
  assert.deepEqual(taken('Plan.pdf', 'plan.PDF', 'Plan.pdf', 'Plan (2).pdf', 'Plan'), [
    ...['Plan.pdf', 'plan (2).PDF', 'Plan (3).pdf', 'Plan (2) (2).pdf', 'Plan'],
  ]);
  assert.deepEqual(taken('é', 'e\u0301'), ['é', 'e\u0301 (2)']);
});

test('none leads out of its folder, nor means something else there', () => {
  assert.deepEqual(
    taken('../../etc/passwd', 'C:\\temp\\x.txt', '/', '..', '.', '', 'in\u202Evoice.txt', 'a:b*c?.txt', 'end. .'),
    [...['passwd', 'x.txt', 'file', 'file (2)', 'file (3)', 'file (4)', 'invoice.txt', 'a_b_c_.txt', 'end']],
  );
  assert.deepEqual(taken('CON', 'nul.txt', 'com1.tar.gz', 'console.log'), [
    ...['_CON', '_nul.txt', '_com1.tar.gz', 'console.log'],
  ]);
  assert.deepEqual(taken('half \uD800.txt'), ['half _.txt']);
});

test('one that is too long is shortened in front of its extension, between two signs', () => {
  const [name, second] = taken(`${'ğ😀'.repeat(60)}.pdf`, `${'ğ😀'.repeat(60)}.pdf`);
  assert.match(name!, /^(ğ😀)+ğ?\.pdf$/u);
  assert.match(second!, /^(ğ😀)+ğ? \(2\)\.pdf$/u);
  for (const each of [name, second]) assert.ok(new TextEncoder().encode(each).length <= 255);
  assert.ok(new TextEncoder().encode(name).length > 230);
});
