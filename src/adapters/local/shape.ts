/** What a field can hold, as data. */
export type Shape =
  'text' | 'text?' | 'number' | 'number?' | 'flag' | 'list' | 'list?' | 'map' | 'money?' | 'any' | 'map?';

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const fits: { readonly [S in Shape]: (value: unknown) => boolean } = {
  text: (value) => typeof value === 'string',
  'text?': (value) => value === null || typeof value === 'string',
  number: (value) => typeof value === 'number',
  'number?': (value) => value === null || typeof value === 'number',
  flag: (value) => typeof value === 'boolean',
  list: Array.isArray,
  'list?': (value) => value === null || Array.isArray(value),
  map: isMap,
  'map?': (value) => value === null || isMap(value),
  'money?': (value) =>
    value === null || (isMap(value) && typeof value['currency'] === 'string' && typeof value['amount'] === 'string'),
  any: () => true,
};

export function hasShape(shape: Shape, value: unknown): boolean {
  return fits[shape](value);
}
