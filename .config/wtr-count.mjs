import { writeFileSync } from 'node:fs';

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
        const row = { browser: session.browser.name, file: session.testFile, passed: 0, failed: 0, skips: [] };
        walk(session.testResults, (test, path) => {
          const name = path.filter(Boolean).join(' > ');
          if (test.skipped) row.skips.push(`${session.browser.name}: ${name}`);
          else if (test.passed) row.passed += 1;
          else row.failed += 1;
        });
        // A file that does not load, or a hook that throws, has no failed test of its own and must count all the same.
        if (!session.passed && row.failed === 0) row.failed = 1;
        rows.push(row);
      }
      writeFileSync(file, JSON.stringify(rows));
    },
  };
}
