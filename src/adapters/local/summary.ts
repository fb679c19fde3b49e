/** Counts and exact sums over columns. Amounts of at most two decimals are added as whole hundredths, the rest as `Sum` does. */
import { compareIds } from '../../domain/compare.js';
import { isMoney } from '../../domain/money.js';
import type { Summary } from '../../domain/query.js';
import { Sum } from '../../domain/totals.js';
import type { Column } from './column.js';

/** Whole numbers up to here are exact; one amount more must still be. */
const brim = Number.MAX_SAFE_INTEGER - 1e13;

class Group {
  count = 0;
  readonly #sum = new Sum();
  readonly #hundredths = new Map<string, number>();

  add(value: unknown): void {
    this.count++;
    if (!isMoney(value)) return;
    const { amount, currency } = value;
    const point = amount.indexOf('.');
    // Exact: at most 13 digits, and a hundredth is what is rounded to.
    if (amount.length > 14 || (point !== -1 && amount.length - point > 3)) return this.#sum.add(value);
    const hundredths = Math.round(Number(amount) * 100);
    if (Number.isNaN(hundredths)) return this.#sum.add(value);
    const sum = (this.#hundredths.get(currency) ?? 0) + hundredths;
    if (Math.abs(sum) < brim) this.#hundredths.set(currency, sum);
    else this.#flush(currency, sum);
  }

  #flush(currency: string, hundredths: number): void {
    this.#hundredths.set(currency, 0);
    const digits = String(Math.abs(hundredths)).padStart(3, '0');
    this.#sum.add({ amount: `${hundredths < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`, currency });
  }

  get sums(): Summary['sums'] {
    for (const [currency, hundredths] of [...this.#hundredths]) this.#flush(currency, hundredths);
    return this.#sum.sums;
  }
}

/** As `summarize` (domain/totals.ts), from columns by place. @param groups null = one group of all */
export function summarizePlaces(places: Uint32Array, groups: Column | null, values: Column | null): readonly Summary[] {
  const byName = new Map<string | null, Group>();
  const groupOf = (name: string | null): Group => {
    let group = byName.get(name);
    if (group === undefined) byName.set(name, (group = new Group()));
    return group;
  };
  if (groups === null) groupOf(null);
  for (const place of places) {
    const value = values?.at(place);
    const held = groups?.at(place);
    if (!Array.isArray(held) || held.length === 0) groupOf(nameOf(held)).add(value);
    else for (const name of new Set(held.map(String))) groupOf(name).add(value);
  }
  return [...byName]
    .map(([group, { count, sums }]) => ({ group, count, sums }))
    .sort((a, b) =>
      a.group === null ? Number(b.group !== null) : b.group === null ? -1 : compareIds(a.group, b.group),
    );
}

function nameOf(held: unknown): string | null {
  if (held === null || held === undefined || held === '' || Array.isArray(held)) return null;
  return isMoney(held) ? held.currency : (held as string | number | boolean).toString();
}
