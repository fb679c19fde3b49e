/** Every command: what it does through the store, and its way back. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { rules } from '../../src/domain/commands.js';
import type { CommandName } from '../../src/domain/plan.js';
import { kinds, type AnyRecord } from '../../src/domain/records.js';
import type { CrmStore } from '../../src/store/api.js';
import { cases, oneWay, records } from './cases.js';
import { bench, settled } from './support.js';

/** Everything people see, without counters and receipts. */
async function all(store: CrmStore): Promise<Record<string, unknown>> {
  const seen: Record<string, unknown> = {};
  for (const kind of kinds) {
    if (kind === 'changelog' || kind === 'conversion' || kind === 'trash' || kind === 'view') continue;
    const { records: rows } = await store.read({ kind, window: { offset: 0, limit: 1000 } });
    for (const row of rows as readonly AnyRecord[]) {
      const {
        rev: _rev,
        updatedAt: _updated,
        touchedAt: _touched,
        ...rest
      } = row as AnyRecord & { touchedAt?: string };
      seen[`${kind} ${row.id}`] = rest;
    }
  }
  return seen;
}

describe('every command', () => {
  test('has a case here', () => assert.deepEqual(Object.keys(cases).sort(), Object.keys(rules).sort()));

  for (const [name, input] of Object.entries(cases) as [CommandName, never][]) {
    test(`${name} is stored${oneWay.has(name) ? '' : ', undo gives back what was there, redo what came of it'}`, async () => {
      const { store } = await bench(records, { names: false });
      const before = await all(store);
      const heard: string[] = [];
      store.on('done', (result) => heard.push(result.plan.name));
      const result = await store.execute(name, input);
      assert.deepEqual(
        result.outcomes.map((outcome) => outcome.state),
        result.outcomes.map(() => 'done'),
        JSON.stringify(result.outcomes),
      );
      assert.ok(result.outcomes.length > 0 && result.changes.length > 0);
      assert.deepEqual(heard, [name]);
      assert.equal(store.busy.running + store.busy.unsaved, 0);
      if (name !== 'view-save') assert.notDeepEqual(await all(store), before);
      assert.equal(result.canUndo, !oneWay.has(name));
      if (!result.canUndo) return;
      const after = await all(store);
      assert.equal(store.undoable?.name, name);
      const { undoable } = store;
      await store.undo();
      await settled();
      assert.deepEqual(await all(store), before);
      assert.equal(store.undoable, null);
      assert.deepEqual(store.redoable, undoable);
      const again = await store.redo();
      await settled();
      assert.deepEqual(await all(store), after);
      assert.deepEqual(again!.outcomes, result.outcomes);
      assert.equal(heard.at(-1), name);
      assert.deepEqual(store.undoable, undoable);
      assert.equal(store.redoable, null);
      await store.undo();
      await settled();
      assert.deepEqual(await all(store), before);
    });
  }

  test('that a host made up is refused with its name', async () => {
    const { store } = await bench();
    await assert.rejects(store.plan('leads-explode' as CommandName, {}), { code: 'invalid' });
    await assert.rejects(store.plan('constructor' as CommandName, {}), { code: 'invalid' });
  });
});
