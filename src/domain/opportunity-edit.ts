import { choiceNeeds, choose } from './contacts.js';
import type { Choices, Chosen } from './contacts.js';
import { CommandDraft } from './drafts.js';
import { defNeeds, editRule } from './edit.js';
import type { Id, Opportunity } from './records.js';
import type { Env, Found, Rule } from './rule.js';
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
      ...rule.changes(draft, found, env, input),
    ],
  };

  function check(...[draft, found, env, input]: Parameters<Rule<N>['check']>): void {
    rule.check(draft, found, env, input);
    const edit = draft as unknown as EditDraft;
    if (edit.record === null) return;
    const ruled = RULED.filter((field) => field in edit.fields).map(
      (field) => ({ code: 'invalid', field, detail: 'read-only' }) as const,
    );
    edit.problems = [...edit.problems, ...ruled, ...edit.chosen(found, env).problems];
  }
}

export const leadEdit = opportunityEdit<'lead-edit'>('lead');
export const dealEdit = opportunityEdit<'deal-edit'>('deal');
