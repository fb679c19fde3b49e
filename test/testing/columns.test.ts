import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { SEARCH } from '../../src/adapters/local/column.js';
import { Columns } from '../../src/adapters/local/columns.js';
import { IdPlaces, type Places } from '../../src/adapters/local/places.js';
import { fieldsOf } from '../../src/adapters/local/select.js';
import { fieldsOfSummary, Table } from '../../src/adapters/local/table.js';
import { firstRows } from '../../src/adapters/memory/first-rows.js';
import { memoryAdapter } from '../../src/adapters/memory.js';
import { Shelf } from '../../src/adapters/memory/shelf.js';
import { comparer } from '../../src/domain/compare.js';
import { prepare } from '../../src/domain/matches.js';
import type { Query, Where } from '../../src/domain/query.js';
import type { Lead } from '../../src/domain/records.js';
import { summarize } from '../../src/domain/totals.js';
import { aLead, aPerson, minutesAfter, today } from '../../src/testing/fixtures.js';

const word = fc.constantFrom(
  'Solar',
  'solar',
  'Çatı',
  'heat',
  'Item 2',
  'Item 10',
  '',
  'Ärger',
  '0532 123',
  '915321234567',
);
const day = fc.constantFrom('2026-11-20', '2026-11-22', '2026-11-23', '2026-11-24', '2026-12-01');
const id = fc.integer({ min: 0, max: 40 }).map((n) => `id-${n}`);
const lead: fc.Arbitrary<Lead> = fc
  .record({
    id,
    title: word,
    sourceName: word,
    ownerId: fc.constantFrom(null, 'u1', 'u2'),
    seen: fc.boolean(),
    labelIds: fc.subarray(['a', 'b', 'c']),
    createdAt: fc.nat(5).map(minutesAfter),
    value: fc.option(
      fc.record({
        amount: fc.constantFrom(
          '1',
          '1.00',
          '-3.5',
          '10',
          '9007199254740993',
          '9007199254740992',
          '9007199254740993.0001',
        ),
        currency: fc.constantFrom('EUR', 'JPY'),
      }),
    ),
    nextActivity: fc.option(
      fc.record({
        id: fc.constant('x'),
        type: fc.constant('call' as const),
        subject: word,
        due: fc.option(day),
        time: fc.option(fc.constantFrom('09:00', '18:30')),
      }),
    ),
    custom: fc.record({ n: fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constantFrom('x', null, true)) }),
  })
  .map((fields) => aLead({ ...fields, searchText: fields.title.toLowerCase() }));

const condition: fc.Arbitrary<Where> = fc.oneof(
  fc.record({ field: fc.constant('ownerId'), op: fc.constantFrom('is', 'not'), value: fc.constantFrom(null, 'u1') }),
  fc.record({ field: fc.constant('labelIds'), op: fc.constantFrom('has', 'hasNot'), value: fc.subarray(['a', 'b']) }),
  fc.record({
    field: fc.constant('nextActivity'),
    op: fc.constant('activity'),
    value: fc.subarray(['overdue', 'today', 'planned', 'none']),
  }),
  fc.record({
    field: fc.constantFrom('value', 'custom.n'),
    op: fc.constantFrom('gte', 'lt', 'empty', 'filled'),
    value: fc.constantFrom(1, '1'),
  }),
  fc.record({
    field: fc.constantFrom('title', 'sourceName'),
    op: fc.constantFrom('contains', 'starts', 'in'),
    value: fc.constantFrom('sol', 'item'),
  }),
);
const where: fc.Arbitrary<Where> = fc.oneof(
  condition,
  fc.array(condition, { maxLength: 3 }).map((all) => ({ all })),
  fc.array(condition, { maxLength: 3 }).map((any) => ({ any })),
);
const query: fc.Arbitrary<Query> = fc.record({
  kind: fc.constant('lead' as const),
  today: fc.constantFrom(today, '2026-11-24'),
  where: fc.option(where, { nil: undefined }),
  search: fc.option(fc.constantFrom('s', 'so', 'sol', 'solar', 'item', '05', '053', '0532', 'it 2', ' '), {
    nil: undefined,
  }),
  order: fc.option(
    fc.array(
      fc.record({
        field: fc.constantFrom('title', 'value', 'nextActivity', 'createdAt', 'custom.n', 'labelIds', 'seen'),
        descending: fc.boolean(),
      }),
      { maxLength: 2 },
    ),
    { nil: undefined },
  ),
  window: fc.constant({ offset: 0, limit: 1000 }),
});

/** A question, one that is typed letter by letter, or a handful of records written or taken out. */
const step = fc.oneof(
  fc.record({ ask: query }),
  fc.record({ ask: query, typed: fc.constantFrom('0532 123', 'solar', 'item 10', '90 532') }),
  fc.record({ write: fc.array(fc.tuple(id, fc.option(lead)), { minLength: 1, maxLength: 5 }) }),
);

describe('columns', () => {
  test('keep no second list of the texts of leads that stand by them, and those of persons once', () => {
    const leads = new Shelf<'lead'>();
    const persons = new Shelf<'person'>();
    leads.put(aLead({ searchText: 'solar roof' }));
    persons.put(aPerson({ name: 'Ada', emails: [], phones: [] }));
    const [ofLeads, ofPersons] = [leads, persons].map((places) => {
      const columns = new Columns<Places>(places);
      columns.add([SEARCH], (place) => places.records[place]);
      return columns.column(SEARCH);
    });
    assert.deepEqual([ofLeads?.elsewhere, ofPersons?.elsewhere], [true, false]);
    assert.deepEqual([ofLeads?.at(0), ofPersons?.at(0)], ['solar roof', 'ada']);
  });

  test('answer as the rules do, whatever has been asked and written before', () => {
    fc.assert(
      fc.property(
        fc.array(lead, { maxLength: 40 }),
        fc.array(step, { minLength: 1, maxLength: 30 }),
        // Whether the records stand by the columns, and how many different values get codes.
        fc.boolean(),
        fc.constantFrom(1, 3, 2000),
        (leads, steps, kept, few) => {
          const records = new Map(leads.map((one) => [one.id, one]));
          const places = kept ? new Shelf<'lead'>() : new IdPlaces();
          const table = new Table(places, few);
          table.apply(records);
          table.columns.trim();
          const ready = (fields: Set<string>): void => {
            table.columns.add(fields, (place) => records.get(places.idAt(place)!));
          };
          const compareAnswers = (ask: Query): void => {
            ready(new Set([...fieldsOf(ask, true), ...fieldsOfSummary(ask, 'labelIds')]));
            const expected = [...records.values()].filter(prepare(ask)).sort(comparer(ask.order, 'lead', ask.today));
            assert.deepEqual(
              table.slice(ask).ids,
              expected.map((record) => record.id),
            );
            assert.deepEqual(table.summarize(ask, 'labelIds'), summarize(expected, 'labelIds'));
          };
          for (const one of steps) {
            if ('write' in one) {
              const writes = one.write.map(([id, record]) => [id, record === null ? null : { ...record, id }] as const);
              for (const [id, record] of writes) {
                if (record === null) records.delete(id);
                else records.set(id, record);
              }
              table.apply(writes);
              continue;
            }
            const searches =
              'typed' in one ? [...one.typed].map((_, end) => one.typed.slice(0, end + 1)) : [one.ask.search];
            for (const search of searches) compareAnswers({ ...one.ask, search });
          }
        },
      ),
      { numRuns: 800 },
    );
  });
});

describe('first rows', () => {
  test('are those that the rules say, without columns', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.option(lead, { nil: undefined, freq: 9 }), {
          maxLength: 40,
          selector: (one) => one?.id ?? one,
        }),
        query,
        fc.oneof(
          fc.record({ offset: fc.nat(12), limit: fc.nat(12) }),
          fc.record({ after: fc.constant(null), limit: fc.nat(12) }),
        ),
        (records, ask, window) => {
          const expected = records
            .filter((one) => one !== undefined)
            .filter(prepare(ask))
            .sort(comparer(ask.order, 'lead', ask.today));
          const start = 'offset' in window ? window.offset : 0;
          const found = firstRows<'lead'>(records, { ...ask, kind: 'lead', window });
          assert.deepEqual(found, {
            rows: expected.slice(start, start + window.limit),
            total: expected.length,
            more: start + window.limit < expected.length,
          });
        },
      ),
      { numRuns: 800 },
    );
  });

  test('are asked for as often as a board has stages, and then come from columns: the answer stays the same', async () => {
    const adapter = memoryAdapter();
    const leads = fc.sample(lead, { numRuns: 60, seed: 7 }).map((one, at) => ({ ...one, id: `lead-${at}` }));
    await adapter.commit(leads.map((record) => ({ op: 'create', kind: 'lead', id: record.id, record })));
    const ask = { kind: 'lead', today, window: { offset: 3, limit: 20 } } as const;
    const [first, ...later] = await Promise.all(Array.from({ length: 20 }, () => adapter.read(ask)));
    assert.equal(first?.records.length, 20);
    for (const page of later) assert.deepEqual(page, first);
  });
});
