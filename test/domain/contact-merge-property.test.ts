/** Any persons with anything that names them become one, and come back. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { Id } from '../../src/domain/records.js';
import { aParticipant } from '../../src/testing/deal-work.js';
import { aDeal, aField, aNote, anOrganization, aPerson, creation, minutesAfter } from '../../src/testing/fixtures.js';
import { records } from './command-world.js';
import { back, dangling, point } from './contact-merge-world.js';
import { Model } from './model.js';

describe('property: any persons with anything that names them', () => {
  const ids = ['p0', 'p1', 'p2', 'p3'];
  const anybody = fc.constantFrom(...ids);
  const maybe = fc.option(anybody, { nil: null });
  const deals = fc.array(fc.record({ person: maybe, adviser: maybe }), { minLength: 1, maxLength: 4 });
  const parts = fc.uniqueArray(fc.record({ deal: fc.nat(3), person: anybody, role: fc.constantFrom('', 'Pays') }), {
    maxLength: 8,
    selector: ({ deal, person }) => `${deal} ${person}`,
  });
  const build = (
    all: readonly { person: Id | null; adviser: Id | null }[],
    who: readonly { deal: number; person: Id; role: string }[],
  ): Model =>
    new Model([
      creation('field', aField({ id: 'adviser', type: 'person' })),
      ...ids.map((id, at) =>
        creation(
          'person',
          aPerson({ id, createdAt: minutesAfter(at), organizationId: null, emails: [point(`${at % 2}@x.de`)] }),
        ),
      ),
      ...all.flatMap(({ person, adviser }, at) => [
        creation(
          'deal',
          aDeal({
            id: `deal-${at}`,
            personId: person,
            organizationId: 'o',
            custom: adviser === null ? {} : { adviser },
          }),
        ),
        creation('note', aNote({ id: `note-${at}`, leadId: null, dealId: `deal-${at}`, personId: person })),
      ]),
      creation('organization', anOrganization({ id: 'o' })),
      ...who
        .filter(({ deal, person }) => deal < all.length && all[deal]!.person !== person)
        .map(({ deal, person, role }, at) =>
          creation('participant', aParticipant({ id: `part-${at}`, dealId: `deal-${deal}`, personId: person, role })),
        ),
    ]);
  const plainly = (model: Model): unknown =>
    [...records(model)]
      .map(([key, record]) => [key, Object.entries(record as object).filter(([, value]) => value !== null)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, fields]) => [key, Object.fromEntries(fields)]);

  test('merge and undo give all back; nothing dangles; nobody takes part twice', () => {
    fc.assert(
      fc.property(deals, parts, fc.subarray(ids, { minLength: 2 }), fc.nat(), (all, who, some, at) => {
        const model = build(all, who);
        const before = plainly(model);
        const survivorId = some[at % some.length]!;
        const { changes, problems } = model.run('persons-merge', { ids: some, survivorId });
        assert.deepEqual(problems, []);
        assert.deepEqual(dangling(model), []);
        const taking = model.all('participant').map(({ dealId, personId }) => `${dealId} ${personId}`);
        assert.equal(new Set(taking).size, taking.length);
        for (const deal of model.all('deal')) assert.ok(!taking.includes(`${deal.id} ${deal.personId}`));
        back(model, changes);
        assert.deepEqual(plainly(model), before);
      }),
      { numRuns: 300 },
    );
  });

  test('out of the trash, one after the other: everything is where it was but for what the survivor took', () => {
    fc.assert(
      fc.property(deals, parts, fc.shuffledSubarray(ids, { minLength: 2 }), (all, who, some) => {
        const model = build(all, who);
        const named = () =>
          [
            ...model.all('deal').map(({ id, personId, custom }) => `${id} ${personId} ${custom['adviser'] as string}`),
            ...model.all('note').map(({ id, personId }) => `${id} ${personId}`),
            ...model.all('participant').map(({ dealId, personId }) => `in ${dealId} ${personId}`),
          ].sort();
        const before = named();
        const [survivorId, ...others] = some;
        model.run('persons-merge', { ids: some, survivorId: survivorId! });
        for (const id of others) {
          assert.deepEqual(model.run('trash-restore', { ids: [id] }).problems, []);
          assert.deepEqual(dangling(model), []);
        }
        assert.deepEqual(named(), before);
        assert.equal(model.get('person', survivorId!)!.mergedIds, null);
      }),
      { numRuns: 300 },
    );
  });
});
