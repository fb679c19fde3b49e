/** Pages of strangers, with the kit as a bundler would put it into them: as often, and in as many versions, as wanted. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import type { Browser, Page } from 'puppeteer-core';
import { openBrowser } from '../../support/demo.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** A copy of the kit: the sources as another version of them would be. */
export interface Copy {
  readonly version: string;
  /** The keys under which copies find each other carry this; 1 is that of the sources. */
  readonly major?: number;
  /** What the bundle holds; default: everything, registered and exported. */
  readonly entry?: string;
}

function asVersion({ version, major = 1 }: Copy): Plugin {
  return {
    name: 'version',
    setup(to) {
      to.onLoad({ filter: /\/src\/.*\.ts$/ }, ({ path }) => {
        const text = readFileSync(path, 'utf8');
        const contents = path.endsWith('/src/version.ts')
          ? `export const version = '${version}';`
          : text.replace(/(Symbol\.for\('crm-elements\/\w+@)1'/g, `$1${major}'`);
        return { contents, loader: 'ts' };
      });
    },
  };
}

/** The files of a copy, by name; `main.js` begins it. */
export async function bundle(copy: Copy): Promise<ReadonlyMap<string, string>> {
  const { outputFiles } = await build({
    stdin: {
      contents: copy.entry ?? `export * from './src/index.js'; import './src/define.js';`,
      resolveDir: root,
      sourcefile: 'main.ts',
      loader: 'ts',
    },
    entryNames: 'main',
    outdir: '/out',
    bundle: true,
    // `sideEffects` in package.json names the files that are shipped, not these.
    ignoreAnnotations: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    logLevel: 'silent',
    tsconfig: `${root}tsconfig.json`,
    plugins: [asVersion(copy)],
  });
  return new Map(outputFiles.map((file) => [basename(file.path), file.text]));
}

export interface Site {
  readonly browser: Browser;
  /** Serves a page and opens it in a context of its own. `/kit/<copy>/main.js` are the copies. */
  visit(html: string, headers?: Readonly<Record<string, string>>): Promise<Visit>;
  close(): Promise<void>;
}

export interface Visit {
  readonly page: Page;
  readonly url: string;
  /** What the page has thrown or left unhandled. */
  readonly errors: string[];
  readonly warnings: string[];
  leave(): Promise<void>;
}

/**
 * @param copies by the name that they are served under
 * @param own scripts of the page's own: name to text, under `/own/`
 * @param host a name that the browser finds here; left out = 127.0.0.1, which browsers trust as they trust https
 */
export async function openSite(
  copies: Readonly<Record<string, Copy>>,
  own: Readonly<Record<string, string>> = {},
  { host = '127.0.0.1' }: { readonly host?: string } = {},
): Promise<Site> {
  const kits = new Map<string, ReadonlyMap<string, string>>();
  for (const [name, copy] of Object.entries(copies)) kits.set(name, await bundle(copy));
  const pages: { html: string; headers: Readonly<Record<string, string>> }[] = [];
  const server = createServer((request, response) => {
    const [, first = '', second = '', third = ''] = new URL(request.url ?? '/', 'http://x').pathname.split('/');
    const script = first === 'kit' ? kits.get(second)?.get(third) : first === 'own' ? own[second] : undefined;
    const page = first === 'page' ? pages[Number(second)] : undefined;
    if (script !== undefined) response.writeHead(200, { 'content-type': 'text/javascript' }).end(script);
    else if (page)
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...page.headers }).end(page.html);
    // A page asks for its icon by itself; nothing else is missing.
    else response.writeHead(first === 'favicon.ico' ? 204 : 404).end();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const browser = await openBrowser([`--host-resolver-rules=MAP ${host} 127.0.0.1`]);
  return {
    browser,
    async visit(html, headers = {}) {
      const url = `http://${host}:${port}/page/${pages.push({ html, headers }) - 1}`;
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      const errors: string[] = [];
      const warnings: string[] = [];
      page.on('pageerror', (error) => errors.push(error instanceof Error ? error.message : String(error)));
      page.on('console', (message) => {
        if (message.type() === 'error') errors.push(message.text());
        if (message.type() === 'warn') warnings.push(message.text());
      });
      // The loader of the tests gives functions their names back by a helper that pages do not have.
      await page.evaluateOnNewDocument('globalThis.__name ??= (named) => named');
      await page.goto(url, { waitUntil: 'load' });
      return { page, url, errors, warnings, leave: () => context.close() };
    },
    async close() {
      await browser.close();
      await new Promise((closed) => server.close(closed));
    },
  };
}

export const PATIENCE = Number(process.env['E2E_PATIENCE'] ?? 20_000);

/** Waits until an element, or what is found in its shadow, says the words. */
export async function says(page: Page, selector: string, words: string): Promise<void> {
  await page
    .waitForFunction(
      (at: string, text: string) => {
        const element = document.querySelector<HTMLElement>(at);
        const all = [element?.shadowRoot, element].map((root) => root?.textContent?.replace(/\s+/g, ' ') ?? '');
        return all.some((one) => one.includes(text));
      },
      { polling: 50, timeout: PATIENCE },
      selector,
      words,
    )
    .catch(async (cause: unknown) => {
      const text = await page.evaluate((at: string) => document.querySelector(at)?.shadowRoot?.textContent, selector);
      throw new Error(`${selector} never says “${words}”, but: ${text?.replace(/\s+/g, ' ').slice(0, 500)}`, { cause });
    });
}
