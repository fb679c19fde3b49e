import type { Change } from './change.js';
import { oneLine } from './edit.js';
import type { OrganizationChoice, PersonChoice, Problem } from './plan.js';
import type { ContactPoint, Id, Organization, Person, RecordBase } from './records.js';
import { byIds } from './rule.js';
import type { Env, Found, Need } from './rule.js';
import { fieldProblems } from './validate.js';

/** What a lead or deal names its person and organization by, as a draft holds it. */
export interface Choices {
  readonly person?: PersonChoice | null;
  readonly organization?: OrganizationChoice | null;
}

export function choiceNeeds({ person, organization }: Choices): readonly Need[] {
  return [
    ...(person !== null && person !== undefined && 'id' in person ? byIds('person', [person.id]) : []),
    ...(organization !== null && organization !== undefined && 'id' in organization
      ? byIds('organization', [organization.id])
      : []),
  ];
}

/** What the choices come to: ids, the records to be made first, the names a title can be made of, and what stands in the way. */
export interface Chosen {
  readonly personId: Id | null;
  readonly organizationId: Id | null;
  readonly personName: string;
  readonly organizationName: string;
  readonly creates: readonly Change[];
  readonly problems: readonly Problem[];
}

/** @param ids of a person and an organization, in case they are to be made */
export function choose(
  choices: Choices,
  ids: Readonly<Record<string, Id>>,
  found: Found,
  env: Env,
  ownerId: Id | null,
): Chosen {
  const problems: Problem[] = [];
  const creates: Change[] = [];
  let organizationId: Id | null = null;
  let organizationName = '';
  const { organization, person } = choices;
  if (organization !== null && organization !== undefined) {
    if ('id' in organization) {
      const known = found.get('organization', organization.id);
      if (known === null) problems.push({ code: 'not-found', field: 'organizationId' });
      organizationId = organization.id;
      organizationName = known?.name ?? '';
    } else if (oneLine(organization.name) !== '') {
      const made = newOrganization(organization, ids['organization']!, ownerId, env);
      problems.push(
        ...fieldProblems('organization', { name: made.name, address: made.address, website: made.website }, null, []),
      );
      creates.push({ op: 'create', kind: 'organization', id: made.id, record: made });
      organizationId = made.id;
      organizationName = made.name;
    }
  }
  let personId: Id | null = null;
  let personName = '';
  if (person !== null && person !== undefined) {
    if ('id' in person) {
      const known = found.get('person', person.id);
      if (known === null) problems.push({ code: 'not-found', field: 'personId' });
      personId = person.id;
      personName = known?.name ?? '';
    } else {
      const made = newPerson(person, ids['person']!, organizationId, ownerId, env);
      const { name, jobTitle, emails, phones } = made;
      // A form may send the whole group empty: nobody is named then, and nobody is made.
      if (name !== '' || jobTitle !== '' || emails.length > 0 || phones.length > 0) {
        problems.push(...fieldProblems('person', { name, jobTitle, emails, phones }, null, []));
        creates.push({ op: 'create', kind: 'person', id: made.id, record: made });
        personId = made.id;
        personName = made.name;
      }
    }
  }
  return { personId, organizationId, personName, organizationName, creates, problems };
}

function base(id: Id, env: Env): RecordBase {
  return { id, rev: 0, createdAt: env.now, updatedAt: env.now };
}

export function newOrganization(
  choice: Exclude<OrganizationChoice, { id: Id }>,
  id: Id,
  ownerId: Id | null,
  env: Env,
): Organization {
  const { name, address = '', website = '' } = choice;
  return {
    ...base(id, env),
    name: oneLine(name),
    address: oneLine(address),
    website: oneLine(website),
    ownerId,
    custom: {},
  };
}

/** Someone who is only known by an address is called by it. */
export function newPerson(
  choice: Exclude<PersonChoice, { id: Id }>,
  id: Id,
  organizationId: Id | null,
  ownerId: Id | null,
  env: Env,
): Person {
  const emails = points(choice.emails ?? []);
  const phones = points(choice.phones ?? []);
  const name = oneLine(choice.name) || emails[0]?.value || phones[0]?.value || '';
  return {
    ...base(id, env),
    name,
    jobTitle: oneLine(choice.jobTitle ?? ''),
    organizationId,
    ownerId,
    emails,
    phones,
    custom: {},
  };
}

/** Without blanks and empty ones; exactly one is the primary one. */
export function points(given: readonly ContactPoint[]): readonly ContactPoint[] {
  const filled = given
    .map((point) => ({ ...point, value: oneLine(point.value) }))
    .filter((point) => point.value !== '');
  const primary = Math.max(
    0,
    filled.findIndex((point) => point.primary),
  );
  return filled.map((point, index) => ({ ...point, primary: index === primary }));
}
