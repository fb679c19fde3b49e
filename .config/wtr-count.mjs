import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { opening } from './opening.mjs';

function walk(suite, visit, path = []) {
  for (const test of suite?.tests ?? []) visit(test, [...path, test.name]);
  for (const inner of suite?.suites ?? []) walk(inner, visit, [...path, inner.name]);
}

function rowOf(session) {
  const browser = session.browser.name;
  const row = { browser, passed: 0, failures: [], skips: [] };
  const where = `${browser}, ${relative(process.cwd(), session.testFile)}`;
  const fail = (name, error) => row.failures.push({ where, name, error: opening(error) });
  let took = 0;
  walk(session.testResults, (test, path) => {
    const name = path.filter(Boolean).join(' > ');
    took += test.duration ?? 0;
    if (test.skipped) row.skips.push(`${browser}: ${name}`);
    else if (test.passed) row.passed += 1;
    else fail(name, test.error);
  });
  // A file that does not load, or a hook that throws, has no failed test of its own and must count all the same.
  for (const error of session.errors ?? []) fail('(outside of a test)', error);
  if (!session.passed && row.failures.length === 0) fail('(the file as a whole)');
  return { ...row, where, seconds: took / 1000 };
}

/** Writes what ran in which browser as JSON, for the summary that `.config/test.mjs` prints, and a line a file. */
export function countReporter(file) {
  return {
    // Where nobody watches, the log has to tell how far it came and what took long.
    reportTestFileResults({ logger, sessionsForTestFile }) {
      if (process.stdout.isTTY) return;
      for (const { where, passed, failures, seconds } of sessionsForTestFile.map(rowOf)) {
        logger.log(`${where}: ${passed} passed, ${failures.length} failed, ${seconds.toFixed(1)} s`);
      }
    },
    stop({ sessions }) {
      writeFileSync(file, JSON.stringify([...sessions].map(rowOf)));
    },
  };
}
