/**
 * Which leads and deals a commit touches from the side (a person renamed, an activity done), and the patches of their
 * derived fields. The fields themselves are made by `domain/derive.ts`; on a server triggers do the same.
 */
import { patchOf, withFields, type Change, type Patch } from '../../domain/change.js';
import { isChild, linkOf, type Holder } from '../../domain/children.js';
import { derive, nextOf, retitled } from '../../domain/derive.js';
import type { Activity, AnyRecord, Deal, Id, Instant, Kind, Lead, Organization, Person } from '../../domain/records.js';
import type { Asking, Need } from './asking.js';
import type { Draft, Touched, Write } from './draft.js';
import { twinsOf, type Named } from './twin.js';

type Whose = Holder;

/** How much has to be worked out anew, and so read: only the time, the next activity as well, or all. */
type Depth = 0 | 1 | 2;
const [TIME, NEXT, ALL]: readonly [0, 1, 2] = [0, 1, 2];

type Link = (typeof linkOf)[Holder];

interface Reason {
  depth: Depth;
  /** The search text, where a new title is all that changes in it. */
  searchText?: string;
  /** What a new record takes over from its like. */
  named?: Named;
  /** The last time this commit did something there; an empty text = it did not. */
  at: Instant;
}

class Affected {
  readonly ids = { lead: new Map<Id, Reason>(), deal: new Map<Id, Reason>() };

  add(whose: Whose, id: Id, depth: Depth, at: Instant = ''): void {
    const known = this.ids[whose].get(id);
    if (known === undefined) {
      this.ids[whose].set(id, { depth, at });
      return;
    }
    if (known.depth < depth) known.depth = depth;
    if (known.at < at) known.at = at;
  }

  edit({ kind, id, fields }: Patch<Whose>, before: Lead | Deal | null, after: Lead | Deal, now: Instant): void {
    // A place by hand tells nothing of the deal: it may only have made room for another one.
    if (Object.keys(fields).every((field) => field === 'rank')) return this.add(kind, id, TIME);
    if (links.some((field) => field in fields)) return this.add(kind, id, ALL, now);
    if (!('title' in fields)) return this.add(kind, id, TIME, now);
    const text = retitled(after.searchText, before?.title ?? '', after.title);
    this.add(kind, id, text === null ? ALL : TIME, now);
    if (text !== null) this.ids[kind].get(id)!.searchText = text;
  }

  *[Symbol.iterator](): IterableIterator<readonly [Whose, Id, Reason]> {
    for (const whose of ['lead', 'deal'] as const)
      for (const [id, reason] of this.ids[whose]) yield [whose, id, reason];
  }
}

/** Fields of a lead or deal that name what its derived fields are made of. */
const links = ['personId', 'organizationId'];
const nameFields: ReadonlySet<string> = new Set(['name', 'emails', 'phones']);

/** Sets the derived fields in the draft, and answers with the patches of records that the commit did not make itself. */
export function* derivedChanges(
  draft: Draft,
  touched: readonly Touched[],
  now: Instant,
  write?: Write,
): Asking<Change[]> {
  const affected = new Affected();
  const needs: Need[] = [];
  for (const { change, before, after } of touched) {
    switch (change.kind) {
      case 'lead':
      case 'deal':
        if (after === null) break;
        if (change.op !== 'patch') affected.add(change.kind, change.id, ALL);
        else affected.edit(change, before as Lead | Deal | null, after as Lead | Deal, now);
        break;
      case 'person':
      case 'organization': {
        // One that was made here is named only by records that this commit makes or changes too.
        if (change.op === 'create' && draft.isNew(change.kind, change.id)) break;
        if (change.op === 'patch' && !Object.keys(change.fields).some((field) => nameFields.has(field))) break;
        const by = change.kind === 'person' ? 'personId' : 'organizationId';
        needs.push({ kind: 'lead', by, value: change.id }, { kind: 'deal', by, value: change.id });
        break;
      }
      default: {
        if (!isChild(change.kind)) break;
        const depth = change.kind === 'activity' ? NEXT : TIME;
        const at = touchOf(change, after, now);
        for (const side of [before, after] as ({ readonly [F in Link]?: Id | null } | null)[]) {
          if (side?.leadId) affected.add('lead', side.leadId, depth, at);
          if (side?.dealId) affected.add('deal', side.dealId, depth, at);
        }
      }
    }
  }
  if (needs.length > 0) {
    const answers = yield needs;
    needs.forEach(({ kind }, i) => {
      for (const record of answers[i] ?? []) {
        draft.learn(kind, record.id, record);
        affected.add(kind as Whose, record.id, ALL);
      }
    });
  }
  yield* learnAround(draft, affected, twinsOf(touched));
  return settle(draft, affected, write);
}

/**
 * When somebody did something: a note written, an activity done, a file, product or participant added, changed or taken off. Moving a
 * note or file along with its lead is not that.
 */
function touchOf(change: Change, after: AnyRecord | null, now: Instant): Instant {
  if (change.kind !== 'note' && change.kind !== 'activity')
    return change.op === 'patch' && Object.values(linkOf).some((link) => link in change.fields) ? '' : now;
  if (after === null) return '';
  if (change.kind === 'note') {
    if (change.op === 'create') return after.createdAt;
    return change.op === 'patch' && ('text' in change.fields || 'pinned' in change.fields) ? now : '';
  }
  const activity = after as Activity;
  return activity.done && (change.op === 'create' || (change.op === 'patch' && 'done' in change.fields))
    ? (activity.doneAt ?? now)
    : '';
}

/** Reads what the derived fields are made of, in two batches: the records, then what they name and what hangs on them. */
function* learnAround(draft: Draft, affected: Affected, twinOf: ReturnType<typeof twinsOf>): Asking<void> {
  yield* learnMissing(
    draft,
    [...affected].map(([kind, id]) => ({ kind, id })),
  );
  const around: Need[] = [];
  const lists: Need[] = [];
  for (const [whose, id, reason] of affected) {
    const { depth } = reason;
    const record = draft.get(whose, id) as Lead | Deal | null;
    if (record === null || depth === TIME) continue;
    // Nothing can hang on a record that never was before, except what the same commit puts there.
    if (!draft.isNew(whose, id) || record.rev > 1) lists.push({ kind: 'activity', by: linkOf[whose], value: id });
    if (depth === NEXT) continue;
    const named = draft.isNew(whose, id) ? twinOf(record) : null;
    if (named !== null) {
      reason.named = named;
      continue;
    }
    if (record.personId !== null) around.push({ kind: 'person', id: record.personId });
    if (record.organizationId !== null) around.push({ kind: 'organization', id: record.organizationId });
  }
  yield* learnMissing(draft, around, lists);
}

function* learnMissing(
  draft: Draft,
  byId: readonly { kind: Kind; id: Id }[] | readonly Need[],
  lists: readonly Need[] = [],
): Asking<void> {
  const seen = new Set<string>();
  const missing = (byId as readonly { kind: Kind; id: Id }[]).filter(({ kind, id }) => {
    const key = `${kind}\n${id}`;
    if (seen.has(key) || draft.get(kind, id) !== undefined) return false;
    seen.add(key);
    return true;
  });
  const needs: Need[] = [...missing, ...lists];
  if (needs.length === 0) return;
  const answers = yield needs;
  needs.forEach((need, i) => {
    const records = answers[i] ?? [];
    if ('id' in need) draft.learn(need.kind, need.id, records[0] ?? null);
    else for (const record of records) draft.learn(need.kind, record.id, record);
  });
}

function settle(draft: Draft, affected: Affected, write: Write | undefined): Change[] {
  const undone = { lead: new Map<Id, Activity[]>(), deal: new Map<Id, Activity[]>() };
  for (const activity of draft.known('activity') as Iterable<Activity>) {
    if (activity.done) continue;
    if (activity.leadId !== null) listOf(undone.lead, activity.leadId).push(activity);
    if (activity.dealId !== null) listOf(undone.deal, activity.dealId).push(activity);
  }
  const patches: Change[] = [];
  for (const [whose, id, { depth, at, searchText, named }] of affected) {
    const record = draft.get(whose, id) as Lead | Deal | null;
    if (record === null) continue;
    const text = searchText === undefined ? {} : { searchText };
    const known = record.touchedAt || record.createdAt;
    const touchedAt = at > known ? at : known;
    const activities = undone[whose].get(id) ?? [];
    const values =
      depth === TIME
        ? { touchedAt, ...text }
        : depth === NEXT || named !== undefined
          ? { touchedAt, ...text, ...named, nextActivity: nextOf(activities) }
          : derive(record, {
              person: record.personId === null ? null : (draft.get('person', record.personId) as Person | null),
              organization:
                record.organizationId === null
                  ? null
                  : (draft.get('organization', record.organizationId) as Organization | null),
              undone: activities,
              touchedAt,
            });
    // One that is made here is this commit's own object, and nobody has seen it without these fields.
    if (draft.isNew(whose, id)) Object.assign(record, values);
    else {
      const patch = patchOf(whose, record, values as Readonly<Record<string, unknown>>);
      if (patch !== null) {
        draft.set(whose, id, withFields<Lead | Deal>(record, values as Readonly<Record<string, unknown>>));
        patches.push({ ...patch, rev: record.rev, updatedAt: record.updatedAt });
      }
    }
    if (write !== undefined) draft.hand(whose, id, write);
  }
  return patches;
}

function listOf<V>(lists: Map<Id, V[]>, id: Id): V[] {
  let list = lists.get(id);
  if (list === undefined) lists.set(id, (list = []));
  return list;
}
