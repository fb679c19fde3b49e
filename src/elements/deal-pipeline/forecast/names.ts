import type { Period, PeriodUnit } from '../../../domain/forecast.js';
import type { forecast } from '../../../i18n/en/forecast.js';
import type { Format } from '../../../i18n/format.js';
import type { Day } from '../../../domain/records.js';

type Words = typeof forecast;

const at = (day: Day): number => Date.parse(`${day}T00:00Z`);

/** "23 – 29 Nov", "December", "January 2027", "Q4 2026". The year is said where it is not that of today. */
export function periodName({ unit, start, end }: Period, today: Day, format: Format, t: Words): string {
  if (unit === 'quarter') return t.quarterName(Math.ceil(Number(start.slice(5, 7)) / 3), start.slice(0, 4));
  const year = [start, end].some((day) => day.slice(0, 4) !== today.slice(0, 4));
  if (unit === 'month') return format.capital(dates(format, unit, year).format(at(start)));
  return dates(format, unit, year).formatRange(at(start), at(end));
}

function dates(format: Format, unit: PeriodUnit, year: boolean): Intl.DateTimeFormat {
  return format.once(
    `period ${unit} ${year}`,
    () =>
      new Intl.DateTimeFormat(format.locale, {
        timeZone: 'UTC',
        ...(unit === 'week' ? { day: 'numeric', month: 'short' } : { month: 'long' }),
        ...(year && { year: 'numeric' }),
      }),
  );
}

/** "month of the past year": what the best is one of. */
export function past(t: Words, unit: PeriodUnit): string {
  return { week: t.bestWeek, month: t.bestMonth, quarter: t.bestQuarter }[unit];
}
