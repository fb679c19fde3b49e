/** Custom fields: a formula against a plain field of the same values, and a field that becomes another type. */
import { act, inTurn, openPage, ratioOf, settle, sweep } from '../stage.mjs';

export const pages = ['kit-fields'];

export async function run({ browser, url, quick, table }) {
  const deals = 10_000;
  const cold = async (side, name) => {
    // A page of its own: what was asked before is kept.
    const page = await openPage(browser, `${url}/kit-fields.html`);
    await act(page, 'prepare', deals, 'memory');
    await settle();
    await sweep(page);
    const took = await act(page, name, side);
    await page.close();
    return took;
  };
  const result = await inTurn(quick ? 3 : 7, async (side) => ({
    sort: await cold(side, 'sort'),
    filter: await cold(side, 'filter'),
  }));
  const add = (figure, name) => table.add(`fields: ${figure}`, { ...result[name], ratio: ratioOf(result[name]) });
  add(`sort ${deals} deals by a formula, a plain field`, 'sort');
  add(`filter ${deals} deals by a formula, a plain field`, 'filter');
  for (const storage of ['memory', 'indexeddb']) {
    const page = await openPage(browser, `${url}/kit-fields.html`);
    await act(page, 'prepare', deals, storage);
    await settle();
    await sweep(page);
    const { looking, longestLook, running, longestRun } = await act(page, 'retype', 'number');
    await page.close();
    const of = `fields: retype ${deals}, ${storage}`;
    table.add(`${of}: look`, { kit: looking });
    table.add(`${of}: longest task of it`, { kit: longestLook, atMost: 50 });
    table.add(`${of}: carry out`, { kit: running });
    table.add(`${of}: longest task of it`, { kit: longestRun, atMost: 50 });
  }
}
