import type { ColumnName } from './columns.js';
import type { ColumnProfile } from './profile.js';
import { headingKey } from './synonyms.js';
import { isNothing } from './values.js';

/** A name made of columns, such as `Lead {Lead Number}`. */
export interface NamePattern {
  readonly parts: readonly (string | number)[];
  /** Names in braces that no column has. */
  readonly unknown: readonly string[];
}

/** Takes a pattern apart: text, and columns by name in braces. Braces that are not closed are text. */
export function readPattern(text: string, names: readonly ColumnName[]): NamePattern {
  const parts: (string | number)[] = [];
  const unknown: string[] = [];
  let rest = 0;
  for (const match of text.matchAll(/\{([^{}]*)\}/g)) {
    if (match.index > rest) parts.push(text.slice(rest, match.index));
    rest = match.index + match[0].length;
    const wanted = match[1]!.trim();
    const column =
      names.find((name) => name.name === wanted) ?? names.find((name) => headingKey(name.name) === headingKey(wanted));
    if (column === undefined) unknown.push(wanted);
    else parts.push(column.index);
  }
  if (rest < text.length) parts.push(text.slice(rest));
  return { parts, unknown };
}

/** The name for one row; empty where all of its columns are. */
export function fillPattern(pattern: NamePattern, cells: readonly string[]): string {
  let filled = false;
  let text = '';
  for (const part of pattern.parts) {
    if (typeof part === 'string') {
      text += part;
      continue;
    }
    const cell = cells[part] ?? '';
    if (isNothing(cell, true)) continue;
    filled = true;
    text += cell.trim();
  }
  return filled ? text.replace(/\s+/g, ' ').trim() : '';
}

/**
 * The columns a name can be made of: different in every row and short, those called a number first.
 * The host of the words puts `Lead {…}` around it.
 */
export function patternColumns(
  names: readonly ColumnName[],
  profiles: readonly ColumnProfile[],
  rows: number,
): ColumnName[] {
  const rank = (name: ColumnName): number =>
    (/\b(?:number|no|nr|numara|numarasi|nummer)$/.test(headingKey(name.name)) ? 0 : 2) +
    (profiles[name.index]!.longest > 20 ? 1 : 0);
  return names
    .filter(({ index }) => {
      const profile = profiles[index];
      return profile !== undefined && profile.filled === rows && profile.distinct === rows && profile.longest <= 60;
    })
    .sort((a, b) => rank(a) - rank(b));
}
