/** A long changelog of one deal: its newest rows are read without all the others, in a sure order, and it is counted. */
import { expect } from '@open-wc/testing';
import { indexeddbAdapter } from '../../src/adapters/indexeddb/indexeddb.js';
import { changelogWhere } from '../../src/domain/changelog.js';
import type { Query, Where } from '../../src/domain/query.js';
import type { ChangelogRow, Deal } from '../../src/domain/records.js';
import { changelogOrder } from '../../src/domain/row-id.js';
import {
  aBoard,
  aDeal,
  aDealProduct,
  aPerson,
  creation,
  edit,
  minutesAfter,
  today,
} from '../../src/testing/fixtures.js';
import { databases } from '../support/databases.js';

const made = databases();
let serial = 0;
const all = { field: '', userId: '' };

async function long(edits: number, atOf: (n: number) => string) {
  const name = `log-walk-${Date.now()}-${serial++}`;
  const adapter = indexeddbAdapter({ name });
  made.push({ name, adapter });
  const author = (n: number, at = atOf(n)) => ({
    author: { userId: n % 50 === 0 ? 'user-2' : 'user-1', at, from: 'host', bulk: false, command: `command-${n}` },
  });
  await adapter.commit([...aBoard(), creation('person', aPerson())]);
  await adapter.commit(['deal-1', 'deal-2'].map((id) => creation('deal', aDeal({ id }))));
  await adapter.commit([creation('dealProduct', aDealProduct({ id: 'line-1', dealId: 'deal-2' }))]);
  const dealNow = async (): Promise<Deal> => {
    const { records } = await adapter.read({
      kind: 'deal',
      where: { field: 'id', op: 'is', value: 'deal-1' },
      today,
      window: { offset: 0, limit: 1 },
    });
    return records[0]!;
  };
  const change = async (n: number, at?: string): Promise<void> => {
    const changed =
      n % 3 === 0
        ? edit('dealProduct', 'line-1', { quantity: [n < 3 ? aDealProduct().quantity : String(n - 3), String(n)] })
        : edit('deal', 'deal-1', { title: ['*', `Title ${n}`] });
    if (changed.op === 'patch' && changed.kind === 'deal') {
      const deal = await dealNow();
      await adapter.commit([edit('deal', 'deal-1', { title: [deal.title, `Title ${n}`] })], author(n, at));
    } else await adapter.commit([changed], author(n, at));
  };
  for (let n = 0; n < edits; n++) await change(n);
  const ask = (where: Where, window: Query['window']) =>
    adapter.read({ kind: 'changelog', where, order: changelogOrder, today, window });
  const count = async (where: Where) =>
    (await adapter.summarize!({ kind: 'changelog', where, today, window: { offset: 0, limit: 0 } }, ''))[0]!.count;
  return { name, adapter, dealNow, change, ask, count };
}

const merged = { id: 'deal-1', mergedIds: ['deal-2'] };
const numbers = (rows: readonly unknown[]): number[] =>
  (rows as readonly ChangelogRow[]).map(({ command }) => Number(command.slice('command-'.length)));

describe('a long changelog in the browser’s database', () => {
  it('gives its newest rows first, a page after the other, of a deal and of one that was merged into it', async () => {
    const { ask, count, change } = await long(300, (n) => minutesAfter(n));
    const where = changelogWhere(merged, all);
    const first = await ask(where, { offset: 0, limit: 20 });
    expect(numbers(first.records)).to.deep.equal(Array.from({ length: 20 }, (_, i) => 299 - i));
    expect(first.total, 'not all of it was read').to.equal(undefined);
    expect(numbers((await ask(where, { offset: 280, limit: 50 })).records)).to.deep.equal(
      Array.from({ length: 20 }, (_, i) => 19 - i),
    );
    const paged: number[] = [];
    for (let after: string | null = null; ;) {
      const page = await ask(where, { after, limit: 37 });
      paged.push(...numbers(page.records));
      if (!page.next) break;
      after = page.next;
    }
    expect(paged).to.deep.equal(Array.from({ length: 300 }, (_, i) => 299 - i));
    expect(await count(where)).to.equal(300);
    await change(300);
    expect(await count(where), 'counted on').to.equal(301);
    expect(await count(changelogWhere({ id: 'deal-1' }, all))).to.equal(200);
  });

  it('finds what is rare in it, and knows how many those are', async () => {
    const { ask } = await long(300, (n) => minutesAfter(n));
    const where = changelogWhere(merged, { field: '', userId: 'user-2' });
    const page = await ask(where, { offset: 0, limit: 20 });
    expect(numbers(page.records)).to.deep.equal([250, 200, 150, 100, 50, 0]);
    expect(page.total).to.equal(6);
  });

  it('stands in the order of time where the clock was set back, and where all were made at one instant', async () => {
    const { ask, count } = await long(240, (n) => (n < 120 ? minutesAfter(1_000 + (n >> 3)) : minutesAfter(n >> 3)));
    const where = changelogWhere(merged, all);
    const inOrder = [...Array(240).keys()];
    const at = (n: number): string => (n < 120 ? minutesAfter(1_000 + (n >> 3)) : minutesAfter(n >> 3));
    const { records } = await ask(where, { offset: 0, limit: 500 });
    const seen = numbers(records);
    expect([...seen].sort((a, b) => a - b)).to.deep.equal(inOrder);
    const times = seen.map(at);
    expect(times).to.deep.equal([...times].sort().reverse());
    for (const offset of [0, 13, 117, 235]) {
      const part = numbers((await ask(where, { offset, limit: 11 })).records);
      expect(part, String(offset)).to.deep.equal(seen.slice(offset, offset + 11));
    }
    expect(await count(where)).to.equal(240);
  });

  it('is counted anew when a person was erased whom it named', async () => {
    const { adapter, dealNow, ask, count, change } = await long(90, (n) => minutesAfter(n));
    const where = changelogWhere(merged, all);
    expect(await count(where)).to.equal(90);
    const deal = await dealNow();
    await adapter.commit([edit('deal', 'deal-1', { personId: [deal.personId, 'person-1'] })], {
      author: { userId: 'user-1', at: minutesAfter(91), from: 'host', bulk: false, command: 'command-91' },
    });
    const before = await count(where);
    await adapter.erasePerson!({
      personId: 'person-1',
      userId: 'user-1',
      at: minutesAfter(95),
      command: 'command-95',
      from: 'host',
    });
    const { records } = await ask(where, { offset: 0, limit: 500 });
    expect(await count(where)).to.equal(records.length);
    await change(92, minutesAfter(96));
    expect(await count(where)).to.equal(records.length + 1);
    expect(before).to.be.at.least(records.length);
  });
});
