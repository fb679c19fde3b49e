/** A lead becomes one deal, whoever presses how often from wherever. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { memoryAdapter } from '../../src/adapters/memory.js';
import type { ConvertDraft } from '../../src/domain/plan.js';
import { createStore } from '../../src/store/store.js';
import { seeded } from '../../src/testing/clock.js';
import { aBoard, aDeal, aLead, aNote, aPerson, creation } from '../../src/testing/fixtures.js';
import { bench, leads, settled, until } from './support.js';

const page = { offset: 0, limit: 5000 };

describe('converting', () => {
  test('the same lead in two tabs at the same moment: 1,000 rounds, 1,000 deals, the loser is led to the winner', async () => {
    const random = seeded(20);
    let deals = 0;
    // A fresh database every 50 rounds: what is raced for is the lead, not the length of the lists.
    for (let database = 0; database < 20; database++) {
      const first = memoryAdapter();
      await first.commit([...aBoard(), creation('person', aPerson()), ...leads(50)]);
      const tabs = [first, memoryAdapter({ beside: first })].map((adapter) => createStore({ adapter, names: false }));
      for (let round = 0; round < 50; round++) {
        const race = tabs.map(async (store) => {
          for (let wait = Math.floor(random() * 12); wait > 0; wait--) await Promise.resolve();
          return (await store.convertLeads([`lead-${round}`])).outcomes[0]!;
        });
        const outcomes = (await Promise.all(race)).sort((a, b) => (a.state < b.state ? 1 : -1));
        assert.deepEqual(
          outcomes.map((outcome) => outcome.state),
          ['done', 'conflict'],
          JSON.stringify(outcomes),
        );
        assert.equal(outcomes[0]!.dealId, outcomes[1]!.dealId);
      }
      deals += (await tabs[0]!.read({ kind: 'deal', window: page })).total!;
      assert.equal((await tabs[1]!.read({ kind: 'lead', window: page })).total, 0);
      for (const store of tabs) store.close();
    }
    assert.equal(deals, 1_000);
  });

  test('fifty clicks in one task make one deal and are told once', async () => {
    const { store } = await bench(leads(1));
    const told: unknown[] = [];
    store.on('leads-converted', (event) => told.push(event));
    const results = await Promise.all(Array.from({ length: 50 }).map(() => store.convertLeads(['lead-0'])));
    assert.equal((await store.read({ kind: 'deal', window: page })).total, 1);
    assert.equal(new Set(results.map((result) => result.outcomes[0]!.dealId)).size, 1);
    assert.equal(told.length, 1);
    assert.equal(store.undoable?.count, 1);
  });

  test('fifty plans that are run in one task: the others get the outcome of the first', async () => {
    const { store } = await bench(leads(1));
    let told = 0;
    store.on('leads-converted', () => told++);
    const plans = await Promise.all(
      Array.from({ length: 50 }).map(() => store.plan('leads-convert', { ids: ['lead-0'] })),
    );
    const results = await Promise.all(plans.map((plan) => store.run(plan)));
    assert.deepEqual([...new Set(results.map((result) => result.outcomes[0]!.state))], ['done']);
    assert.equal(new Set(results.map((result) => result.outcomes[0]!.dealId)).size, 1);
    assert.equal(results.filter((result) => result.canUndo).length, 1);
    assert.equal(told, 1);
  });

  test('one plan that is run twice is carried out once', async () => {
    const { store } = await bench(leads(1));
    const plan = await store.plan('leads-convert', { ids: ['lead-0'] });
    const [first, second] = await Promise.all([store.run(plan), store.run(plan)]);
    assert.equal(first.outcomes[0]!.state, 'done');
    assert.deepEqual(second.outcomes, first.outcomes);
    assert.equal((await store.read({ kind: 'deal', window: page })).total, 1);
  });

  test('a lead that was converted before is told, with the deal', async () => {
    const { store } = await bench(leads(1));
    const done = await store.convertLeads(['lead-0']);
    const again = await store.convertLeads(['lead-0']);
    assert.equal(again.outcomes[0]!.state, 'conflict');
    assert.equal(again.outcomes[0]!.dealId, done.outcomes[0]!.dealId);
    assert.equal(again.canUndo, false);
  });

  test('and after it was taken back it is converted anew', async () => {
    const { store } = await bench(leads(1));
    await store.convertLeads(['lead-0']);
    await store.undo();
    const again = await store.convertLeads(['lead-0']);
    assert.equal(again.outcomes[0]!.state, 'done');
    assert.equal((await store.read({ kind: 'deal', window: page })).total, 1);
  });

  test('somebody edits the lead while the dialog is open: a conflict, and nothing is written', async () => {
    const { store, beside } = await bench(leads(2));
    const plan = await store.plan('leads-convert', { ids: ['lead-0', 'lead-1'] });
    await beside().execute('lead-edit', { id: 'lead-0', fields: { title: 'Edited elsewhere' } });
    const { outcomes } = await store.run(plan);
    assert.deepEqual(
      outcomes.map((outcome) => outcome.state),
      ['conflict', 'done'],
    );
    assert.equal((await store.read({ kind: 'deal', window: page })).total, 1);
  });

  test('that somebody has looked at the lead meanwhile stops nothing', async () => {
    const { store, beside } = await bench(leads(1));
    const plan = await store.plan('leads-convert', { ids: ['lead-0'] });
    await beside().execute('leads-see', { ids: ['lead-0'], seen: true });
    assert.equal((await store.run(plan)).outcomes[0]!.state, 'done');
  });

  test('what was edited a moment ago, and is not stored yet, goes along', async () => {
    const { store } = await bench(leads(1));
    const edit = store.execute('lead-edit', { id: 'lead-0', fields: { title: 'Better title' } });
    const { outcomes } = await store.convertLeads(['lead-0']);
    await edit;
    assert.equal(outcomes[0]!.state, 'done');
    const [deal] = (await store.read({ kind: 'deal', window: page })).records;
    assert.equal(deal?.title, 'Better title');
  });

  test('a refused draft stays in the inbox, an edited one is a deal with the edit', async () => {
    const { store } = await bench(leads(3));
    const plan = await store.plan('leads-convert', { ids: ['lead-0', 'lead-1', 'lead-2'] });
    plan.drafts[0]!.refuse('Not this one');
    plan.drafts[1]!.fields['title'] = 'Edited by the host';
    const { outcomes } = await store.run(plan);
    assert.deepEqual(
      outcomes.map((outcome) => outcome.state),
      ['refused', 'done', 'done'],
    );
    assert.equal(outcomes[0]!.reason, 'Not this one');
    const titles = (await store.read({ kind: 'deal', window: page })).records.map((deal) => deal.title);
    assert.deepEqual(titles.sort(), ['Edited by the host', 'Lead 2']);
  });

  test('what the user may not is a problem with the reason', async () => {
    const { store } = await bench(leads(2), {
      can: (name, record) => name !== 'leads-convert' || record?.id !== 'lead-1' || 'Only managers',
    });
    const plan = await store.plan('leads-convert', { ids: ['lead-0', 'lead-1'] });
    store.check(plan);
    assert.deepEqual(plan.drafts[1]!.problems, [{ code: 'denied', reason: 'Only managers' }]);
    const { outcomes } = await store.run(plan);
    assert.deepEqual(
      outcomes.map(({ state, reason }) => [state, reason]),
      [
        ['done', undefined],
        ['refused', 'Only managers'],
      ],
    );
  });

  test('two leads that join one deal, in one command', async () => {
    const { store } = await bench([
      ...leads(2),
      creation('deal', aDeal({ labelIds: [] })),
      creation('note', aNote({ leadId: 'lead-0' })),
    ]);
    const plan = await store.plan('leads-convert', { ids: ['lead-0', 'lead-1'] });
    for (const draft of plan.drafts as ConvertDraft[]) draft.join = 'deal-1';
    const { outcomes } = await store.run(plan);
    assert.deepEqual(
      outcomes.map(({ state, dealId }) => [state, dealId]),
      [
        ['done', 'deal-1'],
        ['done', 'deal-1'],
      ],
    );
    assert.equal((await store.read({ kind: 'lead', window: page })).total, 0);
    await store.undo();
    assert.equal((await store.read({ kind: 'lead', window: page })).total, 2);
  });

  test('many: in chunks with progress; Stop ends between two of them, and undo brings back what was made', async () => {
    const { store } = await bench(leads(450));
    const ids = await store.ids({ kind: 'lead' });
    assert.equal(ids.length, 450);
    const stop = new AbortController();
    const progress: [number, number][] = [];
    const plan = await store.plan('leads-convert', { ids });
    const result = await store.run(plan, {
      stop: stop.signal,
      onProgress: (done, of) => {
        progress.push([done, of]);
        if (done === 200) stop.abort();
      },
    });
    assert.deepEqual(progress.slice(0, 2), [
      [100, 450],
      [200, 450],
    ]);
    const states = result.outcomes.map((outcome) => outcome.state);
    assert.equal(states.filter((state) => state === 'done').length, 200);
    assert.equal(states.filter((state) => state === 'stopped').length, 250);
    assert.equal((await store.read({ kind: 'deal', window: page })).total, 200);
    await store.undo();
    assert.equal((await store.read({ kind: 'deal', window: page })).total, 0);
    assert.equal((await store.read({ kind: 'lead', window: page })).total, 450);
  });

  test('a lead that cannot be stored does not keep the other 99 from it', async () => {
    const { store, beside } = await bench(leads(100));
    const plan = await store.plan('leads-convert', { ids: await store.ids({ kind: 'lead' }) });
    await beside().convertLeads(['lead-50']);
    const { outcomes } = await store.run(plan);
    assert.equal(outcomes.filter((outcome) => outcome.state === 'done').length, 99);
    const lost = outcomes.find((outcome) => outcome.id === 'lead-50');
    assert.equal(lost?.state, 'conflict');
    assert.equal(typeof lost?.dealId, 'string');
  });

  test('adding a lead that is a deal by now is not called taken back', async () => {
    const { store } = await bench();
    const added = await store.addLead({ title: 'Buoys', person: { name: 'Imogen' } });
    await store.convertLeads([added.outcomes[0]!.id]);
    await assert.rejects(added.undo(), { code: 'conflict', reason: 'changed' });
    assert.equal((await store.read({ kind: 'deal', window: { offset: 0, limit: 9 } })).records.length, 1);
  });

  test('undo is refused with the reason where the deal was edited since', async () => {
    const { store, beside } = await bench(leads(1));
    const { outcomes } = await store.convertLeads(['lead-0']);
    await beside().execute('deal-edit', { id: outcomes[0]!.dealId!, fields: { title: 'Edited since' } });
    await assert.rejects(store.undo(), { code: 'conflict', reason: 'deal-changed' });
    assert.equal(store.undoable?.name, 'leads-convert');
  });

  test('and from the receipts it is taken back in any tab', async () => {
    const { store, beside } = await bench(leads(1));
    const list = store.list({ kind: 'lead' });
    list.subscribe(() => {});
    await until(() => list.state === 'ready');
    await store.convertLeads(['lead-0']);
    assert.equal(list.total, 0);
    const { outcomes } = await beside().execute('conversions-undo', { ids: ['lead-0'] });
    assert.equal(outcomes[0]!.state, 'done');
    await settled();
    assert.equal(list.total, 1);
    assert.equal(list.row(0)?.title, 'Lead 0');
  });
});

test('a lead of the fixtures converts whole', async () => {
  const { store } = await bench([creation('lead', aLead())]);
  const { outcomes } = await store.convertLeads(['lead-1'], { stageId: 'stage-2' });
  const [deal] = (await store.read({ kind: 'deal', window: page })).records;
  assert.deepEqual(
    [deal?.id, deal?.stageId, deal?.title],
    [outcomes[0]!.dealId, 'stage-2', 'Solar panels for the roof'],
  );
});
