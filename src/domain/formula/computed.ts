/**
 * A formula field as the name of a field in a query. The name says all that the value rests on besides the record: the
 * formulas, what their fields hold, the day, the zone and the chances of stages where they are asked for. So a storage can
 * work it out for each row, sort by it and narrow by it, a live query folds with it, and what was worked out under another
 * day or formula is another column.
 */
import { COMPUTED, readComputedWith } from '../field-value.js';
import { toJson } from '../json.js';
import type { AnyRecord, FormulaFormat, Money } from '../records.js';
import { Formulas } from './formulas.js';
import type { Around } from './inputs.js';
import type { ValueType } from './syntax.js';

interface Spec {
  readonly of: string;
  readonly formulas: readonly (readonly [key: string, formula: string, format: FormulaFormat | null])[];
  readonly inputs: readonly (readonly [key: string, type: ValueType])[];
  readonly currency: string;
  /** To be added up: numbers are amounts without a currency. */
  readonly sum?: true;
  /** Only where TODAY is asked for. */
  readonly today?: string;
  /** Only where an instant is used. */
  readonly zone?: string;
  /** Percent of each stage, only where a chance is used. */
  readonly chances?: readonly (readonly [stageId: string, percent: number])[];
}

const instants: ReadonlySet<string> = new Set(['createdAt', 'stageChangedAt', 'touchedAt', 'closedAt']);
const byChance: ReadonlySet<string> = new Set(['weighted', 'probability']);

/**
 * The name that a query asks for the field by; null = it has problems, and no value.
 * @param sum for `Query.sum`: what it gives are amounts, those of a number without a currency (`''`); of a day there are none
 */
export function computedName(formulas: Formulas, key: string, around: Around, sum = false): string | null {
  const order = formulas.orderOf(key);
  if (order.length === 0 || order.at(-1)?.type == null) return null;
  const used = [...new Set(order.flatMap(({ fields }) => fields))].filter((one) => formulas.get(one) === undefined);
  const spec: Spec = {
    of: key,
    formulas: order.map(({ key: one, formula, format }) => [one, formula, format]),
    inputs: used.flatMap((one) => {
      const type = formulas.typeOf(one);
      return type === null ? [] : [[one, type] as const];
    }),
    currency: around.currency,
    ...(sum && { sum }),
    ...(order.some(({ asksForDay }) => asksForDay) && { today: around.today }),
    ...(used.some((one) => instants.has(one)) && { zone: around.zone }),
    ...(used.some((one) => byChance.has(one)) && {
      chances: [...around.chances].sort(([a], [b]) => (a < b ? -1 : 1)),
    }),
  };
  readComputedWith(computedReader);
  return COMPUTED + toJson(spec);
}

const kept = 24;
const readers = new Map<string, (record: AnyRecord) => unknown>();

/**
 * What a computed field holds for a record: number, money, day, or null where it is not calculated. Of each record it is
 * worked out once; orders compare each many times. A name that is none reads null of everything.
 */
export function computedReader(name: string): (record: AnyRecord) => unknown {
  let reader = readers.get(name);
  if (reader === undefined) {
    reader = made(name);
    if (readers.size >= kept) readers.delete(readers.keys().next().value!);
    readers.set(name, reader);
  }
  return reader;
}

function made(name: string): (record: AnyRecord) => unknown {
  const spec = read(name);
  if (spec === null) return () => null;
  const formulas = new Formulas(
    spec.formulas.map(([key, formula, format]) => ({ key, name: '', formula, format })),
    spec.inputs.map(([key, type]) => ({ key, name: '', type })),
  );
  const around: Around = {
    today: spec.today ?? '1970-01-01',
    zone: spec.zone ?? 'UTC',
    currency: spec.currency,
    chances: new Map(spec.chances ?? []),
  };
  const heldBy = spec.sum === true ? summedBy(formulas, spec.of, around) : formulas.reader(spec.of, around);
  const known = new WeakMap<AnyRecord, unknown>();
  return (record) => {
    let value = known.get(record);
    if (value === undefined) known.set(record, (value = heldBy(record)));
    return value;
  };
}

/** Amounts to be added up, exactly: also numbers, as their decimal texts. */
function summedBy(formulas: Formulas, key: string, around: Around): (record: AnyRecord) => Money | null {
  return (record) => {
    const outcome = formulas.outcome(key, record, around);
    if (outcome.type !== 'value' || outcome.of === 'date') return null;
    return typeof outcome.value === 'object' ? outcome.value : { amount: outcome.text, currency: '' };
  };
}

/** Names come from views, but a page may write its own. */
function read(name: string): Spec | null {
  try {
    const spec = JSON.parse(name.slice(COMPUTED.length)) as Partial<Spec> | null;
    const { of, formulas, inputs, currency, chances = [] } = spec ?? {};
    const whole =
      typeof of === 'string' &&
      typeof currency === 'string' &&
      Array.isArray(formulas) &&
      formulas.every(
        (one: unknown) => Array.isArray(one) && typeof one[0] === 'string' && typeof one[1] === 'string',
      ) &&
      Array.isArray(inputs) &&
      inputs.every((one: unknown) => Array.isArray(one) && typeof one[0] === 'string') &&
      Array.isArray(chances) &&
      chances.every((one: unknown) => Array.isArray(one));
    return whole ? (spec as Spec) : null;
  } catch {
    return null;
  }
}
