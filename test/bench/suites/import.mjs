/** A file on its way in, against papaparse alone over the same file. */
import { act, inTurn, openPage } from '../stage.mjs';

export const pages = ['kit-import', 'limit-import'];

export async function run({ browser, url, quick, table }) {
  const rows = quick ? 10_000 : 100_000;
  const once = async (side, count, write) => {
    const page = await openPage(browser, `${url}/${side}-import.html`);
    await act(page, 'prepare', count);
    const result = await act(page, 'run', count, write);
    await page.close();
    return result;
  };
  // Storing takes longest, and what it should be held to is measured with the storage: fewer rows, once.
  const few = quick ? 1000 : 10_000;
  const result = await inTurn(quick ? 1 : 3, (side) => once(side, rows, false));
  const written = await once('kit', few, true);
  table.add(`import, ${rows / 1000}k rows: every row read and decided`, { ...result.decided, goal: 6 });
  table.add(`import: ${few} rows stored`, { kit: written.stored });
  table.add(`import, ${rows / 1000}k rows: longest task of the main thread`, {
    kit: Math.max(result.task.kit, written.task),
    atMost: 100,
  });
}
