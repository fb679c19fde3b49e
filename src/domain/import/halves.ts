import type { Day } from '../records.js';
import type { ColumnMapping } from './columns.js';
import type { BadValue, CustomCell } from './draft.js';

/** A day of a field that two columns fill; null = what stands there is none, and is told by itself. */
export interface Half {
  readonly mapping: ColumnMapping;
  readonly text: string;
  readonly day: Day | null;
}

interface Bad {
  readonly column: number;
  readonly code: BadValue;
  readonly value: string;
}

/** The days of a row, put together by field. One without the other is told at the cell that is empty: it is to be filled. */
export function joinHalves(
  halves: readonly Half[],
  columns: readonly { readonly column: number; readonly mapping: ColumnMapping }[],
): { readonly cells: readonly CustomCell[]; readonly bad: readonly Bad[] } {
  const cells: CustomCell[] = [];
  const bad: Bad[] = [];
  for (const { mapping, day, text } of halves) {
    const field = mapping.field!;
    const other = halves.find((one) => one.mapping !== mapping && one.mapping.field!.id === field.id);
    if (other === undefined) {
      const empty = columns.find((one) => one.mapping !== mapping && one.mapping.field?.id === field.id);
      if (day !== null) bad.push({ column: empty?.column ?? mapping.column, code: 'half-a-range', value: '' });
    } else if (field.part === 'last' && day !== null && other.day !== null) {
      if (day < other.day) bad.push({ column: mapping.column, code: 'ends-before', value: text });
      else cells.push({ column: mapping.column, field: { ...field, part: undefined }, value: [other.day, day] });
    }
  }
  return { cells, bad };
}
