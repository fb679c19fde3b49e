import { parseDecimal, parseMoney } from '../../../i18n/parse.js';
import type { OpportunityInput } from '../../../domain/plan.js';
import type { Id } from '../../../domain/records.js';
import type { Format } from '../../../i18n/format.js';
import type { Chosen } from '../../../shared/combobox.js';

/** A lead as it is being typed. Nothing is read before it is sent, so nothing that is typed is ever thrown away. */
export interface LeadDraft {
  person: Chosen | null;
  organization: Chosen | null;
  email: string;
  phone: string;
  title: string;
  amount: string;
  currency: string;
  expectedClose: string;
  /** '' = nobody. */
  ownerId: Id;
  labelIds: readonly Id[];
  source: string;
  note: string;
}

export type DraftErrors = Partial<Record<'person' | 'amount' | 'email' | 'all', () => string>>;

export function emptyDraft(currency: string, ownerId: Id, source: string): LeadDraft {
  return {
    person: null,
    organization: null,
    email: '',
    phone: '',
    title: '',
    amount: '',
    currency,
    expectedClose: '',
    ownerId,
    labelIds: [],
    source,
    note: '',
  };
}

/** Something was typed or chosen that would be missed. */
export function isTouched(draft: LeadDraft, empty: LeadDraft): boolean {
  return (Object.keys(empty) as (keyof LeadDraft)[]).some(
    (key) => JSON.stringify(draft[key]) !== JSON.stringify(empty[key]),
  );
}

export interface DraftWords {
  readonly nobody: string;
  readonly notNumber: string;
  readonly notEmail: string;
}

/** What is wrong with it, by field. */
export function checkDraft(draft: LeadDraft, format: Format, words: () => DraftWords): DraftErrors {
  const errors: DraftErrors = {};
  if (!draft.person && !draft.organization) errors.person = () => words().nobody;
  if (draft.amount.trim() !== '' && parseDecimal(draft.amount, format) === null)
    errors.amount = () => words().notNumber;
  const email = draft.email.trim();
  if (draft.person?.kind === 'new' && email !== '' && !/^\S+@\S+$/u.test(email)) errors.email = () => words().notEmail;
  return errors;
}

/** The draft as the command wants it. */
export function inputOf(draft: LeadDraft, format: Format): OpportunityInput {
  const { person, organization } = draft;
  const point = (value: string): readonly { value: string; label: 'work'; primary: true }[] =>
    value.trim() === '' ? [] : [{ value: value.trim(), label: 'work', primary: true }];
  const title = draft.title.trim();
  const note = draft.note.trim();
  return {
    ...(title && { title }),
    person:
      person === null
        ? null
        : person.kind === 'existing'
          ? { id: person.id }
          : { name: person.text, emails: point(draft.email), phones: point(draft.phone) },
    organization:
      organization === null
        ? null
        : organization.kind === 'existing'
          ? { id: organization.id }
          : { name: organization.text },
    ownerId: draft.ownerId === '' ? null : draft.ownerId,
    labelIds: draft.labelIds,
    value: parseMoney(draft.amount, format, draft.currency),
    expectedClose: draft.expectedClose || null,
    sourceName: draft.source.trim(),
    ...(note && { note }),
  };
}
