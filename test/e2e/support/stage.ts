import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type BrowserContext } from 'puppeteer-core';
import { args, findBrowsers } from '../../../.config/find-browser.mjs';
import { serveDemo } from '../../support/demo.js';
import { Tab } from './tab.js';

/** Where the demo keeps its records: the same flows hold for both. */
export interface Backend {
  readonly name: string;
  readonly path: string;
  /** The IndexedDB database behind it. */
  readonly database: string;
  readonly pipeline: string;
}

export const embedded: Backend = {
  name: 'IndexedDB',
  path: 'index.html',
  database: 'crm-elements-demo',
  pipeline: 'New business',
};
export const ownService: Backend = {
  name: 'host.js over a slow service',
  path: 'service.html',
  database: 'harbour-service',
  pipeline: 'Chandlery sales',
};
export const backends: readonly Backend[] = [embedded, ownService];

export type BrowserName = 'chromium' | 'firefox';

/** The browsers that whole flows can be driven in here. */
export async function drivable(): Promise<
  { name: BrowserName; path: string | undefined; missing: string | undefined }[]
> {
  const found = await findBrowsers();
  return found.flatMap(({ name, path, missing }) =>
    name === 'chromium' || name === 'firefox' ? [{ name, path, missing }] : [],
  );
}

export interface Stage {
  readonly url: string;
  readonly browser: Browser;
  /** Where files that the page offers land. */
  readonly downloads: string;
  /** Tabs that share no storage with those of another call, as two people. */
  person(): Promise<Person>;
  close(): Promise<void>;
}

export interface Person {
  readonly context: BrowserContext;
  /** One more tab, beside those that are open, in a window of its own: it is drawn and has timers while others do, too. */
  tab(prepare?: (tab: Tab) => Promise<unknown>): Promise<Tab>;
  leave(): Promise<void>;
}

/** Serves the demo, and opens a browser that has never seen it. */
export async function openStage(name: BrowserName = 'chromium', extra: readonly string[] = []): Promise<Stage> {
  const browsers = await drivable();
  const chosen = browsers.find((one) => one.name === name);
  if (!chosen?.path) throw new Error(`${name}: ${chosen?.missing ?? 'not found'}`);
  const demo = await serveDemo();
  const folder = mkdtempSync(join(tmpdir(), 'crm-elements-e2e-'));
  const browser = await puppeteer.launch({
    browser: name === 'firefox' ? 'firefox' : 'chrome',
    executablePath: chosen.path,
    args: name === 'chromium' ? [...args, ...extra] : [],
    defaultViewport: { width: 1280, height: 900 },
    // A busy machine may need long for one answer of the browser.
    protocolTimeout: 180_000,
    extraPrefsFirefox: {
      'browser.download.dir': folder,
      'browser.download.folderList': 2,
      'browser.download.useDownloadDir': true,
      'browser.download.always_ask_before_handling_new_types': false,
    },
  });
  return {
    url: demo.url,
    browser,
    downloads: folder,
    async person() {
      const context =
        name === 'firefox'
          ? await browser.createBrowserContext()
          : await browser.createBrowserContext({ downloadBehavior: { policy: 'allow', downloadPath: folder } });
      return {
        context,
        async tab(prepare) {
          const windows = name === 'chromium';
          const tab = await Tab.on(await context.newPage(windows ? { type: 'window' } : undefined), !windows);
          await prepare?.(tab);
          return tab;
        },
        leave: () => context.close(),
      };
    },
    async close() {
      await browser.close();
      await demo.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
