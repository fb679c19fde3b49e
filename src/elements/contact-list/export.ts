import type { Organization, Person } from '../../domain/records.js';
import { saveFile } from '../../shared/save-file.js';
import { recordsOf } from '../../shared/table/pages.js';
import type { Contact, ContactListModel } from './model.js';

type Column = readonly [name: string, of: (record: never, organization: string) => string];

/**
 * What the list shows, as a file: the same words and order; with a selection only what is selected. Every address and number of a
 * person stands in the one cell of its kind.
 */
export async function exportCsv(model: ContactListModel): Promise<void> {
  const { commands, store, t, kind } = model;
  if (!store) return;
  const columns = kind === 'person' ? personColumns(model) : organizationColumns(model);
  const all = !model.selecting;
  // The selection as it is now: what is chosen while the file is written is another file.
  const chosen = model.selection.asNow();
  let count = 0;
  try {
    const { writeCsv } = await import('../../formats/csv/write.js');
    const rows = async function* (): AsyncGenerator<readonly string[]> {
      yield columns.map(([name]) => name);
      for await (const [record, organization] of contactsOf(model)) {
        if (!all && !chosen(record.id)) continue;
        count++;
        yield columns.map(([, of]) => of(record as never, organization));
      }
    };
    const file = await writeCsv(rows());
    const name = kind === 'person' ? t.contacts.exportPersons : t.contacts.exportOrganizations;
    saveFile(file, `${name}-${store.today()}.csv`, model.host.ownerDocument);
    commands.say(kind === 'person' ? t.contacts.exportedPersons(count) : t.contacts.exportedOrganizations(count));
  } catch {
    commands.say(t.contacts.exportFailed);
  }
}

/** Each with the name of its organization. All names are read first: looked for one by one, they would be a read a person. */
async function* contactsOf(model: ContactListModel): AsyncGenerator<readonly [Contact, string]> {
  const { store, query } = model;
  if (!store) return;
  const names = new Map<string, string>();
  if (query.kind === 'person')
    for await (const { id, name } of recordsOf(store, { kind: 'organization', related: false })) names.set(id, name);
  for await (const record of recordsOf<'person' | 'organization'>(store, { ...query, related: false })) {
    const id = 'organizationId' in record ? record.organizationId : null;
    yield [record, names.get(id ?? '') ?? ''];
  }
}

function personColumns({ t, store }: ContactListModel): readonly Column[] {
  const list = (points: Person['emails']): string => points.map(({ value }) => value).join(', ');
  return [
    [t.common.name, ({ name }: Person) => name],
    [t.detail.jobTitle, ({ jobTitle }: Person) => jobTitle],
    [t.common.organization, (_: Person, organization) => organization],
    [t.common.email, ({ emails }: Person) => list(emails)],
    [t.common.phone, ({ phones }: Person) => list(phones)],
    [t.common.owner, ({ ownerId }: Person) => store?.directory.user(ownerId)?.name ?? ''],
    [t.common.created, ({ createdAt }: Person) => createdAt],
    [t.contacts.updated, ({ updatedAt }: Person) => updatedAt],
  ];
}

function organizationColumns({ t, store }: ContactListModel): readonly Column[] {
  return [
    [t.common.name, ({ name }: Organization) => name],
    [t.detail.address, ({ address }: Organization) => address],
    [t.common.website, ({ website }: Organization) => website],
    [t.common.owner, ({ ownerId }: Organization) => store?.directory.user(ownerId)?.name ?? ''],
    [t.common.created, ({ createdAt }: Organization) => createdAt],
    [t.contacts.updated, ({ updatedAt }: Organization) => updatedAt],
  ];
}
