/**
 * Persons who take part in a deal beside the one it is with (the field's `DealParticipant`): each with a role in words, nobody twice,
 * and never the primary person as well.
 */
import { patchOf } from './change.js';
import type { Change } from './change.js';
import { choiceNeeds, choose } from './contacts.js';
import type { Chosen } from './contacts.js';
import { CommandDraft } from './drafts.js';
import { editRule, oneLine } from './edit.js';
import type { CommandInputs, Draft, Problem } from './plan.js';
import type { Participant } from './records.js';
import { removeRule } from './remove.js';
import { byIds, listedIn } from './rule.js';
import type { Env, Found, Rule } from './rule.js';
import { fieldProblems } from './validate.js';

export const participantAdd: Rule<'participant-add'> = {
  optimistic: false,
  bulk: false,
  needs: ({ dealId, person }) => [
    ...byIds('deal', [dealId]),
    ...listedIn('participant', 'dealId', [dealId]),
    ...choiceNeeds({ person }),
  ],
  draft: (input, found, env) => {
    const { person, role = '' } = input;
    const name = 'id' in person ? (found.get('person', person.id)?.name ?? '') : oneLine(person.name);
    const fields = { person, role: oneLine(role) };
    const more = { title: name, ids: { person: env.newId(), organization: env.newId() } };
    const draft = new CommandDraft('participant', env.newId(), null, fields, more) as Draft;
    participantAdd.check(draft, found, env, input);
    return [draft];
  },
  check: (draft, found, env, input) => {
    (draft as CommandDraft).problems = addProblems(draft, found, env, input);
  },
  changes: (draft, found, env, { dealId }) => {
    const { personId, creates } = chosenFor(draft, found, env, dealId);
    if (personId === null) return [];
    const made = { id: draft.id, rev: 0, createdAt: env.now, updatedAt: env.now };
    const record: Participant = { ...made, dealId, personId, role: oneLine(draft.fields['role']) };
    return [...creates, { op: 'create', kind: 'participant', id: record.id, record }];
  },
};

/** Who is made for this belongs to whoever has the deal. */
function chosenFor(draft: Draft, found: Found, env: Env, dealId: string): Chosen {
  const { person } = draft.fields as Pick<CommandInputs['participant-add'], 'person'>;
  const deal = found.get('deal', dealId);
  return choose({ person }, (draft as CommandDraft).ids, found, env, deal?.ownerId ?? null);
}

function addProblems(
  draft: Draft,
  found: Found,
  env: Env,
  { dealId }: CommandInputs['participant-add'],
): readonly Problem[] {
  const deal = found.get('deal', dealId);
  if (deal === null) return [{ code: 'not-found' }];
  const { personId, problems } = chosenFor(draft, found, env, dealId);
  if (problems.length > 0) return problems;
  if (personId === null) return [{ code: 'required', field: 'person' }];
  const there = deal.personId === personId || found.all('participant').some((one) => takesPart(one, dealId, personId));
  if (there) return [{ code: 'invalid', field: 'person', detail: 'takes-part' }];
  return fieldProblems('participant', { role: draft.fields['role'] }, null, []);
}

function takesPart(one: Participant, dealId: string, personId: string): boolean {
  return one.dealId === dealId && one.personId === personId;
}

export const participantEdit: Rule<'participant-edit'> = editRule({
  kind: 'participant',
  ids: ({ id }) => [id],
  fields: (_participant, { role }) => ({ role: oneLine(role) }),
});

export const participantDelete: Rule<'participant-delete'> = removeRule('participant');

/**
 * The deal is with this participant from now on, and whoever it was with takes part in it, in their place. A role belongs to a
 * person: it does not go over to the other one.
 */
export const participantPromote: Rule<'participant-promote'> = {
  optimistic: false,
  bulk: false,
  needs: ({ id }) => byIds('participant', [id]),
  then: (_input, found) =>
    byIds(
      'deal',
      found.all('participant').map(({ dealId }) => dealId),
    ),
  draft: (input, found, env) => {
    const draft = new CommandDraft('participant', input.id, found.get('participant', input.id), {}) as Draft;
    participantPromote.check(draft, found, env, input);
    return [draft];
  },
  check: (draft, found, _env, { id }) => {
    const participant = found.get('participant', id);
    const gone = draft.record === null || participant === null || found.get('deal', participant.dealId) === null;
    (draft as CommandDraft).problems = gone ? [{ code: 'not-found' }] : [];
  },
  changes: (draft, found) => {
    const participant = draft.record as Participant | null;
    const deal = found.get('deal', participant?.dealId ?? null);
    if (participant === null || deal === null) return [];
    const { personId: before } = deal;
    const own: Change | null =
      before === null || before === participant.personId
        ? { op: 'delete', kind: 'participant', id: participant.id, record: participant, rev: participant.rev }
        : patchOf('participant', participant, { personId: before, role: '' });
    const next = patchOf('deal', deal, { personId: participant.personId });
    return [...(next === null ? [] : [next]), ...(own === null ? [] : [own])];
  },
};
