/** Everything that is known of one person, for that person. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { toJson } from '../../src/domain/json.js';
import type { CopiedFile, PersonCopy } from '../../src/domain/person-copy.js';
import { begun, her, herEmail, herName, herPhone, live, others } from '../support/everywhere.js';
import { bench } from './support.js';

describe('a copy of what is known of a person', () => {
  test('brings together all that names them, with names in the place of ids', async () => {
    const { store } = await bench(others);
    await live(store);
    const before = await store.backup();
    const copy = await store.copyOf(her);
    assert.deepEqual(await store.backup(), before, 'nothing is changed by it');
    assert.deepEqual([copy.format, copy.version, copy.at], ['crm-elements-person', 1, store.now()]);
    const { person } = copy;
    assert.deepEqual([person.name, person.owner, person.organization], [herName, 'Robin', null]);
    assert.deepEqual(
      (person.emails as readonly { value: string }[]).map(({ value }) => value),
      [herEmail],
    );
    const titles = (list: readonly Readonly<Record<string, unknown>>[]): unknown[] =>
      list.map(({ title }) => title).sort();
    assert.deepEqual(titles(copy.leads), [
      ...[`Garden, ${herName}`, `${herName} again`, `${herName}, once more`].sort(),
    ]);
    assert.deepEqual(titles(copy.deals), [`Pool, ${herName}`, `Shed for ${herName}`]);
    assert.equal(copy.deals.find(({ title }) => title === `Shed for ${herName}`)!.organization, 'Northwind');
    assert.deepEqual(
      copy.participations.map(({ deal, role, status, stage }) => [deal, role, status, stage]),
      [['Pump', `Sister of ${herName}`, 'open', 'Qualified']],
    );
    assert.deepEqual(copy.namedIn, [{ kind: 'deal', record: 'Pump', field: 'Sponsor' }]);
    assert.deepEqual(
      copy.merged.map(({ name }) => name),
      ['Zeliha Ç.'],
    );
    assert.deepEqual(
      copy.conversions.map(({ lead }) => (lead as { title: string }).title).sort(),
      [herName, `Shed for ${herName}`].sort(),
    );
    assert.ok(copy.trash.some(({ title }) => title === `${herName} gone`));
    assert.ok(copy.trash.some(({ title, mergedTitle }) => title === `${herName} second` && mergedTitle));
    assert.deepEqual(copy.notes.map(({ text }) => text).sort(), [
      ...['Big garden.', 'Likes tea.', 'They want blue tiles.', `Write to ${herEmail}`, `${herName} rang.`].sort(),
    ]);
    assert.ok(copy.notes.every(({ author }) => author === 'Robin'));
    assert.equal(copy.activities.length, 2);
    assert.deepEqual(
      copy.files.map(({ name, size, type, author }) => [name, size, type, author]).sort(),
      [
        ['House.pdf', 16, 'application/pdf', 'Robin'],
        [`Letter of ${herName}.txt`, 8, 'text/plain', 'Robin'],
        ['Minutes.txt', 46, 'text/plain', 'Robin'],
        ['Plan.txt', 32, 'text/plain', 'Robin'],
      ],
      'what is attached to them, without what is in it',
    );
    assert.deepEqual(titles(copy.projects), [`House of ${herName}`]);
    assert.ok(copy.imports.some(({ file, made }) => file === `${herName}.csv` && made === true));
    assert.ok(copy.imports.some(({ file, made }) => file === `${herName}.csv` && made === false));
    const renamed = copy.changelog.filter(({ of, field }) => of === 'person' && field === 'name');
    // The clock stands still here: which of the two came first is not to be told.
    assert.deepEqual(renamed.map(({ before, after, user }) => [before, after, user].join()).sort(), [
      `Zerrin Er,${herName},Robin`,
      `${herName},Zerrin Er,Robin`,
    ]);
    assert.equal(toJson(JSON.parse(toJson(copy))), toJson(copy), 'it is plain data');
  });

  test('leads to what the files hold, also of one in the trash', async () => {
    const { store } = await bench(others);
    await live(store);
    const copy = JSON.parse(toJson(await store.copyOf(her))) as PersonCopy;
    const held = async (files: readonly CopiedFile[]): Promise<unknown[]> =>
      Promise.all(files.map(async (file) => [file.name, await (await store.blob(file)).text()]));
    assert.deepEqual((await held(copy.files)).sort(), [
      ['House.pdf', '%PDF-1.7 a house'],
      [`Letter of ${herName}.txt`, 'Dear all'],
      ['Minutes.txt', `Present: ${herName}, ${herPhone}`],
      ['Plan.txt', `The garden of ${herName}`],
    ]);
    assert.deepEqual(await held(copy.trash.flatMap(({ files }) => files ?? [])), [
      ['Old plan.txt', `The pond of ${herName}`],
    ]);
  });

  test('has that somebody took part in a deal and no longer does', async () => {
    const { store } = await bench(others);
    await live(store);
    const deals = await store.read({ kind: 'deal', window: { offset: 0, limit: 99 } });
    const pump = deals.records.find(({ title }) => title === 'Pump')!;
    const parts = await store.read({ kind: 'participant', window: { offset: 0, limit: 99 } });
    const hers = parts.records.find(({ personId, dealId }) => personId === her && dealId === pump.id)!;
    await store.execute('participant-edit', { id: hers.id, role: 'Advises' });
    await store.execute('participant-delete', { id: hers.id });
    const copy = await store.copyOf(her);
    assert.deepEqual(copy.participations, []);
    const told = copy.changelog.filter(({ of }) => of === 'participant');
    // The clock stands still here, too.
    const rows = told.map(({ op, deals: of, field, after, before }) => toJson([op, of, field, after ?? before]));
    assert.ok(rows.includes(toJson(['patch', ['Pump'], 'role', 'Advises'])));
    assert.ok(rows.includes(toJson(['delete', ['Pump'], '', { role: 'Advises' }])));
  });

  test('has of others nothing but names', async () => {
    const { store } = await bench(others);
    await live(store);
    const text = toJson(await store.copyOf(her));
    for (const foreign of ['Bob has a pump.', 'Roof and shed', 'brought us here'])
      assert.ok(!text.includes(foreign), foreign);
  });

  test('is there for whoever is in the trash, and for nobody else', async () => {
    const { store } = await bench([...begun.slice(5)]);
    await live(store);
    assert.equal((await store.copyOf('twin')).person.name, 'Zeliha Ç.');
    await assert.rejects(store.copyOf('nobody'), { code: 'not-found' });
  });
});
