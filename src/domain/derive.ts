import { compareDue } from './due-order.js';
import { compareIds } from './compare.js';
import { fold } from './fold.js';
import type { Activity, Deal, Derived, Instant, Lead, NextActivity, Organization, Person } from './records.js';
import { searchText } from './search.js';

export { searchDigits, searchTerms } from './search.js';

/** What the derived fields are made from, beside the record itself. */
export interface Parts {
  readonly person: Person | null;
  readonly organization: Organization | null;
  /** Activities of the record; those that are done are passed over. */
  readonly undone: readonly Activity[];
  /** The last time anybody did something here; the adapter knows when the commit happens. */
  readonly touchedAt: Instant;
}

/** The derived fields of a lead or deal. The adapter stores them in the commit that changes what they rest on. */
export function derive(record: Pick<Lead | Deal, 'title'>, parts: Parts): Derived {
  const { person, organization } = parts;
  return {
    personName: person?.name ?? '',
    organizationName: organization?.name ?? '',
    nextActivity: nextOf(parts.undone),
    touchedAt: parts.touchedAt,
    searchText: searchText(
      [record.title, person?.name, organization?.name, ...(person?.emails ?? []).map((email) => email.value)],
      (person?.phones ?? []).map((phone) => phone.value),
    ),
  };
}

/**
 * The search text after a new title, from the one before it: the title stands first in it, so nothing else has to be read.
 * null where the text does not begin with the title it had: it has to be made anew.
 */
export function retitled(known: string, before: string, after: string): string | null {
  const old = fold(before);
  if (old === '' ? before !== '' || known === '' : known !== old && !known.startsWith(`${old}\n`)) return null;
  const rest = old === '' ? [known] : known === old ? [] : [known.slice(old.length + 1)];
  return [...(after === '' ? [] : [fold(after)]), ...rest].join('\n');
}

/** The undone activity that is due first; those without a day come last. null = nothing to do. */
export function nextOf(activities: readonly Activity[]): NextActivity | null {
  let next: Activity | null = null;
  for (const activity of activities) {
    if (activity.done) continue;
    if (next === null || (compareDue(activity, next) || compareIds(activity.id, next.id)) < 0) next = activity;
  }
  if (next === null) return null;
  return { id: next.id, type: next.type, subject: next.subject, due: next.due, time: next.time };
}
