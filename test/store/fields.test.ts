/** Custom fields through the store: two tabs at once, all values of a field turned and brought back, stopped halfway. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Change } from '../../src/domain/change.js';
import type { Field, FieldType, Lead } from '../../src/domain/records.js';
import type { CrmStore } from '../../src/store/api.js';
import { aDeal, aField, aLead, creation, later } from '../../src/testing/fixtures.js';
import { bench, settled } from './support.js';

const options = ['Small', 'Large'].map((name) => ({ id: name.toLowerCase(), name }));
const size = creation('field', aField({ id: 'size', name: 'Size', type: 'option', options }));

/** Leads and deals, archived and won ones among them, with a text of which every tenth is no number. */
function many(count: number): readonly Change[] {
  const custom = (i: number): Lead['custom'] => ({ year: i % 10 === 0 ? `unknown ${i}` : String(i) });
  return [
    creation('field', aField({ id: 'year', name: 'Year', type: 'text' })),
    ...Array.from({ length: count }, (_, i) =>
      i % 2 === 0
        ? creation('lead', aLead({ id: `lead-${i}`, custom: custom(i), archivedAt: i % 4 === 0 ? later : null }))
        : creation('deal', aDeal({ id: `deal-${i}`, custom: custom(i), status: i % 3 === 0 ? 'won' : 'open' })),
    ),
  ];
}

const page = { offset: 0, limit: 20_000 };

async function fieldIn(store: CrmStore, id: string): Promise<Field> {
  const { records } = await store.read({ kind: 'field', where: { field: 'id', op: 'is', value: id }, window: page });
  return records[0]!;
}

/** Every value of the field, by the id of its record. */
async function valuesIn(store: CrmStore, id: string): Promise<Readonly<Record<string, unknown>>> {
  const values: Record<string, unknown> = {};
  for (const kind of ['lead', 'deal'] as const)
    for (const record of (await store.read({ kind, window: page })).records)
      if (id in record.custom) values[record.id] = record.custom[id];
  return values;
}

describe('two tabs', () => {
  test('that work on the options of one field at once both have their say', async () => {
    const { store, beside } = await bench([size]);
    const other = beside();
    const mine = await store.plan('field-edit', {
      id: 'size',
      options: [{ id: 'small', name: 'Tiny' }, { name: 'Huge' }],
    });
    await other.execute('field-edit', { id: 'size', options: [{ id: 'small' }, { name: 'Odd' }, { id: 'large' }] });
    await settled();
    const { outcomes } = await store.run(mine);
    assert.deepEqual(
      outcomes.map(({ state }) => state),
      ['done'],
    );
    const { options: now } = await fieldIn(store, 'size');
    assert.deepEqual(
      now.map(({ name }) => name),
      ['Tiny', 'Huge', 'Odd', 'Large'],
    );
  });

  test('an option that was chosen meanwhile does not go', async () => {
    const { store, beside } = await bench([size, creation('lead', aLead())]);
    const plan = await store.plan('field-edit', { id: 'size', remove: ['small'] });
    assert.deepEqual(plan.drafts[0]!.problems, []);
    await beside().execute('lead-edit', { id: 'lead-1', fields: { 'custom.size': 'small' } });
    await settled();
    const { outcomes } = await store.run(plan);
    assert.deepEqual([outcomes[0]!.state, outcomes[0]!.problem?.code], ['refused', 'occupied']);
  });

  test('a value that was written while the others were turned stays, and is told', async () => {
    const { store, beside } = await bench(many(20));
    const plan = await store.plan('field-retype', { id: 'year', type: 'number' });
    await beside().execute('lead-edit', { id: 'lead-2', fields: { 'custom.year': '1999' } });
    await settled();
    const { outcomes } = await store.run(plan);
    assert.deepEqual(
      outcomes.filter(({ state }) => state !== 'done').map(({ id, state }) => [id, state]),
      [['lead-2', 'conflict']],
    );
    assert.equal((await valuesIn(store, 'year'))['lead-2'], '1999');
  });
});

test('a field that was deleted comes back with its values and where it was asked for', async () => {
  const { store } = await bench([size, creation('lead', aLead({ custom: { size: 'small' } }))]);
  store.directory.subscribe(() => undefined);
  await settled();
  await store.execute('field-edit', {
    id: 'size',
    asked: { stages: { 'stage-2': true }, won: { 'pipeline-1': true } },
  });
  await store.execute('field-delete', { id: 'size' });
  assert.equal(store.directory.fields.length, 0);
  assert.deepEqual(store.directory.stage('stage-2')!.requiredFields, []);
  await store.undo();
  await settled();
  assert.deepEqual((await fieldIn(store, 'size')).options, options);
  assert.deepEqual(store.directory.stage('stage-2')!.requiredFields, ['custom.size']);
  assert.deepEqual(store.directory.pipelines[0]!.wonFields, ['custom.size']);
  assert.deepEqual(await valuesIn(store, 'size'), { 'lead-1': 'small' });
});

describe('all values of a field', () => {
  test('are turned a hundred at a time, and one undo brings back every one that was lost', async () => {
    const { store } = await bench(many(1_000));
    const before = await valuesIn(store, 'year');
    const plan = await store.plan('field-retype', { id: 'year', type: 'number' });
    const fates = plan.drafts.map(({ retyped }) => retyped?.fate ?? 'field');
    assert.deepEqual([fates[0], fates.length, fates.filter((fate) => fate === 'lost').length], ['field', 1_001, 100]);
    const steps: number[] = [];
    const { outcomes } = await store.run(plan, { onProgress: (done) => steps.push(done) });
    assert.ok(outcomes.every(({ state }) => state === 'done') && steps.length === 11);
    const after = await valuesIn(store, 'year');
    assert.deepEqual([Object.keys(after).length, after['deal-7'], 'lead-10' in after], [900, 7, false]);
    await store.undo();
    await settled();
    assert.deepEqual(await valuesIn(store, 'year'), before);
    assert.equal((await fieldIn(store, 'year')).type, 'text');
  });

  test('stopped halfway: the rest is as it was, is read by what the field was, and is turned the next time', async () => {
    const { store } = await bench(many(1_000));
    const before = await valuesIn(store, 'year');
    const stop = new AbortController();
    const plan = await store.plan('field-retype', { id: 'year', type: 'number' });
    const { outcomes } = await store.run(plan, {
      stop: stop.signal,
      onProgress: (done) => void (done >= 300 && stop.abort()),
    });
    const stopped = outcomes.filter(({ state }) => state === 'stopped').length;
    assert.ok(stopped > 0 && stopped < 1_000, String(stopped));
    const now = await valuesIn(store, 'year');
    assert.equal(Object.values(now).filter((value) => typeof value === 'string').length, stopped);
    assert.deepEqual((await fieldIn(store, 'year')).was, { type: 'text', options: [] });
    const rest = await store.execute('field-retype', { id: 'year', type: 'number' });
    assert.ok(rest.outcomes.every(({ state }) => state === 'done'));
    assert.ok(Object.values(await valuesIn(store, 'year')).every((value) => typeof value === 'number'));
    await store.undo();
    await store.undo();
    await settled();
    assert.deepEqual(await valuesIn(store, 'year'), before);
  });
});

describe('conversion', () => {
  const types: Readonly<Record<Exclude<FieldType, 'formula'>, unknown>> = {
    text: 'Blue',
    longText: 'Two\nlines',
    number: 12.5,
    money: { amount: '12.50', currency: 'TRY' },
    date: '2026-12-01',
    time: '09:30',
    option: 'small',
    options: ['small', 'large'],
    yesNo: false,
    phone: '+90 555 000 00 00',
    email: 'ada@kordon.example',
    link: 'https://kordon.example/',
    person: 'person-1',
    organization: 'organization-1',
    user: 'user-1',
    address: 'Kordon 1, İzmir',
    dateRange: ['2026-12-01', '2026-12-24'],
  };

  test('keeps the values of all types, there and back', async () => {
    const { store } = await bench([
      ...Object.keys(types).map((type, i) =>
        creation('field', aField({ id: type, name: type, type: type as FieldType, options, rank: `a${i}` })),
      ),
      creation('lead', aLead()),
    ]);
    const fields = Object.fromEntries(Object.entries(types).map(([id, value]) => [`custom.${id}`, value]));
    const edited = await store.execute('lead-edit', { id: 'lead-1', fields });
    assert.equal(edited.outcomes[0]!.state, 'done', JSON.stringify(edited.outcomes));
    const [made] = (await store.convertLeads(['lead-1'])).outcomes;
    const [deal] = (await store.read({ kind: 'deal', window: page })).records;
    assert.deepEqual([deal!.id, deal!.custom], [made!.dealId, types]);
    await store.execute('deals-convert', { ids: [deal!.id] });
    const [lead] = (await store.read({ kind: 'lead', window: page })).records;
    assert.deepEqual(lead!.custom, types);
  });
});
