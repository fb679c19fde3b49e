import { editRule } from './edit.js';
import type { Id } from './records.js';
import type { Rule } from './rule.js';

/** Somebody has looked: they are as many as they are. Of two it is enough that one of them says so. */
function apart(kind: 'person' | 'organization'): Rule<'persons-distinguish'> {
  return editRule<'persons-distinguish', 'person' | 'organization'>({
    kind,
    ids: ({ ids }) => ids,
    fields: ({ id, notDuplicateOf }, { ids }) => {
      const others: readonly Id[] = ids.slice(ids.indexOf(id) + 1).filter((other) => other !== id);
      // The last one has nothing to say: all the others have said it.
      return others.length === 0 ? {} : { notDuplicateOf: [...new Set([...(notDuplicateOf ?? []), ...others])] };
    },
  });
}

export const personsDistinguish = apart('person');
export const organizationsDistinguish = apart('organization') as unknown as Rule<'organizations-distinguish'>;
