import type { AnyRecord } from './records.js';

/** What the name of a custom field begins with. */
export const CUSTOM = 'custom.';

/** What the name of a field begins with that is worked out: the rest of it says how (`formula/computed.ts`). */
export const COMPUTED = '=';

/** Reads a computed field by its name. */
export type ComputedReader = (name: string) => (record: AnyRecord) => unknown;

let computed: ComputedReader | null = null;

/** Whoever makes names of computed fields hands in what reads them: pages that ask for none of them fetch no evaluator. */
export function readComputedWith(reader: ComputedReader): void {
  computed = reader;
}

/** The value of a field by its name; `custom.<id>` reaches into the custom fields (null where there is none), `=…` is worked out. */
export function valueOf(record: AnyRecord, field: string): unknown {
  if (field.startsWith(CUSTOM)) {
    const custom = (record as { custom?: Record<string, unknown> }).custom;
    const id = field.slice(CUSTOM.length);
    return custom !== undefined && Object.hasOwn(custom, id) ? custom[id] : null;
  }
  if (field.startsWith(COMPUTED)) return computed === null ? null : computed(field)(record);
  return Object.hasOwn(record, field) ? (record as unknown as Record<string, unknown>)[field] : undefined;
}
