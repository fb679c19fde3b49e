import { isMoney } from '../../domain/money.js';
import type { Mergeable } from '../../domain/merge-draft.js';
import type { Id } from '../../domain/records.js';
import { detail } from '../../i18n/en/detail.js';
import { wordsOf } from '../../i18n/words.js';
import type { common } from '../../i18n/en/common.js';
import type { merge } from '../../i18n/en/merge.js';
import type { Format } from '../../i18n/format.js';
import type { CrmStore } from '../../store/api.js';
import { fieldName } from '../field-name.js';
import { fieldText, plainText } from '../field-text.js';

export interface ValueWords {
  readonly store: CrmStore;
  readonly lang: string;
  readonly format: Format;
  readonly common: typeof common;
  readonly t: typeof merge;
  /** Of persons and organizations, by their ids. */
  readonly names: ReadonlyMap<Id, string>;
}

export function nameOfField({ common: words, t, store, lang }: ValueWords, field: string): string {
  if (field === 'probability') return t.chance;
  const own = wordsOf('detail', detail, lang);
  if (field === 'jobTitle' || field === 'address') return own[field];
  if (field === 'website') return words.website;
  if (field === 'emails') return words.email;
  return field === 'phones' ? words.phone : fieldName(field, words, store);
}

/** Any value as people read it; '' for none. */
export function valueText(view: ValueWords, field: string, value: unknown): string {
  const { format, store, names, t } = view;
  if (field === 'probability') return value === null ? t.ofStage : t.percent(value as number);
  if (value === null || value === undefined || value === '') return '';
  if (field === 'expectedClose') return format.day(value as string, { weekday: false, year: true });
  if (field === 'ownerId') return userName(view, value as Id);
  if (field === 'personId' || field === 'organizationId') return names.get(value as Id) ?? '';
  if (isMoney(value)) return format.money(value);
  const def = field.startsWith('custom.')
    ? store.directory.fields.find((each) => each.id === field.slice('custom.'.length))
    : undefined;
  if (!def) return plainText(value);
  return fieldText(value, def, {
    format,
    words: view.common,
    nameOf: (id, kind) => (kind === 'user' ? userName(view, id) : names.get(id)) || id,
  });
}

export function userName({ store, common: words }: ValueWords, id: Id | null): string {
  const { settings, directory } = store;
  const name = directory.user(id)?.name ?? (id === settings.user.id ? settings.user.name : '');
  return name || (id === settings.user.id ? words.you : '');
}

/** Names of the persons and organizations that the records, or custom fields of theirs, point to. */
export async function namesOf(store: CrmStore, records: readonly Mergeable[]): Promise<ReadonlyMap<Id, string>> {
  const names = new Map<Id, string>();
  const unknown = { person: new Set<Id>(), organization: new Set<Id>() };
  for (const record of records) {
    const { custom } = record;
    if ('title' in record) {
      const { personId, personName, organizationId, organizationName } = record;
      if (personId !== null && personName !== '') names.set(personId, personName);
      if (organizationId !== null && organizationName !== '') names.set(organizationId, organizationName);
    } else if ('organizationId' in record && record.organizationId !== null)
      unknown.organization.add(record.organizationId);
    for (const { id, type } of store.directory.fields)
      if ((type === 'person' || type === 'organization') && typeof custom[id] === 'string')
        unknown[type].add(custom[id]);
  }
  await Promise.all(
    (['person', 'organization'] as const).map(async (kind) => {
      const value = [...unknown[kind]];
      if (value.length === 0) return;
      const where = { field: 'id', op: 'in', value } as const;
      // A name that cannot be read is left out; the dialog works without it.
      const found = await store.read({ kind, where, window: { offset: 0, limit: value.length } }).catch(() => null);
      for (const { id, name } of found?.records ?? []) names.set(id, name);
    }),
  );
  return names;
}
