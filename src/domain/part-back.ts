import { same } from './same.js';

/**
 * Takes back what became of one part of a value, `was` to `is`, wherever it still says so; all that somebody has changed since
 * stays as it is now.
 */
export function partBack(now: unknown, was: unknown, is: unknown): unknown {
  if (same(was, is)) return now;
  if (same(now, is)) return was;
  if (Array.isArray(now) && Array.isArray(was) && Array.isArray(is))
    return was.length === is.length ? now.map((one: unknown, at) => partBack(one, was[at], is[at])) : now;
  if (!isMap(now) || !isMap(was) || !isMap(is)) return now;
  return Object.fromEntries(
    Object.entries(now).map(([key, one]) => [
      key,
      Object.hasOwn(was, key) && Object.hasOwn(is, key) ? partBack(one, was[key], is[key]) : one,
    ]),
  );
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
