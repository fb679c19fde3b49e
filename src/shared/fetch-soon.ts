import { type Code, whenIdle } from '../code.js';

/** Fetches these one after the other in idle moments. A failure is left to whoever needs it. */
export function fetchSoon(codes: readonly Code<unknown>[]): void {
  const [first, ...rest] = codes;
  if (first === undefined) return;
  whenIdle(
    () =>
      void first.need().then(
        () => fetchSoon(rest),
        () => undefined,
      ),
  );
}
