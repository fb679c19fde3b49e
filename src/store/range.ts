import { CrmError } from '../domain/errors.js';
import type { Page, Query, Related } from '../domain/query.js';
import type { AnyRecord, Day, Id, Kind, RecordOf } from '../domain/records.js';
import type { ListQuery } from './api.js';
import type { Calls } from './calls.js';
import { askedBy } from './asked.js';
import { Breath, MANY } from './breath.js';
import { sliceOf, type Slice } from './slice.js';

const STEP = 200;

/** Rows by place, for adapters that know places (`seek`) and for those that only know what comes next. */
export class Ranges {
  /** Where a row's page begins: cursors by the place of the first row after them. Good until something changes. */
  #cursors = new Map<number, string | null>([[0, null]]);

  constructor(private readonly calls: Calls) {}

  forget(): void {
    this.#cursors = new Map([[0, null]]);
  }

  async read(query: ListQuery, today: Day, offset: number, limit: number, signal: AbortSignal): Promise<Slice> {
    const base = askedBy(query, today);
    return this.calls.adapter.abilities.seek
      ? this.#seek(base, offset, limit, signal)
      : this.#walk(base, offset, limit, signal);
  }

  async #seek(base: Omit<Query, 'window'>, offset: number, limit: number, signal: AbortSignal): Promise<Slice> {
    const page = await this.calls.read({ ...base, window: { offset, limit } }, signal);
    const slice = sliceOf({ page, offset, limit });
    const { rows, total } = slice;
    // The list has become shorter than where one looks: show its end.
    if (rows.length === 0 && offset > 0 && total !== 0) {
      const start = Math.max(0, total === undefined ? 0 : total - limit);
      if (start < offset) return this.#seek(base, start, limit, signal);
    }
    return slice;
  }

  async #walk(base: Omit<Query, 'window'>, offset: number, limit: number, signal: AbortSignal): Promise<Slice> {
    let at = Math.max(...[...this.#cursors.keys()].filter((place) => place <= offset));
    let after: string | null = this.#cursors.get(at) ?? null;
    const start = at;
    const rows: AnyRecord[] = [];
    const related: Related[] = [];
    const seen = new Set<Id>();
    const cursors = new Set<string | null>([after]);
    let total: number | undefined;
    for (;;) {
      const page: Page = await this.calls.read({ ...base, window: { after, limit: STEP } }, signal);
      total = page.total ?? total;
      // A backend that answers the same place again would be walked for ever, and its rows shown twice.
      const fresh = page.records.filter((row) => !seen.has(row.id));
      for (const row of fresh) seen.add(row.id);
      rows.push(...fresh);
      related.push(page.related);
      at += fresh.length;
      const next = page.next ?? null;
      if (next === null || cursors.has(next) || fresh.length === 0) {
        return { offset: start, rows, total: total ?? at, complete: true, related };
      }
      cursors.add(next);
      this.#cursors.set(at, next);
      after = next;
      if (at >= offset + limit) return { offset: start, rows, total, complete: false, related };
    }
  }
}

/** Every row that matches, page by page; the kinds that are small, and what a command rests on. */
export async function* pagesOf<K extends Kind>(
  calls: Calls,
  query: Omit<Query<K>, 'window'>,
  limit: number,
  signal?: AbortSignal,
): AsyncGenerator<Page<K> & { readonly records: readonly RecordOf[K][] }> {
  const { seek } = calls.adapter.abilities;
  const cursors = new Set<string>();
  const breath = new Breath();
  let after: string | null = null;
  for (let offset = 0; ;) {
    const page: Page<K> = await calls.read<K>(
      { ...query, window: seek ? { offset, limit } : { after, limit } },
      signal,
    );
    yield page;
    offset += page.records.length;
    const pause = offset < MANY ? undefined : breath.take();
    if (pause !== undefined) await pause;
    if (seek) {
      if (page.records.length === 0 || (page.total === undefined ? page.records.length < limit : offset >= page.total))
        return;
    } else {
      if (page.next == null || page.records.length === 0) return;
      if (cursors.has(page.next))
        throw new CrmError('unavailable', `The storage answered "read ${query.kind}" with the same place twice.`);
      cursors.add(page.next);
      after = page.next;
    }
  }
}

export async function allOf<K extends Kind>(
  calls: Calls,
  query: Omit<Query<K>, 'window'>,
  limit = 500,
  signal?: AbortSignal,
): Promise<RecordOf[K][]> {
  const rows = new Map<Id, RecordOf[K]>();
  for await (const page of pagesOf(calls, query, limit, signal)) for (const row of page.records) rows.set(row.id, row);
  return [...rows.values()];
}
