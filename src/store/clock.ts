import type { Clock } from './api.js';
import type { Day, Instant } from '../domain/records.js';

const LONG = 10_000;

/** The clock of the machine. Everything that waits or makes ids is given one, so that tests own the time. */
export const systemClock: Clock = {
  now: () => Date.now(),
  random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
  after(ms, call) {
    const timer: unknown = setTimeout(call, ms);
    // Long waits are for tidying up: no process of a host that runs in Node is kept alive by them.
    if (ms >= LONG) (timer as { unref?: () => void }).unref?.();
    return () => clearTimeout(timer as number);
  },
};

export function instant(ms: number): Instant {
  return new Date(ms).toISOString();
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** The calendar day of an instant in a zone. Latin digits and the Gregorian calendar whatever the page's language is. */
export function dayIn(ms: number, timeZone: string): Day {
  let format = formats.get(timeZone);
  if (format === undefined) {
    // Swedes write a day as we keep it: 2026-11-27.
    format = new Intl.DateTimeFormat('sv-u-ca-gregory-nu-latn', { timeZone });
    formats.set(timeZone, format);
  }
  return format.format(ms);
}

/** The zone of the machine; UTC where it is not told. */
export function localZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
}
