/** Our inbox over records in memory. */
import '../../../src/define/crm-provider.js';
import '../../../src/define/lead-inbox.js';
import { memoryAdapter } from '../../../src/adapters/memory.js';
import type { CrmAdapter } from '../../../src/adapters/adapter.js';
import { countElements, offer, painted, rowAt, watchFrames, type Frames } from './measure.js';
import { expectations, orders, shows, typed, type Expected } from './tasks.js';
import { user } from './user.js';

const provider = document.createElement('crm-provider');
const inbox = document.createElement('lead-inbox');
let adapter: CrmAdapter;
let expected: ReturnType<typeof expectations>;
let stop: (() => Frames) | undefined;

const root = (): ShadowRoot => inbox.shadowRoot!;
const drawn = (): HTMLElement[] => [...root().querySelectorAll<HTMLElement>('.lrow[data-id]')];
const ids = (): (string | undefined)[] =>
  drawn()
    .sort((a, b) => Number(a.ariaRowIndex) - Number(b.ariaRowIndex))
    .map((row) => row.dataset['id']);
const rightNow = (what: Expected) => (): boolean => inbox.shadowRoot !== null && shows(ids(), what);

offer({
  async prepare(leads: number) {
    const { changesOf, makeData } = await import('./data.js');
    const data = makeData({ leads });
    expected = expectations(data);
    adapter = memoryAdapter();
    await adapter.commit(changesOf(data));
  },
  first: () =>
    painted(
      () => {
        provider.user = user;
        provider.timeZone = 'UTC';
        provider.adapter = adapter;
        provider.append(inbox);
        document.body.append(provider);
      },
      rightNow(expected.typed.at(-1)!),
    ),
  async type() {
    const field = root().querySelector<HTMLInputElement>('input[type=search]')!;
    const times: number[] = [];
    for (const [i, words] of typed.entries()) {
      const act = (): void => {
        field.value = words;
        field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      };
      times.push(await painted(act, rightNow(expected.typed[i]!)));
    }
    return times;
  },
  async sort() {
    const times: number[] = [];
    for (const [i, order] of orders.entries())
      times.push(await painted(() => (inbox.order = order), rightNow(expected.sorted[i]!)));
    return times;
  },
  async all() {
    drawn()[0]!.focus();
    return painted(
      () =>
        drawn()[0]!.dispatchEvent(
          new KeyboardEvent('keydown', { key: 'a', code: 'KeyA', ctrlKey: true, bubbles: true, composed: true }),
        ),
      () => root().querySelector('.bulk') !== null && drawn().every((row) => row.ariaSelected === 'true'),
    );
  },
  /** A point over the list, to scroll at. */
  place() {
    const box = root().querySelector('.list')!.getBoundingClientRect();
    return { x: box.x + 200, y: box.y + box.height / 2 };
  },
  async watch() {
    const box = root().querySelector('.list')!.getBoundingClientRect();
    // Under the head of the list, in the middle, above its lower edge.
    const places = [box.top + 80, box.top + box.height / 2, box.bottom - 30];
    stop = await watchFrames(() => places.every((y) => rowAt(box.x + 200, y, '.lrow[data-id]') !== null));
  },
  unwatch: () => stop?.(),
  elements: () => countElements(document.body),
});
