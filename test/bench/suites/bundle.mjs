/** What a first visit loads until the first window is painted: scripts, as they are sent. */
import { seed } from './start.mjs';

export const pages = ['kit-start', 'kit-whole', 'seed'];

/** Every script that had been asked for when the first window was painted. */
async function loaded(browser, url, size) {
  const context = await browser.createBrowserContext();
  try {
    const { origin } = new URL(url);
    const database = 'bench-bundle';
    await seed(context, origin, database, 100, 60);
    const page = await context.newPage();
    await page.goto(`${url}?${database}`);
    const names = await page.evaluate(async () => {
      const { at } = await globalThis.firstPaint;
      return performance
        .getEntriesByType('resource')
        .filter(({ startTime }) => startTime < at)
        .map(({ name }) => new URL(name).pathname);
    });
    const scripts = [...new Set(names)].filter((name) => name.endsWith('.js'));
    return { bytes: scripts.reduce((sum, name) => sum + size(name), 0), scripts };
  } finally {
    await context.close();
  }
}

export async function run({ browser, url, size, table }) {
  for (const [figure, page, goal] of [
    ["inbox's first paint, with IndexedDB, gzip", 'kit-start', 32_000],
    ["whole kit's first paint, inbox and board, gzip", 'kit-whole', 48_000],
  ]) {
    const { bytes, scripts } = await loaded(browser, `${url}/${page}.html`, size);
    table.add(`bundle: ${figure} (${scripts.length} files)`, { kit: bytes, unit: 'kB', atMost: goal });
  }
}
