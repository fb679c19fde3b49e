import type { AnyRecord } from './records.js';

/** What the name of a custom field begins with. */
export const CUSTOM = 'custom.';

/** The value of a field by its name; `custom.<id>` reaches into the custom fields (null where there is none). */
export function valueOf(record: AnyRecord, field: string): unknown {
  if (field.startsWith(CUSTOM)) {
    const custom = (record as { custom?: Record<string, unknown> }).custom;
    const id = field.slice(CUSTOM.length);
    return custom !== undefined && Object.hasOwn(custom, id) ? custom[id] : null;
  }
  return Object.hasOwn(record, field) ? (record as unknown as Record<string, unknown>)[field] : undefined;
}
