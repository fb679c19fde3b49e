/** A file below the root of the project, and a part of the title of a test in it. */
export type Proof = readonly [file: string, title: string];
export interface Fault {
  readonly what: string;
  readonly tests: readonly Proof[];
}

const opening = 'test/adapters/storage-open.test.ts';
const dying = 'test/adapters/storage-faults.test.ts';
const tabs = 'test/adapters/tabs.test.ts';
const e2eStorage = 'test/e2e/storage.test.ts';
const rude = 'test/store/faults.test.ts';

/** What storage does to records, and the tests that prove that ours survive it. */
export const storageFaults: Readonly<Record<string, Fault>> = {
  R01: {
    what: 'an open that another tab blocks',
    tests: [
      [opening, 'R01: calls that race share one open'],
      [opening, 'R01: blocked by an older tab it says so'],
      [opening, 'R01: a call that waits too long is refused'],
      [e2eStorage, 'R01: an old page keeps the database'],
    ],
  },
  R02: {
    what: 'an old tab that blocks every upgrade',
    tests: [
      [opening, 'R02: lets go of the database when a newer page wants it'],
      [e2eStorage, 'R02: a newer page comes'],
    ],
  },
  R03: {
    what: 'a deploy that is rolled back',
    tests: [
      [opening, 'R03: a newer database that only has more in it'],
      [opening, 'R03: a newer database that older pages must not write to'],
      [opening, 'R03: what this version writes into a newer database'],
      [opening, 'R03, R78: rows that lack a field'],
    ],
  },
  R04: {
    what: 'a connection that is closed at any moment',
    tests: [
      [dying, 'R04: closed before any one transaction'],
      [dying, 'R04: aborted by the close in the middle of any one write'],
      [dying, 'R04, R15: lost after it was stored and before that was told'],
      [dying, 'R04: killed by the browser between two calls'],
    ],
  },
  R05: {
    what: 'a storage server that is lost in the background',
    tests: [
      [dying, 'R05: every call on the old connection fails until another is opened'],
      [dying, 'R05: when none works it says that it retries'],
    ],
  },
  R06: {
    what: 'a profile that is broken',
    tests: [
      [opening, 'R06: an error while opening is tried again'],
      [opening, 'R06: a database that cannot be opened is left alone'],
      [opening, 'R06: a database that stood open is waited for'],
    ],
  },
  R07: {
    what: 'a first open that never answers',
    tests: [
      [opening, 'R07: an open that never answers is tried once more'],
      [opening, 'R07: when the second never answers either'],
    ],
  },
  R08: {
    what: 'no room left',
    tests: [
      [dying, 'R08: aborted with'],
      [rude, 'that ends with ${JSON.stringify(fault)} is a failure'],
      ['test/store/import.test.ts', 'broken off by the storage'],
      ['test/e2e/quota.test.ts', 'R08: an import that finds no room'],
      ['test/e2e/quota.test.ts', 'R08: with room again it goes on'],
    ],
  },
  R09: {
    what: 'a transaction that ends while something else is awaited',
    tests: [
      ['test/project/transactions.test.ts', 'R09: nothing is awaited but requests of the same transaction'],
      ['test/project/transactions.test.ts', 'R09: transactions are begun in one place only'],
    ],
  },
  R10: {
    what: 'private windows without storage',
    tests: [
      [opening, 'R10, R11: ${name} while opening means memory'],
      ['test/shared/commands.test.ts', 'say “${state}” in words, accessibly'],
    ],
  },
  R11: {
    what: 'frames that may touch no storage',
    tests: [
      [opening, 'R10, R11: ${name} while opening means memory'],
      [opening, 'R11: `indexedDB`, `localStorage` and `BroadcastChannel` may all throw'],
    ],
  },
  R12: {
    what: 'a browser that empties its storage',
    tests: [
      [opening, 'R12: an emptied database is told from a new one'],
      [e2eStorage, 'R12: the database is deleted under the page'],
      [e2eStorage, 'R12: the database is deleted while the page is closed'],
    ],
  },
  R13: {
    what: 'values that cannot be stored',
    tests: [
      ['test/adapters/conformance.test.ts', '${check.id}: ${check.title}'],
      ['src/testing/checks/hostile.ts', "a framework's Proxy is stored as the plain data it shows"],
      ['src/testing/checks/hostile.ts', 'a function in a field is refused by the name of the field'],
      ['src/testing/checks/hostile.ts', 'an object of a class (Date, moment, Map) is refused'],
      ['src/testing/checks/hostile.ts', 'an object that contains itself is refused'],
      ['src/testing/checks/hostile.ts', 'a getter that throws is refused'],
    ],
  },
  R14: {
    what: 'commits that are told before they are on the disk',
    tests: [[dying, 'R14: `durable` commits wait for the disk']],
  },
  R15: {
    what: 'a crash in the middle',
    tests: [
      ['test/e2e/kill.test.ts', 'killed in the middle'],
      [dying, 'R04, R15: lost after it was stored'],
      ['test/store/claim.test.ts', 'broken off after ${steps} steps: nothing is lost'],
    ],
  },
  R16: {
    what: 'rejections that nobody hears',
    tests: [[dying, 'R16: nothing of it reaches the host']],
  },
  R17: {
    what: 'the back and forward cache',
    tests: [
      [tabs, 'R17: a page that is put away holds no connection'],
      [tabs, 'R17, R22: a lost message is made up for on ${event}'],
      [e2eStorage, 'R17: back from another page'],
    ],
  },
  R18: {
    what: 'another Promise in the place of the browser’s',
    tests: [['test/e2e/pages/foreign-promise.test.ts', 'R18: ${name}: leads are stored, edited, converted']],
  },
  R19: {
    what: 'progress that is written before what it stands for',
    tests: [
      ['test/e2e/kill.test.ts', 'import after ${'],
      ['test/store/import.test.ts', 'goes on with the rows that are missing'],
    ],
  },
};
