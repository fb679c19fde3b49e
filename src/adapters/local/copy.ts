import type { Change } from '../../domain/change.js';

/**
 * Whoever calls may go on editing what was handed over, while code for it is fetched. What cannot be copied is refused by
 * `cleanChanges` (clean.ts), with the name of the field.
 */
export function copyOf(changes: readonly Change[]): readonly Change[] {
  try {
    return structuredClone(changes);
  } catch {
    return changes;
  }
}
