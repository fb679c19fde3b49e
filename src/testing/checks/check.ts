/** What a check is made of, and the few assertions that all of them share. No test runner: a check throws, or it does not. */
import type { Abilities, CommitOptions, CrmAdapter, ReadOptions } from '../../adapters/adapter.js';
import { same, type Change } from '../../domain/change.js';
import type { CrmError } from '../../domain/errors.js';
import { type CrmErrorCode } from '../../domain/errors.js';
import type { Page, Query, Summary } from '../../domain/query.js';
import type { Id, Kind, RecordOf } from '../../domain/records.js';
import { today } from '../fixtures.js';

/** What a check works with: an adapter over an empty storage, and ways to look at the same storage from elsewhere. */
export interface Bench {
  readonly adapter: CrmAdapter;
  /** Another adapter over the same records, as another tab or person has it; null where the host gave no way to make one. */
  readonly second: (() => Promise<CrmAdapter>) | null;
  /** Milliseconds after which something that should have been heard counts as not heard. */
  readonly patience: number;
}

export interface CheckDefinition {
  readonly id: string;
  /** What holds, as a sentence. */
  readonly title: string;
  /** The ability without which the check does not apply. */
  readonly needs: keyof Abilities | null;
  /** It takes a second adapter over the same records. */
  readonly two?: boolean;
  run(bench: Bench): Promise<void>;
  /** An adapter that does wrong exactly what this check is there to find: the test of the test. */
  broken(inner: CrmAdapter): CrmAdapter;
}

export class CheckFailed extends Error {
  override readonly name = 'CheckFailed';
}

export function ok(value: unknown, what: string): asserts value {
  if (!value) throw new CheckFailed(what);
}

export function equal(actual: unknown, expected: unknown, what: string): void {
  if (same(actual, expected)) return;
  throw new CheckFailed(`${what}: expected ${text(expected)}, got ${text(actual)}`);
}

function text(value: unknown): string {
  try {
    return (JSON.stringify(value) ?? String(value)).slice(0, 400);
  } catch {
    return String(value);
  }
}

/** The call has to be refused with this code. Answers with the error. */
export async function refused(
  code: CrmErrorCode | readonly CrmErrorCode[],
  call: () => Promise<unknown>,
  what: string,
): Promise<CrmError> {
  let answer: unknown;
  try {
    answer = await call();
  } catch (thrown) {
    const error = thrown as CrmError;
    ok(
      typeof error === 'object' && error !== null && error.name === 'CrmError',
      `${what}: refused with ${String(thrown)}, which is no CrmError`,
    );
    ok(
      ([] as readonly CrmErrorCode[]).concat(code).includes(error.code),
      `${what}: refused with "${error.code}" instead of "${String(code)}" (${error.message})`,
    );
    return error;
  }
  throw new CheckFailed(`${what}: not refused, but answered with ${text(answer)}`);
}

type Ask<K extends Kind> = Partial<Omit<Query<K>, 'kind'>>;

/** A page of up to 100 rows, from the start. Uses the kind of window that the adapter is able to give. */
export function page<K extends Kind>(
  adapter: CrmAdapter,
  kind: K,
  ask: Ask<K> = {},
  options?: ReadOptions,
): Promise<Page<K>> {
  const window = adapter.abilities.seek ? { offset: 0, limit: 100 } : { after: null, limit: 100 };
  return adapter.read<K>({ kind, today, window, ...ask }, options);
}

export async function rows<K extends Kind>(
  adapter: CrmAdapter,
  kind: K,
  ask: Ask<K> = {},
): Promise<readonly RecordOf[K][]> {
  return (await page(adapter, kind, ask)).records;
}

/** The ids of the rows, in order. */
export async function ids(adapter: CrmAdapter, kind: Kind, ask: Ask<Kind> = {}): Promise<Id[]> {
  return (await rows(adapter, kind, ask)).map((record) => record.id);
}

export async function one<K extends Kind>(adapter: CrmAdapter, kind: K, id: Id): Promise<RecordOf[K]> {
  const [record] = await rows(adapter, kind, { where: { field: 'id', op: 'is', value: id } });
  ok(record, `The ${kind} "${id}" is not there`);
  return record;
}

export async function absent(adapter: CrmAdapter, kind: Kind, id: Id, what: string): Promise<void> {
  equal(await ids(adapter, kind, { where: { field: 'id', op: 'is', value: id } }), [], what);
}

/** What a broken adapter does differently; the rest it passes on. */
export interface Breakage {
  query?(query: Query): Query;
  page?(page: Page, query: Query): Page | Promise<Page>;
  readOptions?(options: ReadOptions | undefined): ReadOptions;
  changes?(changes: readonly Change[]): readonly Change[];
  commitOptions?(options: CommitOptions | undefined): CommitOptions;
  commit?(changes: readonly Change[], options: CommitOptions | undefined): Promise<readonly Change[]>;
  answer?(answer: readonly Change[], changes: readonly Change[]): readonly Change[];
  failure?(error: CrmError): unknown;
  summaries?(summaries: readonly Summary[], query: Query, by: string): readonly Summary[];
  watch?(listener: (heard: readonly Change[] | 'resync') => void): () => void;
}

export function breaking(inner: CrmAdapter, by: Breakage): CrmAdapter {
  const failing = (thrown: unknown): never => {
    // What is wrong with it may be that it is no error.

    throw by.failure === undefined ? thrown : by.failure(thrown as CrmError);
  };
  return {
    abilities: inner.abilities,
    async read<K extends Kind>(query: Query<K>, options?: ReadOptions): Promise<Page<K>> {
      const asked = by.query?.(query) ?? query;
      const answer = await inner.read(asked, by.readOptions?.(options) ?? options).catch(failing);
      return ((await by.page?.(answer, asked)) ?? answer) as unknown as Page<K>;
    },
    async commit(changes, options) {
      const given = by.changes?.(changes) ?? changes;
      const how = by.commitOptions?.(options) ?? options;
      const answer = await (by.commit?.(given, how) ?? inner.commit(given, how)).catch(failing);
      return by.answer?.(answer, changes) ?? answer;
    },
    async summarize(query, group, options) {
      const answer = await inner.summarize!(by.query?.(query) ?? query, group, options);
      return by.summaries?.(answer, query, group) ?? answer;
    },
    watch: (listener) => by.watch?.(listener) ?? inner.watch!(listener),
    ...(inner.erasePerson && { erasePerson: inner.erasePerson.bind(inner) }),
    ...(inner.erasures && { erasures: inner.erasures.bind(inner) }),
    ...(inner.forget && { forget: inner.forget.bind(inner) }),
    ...(inner.blobs && { blobs: inner.blobs }),
    close: () => inner.close?.(),
  };
}

/** A page with its rows replaced. */
export function withRows(page: Page, change: (rows: Page['records']) => readonly unknown[]): Page {
  return { ...page, records: change(page.records) as Page['records'] };
}

/** Every row of every page goes through this. */
export function mapRows(
  inner: CrmAdapter,
  change: (row: Record<string, unknown>, query: Query) => Record<string, unknown>,
): CrmAdapter {
  return breaking(inner, {
    page: (answer, query) => withRows(answer, (all) => all.map((row) => change({ ...row }, query))),
  });
}

/** Answers a condition of this kind by other means than it should. */
export function mapConditions(
  inner: CrmAdapter,
  change: (condition: { field: string; op: string; value?: unknown }) => object,
): CrmAdapter {
  const through = (where: unknown): unknown => {
    const node = where as { all?: unknown[]; any?: unknown[] };
    if (node.all) return { all: node.all.map(through) };
    if (node.any) return { any: node.any.map(through) };
    return change(where as { field: string; op: string; value?: unknown });
  };
  return breaking(inner, {
    query: (query) => (query.where === undefined ? query : ({ ...query, where: through(query.where) } as Query)),
  });
}
