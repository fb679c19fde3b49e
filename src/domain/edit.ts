import { patchOf, withFields } from './change.js';
import type { Change } from './change.js';
import { CommandDraft } from './drafts.js';
import { oneLine } from './filled.js';
import type { CommandInputs, CommandName, DraftOf, Problem } from './plan.js';
import type { Field, Id, Kind, RecordOf } from './records.js';
import { byIds } from './rule.js';
import type { Env, Found, Need, Rule } from './rule.js';
import { fieldProblems } from './validate.js';

export { oneLine };

type Values = Record<string, unknown>;

/** What makes one kind of edit different from another. */
export interface Edit<N extends CommandName, K extends Kind> {
  readonly kind: K;
  /** Waits for the storage's answer where false; true by default. */
  readonly optimistic?: boolean;
  ids(input: CommandInputs[N]): readonly Id[];
  /** What else it has to see. */
  needs?(input: CommandInputs[N], env: Env): readonly Need[];
  /** The fields it proposes for a record; the host may edit them. */
  fields(record: RecordOf[K], input: CommandInputs[N], found: Found, env: Env, index: number): Values;
  /** Beyond what the fields may hold: `next` is the record with the draft's fields set. */
  problems?(
    record: RecordOf[K],
    next: RecordOf[K],
    found: Found,
    input: CommandInputs[N],
    env: Env,
  ): readonly Problem[];
  /** Fields that follow from the draft's, such as when it was closed. */
  follows?(record: RecordOf[K], fields: Readonly<Values>, env: Env): Values;
  /** Fields the command sets although no person may edit them. */
  readonly own?: readonly string[];
}

/** A command that sets fields of records which exist: a draft and at most one patch for each. */
export function editRule<N extends CommandName, K extends Kind>(edit: Edit<N, K>): Rule<N> {
  return {
    optimistic: edit.optimistic ?? true,
    bulk: true,
    needs: (input, env) => [...byIds(edit.kind, edit.ids(input)), ...(edit.needs?.(input, env) ?? [])],
    draft: (input, found, env) =>
      [...new Set(edit.ids(input))].map((id, index) => {
        const record = found.get(edit.kind, id);
        const fields = record === null ? {} : edit.fields(record, input, found, env, index);
        const draft = new CommandDraft(edit.kind, id, record, fields, { index }) as unknown as CommandDraft &
          DraftOf<N>;
        check(edit, draft, found, input, env);
        return draft;
      }),
    check: (draft, found, env, input) => check(edit, draft as unknown as CommandDraft, found, input, env),
    changes(draft, _found, env): readonly Change[] {
      const record = draft.record as RecordOf[K] | null;
      if (record === null) return [];
      const fields = tidy(draft.fields);
      const patch = patchOf(edit.kind, record, { ...fields, ...edit.follows?.(record, fields, env) });
      return patch === null ? [] : [patch as Change];
    },
  };
}

function check<N extends CommandName, K extends Kind>(
  edit: Edit<N, K>,
  draft: CommandDraft,
  found: Found,
  input: CommandInputs[N],
  env: Env,
): void {
  const record = draft.record as RecordOf[K] | null;
  if (record === null || found.get(edit.kind, draft.id) === null) {
    draft.problems = [{ code: 'not-found' }];
    return;
  }
  const fields = tidy(draft.fields);
  const own = new Set(edit.own);
  const asked = own.size === 0 ? fields : Object.fromEntries(Object.entries(fields).filter(([name]) => !own.has(name)));
  const problems = fieldProblems(edit.kind, asked, record, defsOf(found));
  draft.problems = [...problems, ...(edit.problems?.(record, withFields(record, fields), found, input, env) ?? [])];
}

/** The custom fields; what reads them needs `{ kind: 'field' }`. */
export function defsOf(found: Found): readonly Field[] {
  return found.all('field');
}

/** What reads them. */
export const defsNeed: Need = { kind: 'field' };

/** Custom fields are read only where a value of one is set: most edits need no second look. */
export function defNeeds(fields: Readonly<Values>): readonly Need[] {
  return Object.keys(fields).some((name) => name.startsWith('custom.')) ? [defsNeed] : [];
}

const ONE_LINE = ['title', 'name', 'subject', 'jobTitle', 'address', 'website', 'sourceName'];

/** Text without the blanks around it that typing and pasting leave; in one-line fields line breaks become blanks. */
export function tidy(fields: Readonly<Values>): Values {
  const tidied: Values = { ...fields };
  for (const name of ONE_LINE) {
    const value = tidied[name];
    if (typeof value === 'string') tidied[name] = oneLine(value);
  }
  return tidied;
}
