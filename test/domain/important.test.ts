import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isImportant } from '../../src/domain/important.js';
import type { Field } from '../../src/domain/records.js';

const isStage = (id: string): boolean => id !== 'gone';

describe('where a field is important', () => {
  const cases: readonly [string, Pick<Field, 'important' | 'importantIn'>, string | null, boolean][] = [
    ['nowhere, unless it was said', {}, 'demo', false],
    ['not by its stages alone', { importantIn: ['demo'] }, 'demo', false],
    ['everywhere, where nothing limits it', { important: true }, 'demo', true],
    ['everywhere, also with leads', { important: true, importantIn: null }, null, true],
    ['everywhere, where no stage is named', { important: true, importantIn: [] }, null, true],
    ['in its stages', { important: true, importantIn: ['offer', 'demo'] }, 'demo', true],
    ['in no other stage', { important: true, importantIn: ['offer'] }, 'demo', false],
    ['not with leads, where it has stages', { important: true, importantIn: ['offer'] }, null, false],
    ['everywhere, when its stages are gone', { important: true, importantIn: ['gone'] }, null, true],
    ['in those that are left', { important: true, importantIn: ['gone', 'offer'] }, 'demo', false],
  ];
  for (const [what, field, stage, expected] of cases)
    test(what, () => assert.equal(isImportant(field, stage, isStage), expected));
});
