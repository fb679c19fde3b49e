/** `order`: what comes first, and what comes last. */
import { aDeal, aLabel, aLead, anActivity, aStage, creation, minutesAfter, money } from '../fixtures.js';
import { breaking, equal, ids, withRows, type CheckDefinition } from './check.js';
import type { Change } from '../../domain/change.js';
import type { CrmAdapter } from '../../adapters/adapter.js';
import type { Order } from '../../domain/query.js';
import type { Lead } from '../../domain/records.js';

const leads = (...fields: Partial<Lead>[]): Change[] =>
  fields.map((one, i) => creation('lead', aLead({ id: `${i + 1}`, ...one })));
const ordered = async (adapter: CrmAdapter, order: readonly Order[]): Promise<string> =>
  (await ids(adapter, 'lead', { order })).join('');

const reversed = (inner: CrmAdapter, when: (order: readonly Order[] | undefined) => boolean): CrmAdapter =>
  breaking(inner, {
    page: (answer, query) => (when(query.order) ? withRows(answer, (all) => [...all].reverse()) : answer),
  });
const noOrder = (inner: CrmAdapter): CrmAdapter =>
  breaking(inner, { query: (query) => ({ ...query, order: [{ field: 'id' }] }) });

const noRanks = (inner: CrmAdapter): CrmAdapter =>
  breaking(inner, {
    query: (query) => ({
      ...query,
      order: query.order?.map(({ field, descending = false }) => ({ field, descending })),
    }),
  });

export const orderChecks: readonly CheckDefinition[] = [
  {
    id: 'order.text',
    title: 'text in the order people sort it, numbers in it by value',
    needs: null,
    async run({ adapter }) {
      await adapter.commit(leads({ title: 'Item 10' }, { title: 'item 2' }, { title: 'apple' }, { title: 'Item 1' }));
      equal(await ordered(adapter, [{ field: 'title' }]), '3421', 'order');
    },
    broken: noOrder,
  },
  {
    id: 'order.descending',
    title: 'descending is the other way round',
    needs: null,
    async run({ adapter }) {
      await adapter.commit(leads({ title: 'B' }, { title: 'C' }, { title: 'A' }));
      equal(await ordered(adapter, [{ field: 'title', descending: true }]), '213', 'order');
    },
    broken: (inner) =>
      breaking(inner, { query: (query) => ({ ...query, order: query.order?.map(({ field }) => ({ field })) }) }),
  },
  {
    id: 'order.empty',
    title: 'empty values come last in both directions',
    needs: null,
    async run({ adapter }) {
      await adapter.commit(
        leads({ expectedClose: null }, { expectedClose: '2026-12-24' }, { expectedClose: '2026-12-01' }),
      );
      equal(await ordered(adapter, [{ field: 'expectedClose' }]), '321', 'ascending');
      equal(await ordered(adapter, [{ field: 'expectedClose', descending: true }]), '231', 'descending');
    },
    broken: (inner) => reversed(inner, (order) => order?.[0]?.descending === true),
  },
  {
    id: 'order.empty-first',
    title: 'empty values come first in both directions where that is asked',
    needs: null,
    async run({ adapter }) {
      await adapter.commit(
        leads({ expectedClose: '2026-12-24' }, { expectedClose: null }, { expectedClose: '2026-12-01' }),
      );
      const order = { field: 'expectedClose', emptyFirst: true } as const;
      equal(await ordered(adapter, [order]), '231', 'ascending');
      equal(await ordered(adapter, [{ ...order, descending: true }]), '213', 'descending');
    },
    broken: (inner) =>
      breaking(inner, {
        query: (query) => ({
          ...query,
          order: query.order?.map(({ field, descending = false }) => ({ field, descending })),
        }),
      }),
  },
  {
    id: 'order.ties',
    title: 'ties are broken by id, ascending, whatever the direction',
    needs: null,
    async run({ adapter }) {
      await adapter.commit(leads({ id: 'b' }, { id: 'c' }, { id: 'a' }, { id: 'B' }));
      equal(await ordered(adapter, [{ field: 'title' }]), 'Babc', 'ascending');
      equal(await ordered(adapter, [{ field: 'title', descending: true }]), 'Babc', 'descending');
    },
    broken: (inner) => reversed(inner, (order) => order?.[0]?.descending === true),
  },
  {
    id: 'order.keys',
    title: 'a second key decides where the first is equal',
    needs: null,
    async run({ adapter }) {
      await adapter.commit(
        leads({ sourceName: 'Web', title: 'B' }, { sourceName: 'Fair', title: 'Z' }, { sourceName: 'Web', title: 'A' }),
      );
      equal(await ordered(adapter, [{ field: 'sourceName' }, { field: 'title' }]), '231', 'order');
    },
    broken: (inner) => breaking(inner, { query: (query) => ({ ...query, order: query.order?.slice(0, 1) }) }),
  },
  {
    id: 'order.money',
    title: 'money by its amount, as a number',
    needs: null,
    async run({ adapter }) {
      await adapter.commit(
        leads({ value: money('900') }, { value: money('1000.00') }, { value: null }, { value: money('-5.5') }),
      );
      equal(await ordered(adapter, [{ field: 'value' }]), '4123', 'order');
    },
    broken: noOrder,
  },
  {
    id: 'order.currency',
    title: 'the same number in several currencies by their codes, before the next key',
    needs: null,
    async run({ adapter }) {
      await adapter.commit(
        leads(
          { value: money('10', 'USD'), title: 'A' },
          { value: money('10.00', 'EUR'), title: 'C' },
          { value: money('9', 'USD'), title: 'D' },
          { value: money('10', 'EUR'), title: 'B' },
        ),
      );
      equal(await ordered(adapter, [{ field: 'value' }, { field: 'title' }]), '3421', 'order');
      equal(await ordered(adapter, [{ field: 'value', descending: true }, { field: 'title' }]), '1423', 'descending');
    },
    broken: noOrder,
  },
  {
    id: 'order.custom',
    title: 'custom fields like any other',
    needs: null,
    async run({ adapter }) {
      await adapter.commit(
        leads(
          { custom: { 'field-1': 7 } },
          { custom: {} },
          { custom: { 'field-1': 30 } },
          { custom: { 'field-1': -1 } },
        ),
      );
      equal(await ordered(adapter, [{ field: 'custom.field-1' }]), '4132', 'order');
    },
    broken: noOrder,
  },
  {
    id: 'order.instants',
    title: 'newest first by the instant it was made',
    needs: null,
    async run({ adapter }) {
      await adapter.commit(
        leads({ createdAt: minutesAfter(5) }, { createdAt: minutesAfter(900) }, { createdAt: minutesAfter(1) }),
      );
      equal(await ordered(adapter, [{ field: 'createdAt', descending: true }]), '213', 'order');
    },
    broken: noOrder,
  },
  {
    id: 'order.next',
    title: 'by next activity: overdue, today, none, planned; the earliest due first',
    needs: null,
    async run({ adapter }) {
      await adapter.commit([
        ...leads({}, {}, {}, {}, {}, {}),
        ...[
          ['1', '2026-12-01'],
          ['2', '2026-11-23'],
          ['3', '2026-11-20'],
          ['5', '2026-11-01'],
          ['6', null],
        ].map(([leadId, due], i) => creation('activity', anActivity({ id: `a${i}`, leadId: leadId!, due: due! }))),
      ]);
      equal(await ordered(adapter, [{ field: 'nextActivity' }]), '532416', 'order');
      equal((await ids(adapter, 'lead')).join(''), '532416', 'order of a query that names none');
    },
    broken: (inner) => breaking(inner, { query: (query) => ({ ...query, today: '1999-01-01' }) }),
  },
  {
    id: 'order.next-time',
    title: 'on one day those without a time, then by time; equal dues by the newest',
    needs: null,
    async run({ adapter }) {
      await adapter.commit([
        ...leads(
          { createdAt: minutesAfter(1) },
          { createdAt: minutesAfter(2) },
          { createdAt: minutesAfter(3) },
          { createdAt: minutesAfter(4) },
        ),
        ...[
          ['1', '15:00'],
          ['2', null],
          ['3', null],
          ['4', '09:30'],
        ].map(([leadId, time], i) => creation('activity', anActivity({ id: `a${i}`, leadId: leadId!, time: time! }))),
      ]);
      equal(await ordered(adapter, [{ field: 'nextActivity' }]), '3241', 'order');
    },
    broken: noOrder,
  },
  {
    id: 'order.none',
    title: 'leads with nothing planned: the newest first',
    needs: null,
    async run({ adapter }) {
      await adapter.commit(
        leads({ createdAt: minutesAfter(1) }, { createdAt: minutesAfter(3) }, { createdAt: minutesAfter(2) }),
      );
      equal((await ids(adapter, 'lead')).join(''), '231', 'order');
    },
    broken: noOrder,
  },
  {
    id: 'order.board',
    title: 'the cards of one stage by next activity, and by hand',
    needs: null,
    async run({ adapter }) {
      await adapter.commit([
        creation('deal', aDeal({ id: '1', rank: 'a2', createdAt: minutesAfter(1) })),
        creation('deal', aDeal({ id: '2', rank: 'a1', createdAt: minutesAfter(2) })),
        creation('deal', aDeal({ id: '3', rank: 'a0', stageId: 'stage-2' })),
        creation('deal', aDeal({ id: '4', rank: 'Zz', createdAt: minutesAfter(4) })),
        creation('activity', anActivity({ leadId: null, dealId: '1' })),
      ]);
      const where = {
        all: [
          { field: 'stageId', op: 'is', value: 'stage-1' },
          { field: 'status', op: 'is', value: 'open' },
        ],
      } as const;
      equal((await ids(adapter, 'deal', { where })).join(''), '142', 'by next activity');
      equal(
        (await ids(adapter, 'deal', { where, order: [{ field: 'rank' }] })).join(''),
        '421',
        'by hand: ranks by code unit',
      );
    },
    broken: (inner) => breaking(inner, { query: (query) => ({ ...query, where: undefined }) }),
  },
  {
    id: 'order.ranks',
    title: 'ids come in the order of `ranks`, unknown ones after them, none last',
    needs: null,
    async run({ adapter }) {
      await adapter.commit(
        leads({ ownerId: 'a' }, { ownerId: 'b' }, { ownerId: null }, { ownerId: 'c' }, { ownerId: 'b' }),
      );
      const order = { field: 'ownerId', ranks: ['b', 'a'] } as const;
      equal(await ordered(adapter, [order]), '25143', 'ascending');
      equal(await ordered(adapter, [{ ...order, descending: true }]), '41253', 'descending');
      equal(await ordered(adapter, [{ ...order, ranks: ['a', 'c', 'b'] }]), '14253', 'other names, another order');
    },
    broken: noRanks,
  },
  {
    id: 'order.ranked-lists',
    title: 'lists of ids compare by their ids in the order of `ranks`, whatever order they are kept in',
    needs: null,
    async run({ adapter }) {
      await adapter.commit(
        leads(
          { labelIds: ['x', 'y'] },
          { labelIds: ['y', 'x'] },
          { labelIds: [] },
          { labelIds: ['y'] },
          { labelIds: ['x'] },
        ),
      );
      equal(await ordered(adapter, [{ field: 'labelIds', ranks: ['y', 'x'] }]), '41253', 'order');
    },
    broken: noRanks,
  },
  {
    id: 'order.default',
    title: 'kinds without a named order have their own: stages by rank, labels by name',
    needs: null,
    async run({ adapter }) {
      await adapter.commit([
        creation('stage', aStage({ id: '1', rank: 'a5' })),
        creation('stage', aStage({ id: '2', rank: 'a0' })),
        creation('label', aLabel({ id: '1', name: 'Warm' })),
        creation('label', aLabel({ id: '2', name: 'cold' })),
      ]);
      equal(await ids(adapter, 'stage'), ['2', '1'], 'stages');
      equal(await ids(adapter, 'label'), ['2', '1'], 'labels');
    },
    broken: noOrder,
  },
];
