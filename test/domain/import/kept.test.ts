import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { mapColumn } from '../../../src/domain/import/columns.js';
import { applyKept, findKept, keptOf, readKept } from '../../../src/domain/import/kept.js';
import type { KeptMapping } from '../../../src/domain/import/kept.js';
import type { ColumnMapping, KnownField } from '../../../src/domain/import/columns.js';
import { prepare } from './helpers.js';
import type { Prepared } from './helpers.js';

const head = ['Kontakt', 'Halle', 'Datum', 'Betrag', ''];
const rows = [
  ['Ada', 'A1', '03/04/2026', '1,50', ''],
  ['Grace', 'A2', '05/06/2026', '2,50', ''],
];
const before = prepare(head, rows);

/** As somebody has set it up: the hall is a label, the day is American, the empty column was left. */
function chosen({ names, profiles, columns }: Prepared): ColumnMapping[] {
  return columns.map((mapping, i) => {
    if (i === 1) return mapColumn(names[1]!, profiles[1]!, 'labels');
    if (i === 2) return { ...mapColumn(names[2]!, profiles[2]!, 'expectedClose'), dates: 'mdy', ask: [] };
    if (i === 3) return { ...mapping, currency: 'CHF', onBad: 'empty' };
    return mapping;
  });
}
const kept: KeptMapping = keptOf('Fair', before.names, chosen(before));
const read = (file: Prepared, mapping = kept, fields: readonly KnownField[] = []): ColumnMapping[] =>
  applyKept(mapping, file.names, file.profiles, file.columns, fields);

describe('a mapping that is kept', () => {
  test('is found for the same columns in any order, and for no others', () => {
    const turned = prepare(
      [...head].reverse(),
      rows.map((row) => [...row].reverse()),
    );
    assert.equal(findKept([kept], before.names), kept);
    assert.equal(findKept([kept], turned.names)?.name, 'Fair');
    assert.equal(findKept([kept], prepare([...head, 'More'], rows).names), null);
    assert.equal(findKept([kept], prepare(head.slice(0, 4), [['Ada', 'A1', '03/04/2026', '1,50']]).names), null);
    assert.equal(findKept([kept], prepare(['Kontakt', 'Kontakt', 'Datum', 'Betrag', ''], rows).names), null);
  });

  test('maps the next file as the last one was, each column by its heading', () => {
    const turned = prepare(['Datum', 'Betrag', 'Halle', 'Kontakt', ''], [['03/04/2026', '1,50', 'B7', 'Ada', '']]);
    const [day, amount, hall, contact] = read(turned);
    assert.deepEqual([day!.target, day!.dates, day!.ask], ['expectedClose', 'mdy', []]);
    assert.deepEqual([amount!.currency, amount!.onBad], ['CHF', 'empty']);
    assert.equal(hall!.target, 'labels');
    assert.equal(contact!.target, 'person.name');
  });

  test('days that can be read one way only are read so, whatever was answered before', () => {
    const other = prepare(head, [['Ada', 'A1', '23/04/2026', '1,50', '']]);
    assert.equal(read(other)[2]!.dates, 'dmy');
  });

  test('an empty column that has values now is not left out without a word', () => {
    const filled = prepare(head, [['Ada', 'A1', '03/04/2026', '1,50', 'urgent']]);
    assert.equal(filled.columns[4]!.target, 'custom');
    assert.equal(read(filled)[4]!.target, 'custom');
  });

  test('a custom field is found by its id, by its name where an import has made it since, and else made anew', () => {
    const own = keptOf('Own', before.names, before.columns);
    const hall = (fields: readonly KnownField[]): unknown => read(before, own, fields)[1]!.field;
    assert.deepEqual(hall([]), { id: null, name: 'Halle', type: before.columns[1]!.field!.type });
    assert.deepEqual(hall([{ id: 'f1', name: 'HALLE', type: 'text' }]), { id: 'f1', name: 'HALLE', type: 'text' });
    const byId = structuredClone(own) as { columns: { field: { id: string } | null }[] } & KeptMapping;
    byId.columns[1]!.field!.id = 'f2';
    const renamed: KnownField[] = [
      { id: 'f1', name: 'Halle', type: 'text' },
      { id: 'f2', name: 'Stand', type: 'text' },
    ];
    assert.deepEqual(read(before, byId, renamed)[1]!.field, { id: 'f2', name: 'Stand', type: 'text' });
  });

  test('comes back from the storage as it went in; what cannot be understood is passed over', () => {
    const stored = JSON.parse(JSON.stringify({ mappings: [kept] })) as Record<string, unknown>;
    assert.deepEqual(readKept(stored), [kept]);
    assert.deepEqual(readKept({}), []);
    assert.deepEqual(readKept({ mappings: [null, 7, {}, { name: 'x', columns: [{ key: 'a' }] }, kept] }), [kept]);
    const later = structuredClone(kept) as unknown as { readonly columns: { target: string }[] };
    later.columns[0]!.target = 'person.starSign';
    assert.deepEqual(readKept({ mappings: [later] }), []);
  });
});
