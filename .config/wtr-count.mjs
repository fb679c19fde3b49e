import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { opening } from './opening.mjs';

function walk(suite, visit, path = []) {
  for (const test of suite?.tests ?? []) visit(test, [...path, test.name]);
  for (const inner of suite?.suites ?? []) walk(inner, visit, [...path, inner.name]);
}

/** Writes what ran in which browser as JSON, for the summary that `.config/test.mjs` prints. */
export function countReporter(file) {
  return {
    stop({ sessions }) {
      const rows = [];
      for (const session of sessions) {
        const browser = session.browser.name;
        const row = { browser, passed: 0, failures: [], skips: [] };
        const where = `${browser}, ${relative(process.cwd(), session.testFile)}`;
        const fail = (name, error) => row.failures.push({ where, name, error: opening(error) });
        walk(session.testResults, (test, path) => {
          const name = path.filter(Boolean).join(' > ');
          if (test.skipped) row.skips.push(`${browser}: ${name}`);
          else if (test.passed) row.passed += 1;
          else fail(name, test.error);
        });
        // A file that does not load, or a hook that throws, has no failed test of its own and must count all the same.
        for (const error of session.errors ?? []) fail('(outside of a test)', error);
        if (!session.passed && row.failures.length === 0) fail('(the file as a whole)');
        rows.push(row);
      }
      writeFileSync(file, JSON.stringify(rows));
    },
  };
}
