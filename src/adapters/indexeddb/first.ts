/**
 * What views begin with, before anything else has been read: the kinds there are few of, and the first window of an order
 * that an index has, which is as quick with 100,000 records as with 100.
 */
import { compareFew, isFew } from '../../domain/few.js';
import type { Condition, Order, Page, Query, Where } from '../../domain/query.js';
import type { AnyRecord, Kind } from '../../domain/records.js';
import { ask } from './ask.js';
import { bare, isWhole, type Row } from './bare.js';

/** Windows beyond this come from columns: an index has to walk over all that is before. */
const most = 400;

type Test = (record: AnyRecord) => boolean;
/** The record of a row; undefined = it has to be mended first. */
export type RecordOfRow = (kind: Kind, row: Row) => AnyRecord | undefined;

const asItIs: RecordOfRow = (_kind, row) => (isWhole(row) ? bare(row) : undefined);

/**
 * @param recordOf left out: rows that an older or newer version has written are not for here
 * @returns undefined = it asks more, or more is needed to answer it
 */
export async function firstAnswer(
  db: IDBDatabase,
  query: Query,
  recordOf = asItIs,
): Promise<Omit<Page, 'related'> | undefined> {
  const { kind, where, order, search, window } = query;
  const conditions = conditionsOf(where);
  const test = testOf(conditions);
  if (!isFew(kind)) {
    // What an index finds by itself is few, and comes whole.
    const found = conditions.some((one) => one && /^(id|personId|organizationId)$/.test(one.field));
    const page = found || 'after' in window ? undefined : await firstPage(db, query, test, recordOf);
    return page && { records: page.records, total: undefined };
  }
  if (order?.length || search?.trim() || test === undefined) return undefined;
  const [rows] = await ask<Row[]>(db, kind, (store) => [store.getAll()]);
  const records = rows!.map((row) => recordOf(kind, row));
  if (!records.every((record) => record !== undefined)) return undefined;
  const all = records.filter(test).sort(compareFew(kind));
  const total = all.length;
  if ('offset' in window) return { records: all.slice(window.offset, window.offset + window.limit), total };
  // Where the next page begins is told by others.
  return window.after !== null || total > window.limit ? undefined : { records: all, total, next: null };
}

/**
 * @param test whether a record matches, for a query that asks more than an index says; undefined: there is none for it
 * @returns the window, and whether rows come after it; undefined = there is no index for this query, or not enough rows
 * came from it to be sure
 */
export async function firstPage(
  db: IDBDatabase,
  query: Query,
  test: Test | undefined,
  recordOf = asItIs,
): Promise<{ readonly records: AnyRecord[]; readonly more: boolean } | undefined> {
  const { kind, window } = query;
  const offset = 'offset' in window ? window.offset : 0;
  const wanted = offset + window.limit + 1;
  const way = ('after' in window && window.after !== null) || wanted > most || window.limit === 0 ? null : wayOf(query);
  if (!way || !(way.exact || test)) return undefined;
  const lists = await ask<Row[]>(db, kind, (store) =>
    way.ranges.map((range) => store.index(way.index).getAll(range, wanted)),
  );
  const found: AnyRecord[] = [];
  for (const rows of lists) {
    for (const row of rows) {
      const record = recordOf(kind, row);
      if (record === undefined) return undefined;
      if (way.exact || test!(record)) found.push(record);
    }
    if (found.length >= wanted) break;
    // This range has rows that did not come; those of the next one do not follow here.
    if (rows.length === wanted) return undefined;
  }
  return { records: found.slice(offset, offset + window.limit), more: found.length >= wanted };
}

/** What must hold, as far as it is written side by side; null in place of what leaves a choice. */
export function conditionsOf(where: Where | undefined): readonly (Condition | null)[] {
  if (where === undefined) return [];
  if ('all' in where) return where.all.flatMap((part) => conditionsOf(part));
  return ['any' in where ? null : where];
}

/**
 * What `prepare` (domain/matches.ts) means; undefined = it asks more than whether fields of the kit's own are a text, or
 * whether there is anything in them. Amounts are compared by what they are worth.
 */
function testOf(conditions: readonly (Condition | null)[]): Test | undefined {
  const plain = (one: Condition | null): one is Condition =>
    !!one &&
    !/^value$|^custom\./.test(one.field) &&
    (one.op === 'empty' || one.op === 'filled' || (one.op === 'is' && !!one.value && typeof one.value === 'string'));
  if (!conditions.every(plain)) return undefined;
  return (record) =>
    conditions.every(({ field, op, value }) => {
      const held: unknown = (record as unknown as Readonly<Record<string, unknown>>)[field];
      if (op === 'is') return held === value;
      return (held == null || (held as { length?: unknown }).length === 0) === (op === 'empty');
    });
}

interface Way {
  readonly index: string;
  /** In order; all rows of one come before those of the next. */
  readonly ranges: readonly IDBKeyRange[];
  /** The index says all that the query asks; else its rows are looked at once more, and may turn out too few. */
  readonly exact: boolean;
}

/** What lead and deal are ordered by where a query names nothing. */
const dueFirst: Order = { field: 'nextActivity' };

function wayOf({ kind, where, order, search, today }: Query): Way | undefined {
  const conditions = conditionsOf(where);
  const [{ field, descending } = dueFirst, ...more] = order ?? [];
  const due = field === 'nextActivity';
  const text = (name: string): unknown =>
    conditions.find((one) => one?.field === name && one.op === 'is' && typeof one.value === 'string')?.value || null;
  const archived = conditions.find((one) => one?.field === 'archivedAt' && /^(empty|filled)$/.test(one.op));
  const prefix = (
    kind === 'lead' ? [archived && Number(archived.op === 'filled')] : [text('stageId'), text('status')]
  ) as IDBValidKey[];
  if (search?.trim() || more.length > 0 || descending || prefix.some((key) => key == null)) return undefined;
  if (!(due && kind === 'lead') && !((due || field === 'rank') && kind === 'deal')) return undefined;
  const exact = conditions.length === prefix.length;
  if (!due) return { index: field, exact, ranges: [IDBKeyRange.bound(prefix, [...prefix, []])] };
  // The due is kept as `<day>T<time>`: what is of today lies between T and the letter after it.
  const [begins, ends] = [`${today}T`, `${today}U`];
  const ranges = [
    ['0', begins],
    [begins, ends],
    ['', '0'],
    [ends, '\uffff'],
  ].map(([from, to]) => IDBKeyRange.bound([...prefix, from], [...prefix, to], false, true));
  return { index: 'next', exact, ranges };
}
