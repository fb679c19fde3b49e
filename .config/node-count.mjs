/**
 * A reporter for node's test runner: counts leaves and writes them as JSON for `.config/test.mjs`.
 * Suites are not tests; a suite counts only where it fails without a failed test in it (a hook that threw).
 */
export default async function* count(events) {
  const counts = { passed: 0, failed: 0, skips: [] };
  for await (const { type, data } of events) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    const suite = data.details?.type === 'suite';
    const reason = data.skip ?? data.todo;
    if (reason !== undefined && reason !== false) {
      const why = typeof reason === 'string' && reason ? reason : data.todo !== undefined ? 'to do' : 'no reason given';
      counts.skips.push(`${data.name}: ${why}`);
    } else if (type === 'test:fail') {
      if (!suite || data.details.error?.failureType !== 'subtestsFailed') counts.failed += 1;
    } else if (!suite) {
      counts.passed += 1;
    }
  }
  yield JSON.stringify(counts);
}
