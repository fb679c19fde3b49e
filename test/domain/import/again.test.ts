import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ImportRow } from '../../../src/domain/import/settings.js';
import { fileHash } from '../../../src/domain/import/table.js';
import type { Lead } from '../../../src/domain/records.js';
import { plan, prepare, retarget } from './helpers.js';
import { fate, full, head, lead, person, row, stored, table } from './rows.js';

describe('who is who', () => {
  test('the same name with the same organization, e-mail or phone is one person; the name alone is not', () => {
    const rows = [
      full,
      row({ Title: 'b', Company: 'engines LTD', Email: '', Phone: '' }),
      row({ Title: 'c', Company: 'Other', Email: 'ADA@e.example', Phone: '' }),
      row({ Title: 'd', Company: 'Third', Email: '', Phone: '0044 (20) 7946-0018' }),
      row({ Title: 'e', Company: 'Fourth', Email: '', Phone: '' }),
      row({ Title: 'f', Contact: 'ADA LOVELACE ', Company: '', Email: 'ada@e.example' }),
    ];
    const refs = plan(table(...rows)).rows.map(({ draft }) => draft!.person!.ref);
    assert.deepEqual(refs, [{ new: 0 }, { new: 0 }, { new: 0 }, { new: 0 }, { new: 1 }, { new: 0 }]);
  });

  test('those that are stored are used', () => {
    const options = stored({ persons: [person({ organizationId: 'o1' })] });
    const { draft, reasons } = plan(table(full), options).rows[0]!;
    assert.deepEqual([draft!.person!.ref, draft!.organization!.ref], [{ id: 'p1' }, { id: 'o1' }]);
    assert.deepEqual(reasons[0]!.params, { person: 'existing', organization: 'existing' });
  });
});

describe('leads that are there already', () => {
  const rows = table(full);

  test('update: only what the file fills and what differs', () => {
    const planned = plan(
      rows,
      stored({ leads: [lead({ value: { amount: '1', currency: 'GBP' }, expectedClose: '2026-12-24' })] }),
    ).rows[0]!;
    assert.equal(planned.verdict, 'update');
    assert.deepEqual(planned.changes['value'], [
      { amount: '1', currency: 'GBP' },
      { amount: '5000.50', currency: 'GBP' },
    ]);
    assert.ok(!('expectedClose' in planned.changes) && !('title' in planned.changes));
    assert.deepEqual(planned.changes['notes'], [null, ['Knows numbers']]);
  });

  test('update: nothing differs is "unchanged"', () => {
    const bare = table(row({ Email: '', Phone: '', Labels: '', Note: '' }));
    const same = lead({ value: { amount: '5000.50', currency: 'GBP' }, expectedClose: '2026-12-24' });
    assert.deepEqual(fate(plan(bare, stored({ leads: [same] })).rows), [['skip', 'unchanged']]);
  });

  test('an empty cell takes nothing away', () => {
    const planned = plan(
      table(row({ Value: '', 'Close Date': '-', Note: '', Labels: '', Email: '', Phone: '' })),
      stored({ leads: [lead({ value: { amount: '1', currency: 'GBP' } })] }),
    );
    assert.deepEqual(fate(planned.rows), [['skip', 'unchanged']]);
  });

  test('skip, and create another', () => {
    assert.deepEqual(fate(plan(rows, { ...stored({ leads: [lead({})] }), existing: 'skip' }).rows), [
      ['skip', 'exists'],
    ]);
    assert.deepEqual(fate(plan(rows, { ...stored({ leads: [lead({})] }), existing: 'create' }).rows), [
      ['create', 'another'],
    ]);
  });

  test('another title, or another organization, is another lead', () => {
    for (const other of [lead({ title: 'Motor' }), lead({ organizationId: 'o2' })]) {
      assert.equal(plan(rows, stored({ leads: [other] })).rows[0]!.verdict, 'create');
    }
  });
});

describe('running again (R67)', () => {
  const prepared = table(full, row({ Contact: 'Alan', Title: 'Machine' }), row({ Contact: '', Company: '' }));

  function leadsOf(rows: readonly ImportRow[]): Lead[] {
    return rows
      .filter(({ verdict }) => verdict === 'create')
      .map(({ key, draft }, i) => lead({ id: `n${i}`, title: draft!.titleText, origin: 'import', originId: key }));
  }

  test('says "unchanged" for every row it has made, whatever has been edited since', () => {
    const leads = leadsOf(plan(prepared).rows).map((one) => ({ ...one, title: 'edited', organizationId: null }));
    assert.deepEqual(fate(plan(prepared, stored({ leads })).rows), [
      ['skip', 'unchanged'],
      ['skip', 'unchanged'],
      ['skip', 'nobody'],
    ]);
  });

  test('after half of it makes only the other half', () => {
    const leads = leadsOf(plan(prepared).rows).slice(0, 1);
    assert.deepEqual(fate(plan(prepared, stored({ leads })).rows), [
      ['skip', 'unchanged'],
      ['create', 'new'],
      ['skip', 'nobody'],
    ]);
  });

  test('brings nothing back that became a deal or lies in the trash', () => {
    const [first, second] = leadsOf(plan(prepared).rows);
    assert.deepEqual(fate(plan(prepared, stored({ converted: [first!], trashed: [second!] })).rows).slice(0, 2), [
      ['skip', 'already-converted'],
      ['skip', 'in-trash'],
    ]);
  });

  test('rows of another order or of another file are known too; a changed cell makes another row', () => {
    const leads = leadsOf(plan(prepared).rows);
    const order = [2, 0, 1, 3, 4, 5, 6, 7, 8, 9];
    const shuffled = retarget(
      prepare(
        order.map((i) => head[i]!),
        [order.map((i) => full[i]!)],
      ),
      'Title',
      'title',
    );
    assert.deepEqual(fate(plan(shuffled, stored({ leads })).rows), [['skip', 'unchanged']]);
    assert.equal(plan(table(row({ Value: '6', Title: 'x' })), stored({ leads })).rows[0]!.verdict, 'create');
  });

  test('identical rows, all wanted, have keys of their own, the same each time', () => {
    const twice = table(full, full, full);
    const keys = plan(twice, { repeated: 'create' }).rows.map(({ key }) => key);
    assert.equal(new Set(keys).size, 3);
    assert.deepEqual(
      plan(twice, { repeated: 'create' }).rows.map(({ key }) => key),
      keys,
    );
  });

  test('for showing, keys are made only where an earlier import may have left the same; every row has the same fate', () => {
    const many = table(full, full, row({ Contact: 'Alan', Title: 'Machine' }), row({ Contact: '', Company: '' }));
    for (const repeated of ['skip', 'create'] as const) {
      const leads = leadsOf(plan(many, { repeated }).rows);
      const cases: readonly Parameters<typeof stored>[0][] = [
        {},
        { leads: leads.slice(0, 1) },
        { leads: [lead({})] },
        { converted: leads },
        { trashed: leads },
      ];
      for (const there of cases) {
        const options = { ...stored(there), repeated };
        const whole = plan(many, options).rows;
        const shown = plan(many, { ...options, keys: false }).rows;
        assert.deepEqual(fate(shown), fate(whole));
        const keyed = [...(there?.leads ?? []), ...(there?.converted ?? []), ...(there?.trashed ?? [])].some(
          ({ origin }) => origin === 'import',
        );
        assert.deepEqual(
          shown.map(({ key }) => key),
          whole.map(({ key }) => (keyed ? key : '')),
        );
      }
    }
  });

  test('the hash of a file is that of its cells', () => {
    assert.equal(fileHash(head, { rows: [full] }), fileHash(head, { rows: [[...full]] }));
    assert.notEqual(fileHash(head, { rows: [full] }), fileHash(head, { rows: [row({ Value: '6' })] }));
    assert.notEqual(fileHash(['a'], { rows: [['b', '']] }), fileHash(['a'], { rows: [['b']] }));
  });
});
