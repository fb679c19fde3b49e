/** Our board over records in memory. */
import '../../../src/define/crm-provider.js';
import '../../../src/define/deal-pipeline.js';
import { memoryAdapter } from '../../../src/adapters/memory.js';
import type { CrmAdapter } from '../../../src/adapters/adapter.js';
import { boardExpectations, typedExpectations, type Expected } from './board-tasks.js';
import { countElements, offer, painted, watchFrames, type Frames } from './measure.js';
import { typed } from './tasks.js';
import { user } from './user.js';

const provider = document.createElement('crm-provider');
const board = document.createElement('deal-pipeline');
let adapter: CrmAdapter;
let expected: Expected;
let narrowed: readonly Expected[];
let stop: (() => Frames) | undefined;

const root = (): ShadowRoot => board.shadowRoot!;
const stageOf = (id: string): Element => root().querySelector(`.stage[data-stage="${id}"]`)!;
/** The card that stands highest. */
function topCard(stage: Element | null): HTMLElement | undefined {
  const cards = [...(stage?.querySelectorAll<HTMLElement>('.card[data-id]') ?? [])];
  return cards.find((card) => card.getAttribute('aria-posinset') === '1');
}

const shows = (what: Expected): boolean =>
  board.shadowRoot !== null &&
  what.every(
    ({ stage, first }) => topCard(root().querySelector(`.stage[data-stage="${stage}"]`))?.dataset['id'] === first,
  );

offer({
  async prepare(deals: number) {
    const { changesOf, makeData } = await import('./data.js');
    const data = makeData({ deals });
    expected = boardExpectations(data);
    narrowed = typedExpectations(data);
    adapter = memoryAdapter();
    await adapter.commit(changesOf(data));
  },
  first: () =>
    painted(
      () => {
        provider.user = user;
        provider.timeZone = 'UTC';
        provider.adapter = adapter;
        provider.append(board);
        document.body.append(provider);
      },
      () => shows(expected),
    ),
  async type() {
    const field = root().querySelector<HTMLInputElement>('input[type=search]')!;
    const times: number[] = [];
    for (const [i, words] of typed.entries()) {
      const act = (): void => {
        field.value = words;
        field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      };
      times.push(await painted(act, () => shows(narrowed[i]!)));
    }
    return times;
  },
  /** Moves the uppermost card of a stage into the next one, as the keys do. */
  async move(from: number) {
    const card = topCard(stageOf(expected[from]!.stage))!;
    const id = card.dataset['id']!;
    const title = card.querySelector<HTMLElement>('.title')!;
    title.focus();
    return painted(
      () =>
        title.dispatchEvent(
          new KeyboardEvent('keydown', {
            key: 'ArrowRight',
            code: 'ArrowRight',
            altKey: true,
            bubbles: true,
            composed: true,
          }),
        ),
      () =>
        stageOf(expected[from + 1]!.stage).querySelector(`.card[data-id="${id}"]`) !== null &&
        stageOf(expected[from]!.stage).querySelector(`.card[data-id="${id}"]`) === null,
    );
  },
  /** Where a card can be taken hold of, and the way over the other stages. */
  way() {
    const boxes = expected.map(({ stage }) => stageOf(stage).getBoundingClientRect());
    const card = topCard(stageOf(expected[0]!.stage))!.getBoundingClientRect();
    const seen = boxes.filter(({ right }) => right < innerWidth);
    return {
      from: { x: card.x + card.width / 2, y: card.bottom - 12 },
      to: seen.map((box) => ({ x: box.x + 60, y: 400 })),
    };
  },
  async watch() {
    stop = await watchFrames();
  },
  unwatch: () => stop?.(),
  elements: () => countElements(document.body),
});
