import { valueOf } from './change.js';
import { compareIds } from './compare.js';
import { amountOf, currencyDigits, isMoney, scaled } from './money.js';
import type { Summary } from './query.js';
import type { AnyRecord, Money } from './records.js';

type Test = (record: AnyRecord) => boolean;
type Sums = Summary['sums'];

/** A group nothing is in. */
export function emptySummary(group: string | null = null): Summary {
  return { group, count: 0, sums: [] };
}

/** Sums of money for each currency, exact. A currency whose sum is 0 has no entry, whichever way the sum came about. */
export class Sum {
  readonly #units = new Map<string, { units: bigint; scale: number }>();

  constructor(sums: Sums = []) {
    for (const money of sums) this.add(money);
  }

  /** @param sign -1 takes the money off */
  add(money: Money, sign: 1 | -1 = 1): void {
    const { units, scale } = scaled(money.amount);
    const signed = sign === 1 ? units : -units;
    const sum = this.#units.get(money.currency);
    if (sum === undefined) this.#units.set(money.currency, { units: signed, scale });
    else if (sum.scale === scale) sum.units += signed;
    else if (sum.scale > scale) sum.units += signed * 10n ** BigInt(sum.scale - scale);
    else {
      sum.units = sum.units * 10n ** BigInt(scale - sum.scale) + signed;
      sum.scale = scale;
    }
  }

  /** Ordered by currency code. */
  get sums(): Sums {
    return [...this.#units]
      .filter(([, sum]) => sum.units !== 0n)
      .sort(([a], [b]) => compareIds(a, b))
      .map(([currency, { units, scale }]) => ({ amount: amountOf(units, scale, currencyDigits(currency)), currency }));
  }
}

/**
 * A summary after one record changed: total += matches(after) - matches(before).
 * @param test is the record in this group? Left out: every record is.
 */
export function foldSummary(
  summary: Summary,
  before: AnyRecord | null,
  after: AnyRecord | null,
  test: Test = () => true,
  of = 'value',
): Summary {
  const was = before !== null && test(before) ? before : null;
  const is = after !== null && test(after) ? after : null;
  if (was === null && is === null) return summary;
  const sum = new Sum(summary.sums);
  if (was !== null) addValue(sum, was, -1, of);
  if (is !== null) addValue(sum, is, 1, of);
  return { group: summary.group, count: summary.count - Number(was !== null) + Number(is !== null), sums: sum.sums };
}

/** Summaries by group after one record changed. Groups that become empty stay, with a count of 0. */
export function foldSummaries(
  summaries: ReadonlyMap<string | null, Summary>,
  by: string,
  before: AnyRecord | null,
  after: AnyRecord | null,
  test: Test = () => true,
  of = 'value',
): Map<string | null, Summary> {
  const next = new Map(summaries);
  const was = before !== null && test(before) ? groupsOf(before, by) : [];
  const is = after !== null && test(after) ? groupsOf(after, by) : [];
  for (const group of new Set([...was, ...is])) {
    const summary = next.get(group) ?? emptySummary(group);
    const [from, to] = [was.includes(group) ? before : null, is.includes(group) ? after : null];
    next.set(group, foldSummary(summary, from, to, undefined, of));
  }
  return next;
}

/**
 * Summaries of all records for each value of the field `by`, ordered by group; `''` is one group of all, which is there even when empty.
 * @param of the field whose amounts are added up
 */
export function summarize(records: Iterable<AnyRecord>, by: string, of = 'value'): readonly Summary[] {
  const groups = new Map<string | null, { count: number; sum: Sum }>();
  if (by === '') groups.set(null, { count: 0, sum: new Sum() });
  for (const record of records) {
    for (const name of groupsOf(record, by)) {
      let group = groups.get(name);
      if (group === undefined) groups.set(name, (group = { count: 0, sum: new Sum() }));
      group.count++;
      addValue(group.sum, record, 1, of);
    }
  }
  return [...groups]
    .map(([group, { count, sum }]) => ({ group, count, sums: sum.sums }))
    .sort((a, b) =>
      a.group === null ? Number(b.group !== null) : b.group === null ? -1 : compareIds(a.group, b.group),
    );
}

/** The groups a record is in: one, or for a list (labels) one for each item. null = the field is empty. */
export function groupsOf(record: AnyRecord, by: string): readonly (string | null)[] {
  if (by === '') return [null];
  const value = valueOf(record, by);
  if (Array.isArray(value)) return value.length === 0 ? [null] : [...new Set(value.map(String))];
  if (value === null || value === undefined || value === '') return [null];
  if (isMoney(value)) return [value.currency];
  return [
    typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : null,
  ];
}

function addValue(sum: Sum, record: AnyRecord, sign: 1 | -1, of: string): void {
  const value = valueOf(record, of);
  if (isMoney(value)) sum.add(value, sign);
}
