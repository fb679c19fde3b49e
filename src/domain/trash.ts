import type { Change } from './change.js';
import { relinkChanges, relinkNeeds, takingPart } from './contact-delete.js';
import { contactUnmergeChanges, contactUnmergeNeeds, takingPartAgain } from './contact-unmerge.js';
import { CommandDraft } from './drafts.js';
import { defsNeed } from './edit.js';
import { createdAll, deletedAll, hangingNeeds, hangingOn } from './hanging.js';
import { keptIn, namedNeeds, survivorNeeds, trashLedOn } from './led-on.js';
import { isEmpty } from './matches.js';
import { unmergeChanges, unmergeNeeds } from './merge.js';
import type { Draft } from './plan.js';
import type { AnyRecord, Deal, Instant, Kind, Lead, RecordBase, Trash } from './records.js';
import { byIds, expiry } from './rule.js';
import type { Env, Found, Rule } from './rule.js';
import { backSold } from './products/merged-lines.js';
import { stageNeeds, targetOf } from './stages.js';

function deleteRule<N extends 'leads-delete' | 'deals-delete'>(kind: 'lead' | 'deal'): Rule<N> {
  const rule: Rule<'leads-delete'> = {
    optimistic: false,
    bulk: true,
    needs: (input) => [...byIds(kind, input.ids), ...hangingNeeds(kind, input.ids)],
    draft: (input, found, env) =>
      [...new Set(input.ids)].map((id, index) => {
        const draft = new CommandDraft(kind, id, found.get(kind, id), {}, { index }) as Draft;
        rule.check(draft, found, env, input);
        return draft;
      }),
    check: (draft, found) => {
      (draft as CommandDraft).problems =
        draft.record === null || found.get(kind, draft.id) === null ? [{ code: 'not-found' }] : [];
    },
    changes: (draft, found, env) => {
      const record = draft.record as Lead | Deal | null;
      return record === null ? [] : toTrash(kind, record, found, env);
    },
  };
  return rule as unknown as Rule<N>;
}

/** With what hangs on it. The trash is written first and the record goes last: half of it, somewhere without `atomic`, loses nothing. */
function toTrash(kind: 'lead' | 'deal', record: Lead | Deal, found: Found, env: Env): readonly Change[] {
  const hanging = hangingOn(found, kind, record.id);
  const trash: Trash = {
    id: record.id,
    rev: 0,
    createdAt: env.now,
    updatedAt: env.now,
    of: kind,
    title: record.title,
    record,
    ...hanging,
    userId: env.userId,
    command: env.command,
    expiresAt: expiry(env),
  };
  return [
    { op: 'create', kind: 'trash', id: trash.id, record: trash },
    ...deletedAll(hanging),
    { op: 'delete', kind, id: record.id, record, rev: record.rev } as Change,
  ];
}

export const leadsDelete = deleteRule<'leads-delete'>('lead');
export const dealsDelete = deleteRule<'deals-delete'>('deal');

export const trashRestore: Rule<'trash-restore'> = {
  optimistic: false,
  bulk: true,
  needs: (input) => [...byIds('trash', input.ids), { kind: 'label' }, ...stageNeeds, defsNeed],
  then: (_input, found) => {
    const trash = found.all('trash');
    return [
      ...unmergeNeeds(trash),
      ...contactUnmergeNeeds(trash),
      ...relinkNeeds(trash),
      ...namedNeeds(found, allIn(trash)),
    ];
  },
  further: (_input, found) => survivorNeeds(found, allIn(found.all('trash'))),
  draft: (input, found, env) =>
    [...new Set(input.ids)].map((id, index) => {
      const draft = new CommandDraft('trash', id, found.get('trash', id), {}, { index }) as Draft;
      trashRestore.check(draft, found, env, input);
      return draft;
    }),
  check: (draft, found) => {
    (draft as CommandDraft).problems =
      draft.record === null || found.get('trash', draft.id) === null ? [{ code: 'not-found' }] : [];
  },
  changes: (draft, found, env) => {
    const seen = draft.record as Trash | null;
    if (seen === null) return [];
    const trash = trashLedOn(seen, found);
    const merged = trash.of === 'person' && !isEmpty(trash.mergedInto);
    const back = merged ? { ...trash, participants: takingPartAgain(trash, found) } : takingPart(trash, found);
    return [
      {
        op: 'create',
        kind: trash.of,
        id: trash.id,
        record: asItStands(trash, found, env),
      } as Change,
      ...createdAll(back),
      ...relinkChanges(trash, found),
      ...unmergeChanges(trash, found, env),
      ...contactUnmergeChanges(trash, found),
      { op: 'delete', kind: 'trash', id: trash.id, record: seen, rev: trash.rev },
    ];
  },
};

/** All records that would come back. */
function allIn(trash: readonly Trash[]): readonly AnyRecord[] {
  return trash.flatMap((one) => [one.record, ...keptIn(one)]);
}

function asItStands(trash: Trash, found: Found, env: Env): Trash['record'] {
  const { record } = trash;
  return 'labelIds' in record ? backSold(trash, standing(withKnownLabels(record, found), found), found, env) : record;
}

/** A label that was deleted meanwhile does not come back as an id that names nothing. */
export function withKnownLabels<R extends Lead | Deal>(record: R, found: Found): R {
  const labelIds = record.labelIds.filter((id) => found.get('label', id) !== null);
  return labelIds.length === record.labelIds.length ? record : { ...record, labelIds };
}

/** A deal whose stage was deleted meanwhile comes back to the first one of its pipeline, or of the default one. */
function standing<R extends Lead | Deal>(record: R, found: Found): R {
  if (!('stageId' in record) || found.get('stage', record.stageId) !== null) return record;
  const own = found.get('pipeline', record.pipelineId);
  return { ...record, ...targetOf(own === null ? undefined : { pipelineId: own.id }, found) };
}

/** Kinds that are kept for some time only. */
export const expiring = ['trash', 'conversion', 'import'] as const satisfies readonly Kind[];

export function isExpired(record: { readonly expiresAt: Instant }, now: Instant): boolean {
  return Date.parse(record.expiresAt) <= Date.parse(now);
}

/** What takes the expired ones away for good. */
export function expireChanges<K extends (typeof expiring)[number]>(
  kind: K,
  records: readonly (RecordBase & { readonly expiresAt: Instant })[],
  now: Instant,
): readonly Change[] {
  return records
    .filter((record) => isExpired(record, now))
    .map((record) => ({ op: 'delete', kind, id: record.id, record, rev: record.rev }) as unknown as Change);
}
