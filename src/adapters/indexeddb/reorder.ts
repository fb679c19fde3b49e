/** From layout 3 to 4: what takes the whole day is due before what has a time on that day, and no longer after it. */
import { compareIds } from '../../domain/compare.js';
import { compareDue } from '../../domain/due-order.js';
import type { Activity, Deal, Id, Lead, NextActivity } from '../../domain/records.js';
import { dueKey } from '../local/due.js';
import type { Row, RowColumns } from './stores.js';

/** Activities read in one go. */
const sliceSize = 1_000;

/**
 * Writes the leads and deals anew whose next activity is another one by that, or stands elsewhere in the index; all others stay as
 * they lie. An open activity of a whole day hangs on each of them, so those are all that is looked through.
 */
export function reorder(transaction: IDBTransaction): void {
  const activities = transaction.objectStore('activity');
  const from = (after: Id | null): void => {
    const range = after === null ? null : IDBKeyRange.lowerBound(after, true);
    const asked = activities.getAll(range, sliceSize) as IDBRequest<Row<Activity>[]>;
    asked.onsuccess = () => {
      const rows = asked.result;
      for (const activity of rows) {
        if (activity.done || !activity.due || activity.time) continue;
        if (activity.leadId) mend(transaction.objectStore('lead'), activity.leadId, activity);
        if (activity.dealId) mend(transaction.objectStore('deal'), activity.dealId, activity);
      }
      if (rows.length === sliceSize) from(rows.at(-1)!.id);
    };
  };
  from(null);
}

function mend(store: IDBObjectStore, id: Id, { id: own, type, subject, due }: Activity): void {
  const asked = store.get(id) as IDBRequest<Row<Lead | Deal> | undefined>;
  asked.onsuccess = () => {
    const row = asked.result;
    if (row === undefined) return;
    const known = row.nextActivity ?? null;
    const whole: NextActivity = { id: own, type, subject, due, time: null };
    const first = known === null || (compareDue(whole, known) || compareIds(own, known.id)) < 0;
    const nextActivity = first ? whole : known;
    const columns = row._ as RowColumns | undefined;
    const key = dueKey(nextActivity);
    if (!first && columns?.due === key) return;
    store.put({ ...row, nextActivity, ...(columns && { _: { ...columns, due: key } }) });
  };
}
