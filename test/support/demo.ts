import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser } from 'puppeteer-core';
import { createServer } from 'vite';
import { args, findBrowser } from '../../.config/find-browser.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

export interface Demo {
  /** Where the demo's pages are, with a slash at the end. */
  readonly url: string;
  close(): Promise<void>;
}

/** Serves `demo/` as `npm start` does, on a free port of this machine only. */
export async function serveDemo(): Promise<Demo> {
  const server = await createServer({
    root: `${root}demo`,
    configFile: `${root}vite.config.ts`,
    logLevel: 'error',
    // A change of a file during a test must not reload the page under it.
    server: { host: '127.0.0.1', port: 0, hmr: false, watch: null },
  });
  await server.listen();
  const [url] = server.resolvedUrls?.local ?? [];
  if (url === undefined) throw new Error('The demo is served, but nowhere.');
  return { url, close: () => server.close() };
}

/** A Chromium of its own: no storage from before. Tabs of one context share their storage, as a person's do. */
export async function openBrowser(extra: readonly string[] = []): Promise<Browser> {
  const { executablePath } = await findBrowser();
  return puppeteer.launch({ executablePath, args: [...args, ...extra], defaultViewport: { width: 1280, height: 900 } });
}
