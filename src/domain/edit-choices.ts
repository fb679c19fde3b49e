import { choose } from './contacts.js';
import type { Choices, Chosen } from './contacts.js';
import { CommandDraft } from './drafts.js';
import type { CommandName, Problem } from './plan.js';
import type { Id } from './records.js';
import type { Env, Found, Rule } from './rule.js';

/** An edit that may name a person or organization which is made with it. */
export class ChoosingDraft extends CommandDraft {
  readonly choices: Choices;

  constructor(draft: CommandDraft, ids: Readonly<Record<string, Id>>, { person, organization }: Choices) {
    super(draft.kind, draft.id, draft.record, draft.fields, { ids });
    this.choices = {
      ...(person === undefined ? {} : { person }),
      ...(organization === undefined ? {} : { organization }),
    };
  }

  chosen(found: Found, env: Env): Chosen {
    const ownerId = (this.record as { readonly ownerId?: Id | null } | null)?.ownerId ?? env.userId;
    return choose(this.choices, this.ids, found, env, ownerId);
  }
}

/**
 * An edit of one record whose person or organization may be another one, or a new one. The rule reads them (`choiceNeeds`).
 * @param also what else stands in the way
 */
export function withChoices<N extends CommandName>(
  rule: Rule<N>,
  also: (draft: ChoosingDraft, found: Found) => readonly Problem[] = () => [],
): Rule<N> {
  return {
    ...rule,
    draft: (input, found, env) => {
      const [plain] = rule.draft(input, found, env) as unknown as CommandDraft[];
      if (plain === undefined) return [];
      const draft = new ChoosingDraft(plain, { person: env.newId(), organization: env.newId() }, input as Choices);
      const { personId, organizationId } = draft.chosen(found, env);
      if (draft.choices.person !== undefined) draft.fields['personId'] = personId;
      if (draft.choices.organization !== undefined) draft.fields['organizationId'] = organizationId;
      check(draft as never, found, env, input);
      return [draft as never];
    },
    check,
    changes: (draft, found, env, input) => [
      ...(draft as unknown as ChoosingDraft).chosen(found, env).creates,
      ...rule.changes(draft, found, env, input),
    ],
  };

  function check(...[draft, found, env, input]: Parameters<Rule<N>['check']>): void {
    rule.check(draft, found, env, input);
    const edit = draft as unknown as ChoosingDraft;
    if (edit.record === null) return;
    edit.problems = [...edit.problems, ...also(edit, found), ...edit.chosen(found, env).problems];
  }
}
