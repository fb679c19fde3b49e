/**
 * What a page asks for before its first paint, in bytes: one more import from a late part can split what the entry shares with it
 * into chunks of their own. The limits are what was reached; the goals are in the bench (`npm run bench -- --only bundle`),
 * which weighs what a browser really loads.
 */
import assert from 'node:assert/strict';
import { posix } from 'node:path';
import { describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { buildPages } from '../bench/build.mjs';

/** The scripts that a page names, and all that these import in turn. */
function loadedAtOnce(page: string, files: ReadonlyMap<string, string>): readonly string[] {
  const html = files.get(`/${page}.html`) ?? '';
  const found = new Set([...html.matchAll(/(?:src|href)="([^"]+\.js)"/g)].map(([, path]) => path!));
  for (const path of found)
    for (const [, to] of (files.get(path) ?? '').matchAll(/(?:\bfrom|\bimport)\s*["'](\.[^"']+)["']/g))
      found.add(posix.join(posix.dirname(path), to!));
  return [...found];
}

describe('what is loaded before the first paint', () => {
  for (const [page, what, kilobytes] of [
    ['kit-start', 'inbox', 32.0],
    // Three quarters of a kilobyte say for how long a deal has been quiet, or for what it waits: a card that became taller later would move all below it.
    // A tenth is the place of the box that chooses a card, and a tenth what weighted sums need of the head. Nine tenths are the
    // switch between board, list and forecast in the head, with its drawings: one that came later would move all beside it.
    // Two tenths are three more orders, each either way: the first cards are asked for in the order that was kept.
    // Half a kilobyte is the public face of the list of deals; what it shows comes when one is in the page.
    // A tenth and a half say which fields a card shows.
    // Four tenths are the board's button for a filter, and how it waits for what is asked besides an owner.
    // A few bytes say that nothing is shown as an answer to a filter that cannot be worked out.
    // The public face of the detail of contacts is the newest of them.
    // The names of late parts, which say what is in them, make it a few bytes more or less.
    // All of it is one file: two that gzip apart cost half a kilobyte each (`define/order.ts` says what keeps it so).
    ['kit-whole', 'inbox and board', 46.4],
  ] as const)
    test(`${what}: ${kilobytes} kB at most, gzip`, async () => {
      const files: ReadonlyMap<string, string> = await buildPages([page]);
      const scripts = loadedAtOnce(page, files);
      const sizes = scripts.map(
        (path) => [path, gzipSync(files.get(path) ?? assert.fail(path), { level: 9 }).length] as const,
      );
      const sum = sizes.reduce((all, [, size]) => all + size, 0);
      assert.ok(sum > 20_000, 'the page is built');
      assert.ok(sum <= kilobytes * 1000, `${sum} bytes: ${sizes.map(([path, size]) => `${path} ${size}`).join(', ')}`);
    });
});
