import type { FieldType } from '../records.js';
import type { ColumnMapping, ColumnName, FieldChoice, KnownField } from './columns.js';
import { answer, mapColumn } from './columns.js';
import type { ColumnProfile } from './profile.js';
import { headingKey } from './synonyms.js';
import type { Target } from './targets.js';
import { importableTypes, targets } from './targets.js';

/** What a person has chosen for one column, by its heading: plain data, kept for the next file with the same columns. */
export interface KeptColumn {
  /** `headingKey` of the heading; the place among those of one key is in `nth`. */
  readonly key: string;
  readonly nth: number;
  /** null: there was nothing in it, so nothing was chosen. */
  readonly target: Target | null;
  readonly field: {
    readonly id: string | null;
    readonly name: string;
    readonly type: FieldType;
    readonly part?: 'first' | 'last';
  } | null;
  readonly dates: 'dmy' | 'mdy' | null;
  readonly numbers: 'point' | 'comma' | null;
  readonly currency: string | null;
  readonly onBad: 'skip' | 'empty';
}

export interface KeptMapping {
  /** What it is called by whoever kept it, such as the file it was made for. */
  readonly name: string;
  readonly columns: readonly KeptColumn[];
}

/** Headings as they are compared: two files have the same columns whatever their order. */
function keysOf(names: readonly ColumnName[]): { readonly key: string; readonly nth: number }[] {
  const met = new Map<string, number>();
  return names.map(({ raw }) => {
    const key = headingKey(raw);
    const nth = met.get(key) ?? 0;
    met.set(key, nth + 1);
    return { key, nth };
  });
}

const place = ({ key, nth }: { readonly key: string; readonly nth: number }): string => `${nth} ${key}`;

/** What is to be kept of the mapping of a file. */
export function keptOf(name: string, names: readonly ColumnName[], mappings: readonly ColumnMapping[]): KeptMapping {
  const keys = keysOf(names);
  return {
    name,
    columns: mappings.map(({ column, target, why, field, dates, numbers, currency, onBad }) => ({
      ...keys[column]!,
      target: why === 'empty' ? null : target,
      field,
      dates: dates === 'ambiguous' ? null : dates,
      numbers: numbers === 'ambiguous' ? null : numbers,
      currency,
      onBad,
    })),
  };
}

/** The kept mapping for a file of these columns, and of no others; null = none. */
export function findKept(kept: readonly KeptMapping[], names: readonly ColumnName[]): KeptMapping | null {
  const wanted = keysOf(names).map(place).sort().join('\n');
  return kept.find(({ columns }) => columns.map(place).sort().join('\n') === wanted) ?? null;
}

/**
 * The columns of a file as they were chosen for the last one. What only this file can say is taken from it: a column whose
 * dates decide themselves is read as they do, and a field that is gone is made anew by its name.
 * @param guessed for columns about which nothing was chosen
 */
export function applyKept(
  { columns }: KeptMapping,
  names: readonly ColumnName[],
  profiles: readonly ColumnProfile[],
  guessed: readonly ColumnMapping[],
  fields: readonly KnownField[] = [],
): ColumnMapping[] {
  const known = new Map(columns.map((column) => [place(column), column]));
  return keysOf(names).map((key, i) => {
    const kept = known.get(place(key));
    if (kept === undefined || kept.target === null) return guessed[i]!;
    const mapping = mapColumn(names[i]!, profiles[i]!, kept.target, { field: fieldOf(kept, fields), fields });
    const answered = answer(mapping, {
      ...(mapping.dates === 'ambiguous' && kept.dates !== null ? { dates: kept.dates } : {}),
      ...(mapping.numbers === 'ambiguous' && kept.numbers !== null ? { numbers: kept.numbers } : {}),
    });
    return { ...answered, currency: kept.currency, onBad: kept.onBad };
  });
}

function fieldOf({ field }: KeptColumn, fields: readonly KnownField[]): FieldChoice | undefined {
  if (field === null) return undefined;
  const usable = fields.filter(({ type }) => importableTypes.has(type));
  const known =
    usable.find(({ id }) => id === field.id) ??
    // An import has made it since, or somebody has.
    usable.find(({ name }) => headingKey(name) === headingKey(field.name));
  const { part, ...whole } = field;
  if (known === undefined) return { ...(part === undefined ? whole : { ...whole, type: 'date' }), id: null };
  return part !== undefined && known.type === 'dateRange' ? { ...known, part } : known;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What was kept, as far as it can be understood: a later version of the kit or a host may have written it. */
export function readKept(state: Readonly<Record<string, unknown>>): KeptMapping[] {
  const list = Array.isArray(state['mappings']) ? (state['mappings'] as readonly unknown[]) : [];
  return list.flatMap((one) => {
    if (!isRecord(one) || typeof one['name'] !== 'string' || !Array.isArray(one['columns'])) return [];
    const columns = (one['columns'] as readonly unknown[]).map(readColumn);
    return columns.includes(null) ? [] : [{ name: one['name'], columns: columns as KeptColumn[] }];
  });
}

function readColumn(value: unknown): KeptColumn | null {
  if (!isRecord(value)) return null;
  const { key, nth, target, field, dates, numbers, currency, onBad } = value;
  if (typeof key !== 'string' || typeof nth !== 'number') return null;
  if (target !== null && !targets.includes(target as Target)) return null;
  const { id, name, type, part } = isRecord(field) ? field : {};
  const isField = typeof name === 'string' && importableTypes.has(type as FieldType);
  if (target === 'custom' && !isField) return null;
  return {
    key,
    nth,
    target: target as Target | null,
    field: isField
      ? {
          id: typeof id === 'string' ? id : null,
          name,
          type: type as FieldType,
          ...((part === 'first' || part === 'last') && { part }),
        }
      : null,
    dates: dates === 'dmy' || dates === 'mdy' ? dates : null,
    numbers: numbers === 'point' || numbers === 'comma' ? numbers : null,
    currency: typeof currency === 'string' ? currency : null,
    onBad: onBad === 'empty' ? 'empty' : 'skip',
  };
}
