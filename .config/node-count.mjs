import { relative } from 'node:path';
import { opening } from './opening.mjs';

/**
 * A reporter for node's test runner: counts leaves and writes them as JSON for `.config/test.mjs`.
 * Suites are not tests; a suite counts only where it fails without a failed test in it (a hook that threw).
 */
export default async function* count(events) {
  const counts = { passed: 0, failures: [], skips: [] };
  const path = [];
  for await (const { type, data } of events) {
    if (type === 'test:start') path.splice(data.nesting, Infinity, data.name);
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    const suite = data.details?.type === 'suite';
    const reason = data.skip ?? data.todo;
    if (reason !== undefined && reason !== false) {
      const why = typeof reason === 'string' && reason ? reason : data.todo !== undefined ? 'to do' : 'no reason given';
      counts.skips.push(`${data.name}: ${why}`);
    } else if (type === 'test:fail') {
      const error = data.details.error;
      if (suite && error?.failureType === 'subtestsFailed') continue;
      const where = relative(process.cwd(), data.file ?? '');
      // A file that does not load is a test of its own, with its whole path for a name.
      const name =
        data.name === data.file ? '(the file as a whole)' : [...path.slice(0, data.nesting), data.name].join(' > ');
      // The runner wraps what was thrown.
      counts.failures.push({ where, name, error: opening(error?.cause ?? error) });
    } else if (!suite) {
      counts.passed += 1;
    }
  }
  yield JSON.stringify(counts);
}
