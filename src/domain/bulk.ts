import { editRule } from './edit.js';
import type { CommandInputs } from './plan.js';
import type { Id } from './records.js';
import type { Rule } from './rule.js';

/** Edits of many leads or deals at once, the same for each. */

export const leadsSee: Rule<'leads-see'> = editRule({
  kind: 'lead',
  ids: (input) => input.ids,
  fields: (_lead, input) => ({ seen: input.seen }),
});

export const leadsArchive: Rule<'leads-archive'> = editRule({
  kind: 'lead',
  ids: (input) => input.ids,
  // What is archived already stays as it was: the date says when it left the inbox.
  fields: (lead, _input, _found, env) => ({ archivedAt: lead.archivedAt ?? env.now }),
});

export const leadsRestore: Rule<'leads-restore'> = editRule({
  kind: 'lead',
  ids: (input) => input.ids,
  fields: () => ({ archivedAt: null }),
});

function labelRule<N extends 'leads-label' | 'deals-label'>(kind: 'lead' | 'deal'): Rule<N> {
  return editRule<N, 'lead' | 'deal'>({
    kind,
    ids: (input) => input.ids,
    fields: (record, input) => ({ labelIds: relabel(record.labelIds, input) }),
  });
}

/** Labels and followers keep the order they were put on in. */
function relabel(
  ids: readonly Id[],
  { add, remove }: Pick<CommandInputs['leads-label'], 'add' | 'remove'>,
): readonly Id[] {
  return [...new Set([...ids, ...add])].filter((id) => !remove.includes(id));
}

export const dealsFollow: Rule<'deals-follow'> = editRule({
  kind: 'deal',
  ids: (input) => input.ids,
  fields: ({ followerIds }, input) => ({ followerIds: relabel(followerIds ?? [], input) }),
});

function assignRule<N extends 'leads-assign' | 'deals-assign'>(kind: 'lead' | 'deal'): Rule<N> {
  return editRule<N, 'lead' | 'deal'>({
    kind,
    ids: (input) => input.ids,
    fields: (_record, input) => ({ ownerId: input.ownerId }),
  });
}

export const dealsExpect: Rule<'deals-expect'> = editRule({
  kind: 'deal',
  ids: (input) => input.ids,
  fields: ({ id, expectedClose }, { expectedClose: to }) => {
    if (to === null || typeof to === 'string') return { expectedClose: to };
    return { expectedClose: Object.hasOwn(to, id) ? to[id] : expectedClose };
  },
});

export const leadsLabel = labelRule<'leads-label'>('lead');
export const dealsLabel = labelRule<'deals-label'>('deal');
export const leadsAssign = assignRule<'leads-assign'>('lead');
export const dealsAssign = assignRule<'deals-assign'>('deal');
