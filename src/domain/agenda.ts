import { addDays, daysBetween, daysIn } from './dates.js';
import { dayStart } from './day-start.js';
import type { Condition, Order, Where } from './query.js';
import type { ActivityType, Day, Deal, Id, Lead } from './records.js';

/** The day over leads and deals: in which group an activity stands, where it can be moved to, what comes after it. */

/** Sections of open activities, in the order they stand in; `day` = one of the days of this week after tomorrow. */
export type GroupKind = 'overdue' | 'today' | 'tomorrow' | 'day' | 'nextWeek' | 'later' | 'noDay';

export interface AgendaGroup {
  /** Stays the same from one day to the next: `today`, `day:2026-11-27`. */
  readonly key: string;
  readonly kind: GroupKind;
  /** Both included; null = without end. Of `noDay` both are null. */
  readonly from: Day | null;
  readonly to: Day | null;
}

/** 1 = Monday … 7 = Sunday, as `Intl.Locale` counts. */
export type Weekday = number;

export function weekdayOf(day: Day): Weekday {
  return new Date(Date.parse(`${day}T00:00:00Z`)).getUTCDay() || 7;
}

/** The groups of a day: every due, and none, is in exactly one. @param firstDay what weeks begin with */
export function agendaGroups(today: Day, firstDay: Weekday = 1): readonly AgendaGroup[] {
  const tomorrow = addDays(today, 1);
  const left = 6 - ((weekdayOf(today) - firstDay + 7) % 7);
  const weekEnd = addDays(today, left);
  const days: AgendaGroup[] = [];
  for (let day = addDays(today, 2); day <= weekEnd; day = addDays(day, 1))
    days.push({ key: `day:${day}`, kind: 'day', from: day, to: day });
  const next = left === 0 ? addDays(today, 2) : addDays(weekEnd, 1);
  const nextEnd = addDays(weekEnd, 7);
  return [
    { key: 'overdue', kind: 'overdue', from: null, to: addDays(today, -1) },
    { key: 'today', kind: 'today', from: today, to: today },
    { key: 'tomorrow', kind: 'tomorrow', from: tomorrow, to: tomorrow },
    ...days,
    { key: 'nextWeek', kind: 'nextWeek', from: next, to: nextEnd },
    { key: 'later', kind: 'later', from: addDays(nextEnd, 1), to: null },
    { key: 'noDay', kind: 'noDay', from: null, to: null },
  ];
}

export function inGroup({ kind, from, to }: AgendaGroup, due: Day | null): boolean {
  if (due === null || kind === 'noDay') return due === null && kind === 'noDay';
  return (from === null || due >= from) && (to === null || due <= to);
}

/** The day that an activity gets which is put into the group; null = none, undefined = nothing can be moved there. */
export function dayFor({ kind, from }: AgendaGroup): Day | null | undefined {
  return kind === 'overdue' ? undefined : kind === 'noDay' ? null : from;
}

/** One day on or back, from what is late to today first; undefined = it goes no further that way. Nothing is moved into the past. */
export function stepDay(due: Day | null, by: 1 | -1, today: Day): Day | undefined {
  if (due === null) return by < 0 ? today : undefined;
  if (by > 0) return due < today ? today : addDays(due, 1);
  return due <= today ? undefined : addDays(due, -1);
}

export type MoveChoice = 'today' | 'tomorrow' | 'inTwoDays' | 'nextMonday' | 'nextWeek' | 'nextMonth';

/** The days that can be moved to by name. */
export function moveChoices(today: Day): readonly (readonly [MoveChoice, Day])[] {
  return [
    ['today', today],
    ['tomorrow', addDays(today, 1)],
    ['inTwoDays', addDays(today, 2)],
    ['nextMonday', addDays(today, 8 - weekdayOf(today))],
    ['nextWeek', addDays(today, 7)],
    ['nextMonth', monthLater(today)],
  ];
}

/** The same day of the next month; its last one where it is shorter. */
export function monthLater(day: Day): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const [y, m] = month === 12 ? [year + 1, 1] : [year, month + 1];
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${String(y).padStart(4, '0')}-${two(m)}-${two(Math.min(date, daysIn(y, m)))}`;
}

/** How many days later the next of its kind is proposed: one rings again soon, and meets again in a week. */
const rhythm: Readonly<Record<ActivityType, number>> = {
  call: 2,
  email: 2,
  task: 2,
  meeting: 7,
  deadline: 7,
  lunch: 7,
};

/** The day that is proposed for the next one: never one on which nobody works. @param weekend days of the week */
export function proposedDay(type: ActivityType, today: Day, weekend: readonly Weekday[] = [6, 7]): Day {
  let day = addDays(today, rhythm[type]);
  for (let i = 0; i < 7 && weekend.includes(weekdayOf(day)); i++) day = addDays(day, 1);
  return day;
}

/**
 * Whether somebody is asked what comes next: it is under way, and nothing else is planned.
 * @param done what was just done; a storage may still name it as the next one
 */
export function wantsNext(record: Lead | Deal, done?: Id): boolean {
  const { archivedAt, nextActivity } = record;
  const open = archivedAt === null && (!('status' in record) || record.status === 'open');
  return open && (nextActivity === null || nextActivity.id === done);
}

export function daysLate(due: Day, today: Day): number {
  return Math.max(0, daysBetween(due, today));
}

/** Whose activities, of which kinds, on what. */
export interface AgendaFilter {
  /** null = everybody's; null among them = nobody's. */
  readonly owners: readonly (Id | null)[] | null;
  /** None = all kinds. */
  readonly types: readonly ActivityType[];
  readonly on: 'lead' | 'deal' | null;
}

/** As `compareDue`: by day, all-day ones above those with a time. */
export const agendaOrder: readonly Order[] = [{ field: 'due' }, { field: 'time', emptyFirst: true }];
/** What was done last comes first. */
export const doneOrder: readonly Order[] = [{ field: 'doneAt', descending: true }];

function ownedBy({ owners }: AgendaFilter): readonly Condition[] {
  return owners === null ? [] : [{ field: 'ownerId', op: 'in', value: owners }];
}

function common(filter: AgendaFilter): readonly Condition[] {
  const { types, on } = filter;
  return [
    ...ownedBy(filter),
    ...(types.length > 0 ? [{ field: 'type', op: 'in', value: types } as const] : []),
    ...(on === null ? [] : [{ field: on === 'lead' ? 'leadId' : 'dealId', op: 'filled' } as const]),
  ];
}

/** What is to be done in a group. */
export function groupWhere({ kind, from, to }: AgendaGroup, filter: AgendaFilter): Where {
  const due: Condition =
    kind === 'noDay'
      ? { field: 'due', op: 'empty' }
      : from === null
        ? { field: 'due', op: 'lte', value: to }
        : to === null
          ? { field: 'due', op: 'gte', value: from }
          : { field: 'due', op: 'between', value: [from, to] };
  return { all: [{ field: 'done', op: 'is', value: false }, due, ...common(filter)] };
}

/** What was done on that day. */
export function doneWhere(day: Day, zone: string, filter: AgendaFilter): Where {
  const at: readonly Condition[] = [
    { field: 'doneAt', op: 'gte', value: dayStart(zone, day) },
    { field: 'doneAt', op: 'lt', value: dayStart(zone, addDays(day, 1)) },
  ];
  return { all: [{ field: 'done', op: 'is', value: true }, ...at, ...common(filter)] };
}

/** Leads in the inbox, or open deals, for which nobody has planned anything. */
export function unplannedWhere(kind: 'lead' | 'deal', filter: AgendaFilter): Where {
  const open: readonly Condition[] = kind === 'deal' ? [{ field: 'status', op: 'is', value: 'open' }] : [];
  const none: Condition = { field: 'nextActivity', op: 'activity', value: ['none'] };
  return { all: [{ field: 'archivedAt', op: 'empty' }, ...open, none, ...ownedBy(filter)] };
}
