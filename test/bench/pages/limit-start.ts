/** The hand-written page over the very same database: one transaction, one index, the rows in sight. */
import type { Row } from '../../../src/adapters/indexeddb/stores.js';
import type { Label, Lead } from '../../../src/domain/records.js';
import { FixedList } from './limit-list.js';
import { drawRow, makeRow } from './limit-row.js';
import { all, openPlain } from './plain-idb.js';

const now = Date.now();
const today = new Date(now).toISOString().slice(0, 10);
const between = (from: string, to: string): IDBKeyRange => IDBKeyRange.bound([0, from], [0, to], false, true);
const urgent = [
  between('0', `${today}T`),
  between(`${today}T`, `${today}U`),
  between('', '0'),
  between(`${today}U`, '\uffff'),
];

const db = await openPlain(location.search.slice(1));
const transaction = db.transaction(['lead', 'label'], 'readonly');
const index = transaction.objectStore('lead').index('next');
const [labels, ...lists] = await all([
  transaction.objectStore('label').getAll() as IDBRequest<unknown[]>,
  ...urgent.map((range) => index.getAll(range, 50) as IDBRequest<unknown[]>),
]);
const names = new Map((labels as Label[]).map(({ id, name }) => [id, name]));
const leads = (lists.flat() as Row<Lead>[]).slice(0, 50);
const page = document.createElement('div');
page.className = 'page';
const list = new FixedList<Lead>({
  className: 'list',
  height: 48,
  get: (place) => leads[place]!,
  make: makeRow,
  draw: (row, lead, at) => drawRow(row, lead, at, { selected: false, now, labelName: (id) => names.get(id) ?? '' }),
});
page.append(list.box);
document.body.append(page);
list.show(leads.map((_, i) => i));
