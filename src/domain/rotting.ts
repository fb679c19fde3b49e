import type { Day, Deal } from './records.js';

/** How long nothing has been done with a deal. */
export interface Quiet {
  /** Calendar days in the provider's zone. */
  readonly days: number;
  /** 1 = going quiet: half of what its stage allows, or more. 2 = too quiet: all of it, or more. */
  readonly level: 1 | 2;
}

/** Does it stand still for a known reason, until a day that has not come? (`waiting.ts`) */
export function isWaiting({ status, waitUntil }: Pick<Deal, 'status' | 'waitUntil'>, today: Day): boolean {
  return status === 'open' && !!waitUntil && today < waitUntil;
}

/**
 * Whether an open deal has gone quiet. What starts it anew is in `touchedAt`: an edit, a move to another stage, a note, a file, an
 * activity that is done, but no activity that is only planned, however soon (domain.md 4.2, "rotting").
 * @param limit days without anything until a deal of its stage is quiet (`Stage.rotDays`); null = never
 * @param touched the day of `touchedAt`
 * @returns null where there is nothing to say, which is always so for a deal that is won or lost
 */
export function quietOf(
  deal: Pick<Deal, 'status' | 'waitUntil'>,
  limit: number | null | undefined,
  touched: Day,
  today: Day,
): Quiet | null {
  if (deal.status !== 'open' || !limit || isWaiting(deal, today)) return null;
  // A wait that is over was no silence.
  const { waitUntil } = deal;
  const since = waitUntil && waitUntil > touched ? waitUntil : touched;
  // Days are counted in UTC, where each has 24 hours. A device whose clock runs ahead touches deals tomorrow: that is no day.
  const days = (Date.parse(today) - Date.parse(since)) / 86_400_000;
  if (!(days > 0) || days * 2 < limit) return null;
  return { days, level: days < limit ? 1 : 2 };
}
