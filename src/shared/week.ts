import type { Weekday } from '../domain/agenda.js';
import type { Format } from '../i18n/format.js';

export interface Week {
  readonly firstDay: Weekday;
  readonly weekend: readonly Weekday[];
}

interface Informed {
  readonly weekInfo?: Week;
  getWeekInfo?(): Week;
}

/** How weeks run where the reader is; as almost everywhere where the browser does not know. */
export function weekOf(format: Format): Week {
  return format.once('week', () => {
    const locale = new Intl.Locale(format.locale) as Intl.Locale & Informed;
    const { firstDay = 1, weekend = [6, 7] } = locale.getWeekInfo?.() ?? locale.weekInfo ?? {};
    return { firstDay, weekend };
  });
}
