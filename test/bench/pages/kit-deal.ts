/** Our detail of a deal over records in IndexedDB: one with all that can hang on a deal, or one with nothing. */
import '../../../src/define/crm-provider.js';
import '../../../src/define/deal-detail.js';
import { indexeddbAdapter } from '../../../src/adapters/indexeddb.js';
import type { Change } from '../../../src/domain/change.js';
import type { CustomValue, FieldType } from '../../../src/domain/records.js';
import {
  aDeal,
  aDealProduct,
  aField,
  anActivity,
  aNote,
  aPerson,
  creation,
  edit,
} from '../../../src/testing/fixtures.js';
import { defaultChanges } from '../../../src/domain/defaults.js';
import { countElements, offer, painted, watchTasks } from './measure.js';
import { user } from './user.js';

/** What the issue names: lines, entries of the history, custom fields. */
const counts = { lines: 200, history: 10_000, fields: 60 };
const CHUNK = 500;
const id = 'deal-bench';

const provider = document.createElement('crm-provider');
const detail = document.createElement('deal-detail');
detail.style.blockSize = '100vh';
let full = false;

const root = (): ShadowRoot => detail.shadowRoot!;
const text = (selector: string): string => root().querySelector(selector)?.textContent ?? '';
const title = (n: number): string => `Deal, edited ${n} times`;

const values: readonly (readonly [FieldType, CustomValue])[] = [
  ['text', 'Bielefeld'],
  ['number', 12.5],
  ['money', { amount: '1200.00', currency: 'EUR' }],
  ['date', '2026-11-30'],
  ['option', 'o1'],
  ['options', ['o1', 'o2']],
  ['yesNo', true],
  ['phone', '+49 521 555 0'],
  ['email', 'ada@nur.example'],
  ['link', 'https://nur.example'],
];
const options = ['o1', 'o2', 'o3'].map((option) => ({ id: option, name: `Option ${option}` }));
const at = (minutes: number): string =>
  new Date(Date.parse('2026-11-20T12:00:00.000Z') - minutes * 60_000).toISOString();
const of = <T>(count: number, make: (n: number) => T): T[] => Array.from({ length: count }).map((_, n) => make(n));

/** Of ten entries of the history four are notes, four are activities that are done, two are changes of a field. */
function hung(): Change[] {
  const tenth = counts.history / 10;
  const fields = of(counts.fields, (n) => values[n % values.length]!);
  return [
    ...fields.map(([type], n) => creation('field', aField({ id: `f${n}`, name: `Field ${n}`, type, options }))),
    edit('deal', id, Object.fromEntries(fields.map(([, value], n) => [`custom.f${n}`, [null, value]]))),
    ...of(counts.lines, (n) =>
      creation('dealProduct', aDealProduct({ id: `line-${n}`, dealId: id, rank: `a${1000 + n}1` })),
    ),
    ...of(4 * tenth, (n) =>
      creation('note', aNote({ id: `note-${n}`, leadId: null, dealId: id, createdAt: at(5 * n), text: `Note ${n}` })),
    ),
    ...of(4 * tenth, (n) =>
      creation(
        'activity',
        anActivity({
          id: `act-${n}`,
          leadId: null,
          dealId: id,
          done: true,
          doneAt: at(5 * n + 2),
          createdAt: at(5 * n + 3),
        }),
      ),
    ),
    ...of(2 * tenth, (n) => edit('deal', id, { probability: [n === 0 ? null : n % 100, (n + 1) % 100] })),
  ];
}

/** Entries of the history that are drawn. */
const drawn = (): number => root().querySelectorAll('.tl [role=listitem]').length;
/** How many a button promises. */
const asked = (more: Element): number => Number(more.textContent.replace(/\D/g, ''));

let tasks: () => Promise<number> = () => Promise.resolve(0);

/** Does the last of these reach the lower edge of the window, or what follows them begin above it? */
const reaches = (rows: string, count: number): boolean => {
  const all = root().querySelectorAll(rows);
  return all.length >= count || (all[all.length - 1]?.getBoundingClientRect().bottom ?? 0) >= innerHeight;
};

function inSight(): boolean {
  if (detail.shadowRoot === null || !text('h2').includes('Deal')) return false;
  // Nothing hangs on the other one: it says so.
  if (!full) return root().querySelector('.tl > *') !== null;
  const history = root().querySelector('.history')!.getBoundingClientRect().top;
  return (
    reaches('[data-line]', counts.lines) &&
    root().querySelector('[data-line]') !== null &&
    reaches('[part=details] dt', counts.fields) &&
    text('[part=details]').includes('Field 0') &&
    (history >= innerHeight || root().querySelector('.tl > *') !== null)
  );
}

offer({
  async prepare(name: string, all: boolean) {
    full = all;
    const adapter = indexeddbAdapter({ name });
    await adapter.erase();
    const setup = defaultChanges('2026-01-01T00:00:00.000Z', undefined, user);
    const stage = setup.find((change) => change.op === 'create' && change.kind === 'stage');
    const pipeline = setup.find((change) => change.op === 'create' && change.kind === 'pipeline');
    const where = { stageId: stage!.id, pipelineId: pipeline!.id };
    const lines = all ? { count: counts.lines, by: 'seed' } : null;
    const deal = aDeal({ id, title: title(0), personId: 'person-1', ...where, lines });
    const changes = [...setup, creation('person', aPerson()), creation('deal', deal), ...(all ? hung() : [])];
    for (let from = 0; from < changes.length; from += CHUNK) await adapter.commit(changes.slice(from, from + CHUNK));
    adapter.close();
    provider.user = user;
    provider.timeZone = 'UTC';
    provider.database = name;
    provider.append(detail);
    document.body.append(provider);
  },
  /**
   * From the call to the frame in which all is there that is in sight: the head, what the deal holds, and of custom fields, products
   * and history as much as the window shows. What is below goes on being drawn: `rest` waits for that.
   */
  open() {
    tasks = watchTasks();
    return painted(() => {
      detail.dealId = id;
    }, inSight);
  },
  /** Until every line and every field is drawn, and the longest task from the call on; 0 = none longer than 50 ms. */
  async rest() {
    await painted(
      () => undefined,
      () =>
        !full ||
        (root().querySelectorAll('[data-line]').length === counts.lines &&
          text('[part=details]').includes(`Field ${counts.fields - 1}`)),
    );
    return tasks();
  },
  /** A kind of entries, shown until there are as many as hang on the deal: the longest task on the way. */
  async history(kind: number) {
    const longest = watchTasks();
    await painted(
      () => root().querySelectorAll<HTMLElement>('.history .chip')[kind]!.click(),
      () => drawn() > 0,
    );
    for (;;) {
      const more = root().querySelector<HTMLElement>('.history [data-more]');
      if (more === null) break;
      const before = drawn();
      const step = asked(more);
      await painted(
        () => more.click(),
        () => drawn() - before >= step,
      );
    }
    return { longest: await longest(), entries: drawn() };
  },
  /** Another title, typed where it stands: from Enter to the painted change. */
  async edit(n: number) {
    root().querySelector<HTMLElement>('h2 .edit')!.click();
    await detail.updateComplete;
    const field = root().querySelector<HTMLInputElement>('h2 :is(input, textarea)')!;
    field.value = title(n);
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    const enter = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true, cancelable: true });
    return painted(
      () => field.dispatchEvent(enter),
      () => root().querySelector('h2 :is(input, textarea)') === null && text('h2').includes(title(n)),
    );
  },
  elements: () => countElements(document.body),
});
