/** For tests of adapters, stores, elements and hosts. Free of any test runner. */
export * from './fixtures.js';
export { settled, seeded, testClock, type TestClock } from './clock.js';
export {
  faultyAdapter,
  type Call,
  type Fault,
  type FaultyAdapter,
  type FaultyOptions,
  type Method,
  type Rule,
} from './faulty.js';
export { malformations, type Malformation } from './malformed.js';
export { CheckFailed } from './checks/check.js';
export { conformance, type Check, type ConformanceOptions } from './conformance.js';
export { brokenAdapters, type BrokenAdapter } from './broken.js';
export { runAll, table, type Outcome } from './table.js';
