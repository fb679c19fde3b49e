import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Stage } from './stage.js';
import type { Tab } from './tab.js';

/** What a salesperson does, named as they would. Each ends when its outcome shows. */

export interface NewLead {
  readonly person?: string;
  readonly organization?: string;
  readonly title?: string;
  readonly amount?: string;
  readonly currency?: string;
  readonly expectedClose?: string;
  readonly source?: string;
  readonly note?: string;
}

const dialog = 'lead-inbox >> dialog[open]';

/** Types a name into a picker and takes it as a new one, or the one that is there. */
async function name(tab: Tab, field: string, text: string): Promise<void> {
  await tab.type(`${dialog} >> ${field}`, text);
  await tab.press(
    `${dialog} >> [role=option]`,
    `Add “${text}” as a new ${field.includes('person') ? 'person' : 'organization'}`,
  );
}

export async function fillLead(tab: Tab, lead: NewLead): Promise<void> {
  await tab.press('lead-inbox >> .inbox-head button', 'Add lead');
  await tab.see(dialog);
  if (lead.person) await name(tab, '#add-person', lead.person);
  if (lead.organization) await name(tab, '#add-organization', lead.organization);
  if (lead.title) await tab.type(`${dialog} >> #add-title`, lead.title);
  if (lead.amount) await tab.type(`${dialog} >> #add-amount`, lead.amount);
  if (lead.currency) await tab.set(`${dialog} >> #add-currency`, lead.currency);
  if (lead.expectedClose) await tab.set(`${dialog} >> #add-close`, lead.expectedClose);
  if (lead.source) await tab.type(`${dialog} >> #add-source`, lead.source);
  if (lead.note) await tab.type(`${dialog} >> #add-note`, lead.note);
}

/** @returns the lead's id */
export async function addLead(tab: Tab, lead: NewLead & { readonly title: string }): Promise<string> {
  await fillLead(tab, lead);
  await tab.press(`${dialog} >> button[type=submit]`, 'Add lead');
  await tab.gone(dialog);
  return leadId(tab, lead.title);
}

/** Waits until the inbox shows a lead of this title. */
export function leadId(tab: Tab, title: string): Promise<string> {
  return tab.until(
    `the lead “${title}” in the inbox`,
    (wanted) =>
      eyes
        .all({ css: 'lead-inbox >> .lrow[data-id]', name: null })
        .find((row) =>
          eyes
            .all({
              css: `lead-inbox >> .lrow[data-id="${(row as HTMLElement).dataset['id']}"] >> [data-do=open]`,
              name: null,
            })
            .some((button) => eyes.text(button) === wanted),
        )
        ?.getAttribute('data-id'),
    title,
  );
}

export const row = (id: string): string => `lead-inbox >> .lrow[data-id="${id}"]`;

/** Titles of the inbox from the top, as far as it is drawn. */
export function leads(tab: Tab): Promise<string[]> {
  return tab.page.evaluate(() =>
    eyes
      .all({ css: 'lead-inbox >> .lrow[data-id]', name: null })
      .sort((a, b) => Number(a.ariaRowIndex) - Number(b.ariaRowIndex))
      .map((each) => eyes.text(each.querySelector('[data-do=open]')!)),
  );
}

/** Waits until exactly these leads are listed, in whatever order. */
export async function listed(tab: Tab, titles: readonly string[]): Promise<void> {
  await tab.until(
    `these leads: ${titles.join(', ') || 'none'}`,
    (wanted) => {
      const shown = eyes
        .all({ css: 'lead-inbox >> .lrow[data-id] >> [data-do=open]', name: null })
        .map(eyes.text)
        .sort();
      return shown.length === wanted.length && [...wanted].sort().every((title, i) => title === shown[i]);
    },
    titles,
  );
}

export async function search(tab: Tab, words: string): Promise<void> {
  await tab.type('lead-inbox >> input[type=search]', words);
}

export async function clearSearch(tab: Tab): Promise<void> {
  await tab.press('lead-inbox >> .inbox-head button', 'Clear search');
}

export async function select(tab: Tab, titles: readonly string[]): Promise<void> {
  for (const title of titles) await tab.press(`${row(await leadId(tab, title))} >> [data-do=select]`);
  await tab.says('lead-inbox >> .bulk', `${titles.length} selected`);
}

/** Selects leads and opens the dialog over them. */
export async function beginConversion(tab: Tab, titles: readonly string[]): Promise<void> {
  await select(tab, titles);
  await tab.press('lead-inbox >> [data-bulk=convert]');
  await tab.see(dialog);
}

export async function chooseStage(tab: Tab, stage: string): Promise<void> {
  // The radio itself is for ears; eyes have the bar and its word.
  await tab.press(`${dialog} >> .stages label`, stage);
}

export async function convert(tab: Tab, titles: readonly string[], stage?: string): Promise<void> {
  await beginConversion(tab, titles);
  if (stage) await chooseStage(tab, stage);
  await confirmConversion(tab);
  if (titles.length > 1) {
    await tab.see(`${dialog} >> .result`);
    await tab.press(`${dialog} >> button[type=submit]`, 'Done');
  }
  await tab.gone(dialog);
}

export async function confirmConversion(tab: Tab): Promise<void> {
  await tab.press(`${dialog} >> button[type=submit]`, 'Convert*');
}

/** The board as it reads: each stage with its count, its sums and its cards from the top. */
export interface StageShown {
  readonly name: string;
  readonly count: string;
  readonly sums: string;
  readonly cards: readonly string[];
}

export function board(tab: Tab): Promise<StageShown[]> {
  return tab.page.evaluate(boardNow);
}

function boardNow(): StageShown[] {
  const within = (stage: Element, css: string): Element[] => [...stage.querySelectorAll(css)];
  const text = (stage: Element, css: string): string => within(stage, css).map(eyes.text)[0] ?? '';
  return eyes.all({ css: 'deal-pipeline >> .stage', name: null }).map((stage) => ({
    name: text(stage, '[data-stage-head]'),
    count: text(stage, '.stage-head .count'),
    sums: text(stage, '.stage-head p'),
    cards: within(stage, '.card[data-id]:not(.drag-ghost)')
      .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
      .map((card) => eyes.text(card.querySelector('.title')!)),
  }));
}

/** Waits until a stage shows exactly these cards, in whatever order, with its count and sums. */
export async function stageShows(
  tab: Tab,
  stage: string,
  { cards, sums }: { readonly cards: readonly string[]; readonly sums?: string },
): Promise<void> {
  await tab.until(
    `${stage}: ${cards.join(', ') || 'empty'}${sums === undefined ? '' : `, ${sums}`}`,
    (name, wanted, money) => {
      const found = eyes.all({ css: 'deal-pipeline >> .stage', name: null }).find((each) => each.ariaLabel === name);
      if (!found) return false;
      const shown = [...found.querySelectorAll('.card[data-id]:not(.drag-ghost) .title')].map(eyes.text).sort();
      const count = eyes.text(found.querySelector('.stage-head .count')!);
      const total = eyes.text(found.querySelector('.stage-head p')!);
      return (
        count === String(wanted.length) &&
        shown.length === wanted.length &&
        [...wanted].sort().every((title, i) => title === shown[i]) &&
        (money === null || total === money)
      );
    },
    stage,
    cards,
    sums ?? null,
  );
}

export function dealId(tab: Tab, title: string): Promise<string> {
  return tab.until(
    `the deal “${title}” on the board`,
    (wanted) =>
      eyes
        .all({ css: 'deal-pipeline >> .card[data-id]', name: null })
        .find((card) => eyes.text(card.querySelector('.title') ?? card) === wanted)
        ?.getAttribute('data-id'),
    title,
  );
}

export const card = (id: string): string => `deal-pipeline >> .card[data-id="${id}"]`;

/** Drags with the mouse, by small steps, as a hand does. */
export async function drag(tab: Tab, from: string, to: string): Promise<void> {
  const { mouse } = tab.page;
  // Both have to be in the window at once: after the first was brought in, the other must still be where it was.
  await tab.point(to);
  const start = await tab.point(from);
  const end = await tab.point(to);
  await mouse.move(start.x, start.y);
  await mouse.down();
  await mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2, { steps: 6 });
  await mouse.move(end.x, end.y, { steps: 6 });
  await tab.see('deal-pipeline >> .drag-ghost');
  await mouse.up();
}

/** Presses Undo on the inbox's toast, once it says this: an earlier one may still be there. */
export async function undoByToast(tab: Tab, words: string): Promise<void> {
  await tab.says('lead-inbox >> .toast', words);
  await tab.press('lead-inbox >> .toast >> button', 'Undo');
}

/** Chooses a line of the inbox's own menu: export, backup, storage. */
export async function fromMenu(tab: Tab, words: string): Promise<void> {
  await tab.press('lead-inbox >> .toolbar >> [data-more]');
  await tab.press('lead-inbox >> [role^=menuitem]', words);
}

/** The path of a file that the page has offered, once it is whole. */
export async function downloaded(stage: Stage, tab: Tab, start: string): Promise<string> {
  const found = (): string | undefined =>
    readdirSync(stage.downloads).find((each) => each.startsWith(start) && !/\.(crdownload|part)$/.test(each));
  for (let tries = 0; tries < 500; tries++) {
    const name = found();
    // Firefox makes the file first and fills it then.
    if (name !== undefined && readFileSync(join(stage.downloads, name)).length > 0) return join(stage.downloads, name);
    await tab.page.evaluate(() => new Promise((done) => setTimeout(done, 40)));
  }
  throw new Error(`No file ${start}… was offered: ${readdirSync(stage.downloads).join(', ')}`);
}
