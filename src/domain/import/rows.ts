import type { Field, Id, Lead } from '../records.js';
import type { ColumnMapping } from './columns.js';
import type { Reason, RowDraft } from './draft.js';
import { FirstSeen, RowHash, rowNumber } from './hash.js';
import type { Ref } from './directory.js';
import { findContact } from './contacts.js';
import { Directory, LeadFinder } from './directory.js';
import type { ImportLookup } from './lookup.js';
import { nameKey } from './lookup.js';
import type { BadCell, ReadColumn, RowValues } from './read-row.js';
import { repeatsHeadings, summaryOf } from './noise.js';
import type { ImportRow, ImportSettings, RowNote } from './settings.js';
import { titleOf, whoOf } from './names-of-row.js';
import type { ReadSettings } from './read-value.js';
import { addressOf, readColumns, readRow } from './read-row.js';
import type { Names } from './names.js';
import type { Target } from './targets.js';
import { addressParts } from './targets.js';
import { differences, newActivity, newNotes, organizationAdditions, personAdditions, staying } from './update.js';
import { isNothing } from './values.js';

function reason(code: Reason['code'], params: Reason['params'] = {}, column: number | null = null): Reason {
  return { code, params, column };
}

const unchanged: ImportRow['changes'] = {};
const addresses: ReadonlySet<Target> = new Set<Target>(['organization.address', ...addressParts]);

/** Few reasons serve nearly all rows that are taken: each is made once. */
const kinds = ['new', 'existing', 'none'] as const;
const takenReasons = (['new', 'another'] as const).map((code) =>
  kinds.map((person) => kinds.map((organization) => [reason(code, { person, organization })])),
);

/** Decides over rows in the order of the file: what an earlier row has named is known to the later ones. */
export class RowPlanner {
  private readonly seen = new FirstSeen();
  private readonly repeats = new Map<string, number>();
  readonly directory: Directory;
  /** Mapped columns in an order that does not depend on the file's. */
  private readonly leads: LeadFinder;
  private readonly addressed: boolean;
  private readonly columns: readonly ReadColumn[];
  private readonly reading: ReadSettings;
  private readonly keyed: readonly { readonly column: number; readonly name: number }[];
  private readonly hash = new RowHash();

  constructor(
    private readonly settings: ImportSettings,
    private readonly lookup: ImportLookup,
    /** For what an update would change; the writer takes the same. */
    private readonly names: Names,
    /** Rows get their keys; else only where a lead that is there may have the same. */
    private readonly keys = true,
  ) {
    this.directory = new Directory(lookup);
    this.leads = new LeadFinder(lookup);
    this.addressed = settings.columns.some(({ target }) => addresses.has(target));
    this.columns = readColumns(settings.columns);
    this.reading = { ...settings, contact: (kind, text) => findContact(kind, text, lookup) };
    this.keyed = settings.columns
      .filter(({ target }) => target !== 'none')
      .map(({ column, target, field }) => ({
        column,
        name: target === 'custom' ? `custom ${field?.name ?? ''}${field?.part ?? ''}` : target,
      }))
      .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.column - b.column))
      .map(({ column, name }) => ({ column, name: rowNumber([name]) }));
  }

  /**
   * @param line where the row starts in the file, from 1
   * @param notes what the reading of the file says about it
   * @param number its `rowNumber`, if it is known
   */
  plan(original: readonly string[], line: number, notes: readonly RowNote[] = [], number?: number): ImportRow {
    const { settings } = this;
    const edits = settings.edits?.get(line);
    const cells = edits === undefined ? original : original.map((cell, i) => edits.get(i) ?? cell);
    const skip = (why: Reason, key = '', draft: RowDraft | null = null, lead: Lead | null = null): ImportRow => ({
      line,
      cells,
      verdict: 'skip',
      reasons: [why],
      draft,
      key,
      lead,
      changes: unchanged,
    });

    if (repeatsHeadings(cells, settings.names)) return skip(reason('repeated-headings'));
    const summary = summaryOf(cells, settings.names.length);
    if (summary !== null) return skip(reason('summary-row', summary));

    const whole = number === undefined || edits !== undefined ? rowNumber(cells) : number;
    const first = this.seen.meet(whole, line);
    if (first > 0 && settings.repeated === 'skip') return skip(reason('repeated-row', { line: first }));

    const { values, bad } = readRow(cells, this.columns, this.reading);
    const unreadable = bad.length === 0 ? bad : bad.filter((cell) => this.mapping(cell)?.onBad !== 'empty');
    const warnings = notes.map(({ code, found, expected }) =>
      reason(code, found === undefined ? {} : { found, expected: expected ?? 0 }),
    );
    for (const cell of bad)
      if (!unreadable.includes(cell)) warnings.push(reason('left-empty', { value: cell.value }, cell.column));

    const { person: personName, organization: organizationName, byPattern } = whoOf(values.texts, cells, settings);
    if (personName === '' && organizationName === '') return skip(reason('nobody'));
    if (byPattern) warnings.push(reason('named-by-pattern', { name: personName }));
    if (unreadable.length > 0) {
      return {
        line,
        cells,
        verdict: 'skip',
        draft: null,
        key: '',
        lead: null,
        changes: unchanged,
        reasons: unreadable.map(({ code, value, column }) => reason(code, { value }, column)),
      };
    }

    const key = this.keys || this.lookup.keyed !== false ? this.key(cells, first > 0) : '';
    const before = key === '' ? null : this.lookup.byKey(key);
    if (before === 'converted') return skip(reason('already-converted'), key);
    if (before === 'trashed') return skip(reason('in-trash'), key);
    if (before !== null) return skip(reason('unchanged', { title: before.title }), key, null, before);

    const title = titleOf(values.texts, personName, organizationName, settings);
    const same = values.created === null ? null : this.leads.same(title, values.created, personName, organizationName);
    const draft = this.draft(values, title, personName, organizationName, same);
    const lead = same ?? this.leads.find(title, draft.person?.ref ?? null, draft.organization?.ref ?? null);
    if (lead !== null && settings.existing === 'skip')
      return skip(reason('exists', { title: lead.title }), key, draft, lead);
    const missing = this.names.lacking(draft, settings.existing === 'update' ? lead : null);
    if (missing.length > 0) {
      const reasons = [...missing.map((field) => this.required(field)), ...warnings];
      return { line, cells, verdict: 'skip', reasons, draft, key, lead, changes: unchanged };
    }
    if (lead !== null && settings.existing === 'update') {
      const changes: Record<string, readonly [unknown, unknown]> = {
        ...differences(lead, draft, this.names),
        ...this.additions(draft),
      };
      const notes = newNotes(lead, draft, this.lookup);
      if (notes.length > 0) changes['notes'] = [null, notes];
      const activity = newActivity(lead, draft, this.lookup);
      if (activity !== null) changes['activity'] = [null, activity];
      const fields = Object.keys(changes);
      // Told, and not only done: whoever has emptied a cell may have meant to take the value away.
      const stays = staying(lead, cells, settings.columns);
      const kept: Reason['params'] = stays.length > 0 ? { kept: stays.join(' ') } : {};
      if (fields.length === 0) return skip(reason('unchanged', { title: lead.title, ...kept }), key, draft, lead);
      return {
        line,
        cells,
        verdict: 'update',
        reasons: [reason('updates', { fields: fields.join(' '), ...kept }), ...warnings],
        draft,
        key,
        lead,
        changes,
      };
    }
    const how = takenReasons[lead === null ? 0 : 1]![kind(draft.person)]![kind(draft.organization)]!;
    const reasons = warnings.length === 0 ? how : [...how, ...warnings];
    return { line, cells, verdict: 'create', reasons, draft, key, lead, changes: unchanged };
  }

  /** What a person and an organization that exist get from the row, under `person.` and `organization.`. */
  private additions({ person, organization }: RowDraft): Record<string, readonly [unknown, unknown]> {
    const list: Record<string, readonly [unknown, unknown]> = {};
    const put = (scope: string, record: object, values: Readonly<Record<string, unknown>>): void => {
      for (const [field, after] of Object.entries(values))
        list[`${scope}.${field}`] = [(record as Record<string, unknown>)[field], after];
    };
    const { ref } = person ?? {};
    if (person !== null && ref !== undefined && 'id' in ref) {
      const known = this.lookup.persons(nameKey(person.name)).find(({ id }) => id === ref.id);
      if (known !== undefined) put('person', known, personAdditions(known, person));
    }
    const place = organization?.ref;
    if (organization !== null && place !== undefined && 'id' in place) {
      const known = this.lookup.organizations(nameKey(organization.name)).find(({ id }) => id === place.id);
      if (known !== undefined) put('organization', known, organizationAdditions(known, organization));
    }
    return list;
  }

  /** Why a row without a value for this field is left out, and where one would stand. */
  private required({ id, name }: Field): Reason {
    const column = this.settings.columns.find((one) => one.target === 'custom' && one.field?.id === id)?.column ?? null;
    return reason('required', { field: name, how: column !== null ? 'cell' : 'column' }, column);
  }

  private mapping(cell: BadCell): ColumnMapping | undefined {
    return this.settings.columns.find(({ column }) => column === cell.column);
  }

  /** The same mapped values give the same key, whatever order the columns have and wherever else the file differs. */
  private key(cells: readonly string[], repeated: boolean): string {
    const { hash } = this;
    let empty = true;
    for (const { column, name } of this.keyed) {
      const cell = cells[column];
      if (cell === undefined || isNothing(cell)) continue;
      hash.mark(name);
      hash.text(cell.trim());
      empty = false;
    }
    // A row of nothing but a pattern is told apart by all of its cells.
    if (empty) for (const cell of cells) hash.text(cell);
    const key = hash.take();
    if (!repeated) return key;
    const times = (this.repeats.get(key) ?? 1) + 1;
    this.repeats.set(key, times);
    return `${key}-${times}`;
  }

  /** @param same the lead that the row tells of, where that is known without asking who is who */
  private draft(
    values: RowValues,
    titleText: string,
    personName: string,
    organizationName: string,
    same: Lead | null,
  ): RowDraft {
    const { texts } = values;
    const known = (id: Id | null | undefined): Ref | null => (id ? { id } : null);
    const organizationRef: Ref | null =
      organizationName === '' ? null : (known(same?.organizationId) ?? this.directory.organization(organizationName));
    const personRef: Ref | null =
      personName === ''
        ? null
        : (known(same?.personId) ?? this.directory.person(personName, organizationRef, values.emails, values.phones));
    const title = texts.title ?? null;
    const titleRule = title !== null ? 'column' : personName !== '' ? 'person' : 'organization';
    let { labels, notes } = values;
    for (const label of this.settings.labels) {
      if (!labels.some((one) => nameKey(one) === nameKey(label))) labels = [...labels, label];
    }
    // An organization's own e-mail has no field of its own; it is kept where it is seen.
    if (personRef === null) notes = [...notes, ...[...values.emails, ...values.phones].map(({ value }) => value)];
    return {
      title,
      titleRule,
      titleText,
      person:
        personRef === null
          ? null
          : {
              ref: personRef,
              name: personName,
              jobTitle: texts['person.jobTitle'] ?? '',
              emails: values.emails,
              phones: values.phones,
            },
      organization:
        organizationRef === null
          ? null
          : {
              ref: organizationRef,
              name: organizationName,
              address: this.addressed ? addressOf(texts) : '',
              website: texts['organization.website'] ?? '',
            },
      value: values.value,
      labels,
      owner: texts.owner ?? null,
      source: texts.source ?? null,
      channel: texts.channel ?? null,
      expectedClose: values.expectedClose,
      created: values.created,
      notes,
      activity:
        texts['activity.subject'] === undefined && values.due === null
          ? null
          : { subject: texts['activity.subject'] ?? '', type: values.activityType ?? 'task', due: values.due },
      custom: values.custom,
    };
  }
}

/** The place of what it is in `kinds`. */
function kind(draft: { readonly ref: Ref } | null): 0 | 1 | 2 {
  return draft === null ? 2 : 'id' in draft.ref ? 1 : 0;
}
