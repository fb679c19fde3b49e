/** What a formula can use of a deal or lead that is no custom field, and how the fields of one are read. */
import { isDay } from '../dates.js';
import { CUSTOM, valueOf } from '../field-value.js';
import { isAmount, isMoney } from '../money.js';
import type { AnyRecord, Deal, Day, Id } from '../records.js';
import { weighted } from '../weighted.js';
import { dayNumberIn } from './days.js';
import { decimal, ofNumber, shortDecimal } from './exact.js';
import type { ValueType } from './syntax.js';
import { dayNumber, type Result } from './values.js';

/**
 * The fields of the kit's own that a formula can use. `probability` is a percentage (30), that of the stage where the deal
 * has none of its own; a deal that is closed has neither a chance nor a weighted value. Instants are the days on which they
 * were, in the provider's zone. A lead has those that a lead has; the rest of them are empty.
 */
export const standardInputs: ReadonlyMap<string, ValueType> = new Map<string, ValueType>([
  ['value', 'money'],
  ['weighted', 'money'],
  ['probability', 'number'],
  ['expectedClose', 'date'],
  ['createdAt', 'date'],
  ['stageChangedAt', 'date'],
  ['touchedAt', 'date'],
  ['closedAt', 'date'],
]);

/** The types of custom fields whose values a formula can use; `formula` fields are used by what they give. */
export const usableTypes: ReadonlyMap<string, ValueType> = new Map<string, ValueType>([
  ['number', 'number'],
  ['money', 'money'],
  ['date', 'date'],
]);

/** What is around a record when it is looked at. */
export interface Around {
  readonly today: Day;
  /** IANA name. */
  readonly zone: string;
  /** Of an amount that is made of numbers only. */
  readonly currency: string;
  /** Percent of each stage. */
  readonly chances: ReadonlyMap<Id, number>;
}

/** What a field of a record holds. */
export type InputReader = (record: AnyRecord, around: Around) => Result;

/** @param type what the field should hold */
export function inputReader(key: string, type: ValueType): InputReader {
  const held = heldReader(key);
  const value = type === 'money' ? amountOf : type === 'number' ? numberOf : dayOf;
  const empty: Result = { type: 'empty', key };
  const unreadable: Result = { type: 'failure', code: 'unreadable', key };
  return (record, around) => {
    const it = held(record, around);
    return it === null || it === undefined || it === '' ? empty : (value(it, around.zone) ?? unreadable);
  };
}

function heldReader(key: string): (record: AnyRecord, around: Around) => unknown {
  if (key === 'weighted') return weightedOf;
  if (key === 'probability') return chanceOf;
  if (!key.startsWith(CUSTOM)) return (record) => valueOf(record, key);
  // As `valueOf` does it, with a name that is cut out once and not for each record.
  const id = key.slice(CUSTOM.length);
  return (record) => {
    const { custom } = record as { custom?: Record<string, unknown> };
    return custom !== undefined && Object.hasOwn(custom, id) ? custom[id] : null;
  };
}

function numberOf(held: unknown): Result | null {
  const value = typeof held === 'number' ? ofNumber(held) : null;
  return value && { type: 'number', value };
}

function amountOf(held: unknown): Result | null {
  if (!isMoney(held)) return null;
  const { amount, currency } = held;
  const value = shortDecimal(amount) ?? (isAmount(amount) ? decimal(amount) : null);
  return value && { type: 'money', value, currency };
}

function dayOf(held: unknown, zone: string): Result | null {
  if (typeof held !== 'string') return null;
  if (isDay(held)) return { type: 'date', day: dayNumber(held) };
  const at = held[10] === 'T' ? Date.parse(held) : NaN;
  const day = Number.isNaN(at) ? null : dayNumberIn(zone, at);
  return day === null ? null : { type: 'date', day };
}

function chanceOf(record: AnyRecord, { chances }: Around): unknown {
  const { status, probability, stageId } = record as Partial<Deal>;
  return status === 'open' ? (probability ?? chances.get(stageId ?? '')) : null;
}

function weightedOf(record: AnyRecord, around: Around): unknown {
  const chance = chanceOf(record, around);
  const { value } = record as Partial<Deal>;
  return isMoney(value) && typeof chance === 'number' ? weighted(value, chance) : null;
}
