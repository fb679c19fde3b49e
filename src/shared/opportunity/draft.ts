import type { OpportunityInput } from '../../domain/plan.js';
import type { Id } from '../../domain/records.js';
import type { Format } from '../../i18n/format.js';
import { parseDecimal, parseMoney } from '../../i18n/parse.js';
import type { Chosen } from '../combobox.js';

/** A lead or deal as it is being typed. Text stays text until it is sent, so that nothing typed is ever thrown away. */
export interface OpportunityDraft {
  person: Chosen | null;
  organization: Chosen | null;
  title: string;
  amount: string;
  currency: string;
  /** `YYYY-MM-DD`; '' = none. */
  expectedClose: string;
  /** '' = nobody. */
  ownerId: Id;
  labelIds: readonly Id[];
}

/** Said with each drawing, in the language that is spoken then. */
export type OpportunityErrors = Partial<Record<'person' | 'amount' | 'all', () => string>>;

export function emptyOpportunity(currency: string, ownerId: Id): OpportunityDraft {
  return {
    person: null,
    organization: null,
    title: '',
    amount: '',
    currency,
    expectedClose: '',
    ownerId,
    labelIds: [],
  };
}

/** Something was typed or chosen that would be missed. */
export function isTouched<D extends OpportunityDraft>(draft: D, empty: D): boolean {
  return (Object.keys(empty) as (keyof D)[]).some((key) => JSON.stringify(draft[key]) !== JSON.stringify(empty[key]));
}

/** What is wrong with it, by field: nobody named, an amount that is none. */
export function checkOpportunity(
  { person, organization, amount }: OpportunityDraft,
  format: Format,
  words: () => { readonly nobody: string; readonly notNumber: string },
): OpportunityErrors {
  const errors: OpportunityErrors = {};
  if (!person && !organization) errors.person = () => words().nobody;
  if (amount.trim() !== '' && parseDecimal(amount, format) === null) errors.amount = () => words().notNumber;
  return errors;
}

/** The draft as the commands want it. */
export function opportunityInput(draft: OpportunityDraft, format: Format): OpportunityInput {
  const { person, organization, labelIds } = draft;
  const title = draft.title.trim();
  const choice = (chosen: Chosen | null): { id: Id } | { name: string } | null =>
    chosen === null ? null : chosen.kind === 'existing' ? { id: chosen.id } : { name: chosen.text };
  return {
    ...(title && { title }),
    person: choice(person),
    organization: choice(organization),
    ownerId: draft.ownerId || null,
    labelIds,
    value: parseMoney(draft.amount, format, draft.currency),
    expectedClose: draft.expectedClose || null,
  };
}
