/** From navigation to the painted inbox, the leads being stored: ours and the hand-written page over the same database. */
import { act, heap, inTurn, openPage, settle } from '../stage.mjs';

export const pages = ['kit-start', 'limit-start', 'seed'];

/** One navigation in a fresh tab; the files are in the browser's cache, as on any day but the first. */
export async function navigate(browser, url) {
  const page = await browser.newPage();
  await page.goto(url);
  const painted = await page.evaluate(() => globalThis.firstPaint);
  await page.close();
  return painted;
}

export async function seed(browser, url, name, leads, deals = 0) {
  const page = await openPage(browser, `${url}/seed.html`);
  await act(page, 'seed', name, leads, deals);
  await page.close();
}

/** All that a page holds that shows the leads, which stay in the storage: the product's default. */
async function whole(browser, url) {
  const page = await openPage(browser, url);
  await page.evaluate(() => globalThis.firstPaint);
  await settle();
  const bytes = await heap(page);
  await page.close();
  return bytes;
}

export async function run({ browser, url, quick, table }) {
  const kit = {};
  for (const leads of quick ? [10_000] : [10_000, 100_000]) {
    const database = `bench-start-${leads}`;
    await seed(browser, url, database, leads);
    const first = { kit: '', limit: '' };
    const to = async (side) => {
      const { at, first: id } = await navigate(browser, `${url}/${side}-start.html?${database}`);
      first[side] = id;
      return { start: at };
    };
    // The first visit fills the caches of files and of compiled code.
    for (const side of ['kit', 'limit', 'kit', 'limit']) await to(side);
    if (first.kit !== first.limit) throw new Error(`Ours begins with ${first.kit}, the limit with ${first.limit}.`);
    const { start } = await inTurn(quick ? 3 : 7, to);
    kit[leads] = start.kit;
    table.add(`start: navigation to painted inbox, ${leads / 1000}k stored`, { ...start, goal: 1.5 });
    const { held } = await inTurn(quick ? 1 : 3, async (side) => ({
      held: await whole(browser, `${url}/${side}-start.html?${database}`),
    }));
    table.add(`start: whole heap of the page that shows them, ${leads / 1000}k stored`, { ...held, unit: 'MB' });
  }
  if (kit[100_000] !== undefined)
    table.add('start: 100k stored against 10k stored', { kit: kit[100_000], limit: kit[10_000] });
}
