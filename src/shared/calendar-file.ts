import { momentOf } from '../domain/day-start.js';
import type { Activity } from '../domain/records.js';
import type { CrmStore } from '../store/api.js';
import { fileName, saveFile } from './save-file.js';

/**
 * Gives an activity with a day to the calendar of whoever works here, as a file.
 * @param about what it is about: the lead or the deal; '' = nobody knows
 * @returns whether it was given; not where the code for it cannot be had
 */
export async function saveToCalendar(
  store: CrmStore,
  activity: Activity,
  subject: string,
  about: string,
  document: Document,
): Promise<boolean> {
  const { due, time, duration } = activity;
  if (due === null) return false;
  try {
    const { writeIcs } = await import('../formats/ics/write.js');
    const text = writeIcs([
      {
        id: activity.id,
        summary: [subject, about].filter(Boolean).join(' · '),
        description: activity.note,
        at: time === null ? { day: due } : { start: momentOf(store.settings.timeZone, due, time), minutes: duration },
        stamp: store.now(),
        sequence: activity.rev,
      },
    ]);
    saveFile(
      new Blob([text], { type: 'text/calendar;charset=utf-8' }),
      `${fileName(subject, 'activity')}-${due}.ics`,
      document,
    );
    return true;
  } catch (error) {
    console.warn('crm-elements: the file for the calendar could not be written.', error);
    return false;
  }
}
