import { editRule } from './edit.js';
import type { Rule } from './rule.js';

/** Somebody has looked: they are as many as they are. Each says so of all the others, so that it is known whichever is deleted. */
function apart(kind: 'person' | 'organization'): Rule<'persons-distinguish'> {
  return editRule<'persons-distinguish', 'person' | 'organization'>({
    kind,
    ids: ({ ids }) => ids,
    fields: ({ id, notDuplicateOf }, { ids }) => ({
      notDuplicateOf: [...new Set([...(notDuplicateOf ?? []), ...ids])].filter((other) => other !== id),
    }),
  });
}

export const personsDistinguish = apart('person');
export const organizationsDistinguish = apart('organization') as unknown as Rule<'organizations-distinguish'>;
