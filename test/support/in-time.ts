import { runInNewContext } from 'node:vm';

/**
 * What code answers that must not go on for minutes: it is stopped where it does. The time limit of a test of Node is
 * not heard while code runs.
 *
 * @throws after 15 s
 */
export function inTime<T>(run: () => T): T {
  return runInNewContext('run()', { run }, { timeout: 15_000 }) as T;
}
