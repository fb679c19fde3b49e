/** Storing through the adapter and the store, against IndexedDB by hand. */
import { act, inTurn, median, openPage, settle } from '../stage.mjs';

export const pages = ['kit-storage', 'limit-storage'];

export async function run({ browser, url, quick, table }) {
  const leads = quick ? 3000 : 10_000;
  const converted = quick ? 300 : 1000;
  const result = await inTurn(quick ? 1 : 3, async (side) => {
    const page = await openPage(browser, `${url}/${side}-storage.html`);
    await act(page, 'prepare', leads);
    const insert = await act(page, 'insert');
    const firsts = [];
    for (let i = 0; i < 5; i++) firsts.push(await act(page, 'page'));
    // Either side's reading ahead after a first window is over, as it is when somebody has looked at it and edits.
    await settle();
    const updates = await act(page, 'update', 60);
    const convert = await act(page, 'convert', converted);
    await page.close();
    return { insert, first: median(firsts), update: median(updates), convert };
  });
  table.add(`storage: insert ${leads}`, { ...result.insert, goal: 1.5 });
  table.add(`storage: convert ${converted} in chunks of 100`, { ...result.convert, goal: 1.3 });
  table.add('storage: first page of 50', { ...result.first, goal: 4 });
  table.add('storage: update, median', { ...result.update, goal: 2 });
}
