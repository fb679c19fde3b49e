/** Fields that a card may show besides its title, so many at most. */
export const mostFields = 7;

/** What a card shows where nobody has chosen. */
export const defaultFields: readonly string[] = [
  'labelIds',
  'organizationName',
  'personName',
  'expectedClose',
  'ownerId',
  'value',
  'nextActivity',
];

/** What was set or kept, as far as it can be understood: each once, and no more than there is room for. */
export function fieldsOf(fields: unknown): readonly string[] {
  if (!Array.isArray(fields) || fields.join() === defaultFields.join()) return defaultFields;
  return [...new Set(fields.filter((field): field is string => typeof field === 'string'))].slice(0, mostFields);
}
