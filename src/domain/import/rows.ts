import type { Lead } from '../records.js';
import type { ColumnMapping } from './columns.js';
import type { Reason, RowDraft } from './draft.js';
import { rowKey, rowNumber } from './hash.js';
import type { ImportLookup, Ref } from './lookup.js';
import { Directory, nameKey, sameRef } from './lookup.js';
import { fillPattern } from './pattern.js';
import type { BadCell, RowValues } from './read-row.js';
import { repeatsHeadings, summaryOf } from './noise.js';
import type { ImportRow, ImportSettings, RowNote } from './settings.js';
import { addressOf, personNameOf, readRow } from './read-row.js';
import type { Names } from './names.js';
import { differences, newActivity, newNotes, organizationAdditions, personAdditions } from './update.js';
import { isNothing } from './values.js';

function reason(code: Reason['code'], params: Reason['params'] = {}, column: number | null = null): Reason {
  return { code, params, column };
}

const unchanged: ImportRow['changes'] = {};

/** Few reasons serve nearly all rows that are taken: each is made once. */
const takenReasons = new Map<string, readonly Reason[]>();
function taken(code: 'new' | 'another', person: string, organization: string): readonly Reason[] {
  const key = `${code} ${person} ${organization}`;
  let list = takenReasons.get(key);
  if (list === undefined) takenReasons.set(key, (list = [reason(code, { person, organization })]));
  return list;
}

/** Decides over rows in the order of the file: what an earlier row has named is known to the later ones. */
export class RowPlanner {
  private readonly seen = new Map<number, number>();
  private readonly repeats = new Map<string, number>();
  readonly directory: Directory;
  /** Mapped columns in an order that does not depend on the file's. */
  private readonly keyed: readonly { readonly column: number; readonly name: string }[];

  constructor(
    private readonly settings: ImportSettings,
    private readonly lookup: ImportLookup,
    /** For what an update would change; the writer takes the same. */
    private readonly names: Names,
  ) {
    this.directory = new Directory(lookup);
    this.keyed = settings.columns
      .filter(({ target }) => target !== 'none')
      .map(({ column, target, field }) => ({
        column,
        name: target === 'custom' ? `custom ${field?.name ?? ''}` : target,
      }))
      .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.column - b.column));
  }

  /**
   * @param line where the row starts in the file, from 1
   * @param notes what the reading of the file says about it
   */
  plan(original: readonly string[], line: number, notes: readonly RowNote[] = []): ImportRow {
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

    const whole = rowNumber(cells);
    const first = this.seen.get(whole);
    if (first === undefined) this.seen.set(whole, line);
    else if (settings.repeated === 'skip') return skip(reason('repeated-row', { line: first }));

    const { values, bad } = readRow(cells, settings.columns, settings);
    const unreadable = bad.length === 0 ? bad : bad.filter((cell) => this.mapping(cell)?.onBad !== 'empty');
    const warnings = notes.map(({ code, found, expected }) =>
      reason(code, found === undefined ? {} : { found, expected: expected ?? 0 }),
    );
    for (const cell of bad)
      if (!unreadable.includes(cell)) warnings.push(reason('left-empty', { value: cell.value }, cell.column));

    let personName = personNameOf(values.texts);
    const organizationName = values.texts['organization.name'] ?? '';
    if (personName === '' && organizationName === '') {
      personName = settings.nobody === null ? '' : fillPattern(settings.nobody, cells);
      if (personName === '') return skip(reason('nobody'));
      warnings.push(reason('named-by-pattern', { name: personName }));
    }
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

    const key = this.key(cells, first !== undefined);
    const before = this.lookup.byKey(key);
    if (before === 'converted') return skip(reason('already-converted'), key);
    if (before === 'trashed') return skip(reason('in-trash'), key);
    if (before !== null) return skip(reason('unchanged', { title: before.title }), key, null, before);

    const draft = this.draft(values, personName, organizationName);
    const lead = this.existing(draft);
    if (lead !== null && settings.existing === 'skip')
      return skip(reason('exists', { title: lead.title }), key, draft, lead);
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
      if (fields.length === 0) return skip(reason('unchanged', { title: lead.title }), key, draft, lead);
      return {
        line,
        cells,
        verdict: 'update',
        reasons: [reason('updates', { fields: fields.join(' ') }), ...warnings],
        draft,
        key,
        lead,
        changes,
      };
    }
    const how = taken(lead === null ? 'new' : 'another', kind(draft.person), kind(draft.organization));
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

  private mapping(cell: BadCell): ColumnMapping | undefined {
    return this.settings.columns.find(({ column }) => column === cell.column);
  }

  /** The same mapped values give the same key, whatever order the columns have and wherever else the file differs. */
  private key(cells: readonly string[], repeated: boolean): string {
    const parts: string[] = [];
    for (const { column, name } of this.keyed) {
      const cell = cells[column] ?? '';
      if (!isNothing(cell)) parts.push(name, cell.trim());
    }
    // A row of nothing but a pattern is told apart by all of its cells.
    const key = rowKey(parts.length === 0 ? cells : parts);
    if (!repeated) return key;
    const times = (this.repeats.get(key) ?? 1) + 1;
    this.repeats.set(key, times);
    return `${key}-${times}`;
  }

  private draft(values: RowValues, personName: string, organizationName: string): RowDraft {
    const { texts } = values;
    const organizationRef: Ref | null = organizationName === '' ? null : this.directory.organization(organizationName);
    const personRef: Ref | null =
      personName === ''
        ? null
        : this.directory.person(
            personName,
            organizationRef,
            values.emails.map(({ value }) => value),
            values.phones.map(({ value }) => value),
          );
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
      titleText: title ?? this.settings.defaultTitle(personName !== '' ? personName : organizationName),
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
              address: addressOf(texts),
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

  /** Same title and same person or organization. */
  private existing(draft: RowDraft): Lead | null {
    const { person, organization } = draft;
    // Nobody that is new has a lead.
    const known = (one: { readonly ref: Ref } | null): boolean => one !== null && 'id' in one.ref;
    if (!known(person) && !known(organization)) return null;
    const candidates = this.lookup.leads(nameKey(draft.titleText));
    const find = (fits: (lead: Lead) => boolean): Lead | undefined => candidates.find(fits);
    return (
      find((lead) => lead.personId !== null && sameRef({ id: lead.personId }, person?.ref ?? null)) ??
      find((lead) => lead.organizationId !== null && sameRef({ id: lead.organizationId }, organization?.ref ?? null)) ??
      null
    );
  }
}

function kind(draft: { readonly ref: Ref } | null): 'new' | 'existing' | 'none' {
  return draft === null ? 'none' : 'id' in draft.ref ? 'existing' : 'new';
}
