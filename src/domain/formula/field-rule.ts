/** What making and changing a field has to know of formulas. */
import { CUSTOM } from '../field-value.js';
import type { Problem } from '../plan.js';
import type { Field, Id } from '../records.js';
import { formulasOf } from './fields.js';
import type { Formulas } from './formulas.js';

type Fields = Readonly<Record<string, unknown>>;

/** All fields, with this one as it is going to be. */
function withField(id: Id, fields: Fields, all: readonly Field[]): Formulas {
  const now = all.find((field) => field.id === id);
  const next = { id, name: '', type: 'formula', options: [], ...now, ...fields } as unknown as Field;
  return formulasOf([...all.filter((field) => field.id !== id), next]);
}

/** A formula that cannot be worked out is not kept: the form says what is wrong, at its place (`Formulas.draft`). */
export function formulaProblems(
  id: Id,
  record: Field | null,
  fields: Fields,
  all: readonly Field[],
): readonly Problem[] {
  const type = fields['type'] ?? record?.type;
  const { formula } = fields;
  if (type !== 'formula') return formula == null ? [] : [{ code: 'invalid', field: 'formula', detail: 'type' }];
  if (record !== null && (formula === undefined || formula === record.formula)) return [];
  if (typeof formula !== 'string' || formula.trim() === '') return [{ code: 'required', field: 'formula' }];
  const read = withField(id, fields, all).get(CUSTOM + id);
  return read?.root != null && read.problems.length === 0
    ? []
    : [{ code: 'invalid', field: 'formula', detail: 'formula' }];
}

/** What is kept beside a formula: what it gives. */
export function givenBy(
  id: Id,
  record: Field | null,
  fields: Fields | Omit<Field, 'rank'>,
  all: readonly Field[],
): Partial<Pick<Field, 'gives'>> {
  const given = fields as Fields;
  if ((given['type'] ?? record?.type) !== 'formula' || given['formula'] === undefined) return {};
  return { gives: withField(id, given, all).get(CUSTOM + id)?.type ?? null };
}

/** Other formulas that give something else from now on, because they use this one. */
export function givesOfOthers(
  id: Id,
  fields: Fields,
  all: readonly Field[],
): readonly (readonly [Field, Field['gives']])[] {
  if (fields['formula'] === undefined) return [];
  const formulas = withField(id, fields, all);
  return all.flatMap((field) => {
    if (field.type !== 'formula' || field.id === id) return [];
    const gives = formulas.get(CUSTOM + field.id)?.type ?? null;
    return gives === (field.gives ?? null) ? [] : [[field, gives] as const];
  });
}
