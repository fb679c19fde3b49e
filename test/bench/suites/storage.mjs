/** Storing through the adapter and the store, against IndexedDB by hand. */
import { act, inTurn, median, openPage, ratioOf, settle, sweep } from '../stage.mjs';

export const pages = ['kit-storage', 'limit-storage'];

export async function run({ browser, url, quick, table }) {
  const leads = quick ? 3000 : 10_000;
  const converted = quick ? 300 : 1000;
  const result = await inTurn(quick ? 3 : 7, async (side) => {
    const page = await openPage(browser, `${url}/${side}-storage.html`);
    await act(page, 'prepare', leads);
    const insert = await act(page, 'insert');
    const firsts = [];
    for (let i = 0; i < 5; i++) firsts.push(await act(page, 'page'));
    // Either side's reading ahead after a first window is over, as it is when somebody has looked at it and edits.
    await settle();
    await sweep(page);
    const updates = await act(page, 'update', 60);
    await act(page, 'open');
    await settle();
    await sweep(page);
    const convert = await act(page, 'convert', converted);
    await page.close();
    return { insert, first: median(firsts), update: median(updates), convert };
  });
  // A disk is slow for a while and fast for a while: sides are compared round by round, not the one's best with the other's worst.
  const add = (figure, name, goal) =>
    table.add(`storage: ${figure}`, { ...result[name], ratio: ratioOf(result[name]), goal });
  add(`insert ${leads}`, 'insert', 1.5);
  add(`convert ${converted} in chunks of 100`, 'convert', 1.3);
  add('first page of 50', 'first', 4);
  add('update, median', 'update', 2);
}
