import type { Deal, Id, Lead, Organization, Person } from '../../domain/records.js';

/** What an activity hangs on. */
export const parentKinds = ['lead', 'deal', 'person', 'organization'] as const;
export type ParentKind = (typeof parentKinds)[number];

/** `record`: undefined = still to be read; null = not there any more. */
interface Of<K extends ParentKind, R> {
  readonly kind: K;
  readonly id: Id;
  readonly record: R | null | undefined;
}
export type Opportunity = Of<'lead' | 'deal', Lead | Deal>;
export type Contact = Of<'person' | 'organization', Person | Organization>;
export type Parent = Opportunity | Contact;

export function isOpportunity(parent: Parent | null): parent is Opportunity {
  return parent?.kind === 'lead' || parent?.kind === 'deal';
}
