/** What hangs on one record, as a detail asks for it: what was, the newest first, a window at a time; and what stands apart. */
import type { Where } from '../../domain/query.js';
import { aDeal, aLead, aNote, anActivity, creation, edit, minutesAfter } from '../fixtures.js';
import { breaking, equal, ids, ok, page, type CheckDefinition } from './check.js';

const on: Where = { field: 'dealId', op: 'is', value: 'deal-1' };
const isDone = (value: boolean): Where => ({ all: [on, { field: 'done', op: 'is', value }] });
const newest = [{ field: 'createdAt', descending: true }] as const;
const lastDone = [{ field: 'doneAt', descending: true }] as const;

const deal = [creation('lead', aLead()), creation('deal', aDeal())];
/** Three of them at the same instant. */
const minutes = [1, 2, 2, 2, 3];
const notes = minutes.map((minute, i) =>
  creation(
    'note',
    aNote({ id: `note-${i}`, leadId: null, dealId: 'deal-1', createdAt: minutesAfter(minute), pinned: i === 1 }),
  ),
);
const done = minutes.map((minute, i) =>
  creation(
    'activity',
    anActivity({ id: `done-${i}`, leadId: null, dealId: 'deal-1', done: true, doneAt: minutesAfter(minute) }),
  ),
);
const elsewhere = [
  creation('note', aNote({ id: 'elsewhere', createdAt: minutesAfter(9) })),
  creation('activity', anActivity({ id: 'elsewhere', done: true, doneAt: minutesAfter(9) })),
];

export const hungChecks: readonly CheckDefinition[] = [
  {
    id: 'hung.windows',
    title: 'what happened on a deal comes a window at a time, the newest first, those of one instant by their ids',
    needs: 'seek',
    async run({ adapter }) {
      await adapter.commit([...deal, ...notes, ...done, ...elsewhere]);
      for (const [kind, where, order, name] of [
        ['note', on, newest, 'note'],
        ['activity', isDone(true), lastDone, 'done'],
      ] as const) {
        const all = [4, 1, 2, 3, 0].map((i) => `${name}-${i}`);
        for (const [offset, limit] of [
          [0, 9],
          [0, 2],
          [1, 1],
          [2, 2],
          [3, 9],
          [5, 3],
        ] as const) {
          const answer = await page(adapter, kind, { where, order, window: { offset, limit } });
          const what = `${limit} of kind ${kind} from ${offset}`;
          equal(
            answer.records.map(({ id }) => id),
            all.slice(offset, offset + limit),
            what,
          );
          ok(answer.total === 5 || answer.total === undefined, `${what}: the total is ${String(answer.total)}`);
        }
      }
    },
    broken: (inner) => breaking(inner, { page: (answer) => ({ ...answer, records: answer.records.toReversed() }) }),
  },
  {
    id: 'hung.apart',
    title: 'pinned notes and what is not done are found, as they are now',
    needs: null,
    async run({ adapter }) {
      const open = anActivity({ id: 'open', leadId: null, dealId: 'deal-1' });
      const never = anActivity({ id: 'never', leadId: null, dealId: 'deal-1', done: true });
      await adapter.commit([...deal, ...notes, ...done, ...elsewhere, creation('activity', open)]);
      const pinned: Where = { all: [on, { field: 'pinned', op: 'is', value: true }] };
      equal(await ids(adapter, 'note', { where: pinned, order: newest }), ['note-1'], 'pinned');
      equal(await ids(adapter, 'activity', { where: isDone(false) }), ['open'], 'not done');
      await adapter.commit([
        edit('note', 'note-1', { pinned: [true, false] }),
        edit('note', 'note-4', { pinned: [false, true] }),
        edit('activity', 'open', { done: [false, true], doneAt: [null, minutesAfter(7)] }),
        edit('activity', 'done-0', { done: [true, false], doneAt: [minutesAfter(1), null] }),
      ]);
      equal(await ids(adapter, 'note', { where: pinned, order: newest }), ['note-4'], 'pinned afterwards');
      equal(await ids(adapter, 'activity', { where: isDone(false) }), ['done-0'], 'not done afterwards');
      const was = (): Promise<string[]> => ids(adapter, 'activity', { where: isDone(true), order: lastDone });
      equal(await was(), ['open', 'done-4', 'done-1', 'done-2', 'done-3'], 'done afterwards');
      // At no time: the last of those that are done.
      await adapter.commit([creation('activity', never)]);
      equal(await was(), ['open', 'done-4', 'done-1', 'done-2', 'done-3', 'never'], 'done, one of them at no time');
    },
    broken: (inner) =>
      breaking(inner, {
        page: (answer) => ({ ...answer, records: answer.records.filter(({ id }) => id !== 'never') }),
      }),
  },
];
