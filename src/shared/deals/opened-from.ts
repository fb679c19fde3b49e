import type { Id } from '../../domain/records.js';
import type { ListQuery } from '../../store/api.js';
import type { Crm } from '../context.js';
import { openRecord } from '../open-record.js';
import type { Opening } from '../open-record.js';

/**
 * Opens a deal that stands in a list: in its detail one goes on to the next one of it.
 * @param query what the list asks, as it is now: what the list asks later does not change where one goes on
 * @returns false where the page has opened it in a way of its own
 */
export function openDealIn(query: ListQuery<'deal'>, opening: Opening, id: Id): boolean {
  const { crm } = opening;
  if (!crm || !openRecord(opening, 'deal', id)) return false;
  crm.from = { deal: id, query };
  return true;
}

/** The list from which this deal was opened; null = from none. */
export function openedFrom(crm: Crm | null, id: Id | null): ListQuery<'deal'> | null {
  const from = crm?.from;
  return from && from.deal === id ? from.query : null;
}
