import type { Change } from '../domain/change.js';
import { CUSTOM } from '../domain/field-value.js';
import type { Field, Id } from '../domain/records.js';
import { missingOwn } from '../domain/validate.js';
import type { RefusedRow } from './api.js';

/**
 * What a lead that these changes make would be without, as `lead-add` asks for it: a field may have become required since
 * the rows were looked at, and whoever calls `importRows` may not have looked.
 * @param asked as `alwaysAsked` has them
 */
export function lackedBy(changes: readonly Change[], asked: readonly Field[]): Omit<RefusedRow, 'line'> | null {
  if (asked.length === 0) return null;
  const lacked = new Set<Field>();
  for (const change of changes)
    if (change.op === 'create' && change.kind === 'lead')
      for (const field of missingOwn(asked, change.record.custom)) lacked.add(field);
  if (lacked.size === 0) return null;
  const fields = [...lacked];
  return {
    reason: `It has no value for ${fields.map(({ name }) => `“${name}”`).join(', ')}, which every lead needs.`,
    missing: fields.map(({ id }) => CUSTOM + id),
  };
}

/** These changes, behind what they name and what went with rows that were refused. */
export function withOrphans(changes: readonly Change[], orphans: ReadonlyMap<Id, Change>): readonly Change[] {
  if (orphans.size === 0) return changes;
  const missing = new Map<Id, Change>();
  const need = (list: readonly Change[]): void => {
    for (const change of list) {
      const values =
        change.op === 'patch'
          ? Object.values(change.fields).map(([, after]) => after)
          : Object.values(change.record as object);
      for (const value of values) {
        const orphan = typeof value === 'string' ? orphans.get(value) : undefined;
        if (orphan === undefined || missing.has(orphan.id) || orphan.id === change.id) continue;
        need([orphan]);
        missing.set(orphan.id, orphan);
      }
    }
  };
  need(changes);
  return [...missing.values(), ...changes];
}
