/** Ids of the host's own in the changelog: with blanks, with what sorts before letters, one the beginning of another. */
import { expect } from '@open-wc/testing';
import { indexeddbAdapter } from '../../src/adapters/indexeddb/indexeddb.js';
import { memoryAdapter } from '../../src/adapters/memory.js';
import type { Query } from '../../src/domain/query.js';
import type { Id } from '../../src/domain/records.js';
import { changelogOrder } from '../../src/domain/row-id.js';
import { aLead, creation, edit, minutesAfter, today } from '../../src/testing/fixtures.js';
import { databases } from '../support/databases.js';

const made = databases();

/** The index has what they begin with, all but two letters, then a blank and an instant: some of these look like others with theirs. */
const ids: readonly Id[] = [
  'a12',
  'a 12',
  'a  12',
  'a 2026-11-0212',
  `a ${minutesAfter(90)}12`,
  'a#12',
  'a/12',
  ' 12',
  '12',
  '1',
  '#/ 1',
  'a 2026-11-02T09:00:00.000Z b 0000001',
];
const EDITS = 150;

describe('the changelog of records with ids of the host’s own', () => {
  it('is that of each, in the order of time, in the browser’s database as in memory', async function () {
    this.timeout(20_000);
    const name = `log-ids-${Date.now()}`;
    let minutes = 0;
    const now = (): number => Date.parse(minutesAfter(minutes));
    const memory = memoryAdapter({ now });
    const own = indexeddbAdapter({ name, clock: { now, after: () => () => undefined } });
    made.push({ name, adapter: own });
    const both = [memory, own] as const;
    for (const adapter of both) await adapter.commit(ids.map((id) => creation('lead', aLead({ id, title: '-1' }))));
    const titles = new Map(ids.map((id) => [id, '-1']));
    for (let n = 0; n < EDITS; n++) {
      // Two commits share an instant, whose commands sort before what parts them from the rest of a row's id.
      minutes = n >> 1;
      const command = n % 2 === 0 ? 'command' : ['command ', 'command!', 'command#', 'command-'][n % 4]!;
      const author = { userId: 'user-1', at: minutesAfter(minutes), from: 'host', bulk: true, command };
      const some = ids.filter((_, i) => (i + n) % 3 > 0);
      const changes = some.map((id) => edit('lead', id, { title: [titles.get(id), String(n)] }));
      for (const id of some) titles.set(id, String(n));
      for (const adapter of both) await adapter.commit(changes, { author });
    }
    const rowsOf = async (value: readonly Id[], window: Query['window']) => {
      const where = { field: 'recordId', op: 'in', value } as const;
      const query = { kind: 'changelog', where, order: changelogOrder, today, window } as const;
      const [expected, found] = await Promise.all(both.map((adapter) => adapter.read(query)));
      const told = (page: typeof expected): readonly unknown[] =>
        page!.records.map((row) => [row.id, row.recordId, row.after]);
      expect(told(found), `${value.join()} ${JSON.stringify(window)}`).to.deep.equal(told(expected));
      expect(Boolean(found!.next)).to.equal(Boolean(expected!.next));
      return found!;
    };
    for (const id of ids) {
      for (const offset of [0, 5, 70, 97]) await rowsOf([id], { offset, limit: 9 });
      const count = { kind: 'changelog', where: { field: 'recordId', op: 'is', value: id }, today } as const;
      const window = { offset: 0, limit: 0 };
      expect((await own.summarize!({ ...count, window }, ''))[0]!.count, id).to.equal(100);
      let rows = 0;
      for (let after: string | null = null; ;) {
        const page = await rowsOf([id], { after, limit: 40 });
        rows += page.records.length;
        if (!page.next) break;
        after = page.next;
      }
      expect(rows, id).to.equal(100);
    }
    for (const offset of [0, 300, 1_150]) await rowsOf(ids, { offset, limit: 60 });
  });
});
