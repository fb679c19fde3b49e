/** The formulas among the custom fields, and what can be used in them. */
import { CUSTOM } from '../field-value.js';
import type { Field } from '../records.js';
import { Formulas, type FormulaDefinition } from './formulas.js';
import { standardInputs, usableTypes } from './inputs.js';
import type { Input } from './names.js';

/**
 * All formula fields, ready to be worked out.
 * @param fields all custom fields
 * @param nameOf what a field of the kit's own is called; a formula that is stored is read without names
 */
export function formulasOf(fields: readonly Field[], nameOf: (key: string) => string = (key) => key): Formulas {
  const standard = [...standardInputs].map(([key, type]): Input => ({ key, name: nameOf(key), type }));
  const custom = fields.flatMap(({ id, name, type }): Input[] => {
    const usable = usableTypes.get(type);
    return usable === undefined ? [] : [{ key: CUSTOM + id, name, type: usable }];
  });
  return new Formulas(fields.flatMap(definitionOf), [...standard, ...custom]);
}

function definitionOf({ id, name, type, formula, format }: Field): FormulaDefinition[] {
  return type === 'formula' ? [{ key: CUSTOM + id, name, formula: formula ?? '', format: format ?? null }] : [];
}
