import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import * as agenda from '../../src/domain/agenda.js';
import type { AgendaFilter } from '../../src/domain/agenda.js';
import { addDays } from '../../src/domain/dates.js';
import { comparer } from '../../src/domain/compare.js';
import { matches } from '../../src/domain/matches.js';
import { activityTypes } from '../../src/domain/records.js';
import { aDeal, aLead, anActivity } from '../../src/testing/fixtures.js';

const everyone: AgendaFilter = { owners: null, types: [], on: null };
const days = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays('2000-01-01', n));

describe('the groups of a day', () => {
  // A Wednesday.
  const groups = (today = '2026-11-25', firstDay = 1): readonly string[] =>
    agenda.agendaGroups(today, firstDay).map(({ key, from, to }) => `${key} ${from ?? ''}..${to ?? ''}`);

  test('on a Wednesday', () =>
    assert.deepEqual(groups(), [
      'overdue ..2026-11-24',
      'today 2026-11-25..2026-11-25',
      'tomorrow 2026-11-26..2026-11-26',
      'day:2026-11-27 2026-11-27..2026-11-27',
      'day:2026-11-28 2026-11-28..2026-11-28',
      'day:2026-11-29 2026-11-29..2026-11-29',
      'nextWeek 2026-11-30..2026-12-06',
      'later 2026-12-07..',
      'noDay ..',
    ]));
  test('on the last day of a week tomorrow is in the next one', () => {
    assert.deepEqual(groups('2026-11-29').slice(2, 5), [
      'tomorrow 2026-11-30..2026-11-30',
      'nextWeek 2026-12-01..2026-12-06',
      'later 2026-12-07..',
    ]);
    assert.deepEqual(groups('2026-11-28').slice(2, 4), [
      'tomorrow 2026-11-29..2026-11-29',
      'nextWeek 2026-11-30..2026-12-06',
    ]);
  });
  test('where weeks begin on Sunday, Saturday is the last', () =>
    assert.deepEqual(groups('2026-11-26', 7).slice(2, 5), [
      'tomorrow 2026-11-27..2026-11-27',
      'day:2026-11-28 2026-11-28..2026-11-28',
      'nextWeek 2026-11-29..2026-12-05',
    ]));

  test('every due is in exactly one, by the rule and by the query', () => {
    fc.assert(
      fc.property(
        days,
        fc.option(fc.integer({ min: -60, max: 60 })),
        fc.integer({ min: 1, max: 7 }),
        (today, away, first) => {
          const due = away === null ? null : addDays(today, away);
          const all = agenda.agendaGroups(today, first);
          const held = all.filter((group) => agenda.inGroup(group, due));
          const found = all.filter((group) =>
            matches(anActivity({ due }), { where: agenda.groupWhere(group, everyone), today }),
          );
          assert.equal(held.length, 1);
          assert.deepEqual(found, held);
        },
      ),
    );
  });

  test('what is put into a group stands there then', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 7 }), (today, first) => {
        for (const group of agenda.agendaGroups(today, first)) {
          const due = agenda.dayFor(group);
          assert.equal(due === undefined, group.kind === 'overdue');
          if (due !== undefined) assert.ok(agenda.inGroup(group, due));
        }
      }),
    );
  });
});

describe('another day', () => {
  const today = '2026-11-25';
  for (const [due, by, to] of [
    ['2026-11-20', 1, today],
    ['2026-11-20', -1, undefined],
    [today, 1, '2026-11-26'],
    [today, -1, undefined],
    ['2026-11-30', -1, '2026-11-29'],
    [null, 1, undefined],
    [null, -1, today],
  ] as const)
    test(`${due ?? 'no day'}, ${by > 0 ? 'on' : 'back'}`, () => assert.equal(agenda.stepDay(due, by, today), to));

  test('nothing is moved into the past, and on and back again is where it was', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 400 }), (now, away) => {
        const due = addDays(now, away);
        const on = agenda.stepDay(due, 1, now)!;
        assert.equal(agenda.stepDay(on, -1, now), due);
        for (const [, day] of agenda.moveChoices(now)) assert.ok(day >= now);
      }),
    );
  });
  test('by name', () =>
    assert.deepEqual(Object.fromEntries(agenda.moveChoices(today)), {
      today,
      tomorrow: '2026-11-26',
      inTwoDays: '2026-11-27',
      nextMonday: '2026-11-30',
      nextWeek: '2026-12-02',
      nextMonth: '2026-12-25',
    }));
  test('on a Monday the next one is a week away', () =>
    assert.equal(new Map(agenda.moveChoices('2026-11-30')).get('nextMonday'), '2026-12-07'));
  for (const [day, later] of [
    ['2026-01-31', '2026-02-28'],
    ['2028-01-31', '2028-02-29'],
    ['2026-12-31', '2027-01-31'],
  ] as const)
    test(`a month after ${day}`, () => assert.equal(agenda.monthLater(day), later));
});

describe('the next one', () => {
  const planned = { id: 'other', type: 'call', subject: '', due: null, time: null } as const;
  for (const [what, record, wanted] of [
    ['a lead with nothing planned', aLead({ nextActivity: null }), true],
    ['a deal whose only one was just done', aDeal({ nextActivity: { ...planned, id: 'done' } }), true],
    ['one for which another is planned, with or without a day', aLead({ nextActivity: planned }), false],
    ['a lead in the archive', aLead({ nextActivity: null, archivedAt: '2026-11-25T08:00:00.000Z' }), false],
    ['a deal that was won', aDeal({ nextActivity: null, status: 'won' }), false],
    ['a deal that was lost', aDeal({ nextActivity: null, status: 'lost' }), false],
  ] as const)
    test(`is ${wanted ? '' : 'not '}asked for: ${what}`, () => assert.equal(agenda.wantsNext(record, 'done'), wanted));
  test('of a call on a Thursday: Monday, not Saturday', () =>
    assert.equal(agenda.proposedDay('call', '2026-11-26'), '2026-11-30'));
  test('never on a day on which nobody works, never today', () => {
    fc.assert(
      fc.property(days, fc.constantFrom(...activityTypes), (today, type) => {
        const day = agenda.proposedDay(type, today, [5, 6]);
        assert.ok(day > today);
        assert.ok(![5, 6].includes(agenda.weekdayOf(day)));
      }),
    );
  });
});

describe('what is asked for', () => {
  test('owner, kind, and on what', () => {
    const [group] = agenda.agendaGroups('2026-11-25').filter(({ kind }) => kind === 'today');
    const found = (filter: Partial<AgendaFilter>, fields: Parameters<typeof anActivity>[0]): boolean =>
      matches(anActivity({ due: '2026-11-25', ...fields }), {
        where: agenda.groupWhere(group!, { ...everyone, ...filter }),
        today: '2026-11-25',
      });
    assert.ok(found({ owners: ['a', null] }, { ownerId: null }) && !found({ owners: ['a'] }, { ownerId: 'b' }));
    assert.ok(found({ types: ['call'] }, { type: 'call' }) && !found({ types: ['task'] }, { type: 'call' }));
    assert.ok(found({ on: 'lead' }, { leadId: 'l' }) && !found({ on: 'deal' }, { leadId: 'l', dealId: null }));
    assert.ok(!found({}, { done: true }));
  });

  test('leads of the inbox and open deals without anything planned', () => {
    const found = (kind: 'lead' | 'deal', record: Parameters<typeof matches>[0]): boolean =>
      matches(record, { where: agenda.unplannedWhere(kind, everyone), today: '2026-11-25' });
    const next = { id: 'a', type: 'call', subject: '', due: null, time: null } as const;
    assert.ok(found('lead', aLead()) && found('deal', aDeal()));
    assert.ok(
      !found('lead', aLead({ archivedAt: '2026-11-01T00:00:00Z' })) && !found('deal', aDeal({ status: 'won' })),
    );
    assert.ok(!found('lead', aLead({ nextActivity: next })) && !found('deal', aDeal({ nextActivity: next })));
  });

  test('all-day ones stand above those with a time', () => {
    const compare = comparer(agenda.agendaOrder, 'activity', '2026-11-25');
    const rows = [
      anActivity({ id: 'c', time: '14:00' }),
      anActivity({ id: 'b', time: '09:30' }),
      anActivity({ id: 'a', time: null }),
      anActivity({ id: 'd', time: null, due: '2026-01-01' }),
    ];
    assert.deepEqual(
      rows.sort(compare).map(({ id }) => id),
      ['d', 'a', 'b', 'c'],
    );
  });
});
