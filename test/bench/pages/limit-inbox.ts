/** The hand-written inbox: plain DOM over an array, nothing done that is not seen. */
import type { Lead } from '../../../src/domain/records.js';
import type { BenchData } from './data.js';
import { FixedList } from './limit-list.js';
import { firstFew, sorted, urgentFirst } from './limit-order.js';
import { drawRow, makeRow } from './limit-row.js';
import { countElements, offer, painted, rowAt, watchFrames, type Frames } from './measure.js';
import { expectations, orders, shows, typed, type Expected } from './tasks.js';

let data: BenchData;
let leads: readonly Lead[] = [];
let expected: ReturnType<typeof expectations>;
let stop: (() => Frames) | undefined;
/** Everything in the present order; made when it is first needed. */
let order: Uint32Array | undefined;
let search = '';
let found: ArrayLike<number> = [];
let all = false;
const selected = new Set<string>();

const page = document.createElement('div');
const bar = document.createElement('div');
const bulk = document.createElement('div');
const field = document.createElement('input');
const count = document.createElement('b');
const list = new FixedList<Lead>({
  className: 'list',
  height: 48,
  get: (place) => leads[place]!,
  make: makeRow,
  draw: (row, lead, index) =>
    drawRow(row, lead, index, {
      selected: all || selected.has(lead.id),
      now: data.now,
      labelName: (id) => data.labels.find((label) => label.id === id)?.name ?? '',
    }),
});

function inOrder(): Uint32Array {
  return (order ??= Uint32Array.from(leads.keys()).sort(urgentFirst(leads, data.today)));
}

function open(): void {
  page.className = 'page';
  bar.className = bulk.className = 'bar';
  bulk.hidden = true;
  field.type = 'search';
  bar.append(field, count);
  page.append(bar, bulk, list.box);
  field.addEventListener('input', () => find(field.value));
  page.addEventListener('keydown', (event) => {
    if (event.key === 'a' && event.ctrlKey) chooseAll();
  });
  document.body.append(page);
  found = firstFew(leads.keys(), 60, urgentFirst(leads, data.today));
  count.textContent = String(leads.length);
  list.show(found, leads.length);
  // The whole order is there before somebody asks for it, and after the first window is painted.
  setTimeout(() => list.show((found = inOrder())), 150);
}

function find(words: string): void {
  const text = words.toLowerCase();
  // A longer word is looked for among what the shorter one has found.
  const among = text.startsWith(search) && search !== '' ? found : inOrder();
  search = text;
  if (text === '') found = among;
  else {
    const hits = new Uint32Array(among.length);
    let end = 0;
    for (let i = 0; i < among.length; i++) if (leads[among[i]!]!.searchText.includes(text)) hits[end++] = among[i]!;
    found = hits.subarray(0, end);
  }
  count.textContent = String(found.length);
  list.show(found);
}

function sort(by: (typeof orders)[number]): void {
  const { field: name, descending = false } = by[0]!;
  order = found = sorted(leads, name, descending);
  list.show(found);
}

function chooseAll(): void {
  all = true;
  bulk.hidden = false;
  bulk.textContent = `${found.length} selected`;
  list.refresh();
}

const drawn = (): HTMLElement[] => [...list.box.querySelectorAll<HTMLElement>('.row:not([hidden])')];
const ids = (): (string | undefined)[] =>
  drawn()
    .sort((a, b) => Number(a.ariaRowIndex) - Number(b.ariaRowIndex))
    .map((row) => row.dataset['id']);
const rightNow = (what: Expected) => (): boolean => shows(ids(), what);

offer({
  async prepare(count: number) {
    const { makeData } = await import('./data.js');
    data = makeData({ leads: count });
    leads = data.leads;
    expected = expectations(data);
  },
  first: () => painted(open, rightNow(expected.typed.at(-1)!)),
  async type() {
    const times: number[] = [];
    for (const [i, words] of typed.entries()) {
      const act = (): void => {
        field.value = words;
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      };
      times.push(await painted(act, rightNow(expected.typed[i]!)));
    }
    return times;
  },
  async sort() {
    const times: number[] = [];
    for (const [i, by] of orders.entries()) times.push(await painted(() => sort(by), rightNow(expected.sorted[i]!)));
    return times;
  },
  all() {
    const row = drawn()[0]!;
    row.focus();
    return painted(
      () => row.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', ctrlKey: true, bubbles: true })),
      () => !bulk.hidden && drawn().every((each) => each.ariaSelected === 'true'),
    );
  },
  place() {
    const box = list.box.getBoundingClientRect();
    return { x: box.x + 200, y: box.y + box.height / 2 };
  },
  async watch() {
    const box = list.box.getBoundingClientRect();
    const places = [box.top + 20, box.top + box.height / 2, box.bottom - 30];
    stop = await watchFrames(() => places.every((y) => rowAt(box.x + 200, y, '.row') !== null));
  },
  unwatch: () => stop?.(),
  elements: () => countElements(document.body),
});
