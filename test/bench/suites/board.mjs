/** The board over records in memory, against plain DOM over an array. */
import { act, heap, inTurn, median, openPage, recordBytes, settle } from '../stage.mjs';

export const pages = ['kit-board', 'limit-board', 'records'];

/** Takes a card over all stages in sight and back again, and puts it back with Escape. */
async function drag(page) {
  const { from, to } = await act(page, 'way');
  const { mouse, keyboard } = page;
  await mouse.move(from.x, from.y);
  await mouse.down();
  await mouse.move(from.x + 12, from.y + 12, { steps: 3 });
  // Taking hold is done; from here on each frame counts.
  await act(page, 'watch');
  for (const place of [...to, ...to.toReversed()]) await mouse.move(place.x, place.y, { steps: 12 });
  const frames = await act(page, 'unwatch');
  await keyboard.press('Escape');
  await mouse.up();
  return frames;
}

async function measure(browser, url, deals, records) {
  const page = await openPage(browser, url);
  await act(page, 'prepare', deals);
  const first = await act(page, 'first');
  await settle();
  const elements = await act(page, 'elements');
  const keys = await act(page, 'type');
  const moves = [];
  for (const from of [0, 1, 2, 0, 1]) moves.push(await act(page, 'move', from));
  const { worst } = await drag(page);
  const beyond = (await heap(page)) - records;
  await page.close();
  return { first, key: median(keys), slowest: Math.max(...keys), move: median(moves), worst, elements, beyond };
}

const goals = {
  10_000: { first: 2.5, move: 1.5, worst: 1 },
  50_000: { first: 4, move: 2.5, worst: 1.5 },
};

export async function run({ browser, url, quick, table }) {
  for (const deals of quick ? [10_000] : [10_000, 50_000]) {
    const records = await recordBytes(browser, url, { deals });
    const result = await inTurn(quick ? 1 : 3, (side) => measure(browser, `${url}/${side}-board.html`, deals, records));
    const goal = goals[deals];
    const add = (name, key, unit, highest) =>
      table.add(`board, ${deals / 1000}k: ${name}`, { ...result[key], unit, goal: highest });
    add('first render', 'first', 'ms', goal.first);
    // No goal of its own is set: that of the inbox's filter.
    add('keystroke to painted filter, median', 'key', 'ms', 1.6);
    add('worst keystroke', 'slowest', 'ms', 2);
    add('move a card to painted', 'move', 'ms', goal.move);
    add('worst frame of a drag', 'worst', 'ms', goal.worst);
    add('DOM elements', 'elements', '', 2);
    add(`heap beyond the data (${(records / 1e6).toFixed(1)} MB of records)`, 'beyond', 'MB', 2);
  }
}
