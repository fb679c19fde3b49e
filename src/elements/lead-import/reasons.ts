import type { Reason } from '../../domain/import/index.js';
import { fieldName } from '../../shared/field-name.js';
import type { CheckedRow } from './checking.js';
import type { ImportModel } from './model.js';

const values = {
  'not-a-number': 'notANumber',
  'number-too-big': 'numberTooBig',
  'currency-unknown': 'currencyUnknown',
  'not-a-date': 'notADate',
  'not-a-time': 'notATime',
  'not-an-email': 'notAnEmail',
  'not-a-phone': 'notAPhone',
  'not-a-link': 'notALink',
  'not-yes-or-no': 'notYesOrNo',
  'too-long': 'tooLong',
} as const;
const more = {
  'no-such-person': 'noSuchPerson',
  'several-persons': 'severalPersons',
  'no-such-organization': 'noSuchOrganization',
  'several-organizations': 'severalOrganizations',
  'not-a-range': 'notARange',
  'ends-before': 'endsBefore',
  'half-a-range': 'halfARange',
} as const;

/** Why a row has its fate, as a sentence. */
export function reasonWords(
  reason: Reason,
  row: Pick<CheckedRow, 'lead' | 'changes'> | null,
  model: ImportModel,
): string {
  const t = model.t.import;
  const { code, params, column } = reason;
  const text = (name: string): string => String(params[name] ?? '');
  const number = (name: string): number => Number(params[name] ?? 0);
  const where = column === null ? '' : model.columnName(column);
  if (code in values) return t[values[code as keyof typeof values]](where);
  if (code in more) return model.t.importMore[more[code as keyof typeof more]](where);
  switch (code) {
    case 'new':
      return newWords(text('person'), text('organization'), model);
    case 'another':
      return t.another;
    case 'updates':
      return withKept(
        t.updates(row?.lead?.title ?? '', model.format.list(changedFields(row, model))),
        text('kept'),
        model,
      );
    case 'nobody':
      return t.nobody;
    case 'repeated-row':
      return t.repeatedRow(number('line'));
    case 'repeated-headings':
      return t.repeatedHeadings;
    case 'summary-row':
      return t.summaryRow;
    case 'unchanged':
      return row !== null && text('kept') !== ''
        ? withKept(model.t.importMore.thereAlready, text('kept'), model)
        : t.unchanged;
    case 'already-converted':
      return t.alreadyConverted;
    case 'in-trash':
      return t.inTrash;
    case 'exists':
      return t.exists(text('title'));
    case 'damaged':
      return t.damaged;
    case 'required': {
      const { requiredCell, requiredColumn } = model.t.importMore;
      return (params['how'] === 'cell' ? requiredCell : requiredColumn)(text('field'));
    }
    case 'left-empty':
      return text('value') === '' ? model.t.importMore.halfLeftEmpty(where) : t.leftEmpty(where, text('value'));
    case 'too-few-cells':
      return t.tooFewCells(number('found'), number('expected'));
    case 'too-many-cells':
      return t.tooManyCells(number('found'), number('expected'));
    case 'stray-quote':
      return t.strayQuote;
    case 'named-by-pattern':
      return t.namedByPattern(text('name'));
    default:
      return code;
  }
}

/** All reasons of a row; that a wrong value can be mended is said once. */
export function whyWords(row: CheckedRow, model: ImportModel): string {
  const words = row.reasons.map((reason) => reasonWords(reason, row, model));
  if (row.verdict === 'skip' && row.reasons.some(({ code }) => code in values || code in more))
    words.push(model.t.import.mendHere);
  return words.join(' ');
}

/** A reason that many rows share, without what differs. */
export function groupWords({ code, column, params }: Reason, model: ImportModel): string {
  const t = model.t.import;
  if (code === 'repeated-row') return t.repeatedRows;
  if (code === 'exists') return t.existsShort;
  return reasonWords({ code, column, params }, null, model).replace(/\.$/, '');
}

/** Why a row that was refused while it was written is not in. */
export function refusedWords(reason: string, missing: readonly string[] | undefined, model: ImportModel): string {
  if (missing === undefined) return model.t.import.failedRow(reason);
  const names = missing.map((field) => `“${fieldName(field, model.t.common, model.store)}”`);
  return model.t.importMore.requiredNow(model.format.list(names));
}

function newWords(person: string, organization: string, { t }: ImportModel): string {
  const w = t.import;
  if (person === 'none') return organization === 'new' ? w.newOrganizationNew : w.newOrganizationExists;
  if (organization === 'none') return person === 'new' ? w.newPersonNew : w.newPersonExists;
  if (person === organization) return person === 'new' ? w.newBothNew : w.newBothExist;
  return person === 'new' ? w.newPersonAt : w.newOrganizationFor;
}

/** An empty cell takes nothing away: said where there is something that one may have meant to take away. */
function withKept(said: string, kept: string, model: ImportModel): string {
  if (kept === '') return said;
  return `${said} ${model.t.importMore.keptValues(model.format.list(namesOf(kept.split(' '), model)))}`;
}

/** What an update changes, by the names people know. */
function changedFields(row: Pick<CheckedRow, 'changes'> | null, model: ImportModel): string[] {
  return namesOf(Object.keys(row?.changes ?? {}), model);
}

function namesOf(fields: readonly string[], model: ImportModel): string[] {
  const t = model.t.import;
  const custom = new Map(model.checked?.names.changes().map((change) => [change.id, change]) ?? []);
  const names = fields.map((field) => {
    if (field.startsWith('person.')) return t.fieldPerson;
    if (field.startsWith('organization.')) return t.fieldOrganization;
    if (field === 'notes') return t.fieldNotes;
    if (field === 'activity') return t.fieldActivity;
    const made = custom.get(field.replace('custom.', ''));
    if (made?.op === 'create' && made.kind === 'field') return made.record.name;
    return fieldName(field, model.t.common, model.store);
  });
  return [...new Set(names)];
}
