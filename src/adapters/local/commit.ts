/**
 * What a commit does, decided without a storage: a generator asks for the records it needs (each `yield` is one batch, so
 * that IndexedDB can issue all requests at once and awaits nothing else inside its transaction) and returns what is to be
 * written and answered. Memory and IndexedDB drive the same generator, so they cannot differ.
 */
import { apply, same, valueOf, type Change, type Fields } from '../../domain/change.js';
import { CrmError } from '../../domain/errors.js';
import type { AnyRecord, Author, ChangelogRow, Id, Instant, Kind } from '../../domain/records.js';
import { changelogOf } from './changelog.js';
import type { Answers, Asking, Need } from './asking.js';
import { derivedChanges } from './derived.js';
import { Draft, type Touched, type Write, type Writes } from './draft.js';
import { refuseHanging, refuseUnheld } from './hanging.js';

export type { Answers, Asking, LinkField, Need } from './asking.js';
export { Draft, type Write, type Writes } from './draft.js';

export interface CommitContext {
  readonly now: Instant;
  /** Without one no changelog is written. */
  readonly author?: Author | undefined;
  /** The storage itself refuses a create whose id exists (IndexedDB's `add`): it need not be looked up before. */
  readonly createsAreGuarded?: boolean;
  /** Called with each record as soon as it is as it is to be stored, so that the storage is at work while the next is made. */
  readonly write?: Write;
}

export interface Resolved {
  /** The changes as stored, then the patches of derived fields, of records that the changes touch. */
  readonly answer: readonly Change[];
  /** The record of every id as it is to be stored; null = delete. */
  readonly writes: Writes;
  /** What the commit adds to the changelog; not among the writes, because storages keep it in their own way. */
  readonly log: readonly ChangelogRow[];
}
/**
 * @param changes copies that hold plain data only (`clean.ts`)
 * @throws CrmError `conflict` with the record as it stands, or where something still hangs on what goes (`hanging.ts`), `not-found`
 */
export function* resolveCommit(changes: readonly Change[], context: CommitContext): Asking<Resolved> {
  const draft = new Draft();
  yield* learnTargets(draft, changes, context);
  refuseDoubles(draft, changes);

  const touched: Touched[] = [];
  const answer = changes.map((change) => {
    const before = draft.get(change.kind, change.id) ?? null;
    const stored = resolveOne(change, before, context.now);
    draft.set(change.kind, change.id, stored.after);
    touched.push({ change: stored.change, before, after: stored.after });
    return stored.change;
  });

  yield* refuseHanging(draft, changes);

  const { write } = context;
  const derived = yield* derivedChanges(draft, touched, context.now, write);
  // Without an author it is no command, but records as they were kept (a backup): what they hang on may be missing there as well.
  if (context.author !== undefined) refuseUnheld(draft, touched);
  if (write !== undefined)
    for (const [kind, records] of draft.writes) for (const id of records.keys()) draft.hand(kind, id, write);
  const log = context.author === undefined ? [] : changelogOf(touched, context.author, context.now);
  // A record that was made here is answered with its derived fields in it.
  const whole = answer.map((change) => {
    const made = change.op === 'create' ? draft.get(change.kind, change.id) : null;
    return made ? ({ ...change, record: made } as Change) : change;
  });
  return { answer: [...whole, ...derived], writes: draft.writes, log };
}

function* learnTargets(draft: Draft, changes: readonly Change[], context: CommitContext): Asking<void> {
  const asked = new Map<Kind, Set<Id>>();
  const needs: { kind: Kind; id: Id }[] = [];
  for (const { op, kind, id } of changes) {
    if (op === 'create' && context.createsAreGuarded === true) continue;
    const ids = asked.get(kind) ?? new Set<Id>();
    if (ids.has(id)) continue;
    asked.set(kind, ids.add(id));
    needs.push({ kind, id });
  }
  if (needs.length === 0) return;
  const answers = yield needs;
  needs.forEach(({ kind, id }, i) => draft.learn(kind, id, answers[i]?.[0] ?? null));
}

/**
 * Looked at before all else, and receipts first: whoever converts a lead that somebody else has just converted is to be
 * led to the deal, not told that the lead is missing.
 */
function refuseDoubles(draft: Draft, changes: readonly Change[]): void {
  const gone = new Set<string>();
  const made = new Set<string>();
  const doubles: Change[] = [];
  for (const change of changes) {
    const key = `${change.kind}\n${change.id}`;
    if (change.op === 'delete') {
      gone.add(key);
      made.delete(key);
    } else if (change.op === 'create') {
      const exists = (draft.get(change.kind, change.id) ?? null) !== null;
      if (made.has(key) || (exists && !gone.has(key))) doubles.push(change);
      made.add(key);
    }
  }
  const first = doubles.find((change) => change.kind === 'conversion') ?? doubles[0];
  if (first === undefined) return;
  throw new CrmError('conflict', `There is a ${first.kind} "${first.id}" already.`, {
    current: draft.get(first.kind, first.id) ?? null,
    reason: 'exists',
  });
}

function resolveOne(
  change: Change,
  before: AnyRecord | null,
  now: Instant,
): { change: Change; after: AnyRecord | null } {
  switch (change.op) {
    case 'create': {
      // A record that comes back (undo, trash) goes on counting, so that nobody takes an older version for a newer one.
      const rev = Math.max(0, Math.trunc(change.record.rev) || 0) + 1;
      const record = { ...change.record, rev, updatedAt: now, createdAt: instantOr(change.record.createdAt, now) };
      return { change: { op: 'create', kind: change.kind, id: change.id, record } as Change, after: record };
    }
    case 'patch': {
      if (before === null) throw missing(change);
      refuseStale(change.fields, before);
      const rev = before.rev + 1;
      const stored = { ...change, rev, updatedAt: now } as Change;
      return { change: stored, after: apply(before, stored) };
    }
    case 'delete': {
      if (before === null) throw missing(change);
      if (before.rev !== change.rev) {
        throw new CrmError('conflict', `The ${change.kind} has been changed since.`, {
          current: before,
          reason: 'rev',
        });
      }
      return { change: { ...change, record: before } as Change, after: null };
    }
  }
}

/** The last instant that was one already: what a command makes was made at the same one. */
let usual: Instant | undefined;

/** One way of writing instants, so that they sort as texts; what is none becomes now. */
function instantOr(text: string, now: Instant): Instant {
  if (text === usual) return text;
  const at = Date.parse(text);
  if (Number.isNaN(at)) return now;
  const instant = new Date(at).toISOString();
  // The text itself where it is one already: a record that comes whole has the same one in several fields.
  if (instant !== text) return instant;
  usual = text;
  return text;
}

function missing(change: Change): CrmError {
  return new CrmError('not-found', `There is no ${change.kind} "${change.id}" (any more).`, { current: null });
}

/** Only fields that differ count: edits of other fields of the same record merge. */
function refuseStale(fields: Fields, stored: AnyRecord): void {
  for (const [field, [before]] of Object.entries(fields)) {
    if (same(valueOf(stored, field) ?? null, before ?? null)) continue;
    throw new CrmError('conflict', `"${field}" has been changed since.`, { field, current: stored, reason: 'stale' });
  }
}

/** Answers the needs of a commit at once: for storages that can look things up without waiting. */
export function resolveNow<T>(asking: Asking<T>, look: (needs: readonly Need[]) => Answers): T {
  let step = asking.next();
  while (step.done !== true) step = asking.next(look(step.value));
  return step.value;
}
