/**
 * The test of the tests: for each check an adapter that does wrong exactly what the check is there to find. A check that
 * lets its own broken adapter pass proves nothing.
 */
import type { CrmAdapter } from '../adapters/adapter.js';
import { checkDefinitions, runCheck, type ConformanceOptions } from './conformance.js';

export interface BrokenAdapter {
  /** The id of the check that has to find it. */
  readonly id: string;
  /** Wraps an adapter that works. */
  make(inner: CrmAdapter): CrmAdapter;
  /** How it was found; null = it was not. */
  detect(): Promise<string | null>;
}

/** @param options how to make the adapters that are then broken; they have to pass the checks themselves */
export function brokenAdapters(options: ConformanceOptions): readonly BrokenAdapter[] {
  return checkDefinitions.map((check) => ({
    id: check.id,
    make: (inner) => check.broken(inner),
    async detect() {
      try {
        await runCheck(check, options, (inner) => check.broken(inner));
        return null;
      } catch (thrown) {
        return thrown instanceof Error ? thrown.message : String(thrown);
      }
    },
  }));
}
