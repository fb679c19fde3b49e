import type { Change } from '../domain/change.js';
import { CrmError } from '../domain/errors.js';
import type { Page, Query, Related, Summary } from '../domain/query.js';
import type { Id, Kind, RecordOf } from '../domain/records.js';

function malformed(call: string, what: string): CrmError {
  return new CrmError('unavailable', `The storage answered "${call}" with ${what}.`);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/**
 * A page as the store can use it, or an error that names the call: no row without an id, none twice.
 * One bad row of a host's backend does not hide the good ones.
 */
export function checkedPage<K extends Kind>(query: Query<K>, answer: unknown): Page<K> {
  const call = `read ${query.kind}`;
  if (!isObject(answer)) throw malformed(call, answer === undefined ? 'nothing' : 'something that is no page');
  const page = answer as unknown as Partial<Page<K>>;
  if (!Array.isArray(page.records)) throw malformed(call, 'a page that has no records');
  const seen = new Set<Id>();
  const records: RecordOf[K][] = [];
  for (const record of page.records as readonly unknown[]) {
    if (!isObject(record) || typeof record['id'] !== 'string' || seen.has(record['id'])) continue;
    seen.add(record['id']);
    records.push(record as unknown as RecordOf[K]);
  }
  const total = typeof page.total === 'number' && page.total >= 0 ? page.total : undefined;
  const related: Partial<Related> = isObject(page.related) ? page.related : {};
  return {
    records,
    total,
    related: {
      persons: mapOf(related.persons),
      organizations: mapOf(related.organizations),
      users: mapOf(related.users),
      labels: mapOf(related.labels),
    },
    next: typeof page.next === 'string' ? page.next : null,
  };
}

function mapOf<V>(value: ReadonlyMap<Id, V> | undefined): ReadonlyMap<Id, V> {
  return value instanceof Map ? value : new Map<Id, V>();
}

export function checkedChanges(answer: unknown): readonly Change[] {
  if (!Array.isArray(answer))
    throw malformed('commit', answer === undefined ? 'nothing' : 'something that is no list of changes');
  return (answer as readonly unknown[]).filter(
    (change): change is Change =>
      isObject(change) &&
      typeof change['id'] === 'string' &&
      typeof change['kind'] === 'string' &&
      (change['op'] === 'patch' ? isObject(change['fields']) : isObject(change['record'])),
  );
}

export function checkedSummaries(answer: unknown): readonly Summary[] {
  if (!Array.isArray(answer))
    throw malformed('summarize', answer === undefined ? 'nothing' : 'something that is no list');
  return answer as readonly Summary[];
}
