import type { OrganizationInput, PersonInput } from '../../domain/plan.js';
import type { ContactPoint, Id } from '../../domain/records.js';
import type { common } from '../../i18n/en/common.js';
import type { Chosen } from '../combobox.js';

/** A person or an organization as it is being typed. Nothing is read before it is sent, so nothing that is typed is thrown away. */
export interface ContactDraft {
  name: string;
  jobTitle: string;
  organization: Chosen | null;
  email: string;
  phone: string;
  address: string;
  website: string;
  /** '' = nobody. */
  ownerId: Id;
}

/** Said with each drawing, in the language that is spoken then. */
export type ContactErrors = Partial<Record<keyof ContactDraft | 'all', () => string>>;

export function emptyContact(ownerId: Id): ContactDraft {
  return { name: '', jobTitle: '', organization: null, email: '', phone: '', address: '', website: '', ownerId };
}

/** Something was typed or chosen that would be missed. */
export function isTouched(draft: ContactDraft, empty: ContactDraft): boolean {
  return JSON.stringify(draft) !== JSON.stringify(empty);
}

/** What is wrong with it, by field. */
export function checkContact(
  kind: 'person' | 'organization',
  draft: ContactDraft,
  words: () => typeof common,
): ContactErrors {
  const errors: ContactErrors = {};
  if (draft.name.trim() === '') errors.name = () => words().required;
  const email = draft.email.trim();
  if (kind === 'person' && email !== '' && !/^\S+@\S+$/u.test(email)) errors.email = () => words().notEmail;
  return errors;
}

export function personInput(draft: ContactDraft): PersonInput {
  const { organization } = draft;
  return {
    name: draft.name.trim(),
    jobTitle: draft.jobTitle.trim(),
    organization:
      organization === null
        ? null
        : organization.kind === 'existing'
          ? { id: organization.id }
          : { name: organization.text },
    emails: point(draft.email, 'work'),
    phones: point(draft.phone, 'mobile'),
    ownerId: draft.ownerId || null,
  };
}

export function organizationInput({ name, address, website, ownerId }: ContactDraft): OrganizationInput {
  return { name: name.trim(), address: address.trim(), website: website.trim(), ownerId: ownerId || null };
}

function point(value: string, label: ContactPoint['label']): readonly ContactPoint[] {
  return value.trim() === '' ? [] : [{ value: value.trim(), label, primary: true }];
}
