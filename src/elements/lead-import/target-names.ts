import type { ColumnMapping, FieldChoice, Target } from '../../domain/import/index.js';
import type { FieldType } from '../../domain/records.js';
import type { ImportWords } from './model.js';

type Words = ImportWords['import'];

/** What a column can become, in words; the order is that of the list one chooses from. */
export function targetName(target: Exclude<Target, 'custom'>, t: Words): string {
  return t[names[target]];
}

const names = {
  none: 'toNone',
  title: 'toTitle',
  'person.name': 'toPersonName',
  'person.first': 'toPersonFirst',
  'person.last': 'toPersonLast',
  'person.jobTitle': 'toJobTitle',
  'person.email.work': 'toEmailWork',
  'person.email.home': 'toEmailHome',
  'person.email.other': 'toEmailOther',
  'person.phone.work': 'toPhoneWork',
  'person.phone.mobile': 'toPhoneMobile',
  'person.phone.home': 'toPhoneHome',
  'person.phone.other': 'toPhoneOther',
  'organization.name': 'toOrganization',
  'organization.address': 'toAddress',
  'organization.street': 'toStreet',
  'organization.city': 'toCity',
  'organization.region': 'toRegion',
  'organization.postalCode': 'toPostalCode',
  'organization.country': 'toCountry',
  'organization.website': 'toWebsite',
  value: 'toValue',
  currency: 'toCurrency',
  labels: 'toLabels',
  owner: 'toOwner',
  source: 'toSource',
  channel: 'toChannel',
  expectedClose: 'toExpectedClose',
  created: 'toCreated',
  note: 'toNote',
  'activity.subject': 'toActivitySubject',
  'activity.type': 'toActivityType',
  'activity.due': 'toActivityDue',
} as const satisfies Record<Exclude<Target, 'custom'>, keyof Words>;

/** The part of the list a target stands in. */
export function groupOf(target: Target, t: Words): string {
  const [scope] = target.split('.');
  if (scope === 'person') return t.groupPerson;
  if (scope === 'organization') return t.groupOrganization;
  if (scope === 'activity') return t.groupActivity;
  return target === 'custom' ? t.groupCustom : t.groupLead;
}

/** What a column becomes, in words. */
export function mappingName({ target, field }: ColumnMapping, words: ImportWords): string {
  const t = words.import;
  if (target !== 'custom') return targetName(target, t);
  if (field?.id === null) return t.toNewField(field.name);
  return field === null ? '' : partName(field.name, field.part, words);
}

/** A field, or one of the two days of it. */
export function partName(name: string, part: FieldChoice['part'], { importMore }: ImportWords): string {
  return part === undefined ? name : part === 'first' ? importMore.firstDay(name) : importMore.lastDay(name);
}

const types = {
  text: 'typeText',
  longText: 'typeLongText',
  number: 'typeNumber',
  money: 'typeMoney',
  date: 'typeDate',
  time: 'typeTime',
  option: 'typeOption',
  options: 'typeOptions',
  yesNo: 'typeYesNo',
  phone: 'typePhone',
  email: 'typeEmail',
  link: 'typeLink',
  address: 'typeAddress',
} as const satisfies Partial<Record<FieldType, keyof Words>>;

const moreTypes = {
  person: 'typePerson',
  organization: 'typeOrganization',
  user: 'typeUser',
  dateRange: 'typeDateRange',
} as const satisfies Partial<Record<FieldType, keyof ImportWords['importMore']>>;

type NewFieldType = keyof typeof types | keyof typeof moreTypes;
export const newFieldTypes = [...Object.keys(types), ...Object.keys(moreTypes)] as readonly NewFieldType[];

export function typeName(type: NewFieldType, { import: t, importMore }: ImportWords): string {
  return type in types ? t[types[type as keyof typeof types]] : importMore[moreTypes[type as keyof typeof moreTypes]];
}
