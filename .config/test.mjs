/**
 * `npm test`: every check, one step after the other, all of them even where one fails.
 *
 * `node .config/test.mjs [types|lint|unit|browser|e2e] [arguments for that step]` runs one of them.
 * At the end it names each failed test; the last line is `N passed, N failed, N skipped`. The exit code is 0 only where
 * something ran and nothing failed.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowsers } from './find-browser.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const scratch = mkdtempSync(join(tmpdir(), 'crm-elements-test-'));
const bin = (name) => join(root, 'node_modules', '.bin', name);
const MINUTE = 60_000;

/** What ends each program that is under way. */
const running = new Set();
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    for (const end of running) end();
    process.exit(130);
  });
}

/** Runs a program in the checkout, its output passed through; kills it, and says so, when it outlives its time. */
function run(command, args, { minutes = 10, env = {} } = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
      shell: process.platform === 'win32',
      detached: process.platform !== 'win32',
    });
    // The step's browsers are its children's children: end the whole group.
    const end = () => {
      try {
        process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
      } catch {
        // already gone
      }
    };
    running.add(end);
    const timer = setTimeout(() => {
      console.error(`Stopped: still running after ${minutes} minutes.`);
      end();
    }, minutes * MINUTE);
    const finish = (code) => {
      clearTimeout(timer);
      running.delete(end);
      done(code === 0);
    };
    child.once('error', (error) => {
      console.error(error.message);
      finish(1);
    });
    child.once('exit', (code) => finish(code ?? 1));
  });
}

/** All `*.test.ts` under the folders of `test/`, in a stable order. */
function testFiles(...folders) {
  const found = [];
  const walk = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) walk(path);
      else if (entry.name.endsWith('.test.ts')) found.push(relative(root, path));
    }
  };
  for (const folder of folders) {
    const path = join(root, 'test', folder);
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) walk(path);
  }
  return found.sort();
}

/** A check without tests of its own. `name` is what the summary calls it where it fails. */
const one = (ok, name) => ({ passed: ok ? 1 : 0, failures: ok ? [] : [{ name }], skips: [] });
const nothing = (note) => ({ passed: 0, failures: [], skips: [], note });

function add(results) {
  return {
    passed: results.reduce((sum, { passed }) => sum + passed, 0),
    failures: results.flatMap(({ failures }) => failures),
    skips: results.flatMap(({ skips }) => skips),
  };
}

const said = ({ passed, failures, skips }) => `${passed} passed, ${failures.length} failed, ${skips.length} skipped`;

/** A step that failed must count as failed even where its counts never came, or do not say so. */
function honest(counts, ok) {
  return !ok && counts.failures.length === 0
    ? { ...counts, failures: [{ name: 'the step failed, and none of its tests did' }] }
    : counts;
}

function readCounts(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

async function types() {
  const all = await run(bin('tsc'), ['-p', 'tsconfig.json']);
  const shipped = await run(bin('tsc'), ['-p', '.config/tsconfig.build.json', '--noEmit']);
  return add([one(all, 'types of everything'), one(shipped, 'types of what is shipped')]);
}

async function lint() {
  const results = [];
  for (const script of ['lint:code', 'lint:templates', 'lint:format']) {
    console.log(`- ${script}`);
    results.push(one(await run('npm', ['run', '--silent', script], { minutes: 15 }), script));
  }
  return add(results);
}

async function nodeTests(files, args, { lanes, seconds, minutes }) {
  if (files.length === 0) return nothing('no tests yet');
  const file = join(scratch, `node-${Date.now()}.json`);
  const ok = await run(
    process.execPath,
    [
      '--import',
      'tsx',
      '--test',
      `--test-concurrency=${lanes}`,
      `--test-timeout=${seconds * 1000}`,
      '--test-reporter=spec',
      '--test-reporter-destination=stdout',
      '--test-reporter=./.config/node-count.mjs',
      `--test-reporter-destination=${file}`,
      ...args,
      ...files,
    ],
    { minutes },
  );
  const counts = readCounts(file);
  if (!counts) return one(false, 'the tests ended without their counts');
  return honest(counts, ok);
}

/** Own arguments: files replace the step's, options are handed on. */
function split(args) {
  return { own: args.filter((arg) => !arg.startsWith('-')), options: args.filter((arg) => arg.startsWith('-')) };
}

function unit(args) {
  const { own, options } = split(args);
  const files = own.length ? own : testFiles('domain', 'store', 'formats', 'i18n', 'testing', 'project');
  return nodeTests(files, options, { lanes: Math.min(2, availableParallelism()), seconds: 600, minutes: 20 });
}

function e2e(args) {
  const { own, options } = split(args);
  const files = own.length ? own : testFiles('e2e');
  // One at a time: each opens a browser, and focus and clipboard belong to one window.
  return nodeTests(files, options, { lanes: 1, seconds: 300, minutes: 45 });
}

/** A port nobody listens on: two test servers that look for one in the same moment find the same. */
function freePort() {
  return new Promise((done, fail) => {
    const server = createServer().once('error', fail);
    server.listen(0, () => {
      const { port } = server.address();
      server.close(() => done(String(port)));
    });
  });
}

/** One browser by itself: one that hangs, or takes long, leaves the others their time and their counts. */
async function inBrowser(name, args) {
  const file = join(scratch, `${name}.json`);
  const config = ['--config', '.config/web-test-runner.config.mjs', '--port', await freePort()];
  const began = performance.now();
  const ok = await run(bin('web-test-runner'), [...config, ...args], {
    // For what hangs: Firefox alone takes 37 on two cores.
    minutes: 60,
    env: { BROWSERS: name, CRM_COUNT_FILE: file },
  });
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  const rows = readCounts(file);
  const counts = rows ? honest(add(rows), ok) : one(false, `${name}: the tests ended without their counts`);
  console.log(`${name}: ${said(counts)} in ${seconds} s`);
  return counts;
}

async function browser(args) {
  const browsers = await findBrowsers();
  for (const { name, path, missing } of browsers) console.log(`- ${name}: ${path ?? `MISSING, ${missing}`}`);
  const absent = browsers.filter(({ path }) => !path);
  const note = absent.map(({ name, missing }) => `${name} not run: ${missing}`).join('; ') || undefined;
  if (absent.length === browsers.length) {
    console.error('No browser could be had, so the elements are not tested. This counts as a failure.');
    return { ...one(false, 'no browser'), note };
  }
  if (args.length === 0 && testFiles('adapters', 'shared', 'elements', 'hosts', 'stories').length === 0) {
    return nothing(['no tests yet', note].filter(Boolean).join('; '));
  }
  // Chromium draws two pages at a time; the others one each, and so share the machine.
  const found = browsers.filter(({ path }) => path).map(({ name }) => name);
  const wide = availableParallelism() > 1 ? found.filter((name) => name !== 'chromium') : [];
  const turns = [...found.filter((name) => !wide.includes(name)).map((name) => [name]), wide];
  const results = [];
  for (const turn of turns) results.push(...(await Promise.all(turn.map((name) => inBrowser(name, args)))));
  return { ...add(results), note };
}

const steps = [
  ['types', 'Types of everything', types],
  ['lint', 'Lint: code, templates, format', lint],
  ['unit', 'Rules, store and project (node)', unit],
  ['browser', 'Elements and IndexedDB (browsers)', browser],
  ['e2e', 'Whole flows (end to end)', e2e],
];

const [wanted, ...args] = process.argv.slice(2);
const chosen = wanted === undefined ? steps : steps.filter(([name]) => name === wanted);
if (chosen.length === 0) {
  console.error(`No step "${wanted}". There are: ${steps.map(([name]) => name).join(', ')}.`);
  process.exit(2);
}

const results = [];
for (const [index, [, title, step]] of chosen.entries()) {
  console.log(`\n== ${index + 1}/${chosen.length} ${title}`);
  const began = performance.now();
  const result = await step(args).catch((error) => {
    console.error(error);
    return one(false, `the step threw: ${error}`);
  });
  results.push({ title, seconds: (performance.now() - began) / 1000, ...result });
}
rmSync(scratch, { recursive: true, force: true });

const total = add(results);
console.log('\n== Summary');
if (total.skips.length) {
  console.log(`Skipped:\n${total.skips.map((skip) => `  ${skip}`).join('\n')}\n`);
}
for (const { title, seconds, note, ...result } of results) {
  const mark = result.failures.length ? 'FAILED' : result.passed ? 'ok    ' : 'none  ';
  console.log(`${mark} ${title}: ${said(result)} in ${seconds.toFixed(0)} s${note ? ` (${note})` : ''}`);
}
// What failed stands last: often only the end of a build server's log is kept.
if (total.failures.length) {
  console.log('\nFailed:');
  for (const { title, failures } of results) {
    for (const { where, name, error } of failures) {
      console.log(`  ${where ?? title}: ${name}${error ? `\n    ${error}` : ''}`);
    }
  }
}
const ran = total.passed + total.failures.length > 0;
if (!ran) console.log('\nNothing ran, which is a failure.');
process.exitCode = ran && total.failures.length === 0 ? 0 : 1;
console.log(`\n${said(total)}`);
