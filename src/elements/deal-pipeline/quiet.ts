import type { Deal } from '../../domain/records.js';
import { isWaiting, quietOf } from '../../domain/rotting.js';
import type { Quiet } from '../../domain/rotting.js';
import { dayIn } from '../../store/clock.js';
import type { BoardModel } from './model.js';

/** The day each deal was touched, and the zone that was asked in: drawing asks often, and the browser's calendar takes its time. */
const days = new WeakMap<Deal, readonly [zone: string, day: string]>();

/** What of its silence makes a card taller: that it is quiet, or for what it waits. */
export function silence(deal: Deal, model: BoardModel): string {
  return isWaiting(deal, model.today) ? `${deal.waitUntil}${deal.waitReason}` : quiet(deal, model) ? '-' : '';
}

/** How quiet a card is; null = nothing to say. */
export function quiet(deal: Deal, { store, today }: BoardModel): Quiet | null {
  const limit = store?.directory.stage(deal.stageId)?.rotDays;
  if (!store || !limit) return null;
  const { timeZone } = store.settings;
  let known = days.get(deal);
  if (known?.[0] !== timeZone) days.set(deal, (known = [timeZone, dayIn(Date.parse(deal.touchedAt), timeZone)]));
  return quietOf(deal, limit, known[1], today);
}
