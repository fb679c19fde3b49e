/** What a formula can use of a deal or lead that is no custom field, and how the fields of one are read. */
import { dayIn, isDay } from '../dates.js';
import { valueOf } from '../field-value.js';
import { isAmount, isMoney } from '../money.js';
import type { AnyRecord, Deal, Day, Id } from '../records.js';
import { weighted } from '../weighted.js';
import { decimal, ofNumber } from './exact.js';
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

/** What a field of a record holds. @param type what it should hold */
export function readInput(record: AnyRecord, key: string, type: ValueType, around: Around): Result {
  const held =
    key === 'weighted'
      ? weightedOf(record, around)
      : key === 'probability'
        ? chanceOf(record, around)
        : valueOf(record, key);
  if (held === null || held === undefined || held === '') return { type: 'empty', key };
  if (type === 'number' && typeof held === 'number') {
    const value = ofNumber(held);
    if (value !== null) return { type: 'number', value };
  }
  if (type === 'money' && isMoney(held) && isAmount(held.amount))
    return { type: 'money', value: decimal(held.amount), currency: held.currency };
  if (type === 'date' && typeof held === 'string') {
    const day = dayOf(held, around.zone);
    if (day !== null) return { type: 'date', day: dayNumber(day) };
  }
  return { type: 'failure', code: 'unreadable', key };
}

function dayOf(held: string, zone: string): Day | null {
  if (isDay(held)) return held;
  const at = held[10] === 'T' ? Date.parse(held) : NaN;
  if (Number.isNaN(at)) return null;
  const day = dayIn(zone, at);
  return isDay(day) ? day : null;
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
