/** The hand-written board: a window of its own for each stage, totals kept, one listener for all cards. */
import type { Deal } from '../../../src/domain/records.js';
import { boardExpectations, typedExpectations, type Expected } from './board-tasks.js';
import type { BenchData } from './data.js';
import { FixedList } from './limit-list.js';
import { firstFew, urgentFirst } from './limit-order.js';
import { countElements, offer, painted, watchFrames, type Frames } from './measure.js';
import { typed } from './tasks.js';

interface Stage {
  readonly id: string;
  readonly element: HTMLElement;
  readonly sums: HTMLElement;
  readonly list: FixedList<Deal>;
  readonly totals: Map<string, number>;
  /** All of its deals in order. */
  all: number[];
  /** Those that match. */
  places: number[];
}

let data: BenchData;
let deals: Deal[] = [];
let expected: Expected;
let narrowed: readonly Expected[];
let search = '';
let stages: Stage[] = [];
let compare: (a: number, b: number) => number;
let placeOf = new Map<string, number>();
let stop: (() => Frames) | undefined;
const board = document.createElement('div');
const money = new Map<string, Intl.NumberFormat>();
const day = new Intl.DateTimeFormat('en', { month: 'short', day: 'numeric', timeZone: 'UTC' });

function moneyText(amount: number, currency: string): string {
  let format = money.get(currency);
  if (!format) money.set(currency, (format = new Intl.NumberFormat('en', { style: 'currency', currency })));
  return format.format(amount);
}

function makeCard(): HTMLElement {
  const card = document.createElement('div');
  card.className = 'card';
  for (const tag of ['small', 'b', 'span', 'span', 'span']) card.append(document.createElement(tag));
  (card.children[1] as HTMLElement).tabIndex = -1;
  return card;
}

function drawCard(card: HTMLElement, deal: Deal): void {
  const [labels, title, who, close, foot] = card.children;
  card.dataset['id'] = deal.id;
  labels!.textContent = deal.labelIds.map((id) => data.labels.find((label) => label.id === id)?.name ?? '').join(' ');
  title!.textContent = deal.title;
  who!.textContent = `${deal.organizationName} · ${deal.personName}`;
  close!.textContent = deal.expectedClose === null ? '' : day.format(Date.parse(deal.expectedClose));
  foot!.textContent = `${deal.value === null ? '–' : moneyText(Number(deal.value.amount), deal.value.currency)} ${deal.nextActivity?.subject ?? ''}`;
}

function count(stage: Stage, deal: Deal, sign: 1 | -1): void {
  if (deal.value === null) return;
  const { amount, currency } = deal.value;
  stage.totals.set(currency, (stage.totals.get(currency) ?? 0) + sign * Number(amount));
}

function drawHead(stage: Stage): void {
  stage.sums.textContent = `${stage.places.length} · ${[...stage.totals].map(([currency, sum]) => moneyText(sum, currency)).join(' · ')}`;
}

function open(): void {
  board.className = 'board';
  stages = data.stages.map(({ id, name }) => {
    const element = document.createElement('section');
    element.className = 'stage';
    element.dataset['stage'] = id;
    const head = document.createElement('header');
    const sums = document.createElement('p');
    head.append(name, sums);
    const list = new FixedList<Deal>({
      className: 'cards',
      height: 132,
      get: (place) => deals[place]!,
      make: makeCard,
      draw: drawCard,
    });
    element.append(head, list.box);
    board.append(element);
    return { id, element, sums, list, totals: new Map<string, number>(), all: [], places: [] };
  });
  document.body.append(board);
  const byId = new Map(stages.map((stage) => [stage.id, stage]));
  for (const [place, deal] of deals.entries()) {
    const stage = byId.get(deal.stageId)!;
    stage.places.push(place);
    count(stage, deal, 1);
  }
  for (const stage of stages) {
    drawHead(stage);
    stage.list.show(firstFew(stage.places, 30, compare), stage.places.length);
  }
  // All of them in order, stage by stage, once the first are painted.
  setTimeout(() => {
    for (const stage of stages) {
      stage.list.show(stage.places.sort(compare));
      stage.all = stage.places;
    }
  }, 150);
}

/** While words grow, only what was found is looked through. Count and totals are of what matches. */
function find(text: string): void {
  const grows = search !== '' && text.startsWith(search);
  search = text;
  for (const stage of stages) {
    const among = grows ? stage.places : stage.all;
    stage.places = text === '' ? stage.all : among.filter((place) => deals[place]!.searchText.includes(text));
    stage.totals.clear();
    for (const place of stage.places) count(stage, deals[place]!, 1);
    drawHead(stage);
    stage.list.show(stage.places);
  }
}

function indexIn(stage: Stage, place: number): number {
  let low = 0;
  let high = stage.places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(stage.places[middle]!, place) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function move(from: Stage, to: Stage, id: string): void {
  const place = placeOf.get(id)!;
  const deal = deals[place]!;
  from.places.splice(indexIn(from, place), 1);
  const index = indexIn(to, place);
  to.places.splice(index, 0, place);
  deals[place] = { ...deal, stageId: to.id };
  count(from, deal, -1);
  count(to, deal, 1);
  for (const stage of [from, to]) drawHead(stage);
  from.list.show(from.places, from.places.length, from.list.box.scrollTop);
  to.list.show(to.places, to.places.length, Math.max(0, (index - 1) * 132));
  (to.list.element(index)?.children[1] as HTMLElement | undefined)?.focus({ preventScroll: true });
}

/** A card in hand: a copy follows the pointer, the stage under it is marked. */
function drag(event: PointerEvent): void {
  const card = event.target instanceof Element ? event.target.closest<HTMLElement>('.card') : null;
  if (!card) return;
  const ghost = card.cloneNode(true) as HTMLElement;
  ghost.className = 'card ghost';
  const boxes = stages.map(({ element }) => [element, element.getBoundingClientRect()] as const);
  let over: HTMLElement | undefined;
  const follow = (moved: PointerEvent): void => {
    if (!ghost.isConnected) document.body.append(ghost);
    ghost.style.transform = `translate(${moved.clientX}px, ${moved.clientY}px)`;
    const under = boxes.find(([, box]) => moved.clientX >= box.left && moved.clientX < box.right)?.[0];
    if (under === over) return;
    over?.classList.remove('over');
    under?.classList.add('over');
    over = under;
  };
  const end = (): void => {
    removeEventListener('pointermove', follow);
    removeEventListener('pointerup', end);
    over?.classList.remove('over');
    ghost.remove();
    const from = stages.find(({ element }) => element.contains(card))!;
    const to = stages.find(({ element }) => element === over);
    if (to && to !== from) move(from, to, card.dataset['id']!);
  };
  addEventListener('pointermove', follow);
  addEventListener('pointerup', end);
}

const topId = ({ places }: Stage): string | undefined => deals[places[0] ?? -1]?.id;
const cardIn = ({ element }: Stage, id: string | undefined): HTMLElement | null =>
  element.querySelector<HTMLElement>(`.card:not([hidden])[data-id="${id}"]`);

offer({
  async prepare(count: number) {
    const { makeData } = await import('./data.js');
    data = makeData({ deals: count });
    deals = [...data.deals];
    placeOf = new Map(deals.map(({ id }, place) => [id, place]));
    compare = urgentFirst(deals, data.today);
    expected = boardExpectations(data);
    narrowed = typedExpectations(data);
  },
  first: () =>
    painted(
      () => {
        open();
        board.addEventListener('pointerdown', drag);
      },
      () => expected.every(({ first }, i) => cardIn(stages[i]!, first) !== null),
    ),
  async type() {
    const times: number[] = [];
    for (const [i, words] of typed.entries())
      times.push(
        await painted(
          () => find(words),
          () =>
            narrowed[i]!.every(
              ({ first }, at) => topId(stages[at]!) === first && (!first || cardIn(stages[at]!, first)),
            ),
        ),
      );
    return times;
  },
  move(from: number) {
    const [left, right] = [stages[from]!, stages[from + 1]!];
    const id = topId(left)!;
    return painted(
      () => move(left, right, id),
      () => cardIn(right, id) !== null && cardIn(left, id) === null,
    );
  },
  way() {
    const first = stages[0]!;
    const card = cardIn(first, topId(first))!.getBoundingClientRect();
    const seen = stages.map(({ element }) => element.getBoundingClientRect()).filter(({ right }) => right < innerWidth);
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
