import type { FieldType } from '../records.js';

/** What a column can become. */
export const targets = [
  'none',
  'title',
  'person.name',
  'person.first',
  'person.last',
  'person.jobTitle',
  'person.email.work',
  'person.email.home',
  'person.email.other',
  'person.phone.work',
  'person.phone.mobile',
  'person.phone.home',
  'person.phone.other',
  'organization.name',
  'organization.address',
  'organization.street',
  'organization.city',
  'organization.region',
  'organization.postalCode',
  'organization.country',
  'organization.website',
  'value',
  'currency',
  'labels',
  'owner',
  'source',
  'channel',
  'expectedClose',
  'created',
  'note',
  'activity.subject',
  'activity.type',
  'activity.due',
  'custom',
] as const;
export type Target = (typeof targets)[number];

/** Targets that several columns may fill: their values are put beside each other. */
const shared: ReadonlySet<Target> = new Set<Target>([
  'none',
  'person.email.other',
  'person.phone.other',
  'labels',
  'note',
  'custom',
]);

/** Only one column may fill it. */
export function isSingle(target: Target): boolean {
  return !shared.has(target);
}

/** Parts of an address are put together in this order. */
export const addressParts = [
  'organization.street',
  'organization.postalCode',
  'organization.city',
  'organization.region',
  'organization.country',
] as const satisfies readonly Target[];

/** These say nothing without an organization to say it of. */
export const needsOrganization: ReadonlySet<Target> = new Set<Target>([
  ...addressParts,
  'organization.address',
  'organization.website',
]);

/** Types of custom fields a cell can be read as: all but what is worked out. */
export const importableTypes: ReadonlySet<FieldType> = new Set<FieldType>([
  'text',
  'longText',
  'number',
  'money',
  'date',
  'time',
  'option',
  'options',
  'yesNo',
  'phone',
  'email',
  'link',
  'address',
  'person',
  'organization',
  'user',
  'dateRange',
]);
