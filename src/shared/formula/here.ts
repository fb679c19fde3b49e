/** Where formula fields are shown: whether there are any, and the code that works them out, which comes when there are. */
import type { Field } from '../../domain/records.js';
import type { CrmStore } from '../../store/api.js';
import { Code } from '../code.js';
import type { Reading } from './reading.js';

/** What works formulas out. */
export const readingCode = new Code(() => import('./reading.js'));

export const isFormula = ({ type }: Pick<Field, 'type'>): boolean => type === 'formula';

/** The custom fields that this kind of record has: formulas only where the profile says so. The same list as long as they are the same. */
export function fieldsFor(store: CrmStore | null | undefined, kind: 'lead' | 'deal'): readonly Field[] {
  const fields = store?.directory.fields ?? none;
  if (!store || store.settings.profile.formulas[kind] || !fields.some(isFormula)) return fields;
  let plain = without.get(fields);
  if (plain === undefined) without.set(fields, (plain = fields.filter((field) => !isFormula(field))));
  return plain;
}
const none: readonly Field[] = [];
const without = new WeakMap<readonly Field[], readonly Field[]>();

/**
 * What works formulas out; null while its code is on its way, or cannot be had.
 * @param come asks for a drawing, once it is here
 */
export function readingOf(store: CrmStore | null | undefined, come?: () => void): Reading | null {
  if (!store) return null;
  if (readingCode.here) return readingCode.here.readingIn(store);
  if (come) readingCode.need().then(come, () => undefined);
  return null;
}

/** Fetches it. @throws CrmError `unavailable` */
export function needReading(): Promise<unknown> {
  return readingCode.need();
}

/** The name by which a query asks for a field (`domain/formula/computed.ts`); undefined = as it is, null = it cannot be worked out. */
export function computedIn(store: CrmStore | null | undefined, come?: () => void) {
  return (field: string): string | null | undefined => {
    const known = store?.directory.fields.find(({ id }) => `custom.${id}` === field);
    if (!known || !isFormula(known)) return undefined;
    return readingOf(store, come)?.queryName(known.id) ?? null;
  };
}
