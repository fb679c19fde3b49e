import { CommandDraft } from './drafts.js';
import { editRule } from './edit.js';
import type { Draft, On, Problem } from './plan.js';
import type { Attached, Id, Note } from './records.js';
import { byIds } from './rule.js';
import type { Env, Found, Need, Rule } from './rule.js';
import { removeRule } from './remove.js';
import { fieldProblems } from './validate.js';

/** A note on a lead, a deal, a person or an organization. */
export function newNote(id: Id, on: On, text: string, env: Env): Note {
  return {
    id,
    rev: 0,
    createdAt: env.now,
    updatedAt: env.now,
    ...hangsOn(on),
    text: text.trim(),
    authorId: env.userId,
    pinned: false,
  };
}

export function hangsOn(on: On): Attached {
  return { leadId: null, dealId: null, personId: null, organizationId: null, ...on };
}

function holderOf(on: On): readonly [kind: 'lead' | 'deal' | 'person' | 'organization', id: Id] {
  if ('leadId' in on) return ['lead', on.leadId];
  if ('dealId' in on) return ['deal', on.dealId];
  return 'personId' in on ? ['person', on.personId] : ['organization', on.organizationId];
}

/** What something is put on. */
export function onNeeds(on: On): readonly Need[] {
  const [kind, id] = holderOf(on);
  return byIds(kind, [id]);
}

/** It may have been deleted, or converted, while one was typing. */
export function onProblems(on: On, found: Found): readonly Problem[] {
  return found.get(...holderOf(on)) === null ? [{ code: 'not-found' }] : [];
}

export const noteAdd: Rule<'note-add'> = {
  optimistic: true,
  bulk: false,
  needs: (input) => onNeeds(input.on),
  draft: (input, found, env) => {
    const draft = new CommandDraft(
      'note',
      env.newId(),
      null,
      { text: input.text },
      { title: input.text.trim().slice(0, 80) },
    ) as Draft;
    noteAdd.check(draft, found, env, input);
    return [draft];
  },
  check: (draft, found, _env, input) => {
    (draft as CommandDraft).problems = [
      ...onProblems(input.on, found),
      ...fieldProblems('note', draft.fields, null, []),
    ];
  },
  changes: (draft, _found, env, input) => {
    const note = newNote(draft.id, input.on, draft.fields['text'] as string, env);
    return [{ op: 'create', kind: 'note', id: note.id, record: note }];
  },
};

export const noteEdit: Rule<'note-edit'> = editRule({
  kind: 'note',
  ids: (input) => [input.id],
  fields: (_note, { text, pinned }) => ({
    ...(text === undefined ? {} : { text: text.trim() }),
    ...(pinned === undefined ? {} : { pinned }),
  }),
});

export const noteDelete: Rule<'note-delete'> = removeRule('note');
