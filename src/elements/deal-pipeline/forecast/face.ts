import type { Period, PeriodUnit } from '../../../domain/forecast.js';
import type { Id } from '../../../domain/records.js';
import type { forecast } from '../../../i18n/en/forecast.js';
import type { BoardModel } from '../model.js';
import type { ForecastSums } from './sums.js';

/** What the templates of the forecast see of it. */
export interface Face {
  readonly model: BoardModel;
  readonly t: typeof forecast;
  readonly sums: ForecastSums;
  readonly unit: PeriodUnit;
  /** The first period that is shown is the current one. */
  readonly atNow: boolean;
  /** "November to February 2027". */
  readonly range: string;
  name(period: Period): string;
  /** That of a lane; undefined = it is none. */
  period(id: Id): Period | undefined;
  /** Whether cards can be put there. */
  target(id: Id): unknown;
  choose(unit: PeriodUnit): void;
  /** @param pages how many screens of periods; 0 = to the current one */
  turn(pages: number): void;
}
