import { patchOf } from './change.js';
import type { Change } from './change.js';
import { CommandDraft } from './drafts.js';
import { askedFieldNeeds, askedLedOn, askedNamedNeeds, askedSurvivorNeeds } from './led-on.js';
import type { Id, View } from './records.js';
import { byIds } from './rule.js';
import type { Rule } from './rule.js';

/** One record for each user and view, found by its id without a search. */
export function viewId(name: string, userId: Id | null): Id {
  return `view:${userId ?? ''}:${name}`;
}

export const viewSave: Rule<'view-save'> = {
  optimistic: true,
  bulk: false,
  needs: (input, env) => [...byIds('view', [viewId(input.name, env.userId)]), ...askedFieldNeeds(input.state)],
  then: ({ state }, found) => askedNamedNeeds(state, found),
  further: ({ state }, found) => askedSurvivorNeeds(state, found),
  draft: (input, found, env) => {
    const id = viewId(input.name, env.userId);
    return [
      new CommandDraft(
        'view',
        id,
        found.get('view', id),
        { state: askedLedOn(input.state, found) },
        { title: input.name },
      ),
    ];
  },
  check: () => undefined,
  changes: (draft, found, env, input): readonly Change[] => {
    const { state } = draft.fields as Pick<View, 'state'>;
    const record = found.get('view', draft.id);
    if (record === null) {
      const made: View = {
        id: draft.id,
        rev: 0,
        createdAt: env.now,
        updatedAt: env.now,
        name: input.name,
        userId: env.userId,
        state,
      };
      return [{ op: 'create', kind: 'view', id: made.id, record: made }];
    }
    const patch = patchOf('view', record, { state });
    return patch === null ? [] : [patch];
  },
};
