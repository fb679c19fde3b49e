/** Texts, ids and names that break escaping, sorting, cutting and guessing. */
import type { Lead } from '../../domain/records.js';
import { aLead, creation } from '../fixtures.js';
import { breaking, equal, mapRows, ok, one, type CheckDefinition } from './check.js';

/** Texts that break escaping, sorting, cutting and guessing. */
export const naughty: readonly string[] = [
  '<script>alert(1)</script>',
  `'; DROP TABLE leads; --`,
  '${7*7}{{7*7}}',
  '=1+1',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\u202Eevil\u202C',
  '👩‍👩‍👧‍👦',
  'Z͑ͫ̓a̴l͎g͕o',
  'مرحبا بالعالم',
  '田中さんにあげて',
  'İıIi',
  '  blanks  ',
  '\r\n\t',
  'null',
  'undefined',
  '-0',
  '1e1000',
  '__proto__',
  'constructor',
  'toString',
  '\uFEFFbom',
  'ﬃ',
  '\u2028\u2029',
];

export const textChecks: readonly CheckDefinition[] = [
  {
    id: 'hostile.proto',
    title: 'a custom field called `__proto__` or `constructor` is a field like any other',
    needs: null,
    async run({ adapter }) {
      const custom = JSON.parse('{"__proto__": "a", "constructor": "b"}') as Lead['custom'];
      await adapter.commit([creation('lead', aLead({ custom }))]);
      const stored = (await one(adapter, 'lead', 'lead-1')).custom;
      equal(
        [
          Object.getOwnPropertyDescriptor(stored, '__proto__')?.value,
          Object.getOwnPropertyDescriptor(stored, 'constructor')?.value,
        ],
        ['a', 'b'],
        'values',
      );
      ok(!('polluted' in {}) && Object.getPrototypeOf(stored) === Object.prototype, 'A prototype was replaced');
    },
    broken: (inner) =>
      mapRows(inner, (row) => ({
        ...row,
        custom: Object.fromEntries(Object.entries(row['custom'] ?? {}).filter(([key]) => key !== '__proto__')),
      })),
  },
  {
    id: 'hostile.text',
    title: 'text comes back as it went in, code unit by code unit',
    needs: null,
    async run({ adapter }) {
      await adapter.commit(
        naughty.map((title, i) => creation('lead', aLead({ id: `lead-${i}`, title, custom: { text: title } }))),
      );
      for (let i = 0; i < naughty.length; i++) {
        const title = naughty[i]!;
        const lead = await one(adapter, 'lead', `lead-${i}`);
        equal([lead.title, lead.custom['text']], [title, title], `text ${i}`);
      }
    },
    broken: (inner) => mapRows(inner, (row) => ({ ...row, title: String(row['title']).replaceAll('\u0000', '') })),
  },
  {
    id: 'hostile.ids',
    title: 'ids are opaque: any text will do',
    needs: null,
    async run({ adapter }) {
      const odd = [
        '0',
        'a/b?c#d',
        ' ',
        '日本',
        '__proto__',
        'constructor',
        'x'.repeat(500),
        '👍',
        "o'hara",
        'a\nb',
        '[1,2]',
        'A',
        'a',
      ];
      await adapter.commit(odd.map((id, i) => creation('lead', aLead({ id, title: `Lead ${i}` }))));
      for (let i = 0; i < odd.length; i++) equal((await one(adapter, 'lead', odd[i]!)).title, `Lead ${i}`, odd[i]!);
    },
    // As a database with a case-insensitive collation.
    broken: (inner) =>
      breaking(inner, {
        query: (query) =>
          query.where && 'value' in query.where && query.where.value === 'A'
            ? { ...query, where: { ...query.where, value: 'a' } }
            : query,
      }),
  },
];
