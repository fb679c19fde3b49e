/** What all suites share: the browser, pages in turn, and medians. */
import puppeteer from 'puppeteer-core';
import { args, findBrowser } from '../../.config/find-browser.mjs';

export async function openBrowser() {
  const { executablePath } = await findBrowser();
  return puppeteer.launch({
    executablePath,
    args,
    headless: true,
    defaultViewport: { width: 1280, height: 900 },
    protocolTimeout: 600_000,
  });
}

export const median = (values) => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

/** A page that says what went wrong in it. */
export async function openPage(browser, url) {
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(`  ! ${url}: ${error.message}`));
  await page.goto(url, { waitUntil: 'load' });
  return page;
}

/** Does what the page offers, and answers with what it answers. */
export const act = (page, name, ...args) => page.evaluate((name, args) => globalThis.acts[name](...args), name, args);

/** What either side prepares after its first paint is prepared then: who works in a list has looked at it first. */
export const settle = () =>
  new Promise((resolve) => {
    setTimeout(resolve, 1500);
  });

/** What was timed before leaves garbage to whoever is timed next: it is swept on both sides, outside of the time. */
export async function sweep(page) {
  const client = await page.createCDPSession();
  await client.send('HeapProfiler.collectGarbage');
  await client.detach();
}

/**
 * Bytes that the page's script holds, when all else has been swept: its heap (records, code that was compiled, closures,
 * what an empty page has) and what stands behind it: buffers of typed arrays, and the sources of all scripts that were
 * fetched. Elements and their styles are the browser's; how many there are is a figure of its own.
 */
export async function heap(page) {
  const client = await page.createCDPSession();
  await client.send('HeapProfiler.enable');
  // Twice: what the first one only finalizes is free after the second.
  for (let i = 0; i < 2; i++) await client.send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize } = await client.send('Runtime.getHeapUsage');
  await client.detach();
  return usedSize + backingStorageSize;
}

/**
 * Bytes of the plain records that both sides of a comparison show, in an array, with nothing else: "beyond the data" is all
 * that a page holds less these, the same for both sides. Whatever is kept of records beside them (a list of ids, an index,
 * a copy) counts as beyond.
 * @param counts how many leads, how many deals
 */
export async function recordBytes(browser, url, counts) {
  const page = await openPage(browser, `${url}/records.html`);
  await act(page, 'make', counts);
  const held = await heap(page);
  await act(page, 'drop');
  const left = await heap(page);
  await page.close();
  return held - left;
}

/**
 * Rounds in turn: A B, B A, A B. `run` gets the name of a side and gives figures by name.
 * @returns name -> { kit, limit, rounds }, medians, and [kit, limit] of each round
 */
export async function inTurn(rounds, run) {
  const found = { kit: {}, limit: {} };
  for (let round = 0; round < rounds; round++) {
    for (const side of round % 2 === 0 ? ['kit', 'limit'] : ['limit', 'kit']) {
      for (const [name, value] of Object.entries(await run(side, round))) (found[side][name] ??= []).push(value);
    }
  }
  return Object.fromEntries(
    Object.keys(found.kit).map((name) => [
      name,
      {
        kit: median(found.kit[name]),
        limit: median(found.limit[name] ?? [NaN]),
        rounds: found.kit[name].map((value, i) => [value, found.limit[name]?.[i]]),
      },
    ]),
  );
}

/** The ratio of the two sides in the round in the middle: what changes on a machine between rounds touches both sides of each. */
export const ratioOf = ({ rounds }) => median(rounds.map(([kit, limit]) => kit / limit));
