import type { Change } from './change.js';
import { choiceNeeds, choose, newOrganization, newPerson } from './contacts.js';
import type { Chosen } from './contacts.js';
import { CommandDraft } from './drafts.js';
import { defNeeds, defsOf } from './edit.js';
import type { Draft, OrganizationChoice, Problem } from './plan.js';
import type { ContactPoint, CustomValue, Id, Organization, Person } from './records.js';
import type { Env, Found, Need, Rule } from './rule.js';
import { fieldProblems } from './validate.js';

type Values = Record<string, unknown>;

/** A person, with an organization that exists or is made along. */
export const personAdd: Rule<'person-add'> = {
  optimistic: false,
  bulk: false,
  needs: (input) => [...choiceNeeds({ organization: input.organization ?? null }), ...customNeeds(input.custom)],
  draft: (input, found, env) => {
    const { name, jobTitle = '', emails = [], phones = [], organization = null, ownerId, custom } = input;
    const fields = { name, jobTitle, emails, phones, organization, ...more(ownerId, custom, env) };
    const ids = { organization: env.newId() };
    const draft = new CommandDraft('person', env.newId(), null, fields, { title: name, ids }) as CommandDraft & Draft;
    personAdd.check(draft, found, env, input);
    return [draft];
  },
  check: (draft, found, env) => {
    const { name, jobTitle, emails, phones, ownerId, custom } = personOf(draft, found, env);
    const given = { name, jobTitle, emails, phones, ownerId, ...customFields(custom) };
    setProblems(draft, [
      ...belongsTo(draft, found, env).problems,
      ...fieldProblems('person', given, null, defsOf(found)),
    ]);
  },
  changes: (draft, found, env): readonly Change[] => {
    const person = personOf(draft, found, env);
    return [...belongsTo(draft, found, env).creates, { op: 'create', kind: 'person', id: person.id, record: person }];
  },
};

export const organizationAdd: Rule<'organization-add'> = {
  optimistic: false,
  bulk: false,
  needs: (input) => customNeeds(input.custom),
  draft: (input, found, env) => {
    const { name, address = '', website = '', ownerId, custom } = input;
    const fields = { name, address, website, ...more(ownerId, custom, env) };
    const draft = new CommandDraft('organization', env.newId(), null, fields, { title: name }) as CommandDraft & Draft;
    organizationAdd.check(draft, found, env, input);
    return [draft];
  },
  check: (draft, found, env) => {
    const { name, address, website, ownerId, custom } = organizationOf(draft, env);
    const given = { name, address, website, ownerId, ...customFields(custom) };
    setProblems(draft, fieldProblems('organization', given, null, defsOf(found)));
  },
  changes: (draft, _found, env): readonly Change[] => {
    const organization = organizationOf(draft, env);
    return [{ op: 'create', kind: 'organization', id: organization.id, record: organization }];
  },
};

function customNeeds(custom: Readonly<Record<Id, CustomValue>> = {}): readonly Need[] {
  return defNeeds(customFields(custom));
}

/** The owner is whoever adds it, where none is named. */
function more(ownerId: Id | null | undefined, custom: Readonly<Record<Id, CustomValue>> = {}, { userId }: Env): Values {
  return { ownerId: ownerId === undefined ? userId : ownerId, ...customFields(custom) };
}

function customFields(custom: Readonly<Record<Id, CustomValue>>): Values {
  return Object.fromEntries(Object.entries(custom).map(([id, value]) => [`custom.${id}`, value]));
}

function belongsTo(draft: Draft, found: Found, env: Env): Chosen {
  const organization = draft.fields['organization'] as OrganizationChoice | null;
  return choose({ organization }, (draft as CommandDraft).ids, found, env, ownerOf(draft));
}

function ownerOf(draft: Draft): Id | null {
  return (draft.fields['ownerId'] as Id | null | undefined) ?? null;
}

function customOf(draft: Draft): Record<Id, CustomValue> {
  const held = Object.entries(draft.fields).filter(([name, value]) => name.startsWith('custom.') && value !== null);
  return Object.fromEntries(held.map(([name, value]) => [name.slice('custom.'.length), value as CustomValue]));
}

function personOf(draft: Draft, found: Found, env: Env): Person {
  const { fields } = draft;
  const choice = {
    name: fields['name'] as string,
    jobTitle: fields['jobTitle'] as string,
    emails: fields['emails'] as readonly ContactPoint[],
    phones: fields['phones'] as readonly ContactPoint[],
  };
  const { organizationId } = belongsTo(draft, found, env);
  return { ...newPerson(choice, draft.id, organizationId, ownerOf(draft), env), custom: customOf(draft) };
}

function organizationOf(draft: Draft, env: Env): Organization {
  const { fields } = draft;
  const choice = {
    name: fields['name'] as string,
    address: fields['address'] as string,
    website: fields['website'] as string,
  };
  return { ...newOrganization(choice, draft.id, ownerOf(draft), env), custom: customOf(draft) };
}

function setProblems(draft: Draft, problems: readonly Problem[]): void {
  (draft as CommandDraft).problems = problems;
}
