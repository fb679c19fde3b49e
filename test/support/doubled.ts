/** A number, and a formula that doubles it: for what views do with formulas. */
import type { Change } from '../../src/domain/change.js';
import { aField, creation } from '../../src/testing/fixtures.js';

export const doubled: readonly Change[] = [
  creation('field', aField({ id: 'seats', name: 'Seats', type: 'number', rank: 'b1' })),
  creation(
    'field',
    aField({
      id: 'twice',
      name: 'Twice',
      type: 'formula',
      rank: 'b2',
      formula: '#{custom.seats} * 2',
      gives: 'number',
    }),
  ),
];
/** Ten seats or more. */
export const large = [{ field: 'custom.twice', op: 'gte', value: 20 }] as const;
