import type { Activity } from '../../domain/records.js';
import { saveToCalendar } from '../../shared/calendar-file.js';
import type { AgendaModel } from './model.js';
import type { Parents } from './parents.js';

/** Gives an activity to the calendar of whoever works here, with the name of whatever it is about. */
export async function toCalendar(model: AgendaModel, parents: Parents, activity: Activity): Promise<void> {
  const { store, t, host } = model;
  if (!store) return;
  const parent = parents.of(activity);
  const about = parent ? model.parentName(parent) : '';
  const subject = model.subjectOf(activity);
  const given = await saveToCalendar(store, activity, subject, about, host.ownerDocument);
  model.say(given ? t.detail.inCalendarFile(subject) : t.detail.noCalendarFile);
}
