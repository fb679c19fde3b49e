/** What hosts hand over without meaning any harm, and what others do. */
import type { CrmAdapter } from '../../adapters/adapter.js';
import type { Kind, Lead } from '../../domain/records.js';
import { aLead, aNote, creation, edit } from '../fixtures.js';
import { absent, breaking, equal, ok, one, refused, type CheckDefinition } from './check.js';

const withCustom = (value: unknown): Lead => aLead({ custom: { risky: value } as never });

/** Refused by the adapter, by nothing else, and nothing of it is kept. */
async function refusedWhole(adapter: CrmAdapter, lead: Lead, what: string): Promise<void> {
  const error = await refused(
    'invalid',
    () => adapter.commit([creation('note', aNote()), creation('lead', lead)]),
    what,
  );
  ok(
    error.field?.includes('risky') ?? false,
    `${what}: the error does not name the field, but "${String(error.field)}"`,
  );
  await absent(adapter, 'note', 'note-1', `${what}: the note of the same commit`);
}
/** Takes what it cannot keep, and drops it without a word. */
const silent = (inner: CrmAdapter): CrmAdapter =>
  breaking(inner, {
    changes: (changes) =>
      changes.map((change) =>
        change.op === 'create' && change.kind === 'lead'
          ? { ...change, record: { ...change.record, custom: {} } }
          : change,
      ),
  });

class Moment {
  readonly day = '2026-11-23';
}

export const hostileChecks: readonly CheckDefinition[] = [
  {
    id: 'hostile.proxy',
    title: "a framework's Proxy is stored as the plain data it shows",
    needs: null,
    async run({ adapter }) {
      const watched = <T extends object>(target: T): T =>
        new Proxy(target, {
          get: (of, key) => {
            const value: unknown = Reflect.get(of, key);
            return typeof value === 'object' && value !== null ? watched(value) : value;
          },
        });
      await adapter.commit([creation('lead', watched(aLead({ labelIds: ['a'], custom: { risky: ['x'] } })))]);
      const lead = await one(adapter, 'lead', 'lead-1');
      equal([lead.labelIds, lead.custom], [['a'], { risky: ['x'] }], 'labels and custom fields');
    },
    broken: (inner) => breaking(inner, { changes: (changes) => changes.map((change) => structuredClone(change)) }),
  },
  {
    id: 'hostile.function',
    title: 'a function in a field is refused by the name of the field',
    needs: null,
    run: ({ adapter }) =>
      refusedWhole(
        adapter,
        withCustom(() => 1),
        'a function',
      ),
    broken: silent,
  },
  {
    id: 'hostile.class',
    title: 'an object of a class (Date, moment, Map) is refused by the name of the field',
    needs: null,
    async run({ adapter }) {
      for (const value of [new Date(0), new Map(), new Moment()])
        await refusedWhole(adapter, withCustom(value), value.constructor.name);
    },
    broken: silent,
  },
  {
    id: 'hostile.cyclic',
    title: 'an object that contains itself is refused by the name of the field',
    needs: null,
    async run({ adapter }) {
      const cyclic: Record<string, unknown> = {};
      cyclic['self'] = cyclic;
      await refusedWhole(adapter, withCustom(cyclic), 'a cyclic object');
    },
    broken: silent,
  },
  {
    id: 'hostile.getter',
    title: 'a getter that throws is refused by the name of the field',
    needs: null,
    async run({ adapter }) {
      const trap = Object.defineProperty({}, 'risky', {
        enumerable: true,
        get: () => {
          throw new TypeError('not now');
        },
      });
      await refusedWhole(adapter, aLead({ custom: trap }), 'a getter');
    },
    broken: (inner) => breaking(inner, { failure: (error) => error.cause ?? error }),
  },
  {
    id: 'hostile.number',
    title: 'NaN and Infinity are refused by the name of the field',
    needs: null,
    async run({ adapter }) {
      for (const value of [NaN, Infinity, -Infinity]) await refusedWhole(adapter, withCustom(value), String(value));
    },
    broken: silent,
  },
  {
    id: 'hostile.patch',
    title: 'the same holds for edits',
    needs: null,
    async run({ adapter }) {
      await adapter.commit([creation('lead', aLead())]);
      const error = await refused(
        'invalid',
        () => adapter.commit([edit('lead', 'lead-1', { 'custom.risky': [null, () => 1] })]),
        'a function in an edit',
      );
      equal(error.field, 'custom.risky', 'field of the error');
      equal((await one(adapter, 'lead', 'lead-1')).rev, 1, 'rev');
    },
    broken: (inner) =>
      breaking(inner, {
        changes: (changes) =>
          changes.map((change) => (change.op === 'patch' ? edit('lead', 'lead-1', { seen: [false, true] }) : change)),
      }),
  },
  {
    id: 'hostile.type',
    title: 'a value of the wrong type is refused by the name of the field',
    needs: null,
    async run({ adapter }) {
      const error = await refused(
        'invalid',
        () => adapter.commit([creation('lead', { ...aLead(), labelIds: 'hot' as never })]),
        'a text where a list belongs',
      );
      equal(error.field, 'labelIds', 'field of the error');
      const money = await refused(
        'invalid',
        () => adapter.commit([creation('lead', { ...aLead(), value: { amount: 12.5, currency: 'EUR' } as never })]),
        'an amount as a float',
      );
      equal(money.field, 'value', 'field of the error');
    },
    broken: (inner) =>
      breaking(inner, {
        changes: (changes) =>
          changes.map((change) =>
            change.op === 'create'
              ? ({ ...change, record: { ...change.record, labelIds: [], value: null } } as never)
              : change,
          ),
      }),
  },
  {
    id: 'hostile.kind',
    title: 'an unknown kind or operation is refused as `invalid`',
    needs: null,
    async run({ adapter }) {
      await refused(
        'invalid',
        () => adapter.commit([{ ...creation('lead', aLead()), kind: 'invoice' as Kind } as never]),
        'a kind that is none',
      );
      await refused(
        'invalid',
        () => adapter.commit([{ op: 'upsert', kind: 'lead', id: 'x' } as never]),
        'an operation that is none',
      );
      await refused('invalid', () => adapter.commit([null as never]), 'no change at all');
    },
    broken: (inner) =>
      breaking(inner, { failure: () => new TypeError("Cannot read properties of undefined (reading 'lead')") }),
  },
  {
    id: 'hostile.stamp',
    title: '`id`, `rev` and `updatedAt` cannot be edited',
    needs: null,
    async run({ adapter }) {
      await adapter.commit([creation('lead', aLead())]);
      for (const [field, pair] of Object.entries({
        id: ['lead-1', 'x'],
        rev: [1, 9],
        updatedAt: ['', '2026'],
      } as const)) {
        equal(
          (
            await refused(
              'invalid',
              () => adapter.commit([edit('lead', 'lead-1', { [field]: pair })]),
              `an edit of ${field}`,
            )
          ).field,
          field,
          'field of the error',
        );
      }
      equal((await one(adapter, 'lead', 'lead-1')).rev, 1, 'rev');
    },
    broken: (inner) => breaking(inner, { changes: (changes) => changes.filter((change) => change.op === 'create') }),
  },
];
