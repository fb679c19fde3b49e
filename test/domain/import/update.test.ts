import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Change } from '../../../src/domain/change.js';
import { ImportWriter } from '../../../src/domain/import/changes.js';
import type { Lead } from '../../../src/domain/records.js';
import { env, plan, prepare } from './helpers.js';
import { Stored, first, head, rows, write } from './stored.js';

describe('updates', () => {
  test('a changed file patches what differs, adds options and labels, and keeps what people did', () => {
    const { stored } = first();
    const changed = [...rows[0]!];
    changed[4] = '€6';
    changed[5] = 'warm';
    changed[7] = 'won back';
    changed[9] = 'second';
    const before = stored.all('lead')[0]!;
    const planned = plan(prepare(head, [changed, ...rows.slice(1)], stored.all('field')), stored.options());
    assert.deepEqual(
      planned.rows.map(({ verdict }) => verdict),
      ['update', 'skip', 'skip', 'skip'],
    );
    write(stored, planned);
    const after = stored.all('lead').find(({ id }) => id === before.id)!;
    assert.deepEqual(after.value, { amount: '6', currency: 'EUR' });
    assert.equal(after.labelIds.length, 3);
    assert.equal(after.originId, before.originId);
    const status = stored.all('field').find(({ name }) => name === 'Status')!;
    assert.deepEqual(
      status.options.map(({ name }) => name),
      ['open', 'lost', 'won back'],
    );
    assert.equal(after.custom[status.id], status.options[2]!.id);
    assert.deepEqual(
      stored
        .all('note')
        .filter(({ leadId }) => leadId === before.id)
        .map(({ text }) => text),
      ['first', 'second'],
    );
    assert.equal(stored.all('lead').length, 4);
    const again = plan(prepare(head, [changed], stored.all('field')), stored.options());
    assert.deepEqual(
      again.rows.map(({ reasons }) => reasons[0]!.code),
      ['unchanged'],
    );
  });
});

describe('a commit that fails', () => {
  test('what it would have made is made with the next row that needs it; ids stay', () => {
    const stored = new Stored();
    const planned = plan(prepare(head, rows));
    const writer = new ImportWriter(env, planned.names, planned.lookup);
    stored.commit(writer.setup(planned.rows));
    const lost = writer.row(planned.rows[0]!);
    const id = (lost.find(({ kind }) => kind === 'lead') as Change & { record: Lead }).id;
    writer.failed(lost);
    stored.commit(writer.row(planned.rows[1]!));
    assert.deepEqual(
      stored.all('organization').map(({ name }) => name),
      ['Engines Ltd'],
    );
    const retried = writer.row(planned.rows[0]!);
    stored.commit(retried);
    assert.ok(
      retried.some((change) => change.id === id),
      'a retry makes the same lead',
    );
    assert.deepEqual(
      stored.all('person').map(({ name }) => name),
      ['Alan', 'Ada'],
    );
  });
});
