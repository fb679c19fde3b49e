import { choiceNeeds } from './contacts.js';
import { defNeeds, editRule } from './edit.js';
import { withChoices } from './edit-choices.js';
import type { ChoosingDraft } from './edit-choices.js';
import type { Problem } from './plan.js';
import type { Deal } from './records.js';
import type { Found, Rule } from './rule.js';
import { same } from './change.js';
import type { Change } from './change.js';
import { hasLines } from './products/deal-value.js';
import { nobodyProblem } from './validate.js';

type EditName = 'lead-edit' | 'deal-edit';

/** These have commands of their own, with rules to keep. */
const RULED = ['stageId', 'pipelineId', 'rank', 'status', 'archivedAt', 'waitUntil', 'waitReason'];

/** Fields of one lead or deal, in place; its person and organization may be other ones, or new ones. */
function opportunityEdit<N extends EditName>(kind: 'lead' | 'deal'): Rule<N> {
  const rule = withChoices(
    editRule<N, 'lead' | 'deal'>({
      kind,
      ids: (input) => [input.id],
      needs: (input) => [...defNeeds(input.fields), ...choiceNeeds(input)],
      fields: (_record, input) => ({ ...input.fields }),
      problems: (record, next) =>
        record.personId === next.personId && record.organizationId === next.organizationId ? [] : nobodyProblem(next),
    }),
    (draft, found) => [...ruledProblems(draft), ...summedProblem(draft, found)],
  );
  return {
    ...rule,
    changes: (draft, found, env, input) =>
      rule.changes(draft, found, env, input).map((change) => guarded(change, draft.record as Deal)),
  };
}

function ruledProblems({ fields }: ChoosingDraft): readonly Problem[] {
  return RULED.filter((field) => field in fields).map((field) => ({ code: 'invalid', field, detail: 'read-only' }));
}

/** As long as a deal has lines, it is worth their sum. */
function summedProblem({ kind, id, fields, record }: ChoosingDraft, found: Found): readonly Problem[] {
  const deal = kind === 'deal' && 'value' in fields ? found.get('deal', id) : null;
  if (deal === null || !hasLines(deal) || same(fields['value'], (record as Deal).value)) return [];
  return [{ code: 'invalid', field: 'value', detail: 'sum' }];
}

/** Another value is stored only where nobody has put a line on the deal meanwhile, even one that comes to the same. */
function guarded(change: Change, deal: Deal | null): Change {
  if (change.kind !== 'deal' || change.op !== 'patch' || !('value' in change.fields) || deal === null) return change;
  const lines = deal.lines ?? null;
  return { ...change, fields: { ...change.fields, lines: [lines, lines] } };
}

export const leadEdit = opportunityEdit<'lead-edit'>('lead');
export const dealEdit = opportunityEdit<'deal-edit'>('deal');
