import { choiceNeeds, choose } from './contacts.js';
import type { Choices, Chosen } from './contacts.js';
import { CommandDraft } from './drafts.js';
import { defNeeds, editRule } from './edit.js';
import type { Problem } from './plan.js';
import type { Deal, Id, Opportunity } from './records.js';
import type { Env, Found, Rule } from './rule.js';
import { same } from './change.js';
import type { Change } from './change.js';
import { hasLines } from './products/deal-value.js';
import { nobodyProblem } from './validate.js';

type EditName = 'lead-edit' | 'deal-edit';

/** These have commands of their own, with rules to keep. */
const RULED = ['stageId', 'pipelineId', 'rank', 'status', 'archivedAt', 'waitUntil', 'waitReason'];

/** An edit that may name a person or organization which is made with it. */
class EditDraft extends CommandDraft {
  readonly choices: Choices;

  constructor(draft: CommandDraft, ids: Readonly<Record<string, Id>>, { person, organization }: Choices) {
    super(draft.kind, draft.id, draft.record, draft.fields, { ids });
    this.choices = {
      ...(person === undefined ? {} : { person }),
      ...(organization === undefined ? {} : { organization }),
    };
  }

  chosen(found: Found, env: Env): Chosen {
    const ownerId = (this.record as Opportunity | null)?.ownerId ?? env.userId;
    return choose(this.choices, this.ids, found, env, ownerId);
  }
}

/** Fields of one lead or deal, in place; its person and organization may be other ones, or new ones. */
function opportunityEdit<N extends EditName>(kind: 'lead' | 'deal'): Rule<N> {
  const rule = editRule<N, 'lead' | 'deal'>({
    kind,
    ids: (input) => [input.id],
    needs: (input) => [...defNeeds(input.fields), ...choiceNeeds(input)],
    fields: (_record, input) => ({ ...input.fields }),
    problems: (record, next) =>
      record.personId === next.personId && record.organizationId === next.organizationId ? [] : nobodyProblem(next),
  });
  return {
    ...rule,
    draft: (input, found, env) => {
      const [plain] = rule.draft(input, found, env) as unknown as CommandDraft[];
      if (plain === undefined) return [];
      const draft = new EditDraft(plain, { person: env.newId(), organization: env.newId() }, input);
      const { personId, organizationId } = draft.chosen(found, env);
      if (draft.choices.person !== undefined) draft.fields['personId'] = personId;
      if (draft.choices.organization !== undefined) draft.fields['organizationId'] = organizationId;
      check(draft as never, found, env, input);
      return [draft as never];
    },
    check,
    changes: (draft, found, env, input) => [
      ...(draft as unknown as EditDraft).chosen(found, env).creates,
      ...rule.changes(draft, found, env, input).map((change) => guarded(change, draft.record as Deal)),
    ],
  };

  function check(...[draft, found, env, input]: Parameters<Rule<N>['check']>): void {
    rule.check(draft, found, env, input);
    const edit = draft as unknown as EditDraft;
    if (edit.record === null) return;
    const ruled = RULED.filter((field) => field in edit.fields).map(
      (field) => ({ code: 'invalid', field, detail: 'read-only' }) as const,
    );
    edit.problems = [...edit.problems, ...ruled, ...summedProblem(edit, found), ...edit.chosen(found, env).problems];
  }
}

/** As long as a deal has lines, it is worth their sum. */
function summedProblem({ kind, id, fields, record }: EditDraft, found: Found): readonly Problem[] {
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
