import type { Id, Organization, Person } from '../../../domain/records.js';
import { fold } from '../../../domain/fold.js';
import type { CrmStore } from '../../../store/api.js';
import { avatar } from '../../../shared/avatar.js';
import { closest } from '../../../shared/closest.js';
import type { Choice, Chosen } from '../../../shared/combobox.js';
import type { inboxMore } from '../../../i18n/en/inbox-more.js';

type Words = typeof inboxMore;
const few = 7;

/** Persons whose name, address or number has the words; each with what is under way for it. */
export async function findPersons(
  store: CrmStore,
  query: string,
  signal: AbortSignal,
  words: Words,
): Promise<readonly Choice[]> {
  const { records, related } = await closest(store, { kind: 'person', search: query }, few, signal);
  const busy = await underWay(store, 'personId', records, signal, words);
  return records.map((person: Person) =>
    choice(person, [related.organizations.get(person.organizationId ?? '')?.name, busy.get(person.id)]),
  );
}

export async function findOrganizations(
  store: CrmStore,
  query: string,
  signal: AbortSignal,
  words: Words,
): Promise<readonly Choice[]> {
  const { records } = await closest(store, { kind: 'organization', search: query }, few, signal);
  const busy = await underWay(store, 'organizationId', records, signal, words);
  return records.map((organization: Organization) =>
    choice(organization, [organization.address, busy.get(organization.id)]),
  );
}

function choice({ id, name }: Person | Organization, details: readonly (string | undefined)[]): Choice {
  return { id, label: name, detail: details.filter(Boolean).join(', '), lead: avatar(name, id) };
}

/** "1 open deal, 2 leads": reason enough to look before another lead is made. */
async function underWay(
  store: CrmStore,
  field: 'personId' | 'organizationId',
  records: readonly { readonly id: Id }[],
  signal: AbortSignal,
  words: Words,
): Promise<ReadonlyMap<Id, string>> {
  if (records.length === 0) return new Map();
  const of = { field, op: 'in', value: records.map(({ id }) => id) } as const;
  const window = { after: null, limit: 100 };
  const [deals, leads] = await Promise.all([
    store.read(
      { kind: 'deal', where: { all: [of, { field: 'status', op: 'is', value: 'open' }] }, window },
      { signal },
    ),
    store.read({ kind: 'lead', where: { all: [of, { field: 'archivedAt', op: 'empty' }] }, window }, { signal }),
  ]);
  return new Map(
    records.map(({ id }) => {
      const [open, waiting] = [deals, leads].map(
        (page) => page.records.filter((record) => record[field] === id).length,
      );
      return [
        id,
        [open ? words.openDeals(open) : '', waiting ? words.leadsOf(waiting) : ''].filter(Boolean).join(', '),
      ];
    }),
  );
}

/** Leads that are there already for the same person or organization, chosen or typed. */
export async function findTwins(
  store: CrmStore,
  person: Chosen | null,
  organization: Chosen | null,
  signal: AbortSignal,
): Promise<readonly { readonly id: Id; readonly title: string }[]> {
  const asked = person ?? organization;
  if (!asked) return [];
  const waiting = { field: 'archivedAt', op: 'empty' } as const;
  const window = { after: null, limit: 20 };
  if (asked.kind === 'existing') {
    const field = asked === person ? 'personId' : 'organizationId';
    const { records } = await store.read(
      { kind: 'lead', where: { all: [waiting, { field, op: 'is', value: asked.id }] }, window },
      { signal },
    );
    return records;
  }
  const { records } = await store.read({ kind: 'lead', where: waiting, search: asked.text, window }, { signal });
  const name = fold(asked.text);
  return records.filter((lead) => fold(asked === person ? lead.personName : lead.organizationName) === name);
}
