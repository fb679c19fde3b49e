/** A person is erased: nowhere is anything left of them, and nothing else is. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { memoryAdapter } from '../../src/adapters/memory.js';
import type { CrmAdapter } from '../../src/adapters/adapter.js';
import { kinds, type AnyRecord } from '../../src/domain/records.js';
import type { CrmStore } from '../../src/store/api.js';
import { her, herName, live, others, tracesIn } from '../support/everywhere.js';
import { bench, settled, until } from './support.js';

const window = { offset: 0, limit: 5_000 };

async function everything(store: CrmStore): Promise<Record<string, AnyRecord>> {
  const found: Record<string, AnyRecord> = {};
  for (const kind of kinds)
    for (const record of (await store.read({ kind, window })).records) found[`${kind} ${record.id}`] = record;
  return found;
}

describe('a person who has been everywhere is erased', () => {
  test('and nothing in the storage names them any more', async () => {
    const { store, adapter } = await bench(others);
    await live(store);
    assert.ok(tracesIn(await everything(store)).length > 5, 'before, they are everywhere');
    const { outcomes } = await store.erase(her);
    assert.deepEqual(outcomes, [{ kind: 'person', id: her, title: '', state: 'done' }]);
    const left = await everything(store);
    const named = Object.entries(left).filter(([, record]) => tracesIn(record).length > 0);
    assert.deepEqual(named, []);
    assert.deepEqual(
      Object.values(left).filter((record) => JSON.stringify(record).includes(`"${her}"`)),
      [],
    );
    // Not only as it is read: whatever memory itself holds.
    const { records } = adapter as unknown as { records: { keys: Map<string, unknown> } };
    assert.deepEqual(tracesIn([...records.keys]), []);
  });

  test('what is others’ business stays, without them', async () => {
    const { store } = await bench(others);
    await live(store);
    const before = await everything(store);
    await store.erase(her, { called: { deal: 'Namenlos' } });
    const after = await everything(store);
    for (const key of ['deal bobs', 'lead bobs-lead', 'note bobs-note', 'person bob', 'organization north'])
      assert.ok(after[key], key);
    assert.deepEqual(after['note bobs-note'], before['note bobs-note']);
    assert.deepEqual(after['lead bobs-lead'], before['lead bobs-lead']);
    const deals = Object.values(after).filter((one) => 'stageId' in one && one.id !== 'bobs');
    assert.deepEqual(
      deals
        .map((deal) => {
          const { title, personId, personName, searchText } = deal as never as Record<string, unknown>;
          return [title, personId, personName, searchText].join();
        })
        .sort(),
      ['Namenlos,,,namenlos', 'Namenlos,,,namenlos\nnorthwind'],
    );
    const texts = Object.values(after).flatMap((one) => ('text' in one ? [one.text] : []));
    assert.deepEqual(texts.sort(), ['Bob has a pump.', 'They want blue tiles.']);
    const next = deals.map(
      (deal) => (deal as never as { nextActivity: { subject: string } | null }).nextActivity?.subject,
    );
    assert.ok(next.includes('Send the offer'), 'what is to be done next is another one');
    assert.equal(after['lead hers-alone'], undefined);
    assert.ok(after['lead hers-first'], 'a lead of an organization stays');
    assert.deepEqual((after['deal bobs'] as never as { custom: unknown }).custom, { sponsor: null, remark: null });
  });

  test('of it there is one row that says so, and no name', async () => {
    const { store } = await bench(others);
    await live(store);
    await store.erase(her, { from: 'contact-detail' });
    const where = { field: 'field', op: 'is', value: 'erased' } as const;
    const { records } = await store.read({ kind: 'changelog', where, window });
    assert.deepEqual(
      records.map(({ of, op, userId, at, from, before, after }) => [of, op, userId, at, from, before, after]),
      [['person', 'delete', 'user-1', store.now(), 'contact-detail', null, null]],
    );
  });

  test('what was foretold is what was done', async () => {
    const { store } = await bench(others);
    await live(store);
    const before = await everything(store);
    const report = await store.erasure(her);
    assert.deepEqual(await everything(store), before, 'nothing is changed by asking');
    assert.equal(report.names[0], herName);
    assert.deepEqual([report.deleted.person, report.deleted.participant, report.changed.deal], [1, 1, 3]);
    assert.deepEqual(report.retitled.map(({ kind }) => kind).sort(), ['deal', 'deal', 'lead', 'project']);
    assert.equal(report.textCount, report.texts.length);
    // A file may name her only in what is written in it.
    assert.ok(report.texts.every(({ kind, kept, text }) => !kept && (kind === 'file' || tracesIn(text).length > 0)));
    assert.deepEqual(report.texts.flatMap(({ kind, text }) => (kind === 'file' ? [text] : [])).sort(), [
      'Guests.csv',
      `Letter of ${herName}.txt`,
      'Minutes.txt',
      `Pump.pdf: From ${herName}`,
    ]);
    assert.deepEqual(
      report.remaining.flatMap(({ kind, title }) => (kind === 'file' ? [title] : [])),
      ['House.pdf'],
      'nobody can look into it: it is told that it stays',
    );
    await store.erase(her);
    const after = await everything(store);
    const gone = Object.keys(before).filter((key) => after[key] === undefined);
    const count = (kind: string): number => gone.filter((key) => key.startsWith(`${kind} `)).length;
    for (const kind of kinds) assert.equal(count(kind), report.deleted[kind] ?? 0, kind);
  });

  test('of files only those are left in which nothing of her is found, with what they hold', async () => {
    const { store, adapter } = await bench(others);
    await live(store);
    const refs = async () => (await store.read({ kind: 'file', window })).records.map(({ ref }) => ref);
    const before = await refs();
    await store.erase(her);
    const { records } = await store.read({ kind: 'file', window });
    assert.deepEqual(records.map(({ name }) => name).sort(), ['Drawing.txt', 'House.pdf']);
    assert.deepEqual([...(await adapter.blobs!.has!(before))].sort(), (await refs()).sort());
    const drawing = records.find(({ name }) => name === 'Drawing.txt')!;
    assert.equal(await (await store.blob(drawing)).text(), 'A pump');
  });

  test('a note that somebody wants to keep stays as it was written', async () => {
    const { store } = await bench(others);
    await live(store);
    const text = `${herName} brought us here.`;
    const { texts } = await store.erasure(her);
    const note = texts.find((one) => one.text === text)!;
    const again = await store.erasure(her, { keep: [note.id] });
    assert.equal(again.texts.find(({ id }) => id === note.id)?.kept, true);
    await store.erase(her, { keep: [note.id] });
    const left = Object.values(await everything(store)).filter((record) => tracesIn(record).length > 0);
    assert.deepEqual(
      left.map(({ id }) => id),
      [note.id],
    );
  });

  test('lists that are shown lose them at once, in this tab and in others', async () => {
    const { store, beside } = await bench(others);
    await live(store);
    const other = beside();
    const shown = [store, other].map((one) => {
      const list = one.list({ kind: 'deal' });
      const person = one.record('person', her);
      list.subscribe(() => {});
      person.subscribe(() => {});
      return { list, person };
    });
    await until(() => shown.every(({ list, person }) => list.state === 'ready' && person.state === 'ready'));
    const rows = (list: (typeof shown)[number]['list']): unknown[] =>
      Array.from({ length: list.total ?? 0 }, (_, i) => list.row(i));
    assert.ok(shown.every(({ list, person }) => tracesIn(rows(list)).length > 0 && person.record !== null));
    await store.erase(her);
    await until(() => shown.every(({ person }) => person.record === null));
    await settled();
    for (const { list } of shown) {
      assert.deepEqual(tracesIn(rows(list)), []);
      assert.deepEqual(tracesIn([...list.related.persons.values()]), []);
    }
  });

  test('nothing that was done before can be taken back, or done again, and bring them back', async () => {
    const { store, beside } = await bench(others);
    const other = beside();
    await other.execute('lead-edit', { id: 'bobs-lead', fields: { title: 'Roof of hers' } });
    await live(store);
    const deleted = await store.execute('note-add', { on: { personId: her }, text: 'Once more.' });
    const left = await other.execute('person-edit', { id: her, fields: { jobTitle: 'Queen' } });
    assert.ok(store.undoable && store.redoable === null && other.undoable);
    const undone: string[] = [];
    other.on('undone', ({ plan }) => undone.push(plan.name));
    await store.erase(her);
    await settled();
    assert.deepEqual([store.undoable, store.redoable, other.undoable, other.redoable], [null, null, null, null]);
    assert.ok(undone.includes('person-edit'), 'whoever offers to take it back offers it no longer');
    await assert.rejects(deleted.undo(), { code: 'conflict', reason: 'erased' });
    await assert.rejects(left.undo(), { code: 'conflict', reason: 'erased' });
    assert.equal(await store.undo(), null);
    assert.deepEqual(tracesIn(await everything(store)), []);
    await store.execute('note-add', { on: { dealId: 'bobs' }, text: 'Later.' });
    assert.equal(store.undoable?.name, 'note-add', 'what is done from now on can be');
  });

  test('whoever is called the same keeps the name, and all that bears it elsewhere', async () => {
    const { store } = await bench(others);
    await live(store);
    await store.addLead({ title: `${herName} (the other one)`, person: { name: herName } });
    const report = await store.erasure(her);
    assert.ok(report.remaining.some(({ kind, title }) => kind === 'person' && title === herName));
    await store.erase(her);
    const left = Object.values(await everything(store)).filter((record) => tracesIn(record).length > 0);
    assert.ok(left.some((record) => 'title' in record && record.title === `${herName} (the other one)`));
    const own = left.filter((record) => JSON.stringify(record).includes('ornek.example'));
    assert.deepEqual(own, [], 'the address is nobody else’s');
  });

  test('once, however often the storage is asked; nobody who is not there', async () => {
    const { store, adapter } = await bench(others);
    await live(store);
    const erasure = { personId: her, userId: 'user-1', at: store.now(), from: 'host', command: 'erase-1' };
    await adapter.erasePerson!(erasure);
    const after = await everything(store);
    const again = await adapter.erasePerson!(erasure);
    assert.deepEqual([again.deleted, again.changed], [{}, {}]);
    assert.deepEqual(await everything(store), after);
    await assert.rejects(adapter.erasePerson!({ ...erasure, command: 'erase-2' }), { code: 'not-found' });
    await assert.rejects(store.erasure('nobody'), { code: 'not-found' });
    assert.equal((await store.erase('nobody')).outcomes[0]?.problem?.code, 'not-found');
  });

  test('a storage that cannot, and a page that says no, leave everything as it is', async () => {
    const inner = memoryAdapter();
    const { erasePerson: _no, ...rest } = Object.fromEntries(
      ['read', 'commit', 'watch', 'summarize', 'close'].map((name) => [
        name,
        (inner as unknown as Record<string, (...given: unknown[]) => unknown>)[name]!.bind(inner),
      ]),
    );
    const poor = { ...rest, abilities: { ...inner.abilities, erase: false } } as unknown as CrmAdapter;
    const { store } = await bench([], { adapter: poor });
    const { outcomes } = await store.execute('person-add', { name: herName });
    const { id } = outcomes[0]!;
    await assert.rejects(store.erasure(id), { code: 'invalid', reason: 'not-able' });
    await assert.rejects(store.erase(id), { code: 'invalid', reason: 'not-able' });
    store.configure({ can: (action) => action !== 'person-erase' || 'Ask Robin' });
    assert.deepEqual((await store.erase(id)).outcomes[0]?.problem, { code: 'denied', reason: 'Ask Robin' });
    assert.equal((await store.read({ kind: 'person', window })).records[0]?.name, herName);
  });
});
