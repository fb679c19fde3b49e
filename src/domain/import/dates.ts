import { asciiDigit, fold } from '../fold.js';
import type { Day } from '../records.js';
import { memo } from './memo.js';

/** How dates of digits only are ordered where the year comes last. */
export type DateOrder = 'dmy' | 'mdy';

export interface ReadDate {
  /** The day as written. */
  readonly day: Day;
  /** `HH:MM:SS`; null = none was written. */
  readonly time: string | null;
  /** Minutes east of UTC; null = none was written. */
  readonly offset: number | null;
}

const longest = 60;

/** English, Turkish, German; folded, and cut to what tells them apart. */
const monthNames: readonly (readonly [number, string])[] = [
  [1, 'jan january ocak oca januar janner'],
  [2, 'feb february subat sub februar feber'],
  [3, 'mar march mart marz mrz maerz'],
  [4, 'apr april nisan nis'],
  [5, 'may mayis mai'],
  [6, 'jun june haziran haz juni'],
  [7, 'jul july temmuz tem juli'],
  [8, 'aug august agustos agu'],
  [9, 'sep sept september eylul eyl'],
  [10, 'oct october ekim eki okt oktober'],
  [11, 'nov november kasim kas'],
  [12, 'dec december aralik ara dez dezember'],
];
const months: ReadonlyMap<string, number> = new Map(
  monthNames.flatMap(([month, words]) => words.split(' ').map((word) => [word, month] as const)),
);

const clock =
  '(?:[t ,]+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?(?: ?([ap])\\.?m\\.?)?(?: ?(z|utc|gmt|[+-]\\d{2}:?\\d{2}(?::?00)?))?)?';
const iso = new RegExp(`^(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})${clock}$`);
/** The commonest of all, read without more ado. */
const plainDay = /^\d{4}-\d{2}-\d{2}$/;
const compact = /^(\d{4})(\d{2})(\d{2})$/;
const digits = new RegExp(`^(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})${clock}$`);
const dayFirst = new RegExp(
  `^(?:\\p{L}{2,12},? )?(\\d{1,2})(?:st|nd|rd|th)?[.]?[ \\-/]?(\\p{L}{3,12})[.]?,?[ \\-/]+(\\d{4}|\\d{2})${clock}$`,
  'u',
);
const monthFirst = new RegExp(
  `^(?:\\p{L}{2,12},? )?(\\p{L}{3,12})[.]? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})${clock}$`,
  'u',
);

const lengths: readonly number[] = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
function isDay(year: number, month: number, day: number): boolean {
  const length = lengths[month - 1];
  if (length === undefined || day < 1 || day > length || year < 1000) return false;
  return month !== 2 || day < 29 || (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function dayOf(year: number, month: number, day: number): Day | null {
  if (!isDay(year, month, day)) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function fullYear(text: string): number {
  const year = Number(text);
  return text.length === 4 ? year : year < 70 ? 2000 + year : 1900 + year;
}

/** Hours, minutes, seconds, half of the day and zone, as matched by `clock`. Null = no such time. */
function withClock(day: Day | null, parts: readonly (string | undefined)[]): ReadDate | null {
  if (day === null) return null;
  const [h, m, s, half, zone] = parts;
  if (h === undefined || m === undefined) return { day, time: null, offset: null };
  let hour = Number(h);
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (half === 'p' ? 12 : 0);
  }
  if (hour > 23 || Number(m) > 59 || Number(s ?? 0) > 59) return null;
  const time = `${String(hour).padStart(2, '0')}:${m}:${s ?? '00'}`;
  if (zone === undefined) return { day, time, offset: null };
  if (/^[zug]/.test(zone)) return { day, time, offset: 0 };
  const bare = zone.replaceAll(':', '');
  const minutes = Number(bare.slice(1, 3)) * 60 + Number(bare.slice(3, 5));
  return { day, time, offset: bare.startsWith('-') ? -minutes : minutes };
}

function tidy(cell: string): string {
  return fold(cell.replace(/\p{Nd}/gu, asciiDigit))
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * What a cell says about its column: `sure` = a date whichever way; `dmy`, `mdy` = one number is over 12, or points part
 * them (nobody writes the month first with points); `either` = `03/04/2026`; null = no date.
 */
export function dateEvidence(cell: string): 'sure' | DateOrder | 'either' | null {
  if (cell.length > longest || cell.length < 6 || !/\d/.test(cell)) return null;
  if (plainDay.test(cell)) return readDate(cell, 'dmy') === null ? null : 'sure';
  const text = tidy(cell);
  const match = digits.exec(text);
  if (match === null) return readDate(cell, 'dmy') === null ? null : 'sure';
  const dmy = readDate(cell, 'dmy') !== null;
  const mdy = readDate(cell, 'mdy') !== null;
  if (dmy && mdy) return match[2] === '.' ? 'dmy' : match[1] === match[3] ? 'sure' : 'either';
  return dmy ? 'dmy' : mdy ? 'mdy' : null;
}

/**
 * Reads `2026-05-23`, `23/05/2026`, `23.5.26`, `23 May, 2012 00:00:00`, `May 23, 2012`, `23 Mayıs 2012`, `20260523`, each
 * with or without a time and an offset. Null = no date, or a day that does not exist.
 * @param order decided for the whole column (R73)
 */
export function readDate(cell: string, order: DateOrder): ReadDate | null {
  if (cell.length > longest) return null;
  if (plainDay.test(cell)) {
    const number = (at: number): number => 10 * cell.charCodeAt(at) + cell.charCodeAt(at + 1) - 528;
    return isDay(100 * number(0) + number(2), number(5), number(8)) ? { day: cell, time: null, offset: null } : null;
  }
  return order === 'dmy' ? dayFirstly(cell) : monthFirstly(cell);
}

const dayFirstly = memo((cell) => readText(cell, 'dmy'));
const monthFirstly = memo((cell) => readText(cell, 'mdy'));

function readText(cell: string, order: DateOrder): ReadDate | null {
  const text = tidy(cell);
  let match = iso.exec(text);
  if (match !== null) return withClock(dayOf(Number(match[1]), Number(match[3]), Number(match[4])), match.slice(5));
  match = digits.exec(text);
  if (match !== null) {
    const [a, b] = [Number(match[1]), Number(match[3])];
    const [day, month] = order === 'dmy' ? [a, b] : [b, a];
    return withClock(dayOf(fullYear(match[4]!), month, day), match.slice(5));
  }
  match = dayFirst.exec(text);
  if (match !== null) {
    return withClock(dayOf(fullYear(match[3]!), months.get(match[2]!) ?? 0, Number(match[1])), match.slice(4));
  }
  match = monthFirst.exec(text);
  if (match !== null) {
    return withClock(dayOf(Number(match[3]), months.get(match[1]!) ?? 0, Number(match[2])), match.slice(4));
  }
  match = compact.exec(text);
  if (match !== null && /^(19|20)/.test(text))
    return withClock(dayOf(Number(match[1]), Number(match[2]), Number(match[3])), []);
  return null;
}
