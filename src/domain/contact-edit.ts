import { choiceNeeds, points } from './contacts.js';
import { defNeeds, editRule } from './edit.js';
import { withChoices } from './edit-choices.js';
import type { ContactPoint } from './records.js';
import type { Rule } from './rule.js';

function contactFields(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const next: Record<string, unknown> = { ...fields };
  for (const name of ['emails', 'phones']) {
    if (Array.isArray(next[name])) next[name] = points(next[name] as readonly ContactPoint[]);
  }
  return next;
}

/** The organization may be one that is made with it. */
export const personEdit: Rule<'person-edit'> = withChoices(
  editRule({
    kind: 'person',
    ids: (input) => [input.id],
    needs: (input) => [...defNeeds(input.fields), ...choiceNeeds(input)],
    fields: (_person, input) => contactFields(input.fields),
  }),
);

export const organizationEdit: Rule<'organization-edit'> = editRule({
  kind: 'organization',
  ids: (input) => [input.id],
  needs: (input) => defNeeds(input.fields),
  fields: (_organization, input) => ({ ...input.fields }),
});
