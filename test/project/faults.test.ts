/**
 * The faults that the kit has to withstand, and the tests that prove it. Every one was met by somebody in the wild; what
 * they were and what was learnt from each stands in the tests themselves. The table is held to the tests: a title that is
 * changed, or a file that is moved, is missed here.
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { storageFaults, type Fault } from './support/storage-faults.js';

const tabs = 'test/adapters/tabs.test.ts';
const e2eTabs = 'test/e2e/tabs.test.ts';
const rude = 'test/store/faults.test.ts';
const model = 'test/store/model.test.ts';
const conversion = 'test/store/conversion.test.ts';
const intents = 'test/shared/intend.test.ts';
const moves = 'test/hosts/moves.test.ts';
const orders = 'test/elements/crm-provider/binding.test.ts';
const copies = 'test/e2e/pages/copies.test.ts';
const pointer = 'test/elements/deal-pipeline/pointer.test.ts';
const boardKeys = 'test/elements/deal-pipeline/keys.test.ts';
const formulas = 'test/domain/formula/escapes.test.ts';
const fileTypes = 'test/domain/files/types.test.ts';
const files = 'test/store/files.test.ts';
const inbox = 'test/elements/lead-inbox/work.test.ts';

const faults: Readonly<Record<string, Fault>> = {
  ...storageFaults,
  R20: {
    what: 'two tabs that do the same at once',
    tests: [
      [conversion, 'the same lead in two tabs at the same moment: 1,000 rounds'],
      [e2eTabs, 'R20: both convert the same lead at once'],
      [e2eTabs, 'R20: ${ROUNDS} rounds of it'],
      [e2eTabs, 'R20: five tabs convert the same leads at once'],
    ],
  },
  R21: {
    what: 'a tab that is frozen and would lead',
    tests: [['test/e2e/pages/frozen.test.ts', 'R21: a tab that is frozen keeps nobody from anything']],
  },
  R22: {
    what: 'a tab that shows what was',
    tests: [
      [tabs, 'R22: hear each other'],
      [tabs, 'R17, R22: a lost message is made up for on ${event}'],
      [e2eTabs, 'R22: a tab that hears no messages'],
    ],
  },
  R23: {
    what: 'an adapter that never answers, or late',
    tests: [
      [rude, 'that is never answered says "late" after 2 s, and ends'],
      [rude, 'whose answer comes too late is found by looking'],
      [rude, 'that is carried out after it was given up'],
      [rude, 'that is never answered is late after 2 s and an error after 30 s'],
    ],
  },
  R26: {
    what: 'a late read over a newer edit, a roll-back of one of three',
    tests: [
      [model, 'each field shows its last edit that was not refused, at every step'],
      [rude, 'does not put an older row over a newer edit'],
      [rude, 'the first of three refused: exactly it is taken back'],
    ],
  },
  R27: {
    what: 'an adapter that throws at once, or answers with nothing',
    tests: [
      [rude, 'that ends with ${JSON.stringify(fault)} is a failure'],
      [rude, 'that is stored and answered with ${JSON.stringify(fault)}'],
      [rude, 'that ends with ${JSON.stringify(fault)} is told, keeps the rows'],
    ],
  },
  R28: {
    what: 'totals that are counted twice',
    tests: [
      [model, 'lists, totals and sums end as what is stored'],
      [rude, 'does not count a row twice or not at all'],
    ],
  },
  R29: {
    what: 'a double click on Convert',
    tests: [
      ['test/shared/guard.test.ts', 'takes 50 clicks in one task for one, from two elements'],
      ['test/shared/convert.test.ts', 'makes one deal of fifty clicks'],
      ['test/shared/convert.test.ts', 'makes one deal of a held Enter key'],
      ['test/shared/convert.test.ts', 'opens one dialog of a double click'],
      [conversion, 'fifty clicks in one task make one deal'],
      [e2eTabs, 'R29: fifty clicks on Convert'],
    ],
  },
  R30: {
    what: 'a lead that was converted before',
    tests: [
      [conversion, 'a lead that was converted before is told, with the deal'],
      ['test/shared/convert.test.ts', 'leads to the deal where somebody was first'],
      ['test/shared/convert-many.test.ts', 'names those that are deals already'],
      [e2eTabs, 'R30: a list that is old converts nothing twice'],
    ],
  },
  R31: {
    what: 'a host that says no, late, never, or throws',
    tests: [
      [intents, 'writes nothing before the decision'],
      [intents, 'is stopped by preventDefault'],
      [intents, 'is not stopped by preventDefault after an await'],
      [intents, 'is vetoed by the first rejection'],
      [intents, 'gives up after 60 seconds and says so'],
      [intents, 'survives a listener that throws'],
      [intents, 'where a listener removes the element'],
      [intents, 'where a listener converts the same lead again inside'],
    ],
  },
  R33: {
    what: 'an element that is removed while its command runs',
    tests: [
      [intents, 'is finished where the element goes at any point on the way, without an error'],
      [inbox, 'keeps running a command when it is taken out of the page'],
      [orders, 'lets go of the store when it leaves the page, and takes it again'],
    ],
  },
  R34: {
    what: 'an element that is moved',
    tests: [
      [moves, 'R34: by moveBefore a card that is held stays in the hand'],
      [moves, 'R34: moved to another provider'],
      [moves, 'R34: made anew from its own markup'],
      [moves, 'R34: an open dialog stays open'],
      [moves, 'R34: an open menu stays open'],
      [moves, 'R34: a label that is being named keeps its name'],
      [moves, 'R34: a note that is being written keeps its text'],
      ['test/shared/dialog.test.ts', 'stays open, with its text, when the element is moved'],
      [inbox, 'goes on when it is moved in the page, with its selection'],
      [pointer, 'lets go when the board is taken out of the page'],
    ],
  },
  R35: {
    what: 'definitions and elements in any order',
    tests: [
      [orders, 'orders of definition and creation'],
      [orders, 'waits for an inner provider that is not upgraded yet'],
      [orders, 'follows a provider that is put between, taken out and replaced'],
      ['test/hosts/orders.test.ts', 'R35: the elements themselves work in all'],
    ],
  },
  R36: {
    what: 'the kit twice on a page',
    tests: [
      [copies, 'R36: ${order.join('],
      ['test/project/register.test.ts', 'a second copy of the kit keeps the first'],
    ],
  },
  R37: {
    what: 'versions of the kit that share a page',
    tests: [
      [copies, 'R37: elements of one minor version and the provider of another'],
      [copies, 'R37: an element of another major version says so'],
      [orders, 'serves and is served across minor versions'],
      [orders, 'where the provider is of another major version'],
    ],
  },
  R46: {
    what: 'the focus when rows come and go',
    tests: [
      [inbox, 'keeps the focus on the lead when others come and go around it'],
      [inbox, 'gives the focus to the heading where the last row leaves'],
      [inbox, 'takes no focus from the page when rows leave'],
      [inbox, 'converts the focused lead with C'],
      [boardKeys, 'gives the focus to the head of the stage when its last card has gone'],
      [boardKeys, 'takes no focus from somebody who has gone elsewhere'],
      [boardKeys, 'keeps the focus on a moved card'],
    ],
  },
  R47: {
    what: 'a drag that is broken off',
    tests: [
      ['test/shared/drag.test.ts', 'is called off by ${name}, writes nothing, and the next drag works'],
      [pointer, 'puts everything back on ${name}, writes nothing, and the next drag works'],
      [pointer, 'lets go of a card that is deleted meanwhile'],
      [boardKeys, 'puts back with Escape, and when the focus goes elsewhere'],
    ],
  },
  R48: {
    what: 'errors of ResizeObserver in the host’s reports',
    tests: [
      ['test/shared/row-window.test.ts', 'follows its size without an error of the page'],
      ['test/elements/lead-inbox/access.test.ts', 'survives two hundred changes of its size'],
    ],
  },
  R54: {
    what: 'formulas that reach out of the evaluator',
    tests: [
      [formulas, 'R54: a hundred thousand texts end in a value, a gap or a problem, and touch nothing'],
      [formulas, 'R54: nothing that leads out is so much as looked at'],
      [formulas, 'R54: ${JSON.stringify(text)} is a problem and no more'],
      [formulas, 'R54: fields with such names and ids are fields like any other, and reach only what is their own'],
    ],
  },
  R55: {
    what: 'formulas that run for ever',
    tests: [
      [formulas, 'R55: ${name}'],
      [formulas, 'R55: a name that nobody knows is compared with a thousand others at once'],
    ],
  },
  R56: {
    what: 'files that are not what they call themselves, lead out of their folder, or fill the page',
    tests: [
      [fileTypes, 'a drawing that calls itself a picture'],
      [fileTypes, 'a page that calls itself a table'],
      [fileTypes, 'a program that calls itself a picture'],
      [fileTypes, 'is handed out only where nothing can run in it'],
      [fileTypes, 'is refused as it is typed where it leads to a folder, or hides what it is'],
      [files, 'what could run in a page is handed out as mere bytes'],
      [files, 'what is too large is refused before a byte of it is read'],
      [files, 'what cannot be read is said so before anything is put'],
      [
        'test/adapters/blobs.test.ts',
        'a blob of nothing is one, and one that cannot be read is refused with nothing stored',
      ],
    ],
  },
};

const range = (first: number, last: number): string[] =>
  Array.from({ length: last - first + 1 }).map((_, i) => `R${String(first + i).padStart(2, '0')}`);
const required = [...range(1, 23), ...range(26, 31), ...range(33, 37), ...range(46, 48), 'R54', 'R55', 'R56'];

describe('faults that are withstood', () => {
  test('each one that has to be is here, in order', () => assert.deepEqual(Object.keys(faults), required));

  for (const [id, { what, tests }] of Object.entries(faults))
    test(`${id}, ${what}: its tests are there`, () => {
      assert.ok(tests.length > 0);
      for (const [file, title] of tests) {
        const place = new URL(`../../${file}`, import.meta.url);
        assert.ok(existsSync(place), `${file} is there`);
        assert.ok(readFileSync(place, 'utf8').includes(title), `${file} has a test “${title}”`);
      }
    });
});
