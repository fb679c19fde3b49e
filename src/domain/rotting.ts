import type { Day, Deal } from './records.js';

/** How long nothing has been done with a deal. */
export interface Quiet {
  /** Calendar days in the provider's zone. */
  readonly days: number;
  /** 1 = going quiet: half of what its stage allows, or more. 2 = too quiet: all of it, or more. */
  readonly level: 1 | 2;
}

/**
 * Whether an open deal has gone quiet. What starts it anew is in `touchedAt`: an edit, a move to another stage, a note, an
 * activity that is done, but no activity that is only planned, however soon (domain.md 4.2, "rotting").
 * @param limit days without anything until a deal of its stage is quiet (`Stage.rotDays`); null = never
 * @param touched the day of `touchedAt`
 * @returns null where there is nothing to say, which is always so for a deal that is won or lost
 */
export function quietOf(
  { status }: Pick<Deal, 'status'>,
  limit: number | null | undefined,
  touched: Day,
  today: Day,
): Quiet | null {
  if (status !== 'open' || !limit) return null;
  // Days are counted in UTC, where each has 24 hours. A device whose clock runs ahead touches deals tomorrow: that is no day.
  const days = (Date.parse(today) - Date.parse(touched)) / 86_400_000;
  if (!(days > 0) || days * 2 < limit) return null;
  return { days, level: days < limit ? 1 : 2 };
}
