import { patchOf, same, valueOf, withFields } from './change.js';
import type { Change, Patch } from './change.js';
import { ConversionDraft } from './convert-draft.js';
import { newDeal } from './deals.js';
import { defsOf, tidy } from './edit.js';
import { createdAll, hangingCounts, hangingNeeds, hangingOn, idsOf, rehang } from './hanging.js';
import { isEmpty } from './matches.js';
import { arriving } from './arriving.js';
import { dealNeeds, joinableDeals } from './joinable.js';
import type { ConvertDraft, Problem } from './plan.js';
import { hasLines } from './products/deal-value.js';
import type { Conversion, CustomValue, Deal, Id, Lead } from './records.js';
import { byIds, expiry } from './rule.js';
import type { Env, Found, Need, Rule } from './rule.js';
import { placesOf, stageNeeds, targetOf } from './stages.js';
import { fieldProblems, missingProblems, nobodyProblem, ownProblems } from './validate.js';

/**
 * A lead becomes a deal, or joins one. The receipt's id is the lead's, so whoever comes second (another click, another
 * tab, a retry after a crash) is refused by the primary key and led to the first one's deal (R20, R29, R30).
 */
export const leadsConvert: Rule<'leads-convert'> = {
  optimistic: false,
  bulk: true,
  needs: ({ ids }) => needsOf(ids),
  offers: (_input, found) => dealNeeds(found.all('lead')),
  // Which deals there are to join was asked when the drafts were made; what counts now is the one that was chosen.
  again: ({ ids }, drafts) => [
    ...needsOf(ids),
    ...byIds(
      'deal',
      drafts.map((draft) => draft.join),
    ),
  ],
  draft: (input, found, env) => {
    const target = targetOf(input.target, found);
    const joinable = joinableDeals(found);
    const places = placesOf(found);
    return [...new Set(input.ids)].map((id, index) => {
      const lead = found.get('lead', id);
      const { kept = null, keptChildren = null } = found.get('conversion', id) ?? {};
      const draft = new ConversionDraft(id, lead, places, {
        target: kept !== null && input.target === undefined ? (placeOf(kept, found) ?? target) : target,
        index,
        newDealId: kept?.id ?? env.newId(),
        kept,
        joinable: lead === null ? [] : joinable(lead),
        keptChildren,
        ...hangingCounts(found, 'lead', id),
      });
      draft.problems = problemsOf(draft, found, env);
      return draft;
    });
  },
  check: (draft, found, env) => {
    (draft as ConversionDraft).problems = problemsOf(draft, found, env);
  },
  changes: (draft, found, env) => convertChanges(draft, found, env),
  // Each writes its own lead, receipt and deal, and what hangs on the lead. Only a deal that is joined can be another's too.
  apart: (drafts) => drafts.every((draft) => draft.join === null),
};

function needsOf(ids: readonly Id[]): readonly Need[] {
  return [
    ...byIds('lead', ids),
    ...byIds('conversion', ids),
    ...hangingNeeds('lead', ids),
    ...stageNeeds,
    { kind: 'field' },
  ];
}

function problemsOf(draft: ConvertDraft, found: Found, env: Env): readonly Problem[] {
  const receipt = found.get('conversion', draft.id);
  if (receipt !== null && receipt.state !== 'undone') return [{ code: 'already-converted', dealId: receipt.dealId }];
  const lead = draft.record;
  if (lead === null || found.get('lead', draft.id) === null) return [{ code: 'not-found' }];
  const fields = tidy(draft.fields);
  const base = (draft as ConversionDraft).joined;
  if (draft.join !== null && base === null) return [{ code: 'not-found', field: 'join' }];
  // What the lead holds already is no reason to refuse it: only what was typed since is looked at.
  const given: Record<string, unknown> = {};
  for (const name of Object.keys(fields)) if (!same(fields[name], valueOf(lead, name))) given[name] = fields[name];
  const linkOf = (name: 'personId' | 'organizationId'): Id | null =>
    (name in fields ? fields[name] : (base ?? lead)[name]) as Id | null;
  const problems = [
    ...fieldProblems('deal', given, base, defsOf(found)),
    ...summedProblem(draft as ConversionDraft, fields),
    ...nobodyProblem({ personId: linkOf('personId'), organizationId: linkOf('organizationId') }),
  ];
  if (draft.join !== null) {
    // Looked at again before the commit: the deal may have been won, or deleted, while the dialog was open.
    const now = found.get('deal', draft.join);
    return now === null
      ? [{ code: 'not-found', field: 'join' }]
      : now.status !== 'open'
        ? [{ code: 'closed', field: 'join' }]
        : problems;
  }
  const stage = found.get('stage', draft.stageId);
  if (stage === null || stage.pipelineId !== draft.pipelineId)
    return [...problems, { code: 'no-stage', field: 'stageId' }];
  // The deal itself is made only where something of it is asked for: a thousand drafts would each make one to throw away.
  const defs = defsOf(found);
  const asks = stage.requiredFields.length > 0 || defs.some(({ required }) => required === true);
  const deal = asks ? targetDeal(draft, lead, env) : null;
  if (deal === null) return problems;
  const always = ownProblems(deal, defs).filter(({ field }) => !stage.requiredFields.includes(field ?? ''));
  return [
    ...problems,
    ...[...missingProblems(stage, deal), ...always].filter(
      ({ field }) => !problems.some((problem) => problem.field === field),
    ),
  ];
}

/** A deal with products is worth their sum, one that it joins as well as one that it was. */
function summedProblem(
  { joined, kept, join }: ConversionDraft,
  fields: Readonly<Record<string, unknown>>,
): readonly Problem[] {
  const deal = join === null ? kept : joined;
  const other = deal !== null && hasLines(deal) && 'value' in fields && !same(fields['value'], deal.value);
  return other ? [{ code: 'invalid', field: 'value', detail: 'sum' }] : [];
}

/** The deal as it is going to be; null where the one to join is not there. */
function targetDeal(draft: ConvertDraft, lead: Lead, env: Env): Deal | null {
  const fields = tidy(draft.fields);
  if (draft.join !== null) {
    const joined = (draft as ConversionDraft).joined;
    return joined === null ? null : withFields(joined, fields);
  }
  const { kept } = draft as ConversionDraft;
  if (kept !== null) return withFields(again(kept, draft, env), fields);
  const { seen: _seen, sourceDealId: _source, mergedIds: _merged, notDuplicateOf: _not, ...opportunity } = lead;
  const custom: Readonly<Record<Id, CustomValue>> = {};
  const start = {
    ...opportunity,
    id: draft.newDealId,
    rev: 0,
    createdAt: env.now,
    updatedAt: env.now,
    touchedAt: env.now,
    archivedAt: null,
    custom,
  };
  return withFields(newDeal(start, draft.pipelineId, draft.stageId, (draft as ConversionDraft).index, env), fields);
}

/** The deal that the lead was before, as it stood, with what follows from standing in another stage. */
function again(kept: Deal, { pipelineId, stageId }: ConvertDraft, env: Env): Deal {
  const place = { pipelineId, stageId, ...arriving(kept, stageId, env) };
  return { ...kept, ...place, rev: 0, updatedAt: env.now, touchedAt: env.now, custom: {} };
}

/** Where a deal stood, as long as that stage is there. */
function placeOf({ stageId }: Deal, found: Found): ReturnType<typeof targetOf> | null {
  const stage = found.get('stage', stageId);
  return stage === null ? null : { pipelineId: stage.pipelineId, stageId };
}

/**
 * What a conversion writes, in the order it is safe to write it in where a storage is not `atomic`: the claim (receipt),
 * the deal, what hangs on the lead, and the lead last. Computed from the drafts as they stand at commit.
 */
function convertChanges(draft: ConvertDraft, found: Found, env: Env): readonly Change[] {
  const lead = draft.record;
  const deal = lead === null ? null : targetDeal(draft, lead, env);
  if (lead === null || deal === null) return [];
  const joined = (draft as ConversionDraft).joined;
  const patch = joined === null ? null : joinPatch(joined, found.get('deal', joined.id) ?? joined, tidy(draft.fields));
  const hanging = hangingOn(found, 'lead', lead.id);
  const { kept, keptChildren } = draft as ConversionDraft;
  const receipt: Conversion = {
    id: lead.id,
    rev: 0,
    createdAt: env.now,
    updatedAt: env.now,
    state: 'active',
    lead,
    dealId: deal.id,
    joined: joined !== null,
    deal: joined === null ? deal : null,
    kept,
    ...(keptChildren === null ? {} : { keptChildren }),
    overwritten: patch?.fields ?? {},
    movedNotes: idsOf(hanging, 'notes'),
    movedActivities: idsOf(hanging, 'activities'),
    ...(hanging.files && { movedFiles: idsOf(hanging, 'files') }),
    dropped: draft.drops,
    userId: env.userId,
    command: env.command,
    expiresAt: expiry(env),
  };
  return [
    ...claim(receipt, found.get('conversion', lead.id)),
    ...(joined === null
      ? [{ op: 'create', kind: 'deal', id: deal.id, record: deal } as const]
      : patch === null
        ? []
        : [patch as Change]),
    // The deal that it was has again what waited for it.
    ...(joined === null && kept !== null ? createdAll(keptChildren) : []),
    ...rehang(hanging, 'lead', lead.id, deal.id),
    { op: 'delete', kind: 'lead', id: lead.id, record: lead, rev: lead.rev },
  ];
}

/**
 * What becomes of the deal it joins. `seen` is the deal as the person saw it, `now` as it stands: a gap somebody filled
 * meanwhile (another lead of the same command, perhaps) stays as they filled it, labels are united with those it has now,
 * and a value that was chosen against one that changed is left for the storage to refuse.
 */
function joinPatch(seen: Deal, now: Deal, fields: Readonly<Record<string, unknown>>): Patch<'deal'> | null {
  const changed: Record<string, readonly [unknown, unknown]> = {};
  for (const [name, value] of Object.entries(fields)) {
    const before = valueOf(seen, name);
    const current = valueOf(now, name);
    if (name === 'labelIds') {
      const labelIds = [...new Set([...now.labelIds, ...(value as readonly Id[])])];
      if (labelIds.length > now.labelIds.length) changed[name] = [now.labelIds, labelIds];
    } else if (!same(before, value) && (same(before, current) || !isEmpty(before))) changed[name] = [before, value];
  }
  return Object.keys(changed).length === 0 ? null : { op: 'patch', kind: 'deal', id: now.id, fields: changed };
}

/** After an undone conversion the receipt is there already, and becomes this one's. */
function claim(receipt: Conversion, undone: Conversion | null): readonly Change[] {
  if (undone === null) return [{ op: 'create', kind: 'conversion', id: receipt.id, record: receipt }];
  const { id: _id, rev: _rev, createdAt: _created, updatedAt: _updated, ...values } = receipt;
  const patch = patchOf('conversion', undone, values);
  return patch === null ? [] : [patch];
}
