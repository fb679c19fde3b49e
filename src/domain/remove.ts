import type { Change } from './change.js';
import { CommandDraft } from './drafts.js';
import type { Draft } from './plan.js';
import { byIds } from './rule.js';
import type { Rule } from './rule.js';

/** Commands that take one record off, and its kind. */
interface KindOf {
  readonly 'note-delete': 'note';
  readonly 'file-delete': 'file';
  readonly 'activity-delete': 'activity';
  readonly 'participant-delete': 'participant';
  readonly 'project-delete': 'project';
  readonly 'project-template-delete': 'projectTemplate';
}

/** One record, taken off at once; Undo puts it back. */
export function removeRule<N extends keyof KindOf>(kind: KindOf[N]): Rule<N> {
  const rule: Rule<'note-delete'> = {
    optimistic: true,
    bulk: false,
    needs: (input) => byIds(kind, [input.id]),
    draft: (input, found, env) => {
      const draft = new CommandDraft(kind, input.id, found.get(kind, input.id), {}) as Draft;
      rule.check(draft, found, env, input);
      return [draft];
    },
    check: (draft, found) => {
      const gone = draft.record === null || found.get(kind, draft.id) === null;
      (draft as CommandDraft).problems = gone ? [{ code: 'not-found' }] : [];
    },
    changes: (draft) => {
      const { record } = draft;
      return record === null ? [] : [{ op: 'delete', kind, id: record.id, record, rev: record.rev } as Change];
    },
  };
  return rule as Rule<N>;
}
