/** `search`: words, folding, phone numbers. */
import type { CrmAdapter } from '../../adapters/adapter.js';
import { fold } from '../../domain/fold.js';
import { aContactPoint, aLead, anOrganization, aPerson, creation } from '../fixtures.js';
import { breaking, equal, ids, type CheckDefinition } from './check.js';

const found = async (adapter: CrmAdapter, search: string): Promise<string> =>
  (await ids(adapter, 'lead', { search, order: [{ field: 'id' }] })).join('');
/** A broken adapter that searches for something else. */
const asks = (change: (search: string) => string | undefined) => (inner: CrmAdapter) =>
  breaking(inner, {
    query: (query) => (query.search === undefined ? query : { ...query, search: change(query.search) }),
  });

export const searchChecks: readonly CheckDefinition[] = [
  {
    id: 'search.words',
    title: 'each word must occur, in any order, anywhere',
    needs: null,
    async run({ adapter }) {
      await adapter.commit([
        creation('person', aPerson({ name: 'Grace Hopper' })),
        creation('lead', aLead({ id: '1', title: 'Compiler training' })),
        creation('lead', aLead({ id: '2', title: 'Compiler', personId: null })),
      ]);
      equal(await found(adapter, 'hop comp'), '1', 'words of title and person');
      equal(await found(adapter, 'compiler'), '12', 'one word');
      equal(await found(adapter, '  '), '12', 'blanks only');
      equal(await found(adapter, 'compiler banana'), '', 'a word that is nowhere');
    },
    broken: asks((search) => search.trim().split(/\s+/).at(-1)),
  },
  {
    id: 'search.part',
    title: 'a part of a word is enough',
    needs: null,
    async run({ adapter }) {
      await adapter.commit([creation('lead', aLead({ id: '1', title: 'Photovoltaics' }))]);
      equal(await found(adapter, 'volta'), '1', 'the middle of a word');
    },
    broken: (inner) =>
      breaking(inner, { query: (query) => (query.search === 'volta' ? { ...query, search: 'volta\u0001' } : query) }),
  },
  {
    id: 'search.turkish',
    title: 'SATIŞ, satış and satis find the same; İ, I, ı and i are one letter',
    needs: null,
    async run({ adapter }) {
      await adapter.commit([
        creation('lead', aLead({ id: '1', title: 'SATIŞ' })),
        creation('lead', aLead({ id: '2', title: 'satış' })),
        creation('lead', aLead({ id: '3', title: 'İstanbul ILGIN' })),
      ]);
      for (const search of ['SATIŞ', 'satış', 'satis', 'Satıs']) equal(await found(adapter, search), '12', search);
      for (const search of ['istanbul', 'ISTANBUL', 'İSTANBUL', 'ılgın', 'ilgin'])
        equal(await found(adapter, search), '3', search);
    },
    broken: (inner) =>
      breaking(inner, {
        query: (query) =>
          query.search === 'SATIŞ' ? { ...query, search: `${query.search.toLowerCase()}\u0001` } : query,
      }),
  },
  {
    id: 'search.accents',
    title: 'accents, umlauts and full-width letters do not matter',
    needs: null,
    async run({ adapter }) {
      await adapter.commit([
        creation('lead', aLead({ id: '1', title: 'Łódź Straße' })),
        creation('lead', aLead({ id: '2', title: 'Cafe\u0301 ＡＢＣ' })),
      ]);
      equal([await found(adapter, 'lodz strasse'), await found(adapter, 'café abc')], ['1', '2'], 'folded');
    },
    broken: (inner) =>
      breaking(inner, {
        query: (query) =>
          query.search !== undefined && fold(query.search) !== query.search
            ? { ...query, search: 'nothing at all' }
            : query,
      }),
  },
  {
    id: 'search.phone',
    title: 'a phone number by its digits, however it is written',
    needs: null,
    async run({ adapter }) {
      await adapter.commit([
        creation('person', aPerson({ phones: [aContactPoint('+90 (532) 123 45-67')] })),
        creation('lead', aLead({ id: '1' })),
        creation('lead', aLead({ id: '2', personId: null })),
      ]);
      for (const search of ['5321234567', '532 123 45 67', '0532 123'])
        equal(await found(adapter, search), '1', search);
    },
    broken: (inner) =>
      breaking(inner, {
        query: (query) =>
          query.search?.includes(' ') ? { ...query, search: `${query.search.replaceAll(' ', '-')}x` } : query,
      }),
  },
  {
    id: 'search.email',
    title: 'an e-mail address, whole or in part',
    needs: null,
    async run({ adapter }) {
      await adapter.commit([creation('person', aPerson()), creation('lead', aLead({ id: '1' }))]);
      equal([await found(adapter, 'ada@example.com'), await found(adapter, '@EXAMPLE')], ['1', '1'], 'found');
    },
    broken: asks((search) => search.replace('@', '\u0001')),
  },
  {
    id: 'search.where',
    title: '`search` and `where` both hold',
    needs: null,
    async run({ adapter }) {
      await adapter.commit([
        creation('lead', aLead({ id: '1', title: 'Boiler', seen: true })),
        creation('lead', aLead({ id: '2', title: 'Boiler' })),
        creation('lead', aLead({ id: '3', title: 'Roof', seen: true })),
      ]);
      equal(
        await ids(adapter, 'lead', { search: 'boil', where: { field: 'seen', op: 'is', value: true } }),
        ['1'],
        'ids',
      );
    },
    broken: (inner) =>
      breaking(inner, { query: (query) => (query.search === undefined ? query : { ...query, where: undefined }) }),
  },
  {
    id: 'search.literal',
    title: 'signs that mean something to a database are only letters',
    needs: null,
    async run({ adapter }) {
      await adapter.commit([
        creation('lead', aLead({ id: '1', title: '100% (a_b) .* \\d' })),
        creation('lead', aLead({ id: '2', title: 'axb 1000' })),
      ]);
      equal(await found(adapter, '100%'), '1', 'per cent');
      equal(await found(adapter, 'a_b'), '1', 'underscore');
      equal(await found(adapter, '.*'), '1', 'point and star');
    },
    broken: asks((search) => search.replaceAll(/[%_.*]/g, '')),
  },
  {
    id: 'search.contacts',
    title: 'persons and organizations are found by name, address and number too',
    needs: null,
    async run({ adapter }) {
      await adapter.commit([creation('person', aPerson()), creation('organization', anOrganization())]);
      equal(await ids(adapter, 'person', { search: 'yildiz ada@' }), ['person-1'], 'person');
      equal(await ids(adapter, 'organization', { search: 'NORTH' }), ['organization-1'], 'organization');
      equal(await ids(adapter, 'organization', { search: 'south' }), [], 'an organization that is not there');
    },
    broken: (inner) =>
      breaking(inner, { query: (query) => (query.kind === 'organization' ? { ...query, search: undefined } : query) }),
  },
];
