/** What is told beside the deal: its products, participants, files and projects. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { ChangelogRow, Frequency, Id } from '../../../domain/records.js';
import { isTold } from '../../../domain/told-to.js';
import type { SaidFile, SaidLine, SaidParticipant, ToldKind } from '../../../domain/told-to.js';
import { participants } from '../../../i18n/en/participants.js';
import { fileSize, fullMoney } from '../../../i18n/format-more.js';
import { wordsOf } from '../../../i18n/words.js';
import { plainText } from '../../field-text.js';
import { filesWords } from '../files/shown.js';
import { percentWords, plainNumber, productWords } from '../products/words.js';
import { nameOf } from './values.js';
import type { Telling } from './values.js';

/** Whose field it is: "Product: Annual licence"; '' where the row says so itself, or it is the record's own. */
export function whoseRow(telling: Telling, row: ChangelogRow): string {
  const { words } = telling;
  const { of } = row;
  if (!isTold(of) || whereabouts(telling, row) !== undefined) return '';
  return words.whose(words[of], calledOf(telling, row));
}

/** What it was called when the row was written. */
export function calledOf({ model, words }: Telling, { of, about }: ChangelogRow): string {
  if (about === '' || of !== 'participant') return about || words.gone;
  const name = model.nameOf('person', about);
  return name === about ? words.gone : name;
}

type Whereabouts = 'added' | 'removed' | 'linked' | 'unlinked' | 'came' | 'left';

const whereaboutsWords = {
  dealProduct: {
    added: 'productAdded',
    removed: 'productRemoved',
    came: 'productMoved',
    left: 'productMoved',
    linked: 'productAdded',
    unlinked: 'productRemoved',
  },
  participant: {
    added: 'participantAdded',
    removed: 'participantRemoved',
    came: 'participantMoved',
    left: 'participantMoved',
    linked: 'participantAdded',
    unlinked: 'participantRemoved',
  },
  file: {
    added: 'fileAdded',
    removed: 'fileDeleted',
    came: 'fileMoved',
    left: 'fileMoved',
    linked: 'fileAdded',
    unlinked: 'fileDeleted',
  },
  project: {
    added: 'projectAdded',
    removed: 'projectDeleted',
    came: 'projectMoved',
    left: 'projectMoved',
    linked: 'projectLinked',
    unlinked: 'projectUnlinked',
  },
} as const satisfies Readonly<Record<ToldKind, Readonly<Record<Whereabouts, string>>>>;

/** Did it come, or go? undefined = something in it was changed. */
function whereabouts({ model }: Telling, { of, op, field, before, after }: ChangelogRow): Whereabouts | undefined {
  if (op !== 'patch') return op === 'create' ? 'added' : 'removed';
  const { record } = model;
  if (field === 'dealId') return after === record?.id ? 'came' : 'left';
  if (of !== 'project' || field !== 'dealIds' || record === null) return undefined;
  const [had, is] = [before, after].map((ids) => (Array.isArray(ids) ? (ids as readonly Id[]) : []));
  if (had!.includes(record.id) === is!.includes(record.id)) return undefined;
  const merged = record.mergedIds ?? [];
  if (is!.includes(record.id)) return merged.some((id) => had!.includes(id) && !is!.includes(id)) ? 'came' : 'linked';
  return 'unlinked';
}

/** A field's name; the record itself where it was made or deleted. */
export function nameOfRow(telling: Telling, row: ChangelogRow): string {
  const { model, words } = telling;
  const { op, field, of } = row;
  if (isTold(of)) return nameBeside(telling, row, of);
  if (op !== 'patch') {
    const lead = model.kind === 'lead';
    return op === 'create' ? (lead ? words.leadAdded : words.dealAdded) : lead ? words.leadDeleted : words.dealDeleted;
  }
  return nameOf(telling, field);
}

/** A field's name; whether it came or went. */
function nameBeside(telling: Telling, row: ChangelogRow, of: ToldKind): string {
  const { words } = telling;
  const how = whereabouts(telling, row);
  if (how !== undefined) return words[whereaboutsWords[of][how]];
  return fieldBeside(telling, of, row.field);
}

export function fieldBeside(telling: Telling, of: ToldKind, field: string): string {
  const { model, words } = telling;
  if (of === 'participant' && field === 'role') return wordsOf('participants', participants, model.words.lang).role;
  if (of === 'file' && field === 'name') return filesWords(model).name;
  if (of !== 'dealProduct') return nameOf(telling, field);
  const own = productWords(model);
  switch (field) {
    case 'name':
    case 'unit':
    case 'price':
    case 'quantity':
    case 'discount':
    case 'discountType':
    case 'tax':
    case 'currency':
    case 'frequency':
    case 'cycles':
    case 'billingStart':
      return own[field];
    case 'comment':
      return own.commentTitle;
    case 'enabled':
      return words.counted;
    default:
      return nameOf(telling, field);
  }
}

/** A value of a line as people read it; '' for none. @param unit a currency, or `%`; undefined = nobody knows */
export function textBeside({ model }: Telling, field: string, value: unknown, unit: string | undefined): string {
  if (value === null || value === undefined || value === '') return '';
  const own = productWords(model);
  switch (field) {
    case 'price':
    case 'discount':
      return typeof value !== 'string' ? plainText(value) : amountText({ model }, value, unit, field === 'discount');
    case 'quantity':
      return typeof value === 'string' ? plainNumber(model, value) : plainText(value);
    case 'tax':
      return typeof value === 'string' ? percentWords(model, value) : plainText(value);
    case 'enabled':
      return value === true ? model.t.common.yes : model.t.common.no;
    case 'discountType':
      return value === 'amount' ? own.asAmount : own.asPercent;
    case 'frequency':
      return own[value as Frequency] ?? plainText(value);
    case 'billingStart':
      return typeof value === 'string' ? model.day(value) : plainText(value);
    default:
      return plainText(value);
  }
}

function amountText({ model }: Pick<Telling, 'model'>, value: string, unit: string | undefined, none: boolean): string {
  if (none && Number(value) === 0) return '';
  if (unit === undefined) return plainNumber(model, value);
  return unit === '%' ? percentWords(model, value) : fullMoney(model.format, { amount: value, currency: unit });
}

/** What came or went, with what there is to say of it; undefined = something in it was changed. */
export function cameOrWent(telling: Telling, row: ChangelogRow): TemplateResult | undefined {
  const how = whereabouts(telling, row);
  if (how === undefined) return undefined;
  const off = how === 'removed' || how === 'unlinked' || how === 'left';
  const name = html`<bdi>${calledOf(telling, row)}</bdi>`;
  const { words } = telling;
  const ofLead = (how === 'came' ? row.before : row.after) === null;
  const moved =
    how === 'came'
      ? ofLead
        ? words.fromLead
        : words.fromDeal
      : how === 'left'
        ? ofLead
          ? words.toLead
          : words.toDeal
        : '';
  const more = moved || saidText(telling, row, off ? row.before : row.after);
  return html`${off ? html`<del>${name}</del>` : html`<ins>${name}</ins>`}${more === '' ? nothing : html` <span class="muted"><bdi>${more}</bdi></span>`}`;
}

/** "3 × €1,200.00" of a line, the role of a participant, how large a file is. */
function saidText({ model, words }: Telling, { of }: ChangelogRow, said: unknown): string {
  const { role, quantity, price, currency, size } = (said ?? {}) as Partial<SaidLine & SaidParticipant & SaidFile>;
  if (of === 'participant') return role ?? '';
  if (of === 'file') return size === undefined ? '' : fileSize(model.format, size);
  if (of !== 'dealProduct' || !quantity || !price || !currency) return '';
  return words.quantityAt(plainNumber(model, quantity), fullMoney(model.format, { amount: price, currency }));
}
