import type { Code } from '../../src/shared/code.js';
import { toldCode } from '../../src/shared/telling.js';
import { tellCode } from '../../src/shared/facts.js';
import { restCode } from '../../src/store/store.js';

/** What elements fetch when they have been painted, fetched before: for all tests that are not about waiting for it. */
export async function fetched(...codes: readonly Code<unknown>[]): Promise<void> {
  await Promise.all([restCode.need(), ...[toldCode, tellCode, ...codes].map((code) => code.need())]);
}
