/** A deal with all that can hang on one, against the same page with one on which nothing hangs: both ours. */
import { act, inTurn, median, openPage, settle } from '../stage.mjs';

export const pages = ['kit-deal'];

async function measure(browser, url, full) {
  const page = await openPage(browser, `${url}/kit-deal.html`);
  await act(page, 'prepare', full ? 'bench-deal-full' : 'bench-deal-empty', full);
  await settle();
  const open = await act(page, 'open');
  await settle();
  const edits = [];
  for (const n of [1, 2, 3, 4, 5]) edits.push(await act(page, 'edit', n));
  const elements = await act(page, 'elements');
  await page.close();
  return { open, edit: median(edits), elements };
}

export async function run({ browser, url, quick, table }) {
  const result = await inTurn(quick ? 1 : 3, (side) => measure(browser, url, side === 'kit'));
  const add = (name, key, unit, goal) =>
    table.add(`deal with 200 lines, 10k entries, 60 fields against an empty one: ${name}`, {
      ...result[key],
      unit,
      goal,
    });
  add('open', 'open', 'ms', 2);
  add('edit a title', 'edit', 'ms', 2);
  add('DOM elements', 'elements', '');
}
