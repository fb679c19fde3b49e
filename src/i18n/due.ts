import type { Format } from './format.js';

/** The sentences that `dueText` needs; the common area has them. */
export interface DueWords {
  readonly overdueDays: (days: number) => string;
  readonly noDate: string;
}

/**
 * When something is due, in a cell's width: "3 days overdue", "Today 14:30", "Tomorrow", "Wed 25 Nov".
 * Days are compared as days, in no zone: `today` is the provider's (R72).
 *
 * @param due a calendar day, `YYYY-MM-DD`, or null for none
 * @param time a time of day, `HH:MM`, or null
 */
export function dueText(
  format: Format,
  words: DueWords,
  due: string | null,
  time: string | null,
  today: string,
): string {
  if (due === null) return words.noDate;
  const away = daysBetween(today, due);
  if (away < 0) return words.overdueDays(-away);
  const day = away <= 1 ? format.capital(format.daysAway(away)) : format.day(due, { today });
  return time ? `${day} ${format.time(time)}` : day;
}

/** Whole days from one calendar day to another; NaN where one of them is none. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / 86_400_000);
}
