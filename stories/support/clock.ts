import type { Clock } from '../../src/store/api.js';

/** The day all stories play on, a Monday: what is overdue in a picture is overdue next year as well. */
export const today = '2026-11-23';
const noon = Date.parse(`${today}T12:00:00Z`);

/** A clock that always says noon; timers run, so that toasts go and slow things are told. */
export const clock: Clock = {
  now: () => noon,
  random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
  after: (ms, call) => {
    const timer = setTimeout(call, ms);
    return () => clearTimeout(timer);
  },
};

/** A calendar day, counted from today. */
export function day(offset: number): string {
  return new Date(Date.parse(`${today}T00:00:00Z`) + offset * 86_400_000).toISOString().slice(0, 10);
}

/** An instant, hours before noon. */
export function ago(hours: number): string {
  return new Date(noon - hours * 3_600_000).toISOString();
}
