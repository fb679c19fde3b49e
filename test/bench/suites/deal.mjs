/** A deal with all that can hang on one, against the same page with one on which nothing hangs: both ours. */
import { act, inTurn, median, openPage, settle } from '../stage.mjs';

export const pages = ['kit-deal'];

async function measure(browser, url, full) {
  const page = await openPage(browser, `${url}/kit-deal.html`);
  await act(page, 'prepare', full ? 'bench-deal-full' : 'bench-deal-empty', full);
  await settle();
  const open = await act(page, 'open');
  const opening = await act(page, 'rest');
  await settle();
  const edits = [];
  for (const n of [1, 2, 3, 4, 5]) edits.push(await act(page, 'edit', n));
  const elements = await act(page, 'elements');
  const told = full
    ? [await act(page, 'history', 1), await act(page, 'history', 2), await act(page, 'history', 0)]
    : [];
  if (told.length > 0) console.log(`  entries shown: ${told.map(({ entries }) => entries).join(', ')}`);
  await page.close();
  const history = Math.max(0, ...told.map(({ longest }) => longest));
  return { opening, history, open, edit: median(edits), elements };
}

export async function run({ browser, url, quick, table }) {
  const result = await inTurn(quick ? 1 : 3, (side) => measure(browser, url, side === 'kit'));
  const add = (name, key, unit, goal, atMost) =>
    table.add(`deal with 200 lines, 10k entries, 60 fields against an empty one: ${name}`, {
      ...result[key],
      unit,
      goal,
      atMost,
    });
  add('open, all that is in sight', 'open', 'ms', 2);
  add('edit a title', 'edit', 'ms', 2);
  add('longest task while it opens, all below included', 'opening', 'ms', undefined, 50);
  add('longest task while all of its history is shown, by kind and at once', 'history', 'ms', undefined, 50);
  add('DOM elements', 'elements', '');
}
