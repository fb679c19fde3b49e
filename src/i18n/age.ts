/** What an age is counted in. */
export type AgeUnit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';
const minute = 60_000;
const hour = 3_600_000;
const day = 86_400_000;
/** Up to which age a unit is counted. A fortnight in days, then weeks for two months: "9 d", "3 w", "4 mths". */
const steps: readonly (readonly [limit: number, size: number, unit: AgeUnit])[] = [
  [hour, minute, 'minute'],
  [day, hour, 'hour'],
  [14 * day, day, 'day'],
  [60 * day, 7 * day, 'week'],
  [730 * day, 30.4375 * day, 'month'],
  [Infinity, 365.25 * day, 'year'],
];

/** How old an instant (ISO, UTC) is at `now` (milliseconds), counted in the largest unit that still tells something. 0 = just now. */
export function ageOf(iso: string, now: number): [count: number, unit: AgeUnit] {
  const age = now - Date.parse(iso);
  if (!(age >= minute)) return [0, 'minute'];
  const [, size, unit] = steps.find(([limit]) => age < limit)!;
  return [Math.floor(age / size), unit];
}
