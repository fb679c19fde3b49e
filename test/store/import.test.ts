/** Rows of a file on their way in, broken off, and taken back. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { memoryAdapter } from '../../src/adapters/memory.js';
import type { ImportUnit } from '../../src/store/api.js';
import { createStore } from '../../src/store/store.js';
import { testClock } from '../../src/testing/clock.js';
import { faultyAdapter } from '../../src/testing/faulty.js';
import { aField, aLead, anOrganization, aPerson, aUser, creation, edit, money } from '../../src/testing/fixtures.js';
import { bench, START, until } from './support.js';

const page = { offset: 0, limit: 5000 };

function rows(count: number, from = 0): ImportUnit[] {
  return Array.from({ length: count }).map((_, i) => {
    const n = from + i;
    const lead = aLead({ id: `row-${n}`, title: `Row ${n}`, origin: 'import', originId: `key-${n}` });
    return { key: `key-${n}`, line: n + 2, title: lead.title, action: 'create', changes: [creation('lead', lead)] };
  });
}
const file = { importId: 'import-1', fileName: 'leads.csv', fileHash: 'cafe' };

describe('an import', () => {
  test('stores rows in chunks, tells its progress, and leaves a receipt', async () => {
    const { store } = await bench();
    const list = store.list({ kind: 'lead' });
    list.subscribe(() => {});
    await until(() => list.state === 'ready');
    const progress: number[] = [];
    const result = await store.importRows({
      ...file,
      rows: rows(250),
      total: 250,
      onProgress: (done) => progress.push(done),
    });
    assert.deepEqual([result.created, result.updated, result.failed, result.stopped], [250, 0, [], false]);
    assert.deepEqual(progress, [100, 200, 250]);
    assert.equal(list.total, 250);
    const [receipt] = (await store.read({ kind: 'import', window: page })).records;
    assert.deepEqual([receipt?.state, receipt?.rows, receipt?.created, receipt?.skipped], ['done', 250, 250, 0]);
    assert.deepEqual(store.undoable, { name: 'leads-import', count: 1 });
  });

  test('leaves in a list that names its people those of its rows, however many it brings', async () => {
    const { store } = await bench();
    const list = store.list({ kind: 'lead', order: [{ field: 'title' }] });
    list.setWindow(0, 50);
    list.subscribe(() => {});
    await until(() => list.state === 'ready');
    const units = rows(3000).map((unit, i): ImportUnit => {
      const personId = `person-of-${i}`;
      const lead = aLead({ id: `row-${i}`, title: `Row ${String(i).padStart(4, '0')}`, personId });
      const person = aPerson({ id: personId, name: `Person ${i}` });
      return { ...unit, changes: [creation('person', person), creation('lead', lead)] };
    });
    await store.importRows({ ...file, rows: units, total: 3000 });
    assert.equal(list.total, 3000);
    for (let i = 0; i < 50; i++)
      assert.equal(list.related.persons.get(list.row(i)!.personId!)?.name, `Person ${i}`, `row ${i}`);
    assert.ok(list.related.persons.size < 2000, `${list.related.persons.size} are kept`);
    store.close();
  });

  test('refuses rows whose lead would be without a required field, also one that was made so since, and stores the others', async () => {
    const { store } = await bench();
    const added = await store.execute('field-add', { name: 'Region', type: 'text' });
    const region = added.outcomes[0]!.id;
    const units = rows(4).map((unit, i): ImportUnit => {
      const custom = i % 2 === 0 ? { [region]: 'North' } : {};
      const person = aPerson({ id: 'person-of-1', name: 'Ada' });
      const lead = aLead({ id: `row-${i}`, title: unit.title, personId: i === 0 ? null : person.id, custom });
      const made = i === 1 ? [creation('person', person)] : [];
      return { ...unit, changes: [...made, creation('lead', lead)] };
    });
    await store.execute('field-edit', { id: region, required: true });
    const progress: number[] = [];
    const onProgress = (done: number): void => void progress.push(done);
    const result = await store.importRows({ ...file, rows: units, total: 4, onProgress });
    assert.equal(result.created, 2);
    assert.deepEqual(
      result.failed.map(({ line, missing }) => [line, missing]),
      [
        [3, [`custom.${region}`]],
        [5, [`custom.${region}`]],
      ],
    );
    assert.match(result.failed[0]!.reason, /Region/);
    assert.equal(progress.at(-1), 4);
    const leads = (await store.read({ kind: 'lead', window: page })).records;
    assert.deepEqual(leads.map(({ id }) => id).sort(), ['row-0', 'row-2']);
    // The person came with a row that was refused, and is there for the one that names it.
    const people = (await store.read({ kind: 'person', window: page })).records;
    assert.equal(people.filter(({ id }) => id === 'person-of-1').length, 1);
    assert.equal(result.receipt.skipped, 2);
  });

  test('is taken back: leads that were worked on since stay, and are told', async () => {
    const { store } = await bench();
    await store.importRows({ ...file, rows: rows(120), total: 120 });
    await store.execute('lead-edit', { id: 'row-3', fields: { title: 'Worked on' } });
    await store.execute('leads-see', { ids: ['row-4'], seen: true });
    await store.execute('note-add', { on: { leadId: 'row-110' }, text: 'Mine' });
    const { outcomes } = await store.execute('import-undo', { importId: 'import-1' });
    assert.equal(outcomes.filter((outcome) => outcome.state === 'done').length, 118);
    assert.deepEqual(
      outcomes
        .filter((outcome) => outcome.state !== 'done')
        .map(({ id, problem }) => [id, problem?.detail])
        .sort(),
      [
        ['row-110', 'child-added'],
        ['row-3', 'lead-changed'],
      ],
    );
    assert.deepEqual((await store.read({ kind: 'lead', window: page })).records.map((lead) => lead.id).sort(), [
      'row-110',
      'row-3',
    ]);
    const again = await store.execute('import-undo', { importId: 'import-1' });
    assert.equal(again.outcomes[0]!.problem?.detail, 'undone');
  });

  test('keeps whom a custom field of somebody else names', async () => {
    const kinds = ['person', 'organization', 'user'] as const;
    const { store } = await bench(
      kinds.map((type) => creation('field', aField({ id: `f-${type}`, name: type, type }))),
    );
    const made = [
      creation('person', aPerson({ id: 'p-1' })),
      creation('person', aPerson({ id: 'p-2' })),
      creation('organization', anOrganization({ id: 'o-1' })),
      creation('user', aUser({ id: 'u-1', name: 'New here' })),
      creation('user', aUser({ id: 'u-2', name: 'Also new' })),
    ];
    const [row] = rows(1) as [ImportUnit];
    await store.importRows({ ...file, rows: [{ ...row, changes: [...made, ...row.changes] }], total: 1 });
    await store.addDeal({ title: 'Theirs', person: { name: 'Kurt' }, custom: { 'f-person': 'p-1', 'f-user': 'u-1' } });
    const other = aLead({ id: 'other', personId: null, custom: { 'f-organization': 'o-1' }, origin: 'import' });
    const second: ImportUnit = { key: 'o', line: 2, title: '', action: 'create', changes: [creation('lead', other)] };
    await store.importRows({ ...file, importId: 'import-2', rows: [second], total: 1 });
    await store.execute('import-undo', { importId: 'import-1' });
    const left = async (kind: 'person' | 'organization' | 'user'): Promise<readonly string[]> =>
      (await store.read({ kind, window: page })).records.map(({ id }) => id);
    assert.ok((await left('person')).includes('p-1'));
    assert.ok(!(await left('person')).includes('p-2'));
    assert.ok((await left('organization')).includes('o-1'));
    assert.ok((await left('user')).includes('u-1'));
    assert.ok(!(await left('user')).includes('u-2'));
  });

  test('takes persons and edits back as well, unless somebody else names them by now', async () => {
    const { store } = await bench([creation('lead', aLead({ value: null }))]);
    const row = (n: number, personId: string, extra: ImportUnit['changes'] = []): ImportUnit => ({
      key: `k${n}`,
      line: n,
      title: `Row ${n}`,
      action: 'create',
      changes: [...extra, creation('lead', aLead({ id: `row-${n}`, personId, origin: 'import', originId: `k${n}` }))],
    });
    const units: ImportUnit[] = [
      row(1, 'p-1', [creation('person', aPerson({ id: 'p-1' }))]),
      row(2, 'p-2', [creation('person', aPerson({ id: 'p-2' }))]),
      {
        key: 'u',
        line: 3,
        title: 'Update',
        action: 'update',
        changes: [edit('lead', 'lead-1', { value: [null, money('9')] })],
      },
    ];
    const result = await store.importRows({ ...file, rows: units, total: 3 });
    assert.deepEqual([result.created, result.updated], [2, 1]);
    await store.addDeal({ title: 'Hers', person: { id: 'p-2' } });
    await store.execute('import-undo', { importId: 'import-1' });
    assert.deepEqual((await store.read({ kind: 'person', window: page })).records.map((person) => person.id).sort(), [
      'p-2',
      'person-1',
    ]);
    assert.equal((await store.read({ kind: 'lead', window: page })).records[0]?.value, null);
  });

  test('a row that is refused is told with its line, and leaves the other rows alone', async () => {
    const { store } = await bench([creation('lead', aLead({ id: 'row-7' }))]);
    const result = await store.importRows({ ...file, rows: rows(30), total: 30 });
    assert.equal(result.created, 29);
    assert.deepEqual(
      result.failed.map(({ line }) => line),
      [9],
    );
  });

  test('a person of a refused row comes with the next row that names it', async () => {
    const { store } = await bench([creation('lead', aLead({ id: 'row-0' }))]);
    const [bad, good] = rows(2);
    const person = aPerson({ id: 'p-new' });
    const units = [
      { ...bad!, changes: [creation('person', person), ...bad!.changes] },
      {
        ...good!,
        changes: [creation('lead', aLead({ id: 'row-1', personId: 'p-new', origin: 'import', originId: 'key-1' }))],
      },
    ];
    const result = await store.importRows({ ...file, rows: units, total: 2 });
    assert.equal(result.created, 1);
    assert.equal((await store.read({ kind: 'person', window: page })).total, 2);
  });

  test('that is stopped, or broken off by the storage, goes on with the rows that are missing', async () => {
    const clock = testClock(START);
    const inner = memoryAdapter({ now: () => clock.now() });
    const adapter = faultyAdapter(inner, [{ on: 'commit', from: 3, fault: { reject: 'quota' } }], { clock });
    const store = createStore({ adapter, clock, names: false });
    await assert.rejects(store.importRows({ ...file, rows: rows(500), total: 500 }), { code: 'quota' });
    assert.equal((await store.read({ kind: 'lead', window: page })).total, 200);
    adapter.script([]);
    const stop = new AbortController();
    const second = await store.importRows({
      // The same file again: the same keys, new ids.
      ...file,
      total: 500,
      stop: stop.signal,
      rows: rows(500).map((row) => ({
        ...row,
        changes: row.changes.map(
          (change) =>
            ({
              ...change,
              id: `${change.id}b`,
              record: { ...(change as { record: object }).record, id: `${change.id}b` },
            }) as never,
        ),
      })),
      onProgress: (done) => done >= 400 && stop.abort(),
    });
    assert.deepEqual([second.created, second.unchanged, second.stopped], [200, 200, true]);
    const third = await store.importRows({ ...file, rows: rows(500), total: 500 });
    assert.deepEqual([third.created, third.unchanged, third.stopped], [100, 400, false]);
    assert.equal((await store.read({ kind: 'lead', window: page })).total, 500);
    assert.equal(third.receipt.created, 500);
    await store.undo();
    assert.equal((await store.read({ kind: 'lead', window: page })).total, 0);
  });
});
