/** For tests of adapters, stores, elements and hosts. Free of any test runner. */
export * from './fixtures.js';
export { settled, seeded, testClock, type TestClock } from './clock.js';
export { faultyAdapter, type Call, type Fault, type FaultyAdapter, type FaultyOptions, type Method, type Rule } from './faulty.js';
export { malformations, type Malformation } from './malformed.js';
