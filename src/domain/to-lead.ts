import { patchOf, same, valueOf, withFields } from './change.js';
import type { Change } from './change.js';
import { carried } from './convert-draft.js';
import { CommandDraft } from './drafts.js';
import { defsOf, tidy } from './edit.js';
import { deletedAll, hangingCounts, hangingNeeds, hangingOn, keptOf, rehang } from './hanging.js';
import type { HangingCounts } from './hanging.js';
import { isEmpty } from './matches.js';
import type { Problem, ToLeadDraft } from './plan.js';
import type { Conversion, Deal, Id, Lead } from './records.js';
import { projectNeeds, projectsOf } from './projects/of-deals.js';
import { byIds, listedIn } from './rule.js';
import type { Env, Found, Rule } from './rule.js';
import { fieldProblems, nobodyProblem } from './validate.js';

/** What is kept for a lead is kept as long as there is the lead. */
export const NEVER = '9999-12-31T23:59:59.999Z';

/** What a deal can have and a lead cannot, where it holds anything. */
const DEALS_OWN = ['stageId', 'probability', 'waitUntil', 'followerIds'] as const satisfies readonly (keyof Deal)[];

/**
 * A deal goes back to the inbox: as the lead it was, under the same id, with what was worked out since; or as a new lead,
 * where it never was one. The whole deal stays with the receipt, and is there again, the same one, when the lead is converted
 * again (`Conversion.kept`), with what hung on it and no lead can have (`Conversion.keptChildren`).
 */
export const dealsConvert: Rule<'deals-convert'> = {
  optimistic: false,
  bulk: true,
  needs: ({ ids }) => [
    ...byIds('deal', ids),
    ...listedIn('conversion', 'dealId', ids),
    ...byIds('lead', ids),
    ...hangingNeeds('deal', ids),
    ...projectNeeds(ids),
    { kind: 'field' },
  ],
  then: (_input, found) =>
    byIds(
      'lead',
      found.all('conversion').map(({ id }) => id),
    ),
  draft: (input, found, env) =>
    [...new Set(input.ids)].map((id, index) => {
      const deal = found.get('deal', id);
      const draft = new LeadDraft(deal, id, index, {
        leadId: receiptOf(id, found)?.id ?? id,
        counts: hangingCounts(found, 'deal', id),
        projects: projectsOf(found, id).length,
      });
      dealsConvert.check(draft, found, env, input);
      return draft;
    }),
  check: (draft, found) => {
    (draft as LeadDraft).problems = problemsOf(draft, found);
  },
  changes: (draft, found, env) => (draft.record === null ? [] : changesOf(draft, draft.record, found, env)),
  apart: () => true,
};

class LeadDraft extends CommandDraft<'deal'> implements ToLeadDraft {
  readonly leadId: Id;
  readonly moves: ToLeadDraft['moves'];
  readonly stays: readonly string[];
  readonly keeps: ToLeadDraft['keeps'];

  constructor(
    deal: Deal | null,
    id: Id,
    index: number,
    { leadId, counts, projects }: { readonly leadId: Id; readonly counts: HangingCounts; readonly projects: number },
  ) {
    super('deal', id, deal, deal === null ? {} : carried(deal), { index });
    this.leadId = leadId;
    const { notes, activities, files, ...keeps } = counts;
    this.moves = { notes, activities, ...(files !== undefined && { files }) };
    // A project goes on without the deal, and names it still: it has its projects again when it is one again.
    this.keeps = { ...keeps, ...(projects > 0 && { projects }) };
    this.stays = deal === null ? [] : DEALS_OWN.filter((name) => !isEmpty(deal[name] ?? null));
  }
}

/** Of the conversion that made the deal; leads that only joined it have receipts of their own. */
function receiptOf(dealId: Id, found: Found): Conversion | null {
  return (
    found
      .all('conversion')
      .find((each) => each.dealId === dealId && !each.joined && isEmpty(each.mergedFrom) && each.state !== 'undone') ??
    null
  );
}

function problemsOf(draft: ToLeadDraft, found: Found): readonly Problem[] {
  const deal = draft.record;
  if (deal === null || found.get('deal', draft.id) === null) return [{ code: 'not-found' }];
  if (deal.status !== 'open') return [{ code: 'closed' }];
  const receipt = receiptOf(deal.id, found);
  if (receipt?.state === 'running') return [{ code: 'changed', detail: 'running', dealId: deal.id }];
  if (found.get('lead', draft.leadId) !== null) return [{ code: 'changed', detail: 'lead-exists', dealId: deal.id }];
  const fields = tidy(draft.fields);
  const given = Object.fromEntries(Object.entries(fields).filter(([name, value]) => !same(value, valueOf(deal, name))));
  const { personId, organizationId } = { ...deal, ...fields };
  return [...fieldProblems('lead', given, null, defsOf(found)), ...nobodyProblem({ personId, organizationId })];
}

/** The lead first and the deal last: half of it, somewhere without `atomic`, loses nothing. */
function changesOf(draft: ToLeadDraft, deal: Deal, found: Found, env: Env): readonly Change[] {
  const receipt = receiptOf(deal.id, found);
  const lead = leadOf(draft, deal, receipt?.lead ?? null, env);
  const hanging = hangingOn(found, 'deal', deal.id);
  const keptChildren = keptOf(hanging);
  const kept = {
    state: 'undone',
    kept: deal,
    ...(keptChildren === null && isEmpty(receipt?.keptChildren) ? {} : { keptChildren }),
    expiresAt: NEVER,
  } as const;
  const told: Change | null =
    receipt !== null
      ? patchOf('conversion', receipt, kept)
      : {
          op: 'create',
          kind: 'conversion',
          id: lead.id,
          record: {
            id: lead.id,
            rev: 0,
            createdAt: env.now,
            updatedAt: env.now,
            lead,
            dealId: deal.id,
            deal: null,
            joined: false,
            overwritten: {},
            movedNotes: [],
            movedActivities: [],
            dropped: [],
            userId: env.userId,
            command: env.command,
            ...kept,
          },
        };
  return [
    { op: 'create', kind: 'lead', id: lead.id, record: lead },
    ...rehang(hanging, 'deal', deal.id, lead.id),
    ...(told === null ? [] : [told]),
    ...deletedAll(keptChildren),
    { op: 'delete', kind: 'deal', id: deal.id, record: deal, rev: deal.rev },
  ];
}

/** What the lead was, with what the deal says now. Somebody knows it, and it is in the inbox, wherever it was before. */
function leadOf(draft: ToLeadDraft, deal: Deal, before: Lead | null, env: Env): Lead {
  const { personName, organizationName, nextActivity, searchText, creatorId } = deal;
  const start: Lead = {
    ...carriedOf(deal),
    ...before,
    id: draft.leadId,
    rev: 0,
    createdAt: before?.createdAt ?? env.now,
    updatedAt: env.now,
    touchedAt: env.now,
    personName,
    organizationName,
    nextActivity,
    searchText,
    creatorId: before?.creatorId ?? creatorId,
    archivedAt: null,
    seen: true,
    sourceDealId: deal.id,
    custom: {},
  };
  return withFields(start, tidy(draft.fields));
}

function carriedOf(deal: Deal) {
  const { title, personId, organizationId, ownerId, labelIds, value, expectedClose } = deal;
  const { sourceName, origin, originId, channel, channelId } = deal;
  return {
    ...{ title, personId, organizationId, ownerId, labelIds, value, expectedClose },
    ...{ sourceName, origin, originId, channel, channelId },
  };
}
