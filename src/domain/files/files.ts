/** Files on leads, deals, persons and organizations: attached, renamed, described, taken off. */
import { CommandDraft } from '../drafts.js';
import type { FileDraft } from '../draft-shapes.js';
import { editRule } from '../edit.js';
import { hangsOn, onNeeds, onProblems } from '../notes.js';
import type { CommandInputs, Problem } from '../plan.js';
import type { AttachedFile } from '../records.js';
import { removeRule } from '../remove.js';
import type { Env, Found, Rule } from '../rule.js';
import { fieldProblems } from '../validate.js';
import type { KeptFile, NewFile } from './inputs.js';
import { safeName } from './names.js';
import { defaultLimit, typeOf } from './types.js';

/** What the draft of a file knows beside its fields. */
class AddedFile extends CommandDraft<'file'> implements FileDraft {
  readonly blob: Blob | null;
  ref: string | null;

  constructor(id: string, given: NewFile | KeptFile, fields: Record<string, unknown>, index: number) {
    super('file', id, null, fields, { title: fields['name'] as string, index });
    this.blob = 'blob' in given ? given.blob : null;
    this.ref = 'ref' in given ? given.ref : null;
  }
}

/**
 * A draft a file. What it holds goes to the `BlobStore` when the page has agreed, right before its record is stored: each by
 * itself, so that one that finds no room keeps no other one back.
 */
export const fileAdd: Rule<'file-add'> = {
  optimistic: false,
  bulk: true,
  single: true,
  needs: (input) => onNeeds(input.on),
  draft: (input, found, env) =>
    input.files.map((given, index) => {
      const draft = new AddedFile(env.newId(), given, fieldsOf(given, env), index);
      fileAdd.check(draft, found, env, input);
      return draft;
    }),
  check: (draft, found, env, { on }) => {
    (draft as AddedFile).problems = addProblems(draft, on, found, env);
  },
  changes: (draft, _found, env, { on }) => {
    const { name, description, size, type } = draft.fields as Record<string, string> & { readonly size: number };
    const record: AttachedFile = {
      id: draft.id,
      rev: 0,
      createdAt: env.now,
      updatedAt: env.now,
      ...hangsOn(on),
      name: safeName(name),
      description: described(description),
      size,
      type: type ?? '',
      ref: draft.ref ?? '',
      authorId: env.userId,
    };
    return [{ op: 'create', kind: 'file', id: record.id, record }];
  },
};

function fieldsOf(given: NewFile | KeptFile, env: Env): Record<string, unknown> {
  const own = 'blob' in given ? (given.blob as { readonly name?: unknown }).name : undefined;
  const name = safeName(given.name ?? own);
  const description = described(given.description);
  if (!('blob' in given)) return { name, description, size: given.size, type: given.type };
  const head = env.headOf?.(given.blob);
  return { name, description, size: given.blob.size, type: head ? typeOf(head, name) : '' };
}

function addProblems(
  draft: FileDraft,
  on: CommandInputs['file-add']['on'],
  found: Found,
  env: Env,
): readonly Problem[] {
  const { name, description } = draft.fields;
  const { blob } = draft;
  // Said by how large it is, before a byte of it is read.
  if (blob !== null && blob.size > (env.fileLimit ?? defaultLimit))
    return [{ code: 'invalid', field: 'size', detail: 'too-large' }];
  return [
    ...onProblems(on, found),
    ...fieldProblems('file', { name, description }, null, []),
    // A folder, or a file that was moved or deleted after it was chosen.
    ...(blob !== null && env.headOf?.(blob) === null
      ? [{ code: 'invalid', field: 'size', detail: 'unreadable' } as const]
      : []),
  ];
}

function described(text: unknown): string {
  return typeof text === 'string' ? text.trim() : '';
}

export const fileEdit: Rule<'file-edit'> = editRule({
  kind: 'file',
  ids: (input) => [input.id],
  fields: (_file, { name, description }) => ({
    ...(name === undefined ? {} : { name }),
    ...(description === undefined ? {} : { description: described(description) }),
  }),
});

export const fileDelete: Rule<'file-delete'> = removeRule('file');
