/** What a first visit loads until the first window stands there to be painted: scripts, as they are sent. */
import { seed } from './start.mjs';

export const pages = ['kit-start', 'kit-whole', 'seed'];

/** Runs before the page's own scripts: when do the first rows stand in the list? */
function watch() {
  globalThis.rowsStand = customElements.whenDefined('lead-inbox').then(
    () =>
      new Promise((resolve) => {
        const { shadowRoot } = document.querySelector('lead-inbox');
        const look = () => {
          if (shadowRoot.querySelectorAll('[role=row][data-id]').length >= 10) resolve(performance.now());
        };
        new globalThis.MutationObserver(look).observe(shadowRoot, { childList: true, subtree: true });
        look();
      }),
  );
}

/**
 * Every script that had been asked for when the first window stood in the document, which the next frame paints. What is
 * asked for by the clock a moment later does not hold that frame up; where the frame takes long, as in a browser that has
 * only just been started, it would be counted on some days and not on others.
 */
async function loaded(browser, url, size) {
  const context = await browser.createBrowserContext();
  try {
    const { origin } = new URL(url);
    const database = 'bench-bundle';
    await seed(context, origin, database, 100, 60);
    const page = await context.newPage();
    await page.evaluateOnNewDocument(watch);
    await page.goto(`${url}?${database}`);
    const names = await page.evaluate(async () => {
      const at = await globalThis.rowsStand;
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
    // Once for nothing: a browser that has just been started is so slow that the clock asks for more before any row stands.
    await loaded(browser, `${url}/${page}.html`, size);
    const { bytes, scripts } = await loaded(browser, `${url}/${page}.html`, size);
    table.add(`bundle: ${figure} (${scripts.length} files)`, { kit: bytes, unit: 'kB', atMost: goal });
  }
}
