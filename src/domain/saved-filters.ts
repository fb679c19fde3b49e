import { patchOf } from './change.js';
import { CommandDraft } from './drafts.js';
import { oneLine, tidy } from './edit.js';
import { isAsking } from './filter.js';
import type { Filter, FilterSubject } from './filter.js';
import { fold } from './fold.js';
import { askedFieldNeeds, askedLedOn, askedNamedNeeds, askedSurvivorNeeds } from './led-on.js';
import type { CommandInputs, Draft, Problem } from './plan.js';
import type { Id, SavedFilter, User } from './records.js';
import type { Found, Rule } from './rule.js';
import { fieldProblems } from './validate.js';

/** Whether somebody finds a filter: it is shared, theirs, or of nobody that is known. */
export function isFound({ shared, ownerId }: Pick<SavedFilter, 'shared' | 'ownerId'>, userId: Id | null): boolean {
  return shared || ownerId === null || ownerId === userId;
}

/** The saved filters that one person finds, in the order they were given in. */
export function filtersFor(
  all: readonly SavedFilter[],
  subject: FilterSubject,
  userId: Id | null,
): readonly SavedFilter[] {
  return all.filter((one) => one.subject === subject && isFound(one, userId));
}

/**
 * Whether somebody may change, share or delete a filter: their own, one of nobody that is known, and a shared one whose owner
 * has left. All others may choose it, and save a copy.
 */
export function isTheirs(
  { shared, ownerId }: Pick<SavedFilter, 'shared' | 'ownerId'>,
  userId: Id | null,
  users: readonly Pick<User, 'id' | 'active'>[],
): boolean {
  if (ownerId === null || ownerId === userId) return true;
  return shared && !users.some(({ id, active }) => id === ownerId && active);
}

/** Two of one name could not be told apart; case and accents do not make a name another. */
export function isNameTaken(name: unknown, others: readonly SavedFilter[]): boolean {
  const folded = fold(oneLine(name));
  return folded !== '' && others.some((other) => fold(other.name) === folded);
}

type Input = CommandInputs['filter-save'];

/** What stands in the way of touching it at all. */
function rightProblems(record: SavedFilter | null, found: Found, userId: Id | null): readonly Problem[] {
  const now = record && found.get('filter', record.id);
  if (!now || !isFound(now, userId)) return [{ code: 'not-found' }];
  return isTheirs(now, userId, found.all('user')) ? [] : [{ code: 'denied' }];
}

/** What of the draft differs from what there is. */
function given({ name, filter, shared }: Input): Record<string, unknown> {
  return {
    ...(name === undefined ? {} : { name }),
    ...(filter === undefined ? {} : { filter }),
    ...(shared === undefined ? {} : { shared }),
  };
}

export const filterSave: Rule<'filter-save'> = {
  optimistic: true,
  bulk: false,
  needs: ({ filter }) => [{ kind: 'filter' }, { kind: 'user' }, ...askedFieldNeeds(filter)],
  then: ({ filter }, found) => askedNamedNeeds(filter, found),
  further: ({ filter }, found) => askedSurvivorNeeds(filter, found),
  draft: (asked, found, env) => {
    const input = asked.filter ? { ...asked, filter: askedLedOn(asked.filter, found) } : asked;
    const { id, name = '', subject, filter = [], shared = false } = input;
    const draft =
      id === undefined
        ? new CommandDraft('filter', env.newId(), null, { name, subject, filter, shared }, { title: oneLine(name) })
        : new CommandDraft('filter', id, found.get('filter', id), given(input));
    filterSave.check(draft, found, env, input);
    return [draft];
  },
  check: (given, found, env, input) => {
    const draft = given as CommandDraft;
    const record = draft.record as SavedFilter | null;
    const rights = input.id === undefined ? [] : rightProblems(record, found, env.userId);
    if (rights.length > 0) {
      draft.problems = rights;
      return;
    }
    const fields = tidy(draft.fields);
    const problems = [...fieldProblems('filter', fields, record, [])];
    const wrong = (field: string): boolean => problems.some((problem) => problem.field === field);
    // A name for what shows everything would promise something else.
    if ('filter' in fields && !wrong('filter') && !isAsking(fields['filter'] as Filter))
      problems.push({ code: 'required', field: 'filter' });
    const { name, subject } = { ...record, ...fields } as SavedFilter;
    const others = filtersFor(found.all('filter'), subject, env.userId).filter(({ id }) => id !== draft.id);
    if (name !== record?.name && isNameTaken(name, others)) problems.push({ code: 'duplicate', field: 'name' });
    draft.problems = problems;
  },
  changes: (draft, _found, env) => {
    const fields = tidy(draft.fields) as unknown as Pick<SavedFilter, 'name' | 'subject' | 'filter' | 'shared'>;
    const record = draft.record as SavedFilter | null;
    if (record !== null) {
      const patch = patchOf('filter', record, { ...fields });
      return patch === null ? [] : [patch];
    }
    const { now, userId } = env;
    const { name, subject, filter, shared } = fields;
    const base = { id: draft.id, rev: 0, createdAt: now, updatedAt: now };
    const made: SavedFilter = { ...base, name, subject, filter, ownerId: userId, shared };
    return [{ op: 'create', kind: 'filter', id: made.id, record: made }];
  },
};

/** Views that are narrowed by it stay so: what they ask for is theirs. */
export const filterDelete: Rule<'filter-delete'> = {
  optimistic: true,
  bulk: false,
  needs: () => [{ kind: 'filter' }, { kind: 'user' }],
  draft: (input, found, env) => {
    const draft = new CommandDraft('filter', input.id, found.get('filter', input.id), {}) as Draft;
    filterDelete.check(draft, found, env, input);
    return [draft];
  },
  check: (draft, found, env) => {
    (draft as CommandDraft).problems = rightProblems(draft.record as SavedFilter | null, found, env.userId);
  },
  changes: (draft) => {
    const record = draft.record as SavedFilter | null;
    return record === null ? [] : [{ op: 'delete', kind: 'filter', id: record.id, record, rev: record.rev }];
  },
};
