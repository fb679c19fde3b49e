/** The end of a person's data: the storage does it by itself (`CrmAdapter.erasePerson`), the store sees to what it has in hand. */
import type { EraseOptions } from '../adapters/adapter.js';
import { CommandDraft } from '../domain/drafts.js';
import type { Erasure, ErasureReport } from '../domain/erasing/erasure.js';
import { CrmError } from '../domain/errors.js';
import type { CommandInputs, Draft } from '../domain/plan.js';
import type { Author, Person } from '../domain/records.js';
import { byIds, type Found, type Rule } from '../domain/rule.js';
import type { Context } from './context.js';

/** One in the trash is still known. */
function personIn(found: Found, id: string): Person | null {
  const trash = found.get('trash', id);
  return found.get('person', id) ?? (trash?.of === 'person' ? (trash.record as Person) : null);
}

/** Whether somebody may be erased; how is written in `erase`. */
export const personErase: Rule<'person-erase'> = {
  optimistic: false,
  bulk: false,
  needs: ({ id }) => [...byIds('person', [id]), ...byIds('trash', [id])],
  draft: (input, found, env) => {
    const person = personIn(found, input.id);
    // What is told of it says no name.
    const draft = new CommandDraft('person', input.id, person, {}, { title: '' }) as Draft;
    personErase.check(draft, found, env, input);
    return [draft];
  },
  check: (draft, found) => {
    (draft as CommandDraft).problems = personIn(found, draft.id) === null ? [{ code: 'not-found' }] : [];
  },
  changes: () => [],
};

type Input = CommandInputs['person-erase'];

/** @throws CrmError `invalid`, reason `not-able`: the storage has not the ability `erase` */
export async function erase(
  { calls }: Context,
  { id, keep = [], called = {} }: Input,
  { userId, at, from, command }: Author,
  options: EraseOptions,
): Promise<ErasureReport> {
  const { adapter } = calls;
  if (adapter.abilities.erase !== true || !adapter.erasePerson) {
    throw new CrmError('invalid', 'This storage cannot erase a person.', { reason: 'not-able' });
  }
  const erasure: Erasure = { personId: id, keep, called, userId, at, command, from };
  return adapter.erasePerson(erasure, options);
}
