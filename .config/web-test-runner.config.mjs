import { fileURLToPath } from 'node:url';
import { availableParallelism } from 'node:os';
import { chromeLauncher } from '@web/test-runner-chrome';
import { a11ySnapshotPlugin } from '@web/test-runner-commands/plugins';
import { defaultReporter } from '@web/test-runner';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import puppeteer from 'puppeteer-core';
import { args, findBrowsers } from './find-browser.mjs';
import { webkitLauncher } from './webkit-launcher.mjs';
import { inputPlugin } from './wtr-input.mjs';
import { patiencePlugin } from './wtr-patience.mjs';
import { countReporter } from './wtr-count.mjs';

// Pages in one browser each fight for the two cores; more lanes only make time-outs.
const lanes = Math.min(2, availableParallelism());

// SLOW=6 makes pages six times slower (Chromium): what fails then fails now and then on a busy machine.
const slow = Number(process.env.SLOW ?? 1);

function launcher(browser) {
  if (browser.name === 'chromium') {
    return chromeLauncher({
      concurrency: lanes,
      // Nothing fades, in any of the browsers: contrast is measured on what stands still. Whole flows run with all motion.
      launchOptions: { executablePath: browser.path, args: [...args, '--force-prefers-reduced-motion'] },
      createPage: async ({ context }) => {
        // A context of its own per lane: else only one page gets the input, and lanes would share their IndexedDB.
        const page = await (await context.browser().createBrowserContext()).newPage();
        if (slow > 1) await page.emulateCPUThrottling(slow);
        return page;
      },
    });
  }
  if (browser.name === 'firefox') {
    return chromeLauncher({
      puppeteer,
      concurrency: 1, // input goes to the front window only
      launchOptions: {
        browser: 'firefox',
        executablePath: browser.path,
        extraPrefsFirefox: { 'ui.prefersReducedMotion': 1 },
      },
    });
  }
  return webkitLauncher({ driver: browser.driver, binary: browser.path });
}

const found = (await findBrowsers()).filter((browser) => browser.path);
if (found.length === 0)
  throw new Error('No browser to test in. See .config/find-browser.mjs for where they are looked for.');

export default {
  files: ['test/{adapters,shared,elements,hosts,stories}/**/*.test.ts'],
  nodeResolve: true,
  concurrentBrowsers: 1,
  concurrency: lanes,
  browsers: found.map(launcher),
  browserStartTimeout: 90_000,
  testsStartTimeout: 90_000,
  testsFinishTimeout: 300_000,
  // Each wait in a test has a limit of its own and says what never came. This one is for what hangs, not for their sum.
  testFramework: { config: { timeout: 60_000 * slow } },
  plugins: [
    inputPlugin(),
    a11ySnapshotPlugin(),
    patiencePlugin(),
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('../tsconfig.json', import.meta.url)),
    }),
  ],
  // The set-up module comes first: it has to hear errors before the test framework does.
  testRunnerHtml: (framework) => `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>crm-elements</title></head>
  <body>
    <script type="module" src="/test/support/setup.ts"></script>
    <script type="module" src="${framework}"></script>
  </body>
</html>`,
  // Lit says so once a page; the tests want the development build for its warnings.
  filterBrowserLogs: ({ args: [first] }) => !String(first).includes('Lit is in dev mode'),
  reporters: [
    defaultReporter({ reportTestResults: true, reportTestProgress: Boolean(process.stdout.isTTY) }),
    ...(process.env.CRM_COUNT_FILE ? [countReporter(process.env.CRM_COUNT_FILE)] : []),
  ],
  coverageConfig: { include: ['src/**/*.ts'], reporters: ['text-summary', 'lcov'] },
};
