/**
 * `npm run bench`: how the kit stands against pages written by hand, as ratios of one run.
 *
 *     npm run bench -- --quick            fewer records and rounds
 *     npm run bench -- --only inbox,board one or some of: bundle inbox board deal storage start import fields
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { buildPages } from './build.mjs';
import { serve } from './serve.mjs';
import { openBrowser } from './stage.mjs';
import { Table } from './table.mjs';

const known = ['bundle', 'inbox', 'board', 'deal', 'storage', 'start', 'import', 'fields'];
const { values } = parseArgs({ options: { quick: { type: 'boolean' }, only: { type: 'string' } } });
const wanted = values.only?.split(',') ?? known;
const unknown = wanted.find((name) => !known.includes(name));
if (unknown !== undefined) {
  console.error(`--only knows ${known.join(', ')}; "${unknown}" is none of them.`);
  process.exit(2);
}
const quick = values.quick ?? false;
const suites = [];
for (const name of known) if (wanted.includes(name)) suites.push([name, await import(`./suites/${name}.mjs`)]);

const begun = Date.now();
const files = await buildPages([...new Set(suites.flatMap(([, { pages }]) => pages))]);
const server = await serve(files);
const browser = await openBrowser();
const table = new Table();
let failed = 0;
const version = await browser.version();
try {
  for (const [name, suite] of suites) {
    console.log(name);
    try {
      await suite.run({ browser, url: server.url, size: server.size, quick, table });
    } catch (error) {
      failed++;
      console.error(`  ! ${name} was broken off: ${error.stack}`);
    }
  }
} finally {
  await browser.close();
  await server.close();
}

const seconds = Math.round((Date.now() - begun) / 1000);
const about = `${version}, ${cpus().length} cores, load ${loadavg()[0].toFixed(1)}, ${seconds} s${quick ? ', quick: fewer records and rounds' : ''}`;
console.log(`\n${table.text}\n\n${about}`);
mkdirSync('.bench', { recursive: true });
writeFileSync('.bench/figures.md', `${table.text}\n\n${about}\n`);
writeFileSync('.bench/figures.json', `${JSON.stringify({ version, quick, seconds, rows: table.rows }, null, 2)}\n`);
if (failed > 0) process.exitCode = 1;
