/** What an inbox is asked to do, and what has to be seen then: the same for both sides. */
import { comparer } from '../../../src/domain/compare.js';
import { prepare } from '../../../src/domain/matches.js';
import type { Order } from '../../../src/domain/query.js';
import type { Lead } from '../../../src/domain/records.js';
import type { BenchData } from './data.js';

/** What somebody types, letter by letter, and takes back. */
export const typed = ['h', 'ha', 'haf', 'hafe', 'hafen', 'hafe', 'haf', 'ha', 'h', ''];
export const orders: readonly (readonly Order[])[] = [
  [{ field: 'value', descending: true }],
  [{ field: 'title' }],
  [{ field: 'personName' }],
];

export interface Expected {
  /** Ids of the first rows. */
  readonly first: readonly string[];
  readonly total: number;
}

const shown = 8;
const archived = { field: 'archivedAt', op: 'empty' } as const;

/** Found out beforehand, by the rules themselves. */
export function expectations({ leads, today }: BenchData): {
  readonly typed: readonly Expected[];
  readonly sorted: readonly Expected[];
} {
  const all = [...leads].sort(comparer(undefined, 'lead', today));
  const of = (rows: readonly Lead[]): Expected => ({
    first: rows.slice(0, shown).map(({ id }) => id),
    total: rows.length,
  });
  return {
    typed: typed.map((search) => {
      const test = prepare({ where: archived, search, today });
      return of(all.filter(test));
    }),
    sorted: orders.map((order) => {
      const compare = comparer(order, 'lead', today);
      // The first few are enough: no sort of all.
      let best: Lead[] = [];
      for (const lead of leads) {
        if (best.length === shown && compare(lead, best.at(-1)!) > 0) continue;
        best = [...best, lead].sort(compare).slice(0, shown);
      }
      return { first: best.map(({ id }) => id), total: leads.length };
    }),
  };
}

/** Do the rows from the top show these? */
export function shows(rows: readonly (string | undefined)[], { first }: Expected): boolean {
  return rows.length >= first.length && first.every((id, i) => rows[i] === id);
}
