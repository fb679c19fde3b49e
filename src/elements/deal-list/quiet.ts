import type { Deal } from '../../domain/records.js';
import { isWaiting, quietOf } from '../../domain/rotting.js';
import type { Quiet } from '../../domain/rotting.js';
import { dayIn } from '../../store/clock.js';
import type { DealListModel } from './model.js';

/** How quiet a deal is; null = nothing to say. */
export function quiet(deal: Deal, { store, today }: DealListModel): Quiet | null {
  const limit = store?.directory.stage(deal.stageId)?.rotDays;
  if (!store || !limit) return null;
  return quietOf(deal, limit, dayIn(Date.parse(deal.touchedAt), store.settings.timeZone), today);
}

/** Of its silence in words: for how long, or for what it waits. '' = nothing to say. */
export function silence(deal: Deal, model: DealListModel): string {
  const { t, format, today } = model;
  if (isWaiting(deal, today)) return t.pipeline.waiting(format.day(deal.waitUntil!, { today }), deal.waitReason ?? '');
  const is = quiet(deal, model);
  return is ? t.pipeline.quietFor(is.days) : '';
}
