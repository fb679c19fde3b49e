import { formats, plural } from '../plural.js';

/** Deals by when they are expected to close. */
export const forecast = {
  // Which periods
  periods: 'Periods',
  by: 'Period',
  week: 'Weeks',
  month: 'Months',
  quarter: 'Quarters',
  earlier: 'Earlier',
  later: 'Later',
  today: 'Today',
  atNow: 'The first column is the current one.',
  range: (from: string, to: string) => `${from} to ${to}`,

  // Their names
  quarterName: (number: number, year: string) => `Q${number} ${year}`,
  now: (period: string) => `${period}, now`,
  noDate: 'No date',
  late: 'Overdue',
  lateHow: 'Expected before, and still open.',

  // In their heads
  addIn: (period: string) => `Add deal to ${period}`,
  empty: 'Nothing expected. Drag a deal here to change its close date.',
  won: (n: number) => plural(n, { one: '# won:', other: '# won:' }),
  bestWeek: 'week of the past half year',
  bestMonth: 'month of the past year',
  bestQuarter: 'quarter of the past two years',
  best: (past: string, best: string) => `Best ${past}: ${best}`,
  bestOne: (period: string, money: string) => `${money} in ${period}`,
  noBest: (past: string) => `No ${past} has a won deal to compare with.`,
  bar: (won: number, open: number, past: string, best: string) =>
    `${formats().number(won)} percent won, ${formats().number(open)} percent weighted, of the best ${past} (${best})`,

  // Moving
  first: 'This is the first period.',
  last: 'This is the last period that is shown. “Move to” has more.',
  across: 'period',
  moved: (title: string, place: string, day: string) => `${title}: ${place}${day && `, expected ${day}`}`,
};
