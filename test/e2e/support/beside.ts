/** What the flows of two tabs share: two at the same cards, deals or activities, and what each does and sees there. */
import { after, before, describe, test } from 'node:test';
import assert from 'node:assert/strict';
import type { ChangelogRow, Deal, Id } from '../../../src/domain/records.js';
import { card } from './acts.js';
import { deafen, unseen } from './deaf.js';
import { recordsOf } from './records.js';
import { backends, embedded, openStage, type Person, type Stage } from './stage.js';
import type { Tab } from './tab.js';

/** Two tabs of one person on one backend. */
export interface Pair {
  one: Tab;
  two: Tab;
  person: Person;
  url: string;
  stageIds: ReadonlyMap<string, Id>;
  /** How often what is a race is run. */
  readonly rounds: number;
  both(look: (tab: Tab) => Promise<unknown>): Promise<void>;
  /** A tab that hears no messages, and is never looked at again. */
  deaf(): Promise<Tab>;
}

/** The same flows over each backend that has what they are about. */
export function sideBySide(about: string, flows: (pair: Pair) => void, { only }: { only?: string } = {}): void {
  for (const { name, path } of backends) {
    if (only !== undefined && path !== only) continue;
    describe(`${about} on ${name}`, () => {
      let stage: Stage;
      const pair = {
        rounds: path === embedded.path ? 6 : 3,
        both: async (look: (tab: Tab) => Promise<unknown>) => {
          for (const tab of [pair.one, pair.two]) await look(tab);
        },
        deaf: () =>
          pair.person.tab(async (tab) => {
            await tab.page.evaluateOnNewDocument(deafen);
            await tab.page.evaluateOnNewDocument(unseen);
          }),
      } as unknown as Pair;
      before(async () => {
        stage = await openStage();
        pair.person = await stage.person();
        [pair.one, pair.two] = [await pair.person.tab(), await pair.person.tab()];
        pair.url = stage.url + path;
        for (const tab of [pair.one, pair.two]) await tab.go(pair.url);
        pair.stageIds = new Map((await recordsOf(pair.one, 'stage')).map((each) => [each.name, each.id]));
      });
      after(() => stage?.close());
      flows(pair);
      test('no page was told an error', () => assert.deepEqual([...pair.one.errors, ...pair.two.errors], []));
    });
  }
}

/** What was refused, with what can be done about it. */
export const told = 'deal-pipeline >> .banner';
export const said = 'deal-pipeline >> .sr[role=status]';
export const cardsOf = (name: string): string => `${stageOf(name)} >> .cards`;
export const marks =
  'deal-pipeline >> .drag-ghost, [data-gone], [data-target], [data-dragging], .slot:not([hidden]), .dock:not([hidden])';
export const merging = 'deal-pipeline >> dialog[open]';

/** Adds a deal to the first stage, as the page's own script may; what is tested comes by mouse and keys. */
export async function addDeal(tab: Tab, title: string): Promise<Id> {
  return tab.page.evaluate(async (named) => {
    const store = document.querySelector('crm-provider')!.store!;
    const { outcomes } = await store.execute('deal-add', { title: named, person: { name: `Buyer of ${named}` } });
    return outcomes[0]!.id;
  }, title);
}

export const cardIn = (stage: string, id: Id): string => `${stageOf(stage)} >> .card[data-id="${id}"]`;
export const stageOf = (name: string): string => `deal-pipeline >> .stage[aria-label="${name}"]`;

/** Waits until a card stands in a stage. While the focus is in it, what others put there waits to be shown. */
export async function stands(tab: Tab, stage: string, id: Id): Promise<void> {
  await tab.until(
    `${id} in ${stage}, or news of it`,
    (here, news) => [here, news].some((wanted) => eyes.all(wanted).length > 0),
    { css: cardIn(stage, id), name: null },
    { css: `${stageOf(stage)} >> [data-news]`, name: null },
  );
  if (!(await tab.count(cardIn(stage, id)))) await tab.press(`${stageOf(stage)} >> [data-news]`);
  await tab.see(cardIn(stage, id));
}

/** Puts the focus on a card, wherever it is: what follows is done by key. */
export async function focusCard(tab: Tab, id: Id): Promise<void> {
  await tab.see(`${card(id)} >> .title`);
  await tab.page.evaluate((css) => (eyes.all({ css, name: null })[0] as HTMLElement).focus(), `${card(id)} >> .title`);
  await tab.until(
    'the focus on the card',
    (css) => eyes.all({ css, name: null })[0]?.matches(':focus'),
    `${card(id)} >> .title`,
  );
}

export async function chord(tab: Tab, held: 'Alt' | 'Shift', key: 'ArrowRight' | 'ArrowDown' | 'M'): Promise<void> {
  await tab.page.keyboard.down(held);
  await tab.page.keyboard.press(key);
  await tab.page.keyboard.up(held);
}

/** Takes a card and holds it over a stage. */
export async function hold(tab: Tab, id: Id, over: string): Promise<void> {
  const { mouse } = tab.page;
  const end = await tab.point(cardsOf(over));
  const start = await tab.point(card(id));
  await mouse.move(start.x, start.y);
  await mouse.down();
  await mouse.move(start.x + 12, start.y + 6, { steps: 3 });
  await mouse.move(end.x, end.y, { steps: 6 });
  await tab.see('deal-pipeline >> .drag-ghost');
  await tab.see(`deal-pipeline >> .stage[data-target][aria-label="${over}"]`);
}

export async function fromCard(tab: Tab, id: Id, words: string): Promise<void> {
  await tab.press(`${card(id)} >> [data-do=menu]`);
  await tab.press('deal-pipeline >> [role^=menuitem]', words);
}

/** What was written of a record, in its order: each step goes on from where the one before has ended. */
export async function stepsOf(tab: Tab, id: Id, field: keyof Deal): Promise<readonly (readonly [unknown, unknown])[]> {
  const rows = (await recordsOf(tab, 'changelog')).filter(
    (row: ChangelogRow) => row.recordId === id && row.op === 'patch' && row.field === field,
  );
  return rows.sort((a, b) => (a.at + a.id < b.at + b.id ? -1 : 1)).map((row) => [row.before, row.after] as const);
}

export async function dealOf(tab: Tab, id: Id): Promise<Deal | undefined> {
  return (await recordsOf(tab, 'deal')).find((deal) => deal.id === id);
}
