import { patchOf } from './change.js';
import type { Change } from './change.js';
import { CommandDraft } from './drafts.js';
import { editRule, oneLine, tidy } from './edit.js';
import { fold } from './fold.js';
import type { Draft, Problem } from './plan.js';
import type { Id, Label } from './records.js';
import { byIds } from './rule.js';
import type { Found, Rule } from './rule.js';
import { fieldProblems } from './validate.js';

/** Two labels of one name could not be told apart; case and accents do not make a name another. */
function duplicate(name: unknown, id: Id, found: Found): readonly Problem[] {
  const folded = fold(oneLine(name));
  const taken = folded !== '' && found.all('label').some((label) => label.id !== id && fold(label.name) === folded);
  return taken ? [{ code: 'duplicate', field: 'name' }] : [];
}

export const labelAdd: Rule<'label-add'> = {
  optimistic: true,
  bulk: false,
  needs: () => [{ kind: 'label' }],
  draft: (input, found, env) => {
    const draft = new CommandDraft(
      'label',
      env.newId(),
      null,
      { name: input.name, color: input.color },
      { title: oneLine(input.name) },
    ) as Draft;
    labelAdd.check(draft, found, env, input);
    return [draft];
  },
  check: (draft, found) => {
    const fields = tidy(draft.fields);
    (draft as CommandDraft).problems = [
      ...fieldProblems('label', fields, null, []),
      ...duplicate(fields['name'], draft.id, found),
    ];
  },
  changes: (draft, _found, env) => {
    const { name, color } = tidy(draft.fields) as unknown as Pick<Label, 'name' | 'color'>;
    const record: Label = { id: draft.id, rev: 0, createdAt: env.now, updatedAt: env.now, name, color };
    return [{ op: 'create', kind: 'label', id: record.id, record }];
  },
};

export const labelEdit: Rule<'label-edit'> = editRule({
  kind: 'label',
  ids: (input) => [input.id],
  needs: () => [{ kind: 'label' }],
  fields: (_label, { name, color }) => ({
    ...(name === undefined ? {} : { name }),
    ...(color === undefined ? {} : { color }),
  }),
  problems: (label, next, found) => (label.name === next.name ? [] : duplicate(next.name, label.id, found)),
});

/** Takes the label off every lead and deal, in the same commit: none is left with a label that is not there. */
export const labelDelete: Rule<'label-delete'> = {
  optimistic: false,
  bulk: false,
  needs: (input) => [
    ...byIds('label', [input.id]),
    { kind: 'lead', where: { field: 'labelIds', op: 'has', value: [input.id] } },
    { kind: 'deal', where: { field: 'labelIds', op: 'has', value: [input.id] } },
  ],
  draft: (input, found, env) => {
    const draft = new CommandDraft('label', input.id, found.get('label', input.id), {}) as Draft;
    labelDelete.check(draft, found, env, input);
    return [draft];
  },
  check: (draft, found) => {
    (draft as CommandDraft).problems =
      draft.record === null || found.get('label', draft.id) === null ? [{ code: 'not-found' }] : [];
  },
  changes: (draft, found) => {
    const record = draft.record as Label | null;
    if (record === null) return [];
    const changes: Change[] = [];
    for (const kind of ['lead', 'deal'] as const) {
      for (const held of found.all(kind)) {
        const patch = patchOf(kind, held, { labelIds: held.labelIds.filter((id) => id !== record.id) });
        if (patch !== null) changes.push(patch);
      }
    }
    return [...changes, { op: 'delete', kind: 'label', id: record.id, record, rev: record.rev }];
  },
};
