import { patchOf, same, valueOf } from './change.js';
import { CommandDraft } from './drafts.js';
import type { RetypeDraft } from './draft-shapes.js';
import { OptionBook, optionProblems, wantedOptions, withoutOptions } from './field-options.js';
import { customKinds } from './fields.js';
import { CUSTOM } from './field-value.js';
import { fold } from './fold.js';
import { isEmpty } from './matches.js';
import type { CommandInputs, Problem } from './plan.js';
import { fieldTypes } from './records.js';
import type { CustomValue, Field, FieldOption, FieldType, Id } from './records.js';
import { retype } from './retype.js';
import type { RetypeContext } from './retype.js';
import type { Retyped } from './retype-shapes.js';
import { byIds } from './rule.js';
import type { Env, Found, Need, Rule } from './rule.js';
import { customReason, heldType } from './values.js';

type Input = CommandInputs['field-retype'];
type Holder = (typeof customKinds)[number];
const isOneOf = <T extends string>(list: readonly T[], text: string): text is T =>
  (list as readonly string[]).includes(text);

/** The field itself: its draft comes first, and is stored before any value is. */
class HeadDraft extends CommandDraft<'field'> implements RetypeDraft {
  declare readonly kind: 'field';
  readonly before = null;
  readonly retyped = null;
  /** The records it was looked at with last: who is looked at with the same is stored in one commit with it. */
  seenIn: Found | null = null;
}

/** A record that holds a value of the field. */
class HolderDraft extends CommandDraft<Holder> implements RetypeDraft {
  constructor(
    kind: Holder,
    id: Id,
    record: CommandDraft<Holder>['record'],
    fields: Record<string, unknown>,
    index: number,
    readonly before: CustomValue,
    readonly retyped: Retyped,
    readonly head: HeadDraft,
  ) {
    super(kind, id, record, fields, { index });
  }
}

/**
 * The field and all its values, some records at a time. The field goes first: whoever looks at a record that has yet to come
 * reads its value by what the field was (`Field.was`), also where somebody stops it, or the page is closed meanwhile.
 */
export const fieldRetype: Rule<'field-retype'> = {
  optimistic: false,
  bulk: true,
  needs: ({ id }) => [
    ...byIds('field', [id]),
    ...customKinds.map((kind): Need => ({ kind, where: { field: CUSTOM + id, op: 'filled' } })),
  ],
  then: ({ id, type }, found) => {
    const field = found.get('field', id);
    if (field === null) return [];
    const types = new Set([field.type, field.was?.type]);
    const users: readonly Need[] = type === 'user' || types.has('user') ? [{ kind: 'user' }] : [];
    const values = customKinds.flatMap((kind) => found.all(kind).map((record) => valueOf(record, CUSTOM + id)));
    const ids = values.filter((each) => typeof each === 'string');
    const named = (['person', 'organization'] as const).filter((kind) => types.has(kind) && type !== kind);
    return [...users, ...named.flatMap((kind) => byIds(kind, ids))];
  },
  again: ({ id }, drafts) => [
    ...byIds('field', [id]),
    ...customKinds.flatMap((kind) =>
      byIds(
        kind,
        drafts.filter((draft) => draft.kind === kind).map((draft) => draft.id),
      ),
    ),
  ],
  draft: (input, found, env) => {
    const steps = drafting(input, found, env);
    for (;;) {
      const step = steps.next();
      if (step.done === true) return step.value;
    }
  },
  drafting,
  check: (draft, found) => {
    (draft as unknown as CommandDraft).problems =
      draft instanceof HeadDraft ? headProblems(draft, found) : holderProblems(draft as HolderDraft, found);
  },
  changes: (draft) => {
    const { kind, record } = draft;
    const patch = record === null ? null : patchOf(kind, record as never, draft.fields);
    return patch === null ? [] : [patch];
  },
};

function* drafting(input: Input, found: Found, env: Env): Generator<void, RetypeDraft[]> {
  const head = headOf(input, found, env);
  const record = head.record;
  if (record === null) return [head];
  const to = head.fields['type'] as FieldType;
  const known = head.fields['options'] as readonly FieldOption[];
  const book = new OptionBook(known, env.newId);
  const turn = turnerOf(input, record, to, book, found, env);
  const drafts: RetypeDraft[] = [head];
  for (const kind of customKinds) {
    for (const holder of found.all(kind)) {
      const before = valueOf(holder, CUSTOM + input.id) as CustomValue;
      if (isEmpty(before)) continue;
      const retyped = turn(before);
      const fields = { [CUSTOM + input.id]: retyped.value };
      drafts.push(new HolderDraft(kind, holder.id, holder, fields, drafts.length, before, retyped, head));
      yield;
    }
  }
  if (book.options.length > known.length) head.fields['options'] = book.options;
  for (const draft of drafts) {
    fieldRetype.check(draft, found, env, input);
    yield;
  }
  return drafts;
}

function headOf(input: Input, found: Found, env: Env): HeadDraft {
  const { id, options = [], remove = [] } = input;
  const record = found.get('field', id);
  if (record === null) return new HeadDraft('field', id, null, {});
  const ids = options.map((option) => (option.id === undefined ? env.newId() : ''));
  const next = wantedOptions(record.options, options, remove, ids);
  const type = input.type ?? record.type;
  // Values that have yet to be turned are read by what the field was; options it had before that are still among them.
  const fields = { type, options: next, was: { type: record.type, options: withEarlier(record) } };
  return new HeadDraft('field', id, record, fields);
}

function withEarlier({ options, was }: Field): readonly FieldOption[] {
  const known = new Set(options.map(({ id }) => id));
  return [...options, ...(was?.options ?? []).filter(({ id }) => !known.has(id))];
}

/** What becomes of a value. */
function turnerOf(
  { remove = [], replace = {}, reading }: Input,
  field: Field,
  to: FieldType,
  book: OptionBook,
  found: Found,
  env: Env,
): (value: CustomValue) => Retyped {
  const gone = new Set(remove);
  const users = new Map<string, Id | null>();
  for (const { id, name } of found.all('user')) users.set(fold(name), users.has(fold(name)) ? null : id);
  const context: RetypeContext = {
    ...reading,
    currency: env.currency,
    options: withEarlier(field),
    optionOf: book.of,
    nameOf: (kind, id) => found.get(kind, id)?.name || null,
    userOf: (name) => users.get(fold(name)) ?? null,
  };
  return (value) => {
    const from = heldType(value, field, (kind, id) => found.get(kind, id) !== null);
    const first: Retyped =
      gone.size > 0 &&
      (from === 'option' || from === 'options') &&
      customReason({ type: from, options: context.options }, value) === null
        ? withoutOptions(value, gone, replace)
        : { fate: 'kept', value };
    if (first.fate === 'lost') return first;
    const then = retype(first.value, from, to, context);
    return then.fate === 'kept' && first.fate === 'part' ? { ...first, value: then.value } : then;
  };
}

function headProblems(draft: HeadDraft, found: Found): readonly Problem[] {
  const now = found.get('field', draft.id);
  draft.seenIn = found;
  if (draft.record === null || now === null) return [{ code: 'not-found' }];
  const { type, options } = draft.fields as Pick<Field, 'type' | 'options'>;
  // A name or a place that somebody else has given it has nothing to do with this.
  if (same(shapeOf(now), shapeOf(draft.record))) (draft as { record: Field }).record = now;
  // Nothing is kept of what a formula gives, so that there is nothing to turn, on neither way.
  const computed = (type === 'formula') !== (draft.record.type === 'formula');
  if (!isOneOf(fieldTypes, type) || computed) return [{ code: 'invalid', field: 'type', detail: 'option' }];
  return Array.isArray(options) ? optionProblems(options) : [{ code: 'invalid', field: 'options', detail: 'type' }];
}

function shapeOf({ type, options }: Field): unknown {
  return [type, options];
}

function holderProblems(draft: HolderDraft, found: Found): readonly Problem[] {
  const { head } = draft;
  const now = found.get(draft.kind, draft.id);
  if (now === null) return [{ code: 'not-found' }];
  const field = CUSTOM + head.id;
  const target = head.fields as Pick<Field, 'type' | 'options'>;
  const stored = found.get('field', head.id);
  // Not before the field itself: it was refused, or somebody else has made something else of it.
  const ready = stored !== null && (head.seenIn === found || same(shapeOf(stored), [target.type, target.options]));
  if (!ready || head.problems.length > 0 || head.refused !== null) return [{ code: 'changed' }];
  if (same(valueOf(now, field), draft.before)) (draft as { record: unknown }).record = now;
  const reason = customReason(target, draft.fields[field]);
  return reason === null ? [] : [{ code: 'invalid', field, detail: reason }];
}
