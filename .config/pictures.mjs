/**
 * Takes pictures of the stories into `.pictures/` (not kept), and the one of the README into `.github/inbox.png` (kept).
 *
 *     npm run pictures                 all of them
 *     npm run pictures -- inbox-main   those whose names begin like this
 */
import { mkdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';
import { createServer } from 'vite';
import { args, findBrowser } from './find-browser.mjs';
import { list, readme } from './pictures-list.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const wanted = process.argv.slice(2);
const chosen = list.filter(({ name }) => wanted.length === 0 || wanted.some((word) => name.startsWith(word)));
const withReadme = wanted.length === 0 || wanted.includes('readme');
/** A picture that a README loads, bytes. */
const limit = 300_000;

const server = await createServer({
  configFile: false,
  root,
  cacheDir: 'node_modules/.vite-pictures',
  logLevel: 'error',
  // What is shown is not edited meanwhile; and a reload between two pictures would lose the story.
  server: { port: 0, host: '127.0.0.1', hmr: false, watch: null },
  optimizeDeps: {
    include: [
      'lit',
      'lit/directive.js',
      'lit/directives/*.js',
      '@lit/context',
      'fractional-indexing',
      'fflate',
      'ical-generator',
      'libphonenumber-js/min',
    ],
  },
});
await server.listen();
const { executablePath } = await findBrowser();
const browser = await puppeteer.launch({ executablePath, args });
let failed = 0;
try {
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(`  the page: ${error.message}`));
  const media = await page.createCDPSession();
  await page.goto(`${server.resolvedUrls.local[0]}.config/pictures.html`);
  await page.waitForFunction(() => 'pictures' in globalThis, { timeout: 120_000 });
  mkdirSync(`${root}.pictures`, { recursive: true });
  for (const shot of chosen) await take(page, media, shot, `${root}.pictures/${shot.name}.png`);
  if (withReadme) {
    mkdirSync(`${root}.github`, { recursive: true });
    const path = `${root}.github/inbox.png`;
    await take(page, media, { name: 'readme', ...readme }, path);
    const { size } = statSync(path);
    if (size > limit) throw new Error(`.github/inbox.png has ${size} bytes, more than ${limit}.`);
  }
} finally {
  await browser.close();
  await server.close();
}
console.log(`${chosen.length + Number(withReadme) - failed} pictures, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

/** @param shot `bare`: the element alone, without the paper around it */
async function take(page, media, shot, path) {
  const { name, file, story, width, height, scheme, lang = 'en', dir, forced = false, bare = false } = shot;
  try {
    await page.setViewport({ width, height });
    await media.send('Emulation.setEmulatedMedia', {
      features: [
        { name: 'forced-colors', value: forced ? 'active' : 'none' },
        { name: 'prefers-reduced-motion', value: 'reduce' },
      ],
    });
    await page.evaluate((padding) => (document.body.style.padding = padding), bare ? '0' : '8px');
    const frame = bare ? height : height - 16;
    await page.evaluate(
      (...given) => globalThis.pictures.take(...given),
      file,
      story,
      { scheme, lang, ...(dir ? { dir } : {}) },
      frame,
    );
    await page.screenshot({ path });
    console.log(`- ${name}`);
  } catch (error) {
    failed++;
    console.error(`- ${name} FAILED: ${error instanceof Error ? error.message : String(error)}`);
  }
}
