import type { Deal, Lead, Organization, Person } from '../../domain/records.js';
import type { CrmStore } from '../../store/api.js';
import { avatar } from '../avatar.js';
import type { Choice } from '../combobox.js';

/** A person, told from another of the same name by the organization, else by an address. */
export function personChoice(person: Person, organization: Organization | undefined): Choice {
  return {
    id: person.id,
    label: person.name,
    detail: organization?.name ?? person.emails[0]?.value ?? '',
    lead: avatar(person.name, person.id),
  };
}

export function organizationChoice({ id, name, address }: Organization): Choice {
  return { id, label: name, detail: address, lead: avatar(name, id) };
}

/** A lead or deal with whose it is, and where a deal stands. */
export function opportunityChoice(
  record: Lead | Deal,
  store: CrmStore,
  words: { readonly untitled: string; readonly won: string; readonly lost: string },
): Choice {
  const { id, title, organizationName, personName } = record;
  const stage = 'stageId' in record ? (store.directory.stage(record.stageId)?.name ?? '') : '';
  const status = 'status' in record ? record.status : 'open';
  const name = organizationName || personName;
  return {
    id,
    label: title || name || words.untitled,
    detail: [name, stage, status === 'open' ? '' : words[status]].filter(Boolean).join(', '),
    lead: avatar(name || title, record.organizationId ?? record.personId ?? id),
  };
}
