/** Calendar files (RFC 5545), as calendars of all makes read them: written by a library that is fetched with this file. */
import { ICalCalendar } from 'ical-generator';
import type { Day, Instant } from '../../domain/records.js';

export interface CalendarEntry {
  /** Stays the same: a calendar that has it already changes it, and has it no second time. */
  readonly id: string;
  readonly summary: string;
  readonly description: string;
  /** When: a whole day, or a moment. */
  readonly at: { readonly day: Day } | { readonly start: Instant; readonly minutes: number | null };
  /** When this was written, in the words of the standard its DTSTAMP. */
  readonly stamp: Instant;
  /** Counts the versions, so that a calendar knows the newer one. */
  readonly sequence: number;
}

/** @returns the text of a file of type `text/calendar` */
export function writeIcs(entries: readonly CalendarEntry[]): string {
  const calendar = new ICalCalendar({ prodId: { company: 'CRM Elements', product: 'crm-elements' } });
  for (const { id, summary, description, at, stamp, sequence } of entries) {
    const when =
      'day' in at
        ? // Days as UTC: no zone may shift one.
          { start: `${at.day}T00:00:00Z`, allDay: true, timezone: 'UTC' }
        : {
            start: at.start,
            ...(at.minutes !== null && {
              end: new Date(Date.parse(at.start) + at.minutes * 60_000).toISOString(),
            }),
          };
    calendar.createEvent({ id, summary, description: description || null, stamp, sequence, ...when });
  }
  return `${calendar.toString()}\r\n`;
}
