import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { addDays } from '../../domain/dates.js';
import { moveChoices } from '../../domain/agenda.js';
import { icon } from '../../shared/icon.js';
import * as icons from '../../shared/icons.js';
import type { AgendaModel } from './model.js';

/** `data-day` of "without a day". */
export const NO_DAY = 'none';

/** The days one can drop on: there while something is held; the menu has the same. */
export function days({ t, format, today }: AgendaModel): TemplateResult {
  const { agenda, next } = t;
  const named = new Map(moveChoices(today).map(([name, day]) => [name, day]));
  const near = [0, 1, 2, 3, 4].map((away) => addDays(today, away));
  const zone = (day: string, name: string, small = ''): TemplateResult =>
    html`<div class="dayzone" data-day=${day}><b>${name}</b><small>${small}</small></div>`;
  const date = (day: string): string => format.day(day, { weekday: false, today });
  const weekday = (day: string): string =>
    format
      .once('weekday', () => new Intl.DateTimeFormat(format.locale, { timeZone: 'UTC', weekday: 'short' }))
      .format(Date.parse(`${day}T00:00Z`));
  const monday = named.get('nextMonday') ?? today;
  const month = named.get('nextMonth') ?? today;
  return html`<div class="days" part="days" aria-hidden="true" hidden>
    ${near.map((day, away) => zone(day, away === 0 ? agenda.today : away === 1 ? agenda.tomorrow : weekday(day), date(day)))}
    ${near.includes(monday) ? '' : zone(monday, next.nextMonday, date(monday))}
    ${zone(month, agenda.nextMonth, date(month))}
    <div class="dayzone" data-day=${NO_DAY}>${icon(icons.x)}<small>${agenda.withoutDay}</small></div>
  </div>`;
}
