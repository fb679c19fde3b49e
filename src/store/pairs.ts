import { apply, same, valueOf, type Change } from '../domain/change.js';
import { derivedFields, type AnyRecord, type Id, type Kind } from '../domain/records.js';
import { keyOf } from './overlay.js';

/**
 * What became of one record in one answer. `undefined` = not known: whoever counts has to read again.
 * `fields` are the ones that were edited; null = the record came or went.
 */
export interface Pair {
  readonly kind: Kind;
  readonly id: Id;
  readonly before: AnyRecord | null | undefined;
  readonly after: AnyRecord | null | undefined;
  readonly fields: ReadonlySet<string> | null;
  readonly changes: readonly Change[];
}

export type Known = (kind: Kind, id: Id) => AnyRecord | null | undefined;

interface Work {
  kind: Kind;
  id: Id;
  before: AnyRecord | null | undefined;
  after: AnyRecord | null | undefined;
  fields: Set<string> | null;
  changes: Change[];
}

/** Stored changes as pairs of before and after, one for each record. */
export function pairsOf(changes: readonly Change[], known: Known): readonly Pair[] {
  const works = new Map<string, Work>();
  for (const change of changes) {
    const key = keyOf(change.kind, change.id);
    let work = works.get(key);
    if (work === undefined) {
      const base = known(change.kind, change.id);
      work = { kind: change.kind, id: change.id, before: base, after: base, fields: new Set(), changes: [] };
      works.set(key, work);
    }
    work.changes.push(change);
    step(work, change);
  }
  return [...works.values()];
}

function step(work: Work, change: Change): void {
  if (change.op === 'create') {
    // A record that is known already came by another way: it is not counted twice.
    if (work.before === undefined && work.changes.length === 1) work.before = null;
    work.after = work.after != null && work.after.rev > change.record.rev ? work.after : change.record;
    work.fields = null;
  } else if (change.op === 'delete') {
    work.before ??= work.changes.length === 1 ? change.record : work.before;
    work.after = null;
    work.fields = null;
  } else {
    if (work.fields !== null) for (const field of Object.keys(change.fields)) work.fields.add(field);
    work.after =
      work.after == null
        ? work.after === null && work.changes.length > 1
          ? null
          : undefined
        : patched(work.after, change);
    if (work.after === undefined) work.before = undefined;
  }
}

/** A record that was read while these changes came: with those that are not in it yet. undefined = one between was missed. */
export function replay(record: AnyRecord, changes: readonly Change[]): AnyRecord | null | undefined {
  let now: AnyRecord | null | undefined = record;
  for (const change of changes) {
    if (change.op === 'delete') now = null;
    else if (change.op === 'create') now = now == null || now.rev < change.record.rev ? change.record : now;
    else if (now != null) now = patched(now, change);
  }
  return now;
}

/** undefined = the known record is so old that something between was missed. */
function patched(record: AnyRecord, change: Change & { op: 'patch' }): AnyRecord | undefined {
  if (change.rev === undefined) return apply(record, change) ?? undefined;
  if (change.rev < record.rev) return record;
  if (change.rev > record.rev + 1) return undefined;
  if (change.rev === record.rev && !onlyDerived(change)) {
    const there = Object.entries(change.fields).every(([name, [, after]]) => same(valueOf(record, name), after));
    return there ? record : undefined;
  }
  return apply(record, change) ?? undefined;
}

const derived: ReadonlySet<string> = new Set(derivedFields);

function onlyDerived(change: Change & { op: 'patch' }): boolean {
  return Object.keys(change.fields).every((field) => derived.has(field));
}
